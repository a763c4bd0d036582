/**
 * Guardrail profiles: where a guardrail of the STANDARD tier may be evaluated.
 *
 * The STANDARD tier is the only one whose content, prompt-attack and topic filters understand Japanese, and it requires
 * cross-region inference. From Tokyo the only profile is the Asia-Pacific one: text that is checked may leave Japan.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-cross-region-support.html
 */
export interface GuardrailProfile {
  /** Profile id, as in `guardrail-profile/apac.guardrail.v1:0`. */
  readonly id: string;
  /** Regions that can use the profile, which are also the regions it routes to. */
  readonly regions: readonly string[];
}

export const guardrailProfiles: readonly GuardrailProfile[] = [
  {
    id: 'apac.guardrail.v1:0',
    regions: ['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2'],
  },
  { id: 'us.guardrail.v1:0', regions: ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'] },
  {
    id: 'eu.guardrail.v1:0',
    regions: ['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-3'],
  },
];

/** The guardrail profile a region can use, or undefined when the STANDARD tier is not offered there. */
export function guardrailProfileOf(region: string): GuardrailProfile | undefined {
  return guardrailProfiles.find((profile) => profile.regions.includes(region));
}
