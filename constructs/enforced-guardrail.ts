import { CfnEnforcedGuardrailConfiguration } from 'aws-cdk-lib/aws-bedrock';
import { Construct } from 'constructs';

export interface EnforcedGuardrailProps {
  readonly guardrailArn: string;
  /** A numbered version: a draft cannot be enforced. */
  readonly guardrailVersion: string;
}

/**
 * Amazon Bedrock applies the guardrail to every model call of the account in the region, whether the caller names one or not, to the whole
 * text of it. Every role that calls a model needs `bedrock:ApplyGuardrail` on the guardrail; without it the call is denied, which is meant.
 *
 * One configuration per account and region. The guardrail cannot be deleted while it is enforced, and each call pays for it once more when
 * the caller names a guardrail as well.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-enforcements.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-enforcedguardrailconfiguration.html
 */
export class EnforcedGuardrail extends Construct {
  constructor(scope: Construct, id: string, props: EnforcedGuardrailProps) {
    super(scope, id);
    new CfnEnforcedGuardrailConfiguration(this, 'Configuration', {
      guardrailIdentifier: props.guardrailArn,
      guardrailVersion: props.guardrailVersion,
      // Upper case here, lower case in the policy of an organization. Marks in a prompt must not tell the guardrail where not to look.
      selectiveContentGuarding: { system: 'COMPREHENSIVE', messages: 'COMPREHENSIVE' },
    });
  }
}
