import type { Stack } from 'aws-cdk-lib';
import type { GuardrailProfile } from '../config/guardrail-profiles';
import type { TokenPrice } from '../config/token-prices';
import type { BedrockCallerFacts } from '../policies/bedrock-caller-role';
import type { BaselineProps } from './baseline-props';

/** What a stack knows of the model its role calls. */
export interface InferenceProps extends BaselineProps {
  /** What is called. Empty destinations mean any commercial region: a global profile. */
  readonly inference: {
    readonly profileId: string;
    readonly foundationModel: string;
    readonly destinationRegions: readonly string[];
    /** US dollars for a million tokens. @default not known */
    readonly tokenPrice?: TokenPrice;
  };
  /** Where the guardrail may be evaluated. @default in its own region, with personal-data filters only */
  readonly guardrailProfile?: GuardrailProfile;
}

/** What a caller role of this account and region may call, and through what. ARNs may be references of the template. */
export function bedrockCallerFactsOf(
  { partition, region, account: accountId }: Stack,
  { organization, inference, guardrailProfile }: InferenceProps,
  guardrail: { readonly arn: string; readonly keyArn: string },
): BedrockCallerFacts {
  const { organizationGuardrail, accounts } = organization;
  const enforced = organizationGuardrail?.guardrails.find((one) => one.region === region);
  return {
    partition,
    accountId,
    region,
    inferenceProfile: inference.profileId,
    foundationModel: inference.foundationModel,
    destinationRegions: inference.destinationRegions,
    guardrailArn: guardrail.arn,
    guardrailKeyArn: guardrail.keyArn,
    guardrailProfile,
    organizationGuardrail: enforced && { accountId: accounts.management.id, id: enforced.id },
  };
}
