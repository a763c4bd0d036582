/**
 * What the prefix of a cross-region inference profile id means: which regions may call it, and which regions it may run in.
 *
 * IAM judges one call several times: the profile in the source region, then the foundation model in the source region and
 * in each destination region. A policy that names the foundation model in one region only denies the call.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html
 */
export interface InferenceGeography {
  /** First segment of the profile id: `jp` in `jp.amazon.nova-2-lite-v1:0`. */
  readonly prefix: string;
  /** Regions from which the profile can be called. Empty means every commercial region. */
  readonly sourceRegions: readonly string[];
  /** Regions in which the model may run. Empty means any commercial region. */
  readonly destinationRegions: readonly string[];
}

const unitedStates = ['us-east-1', 'us-east-2', 'us-west-2'];
const europe = ['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-3'];
const asiaPacific = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-south-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-4',
];
const japan = ['ap-northeast-1', 'ap-northeast-3'];
const australia = ['ap-southeast-2', 'ap-southeast-4'];

export const inferenceGeographies: readonly InferenceGeography[] = [
  { prefix: 'jp', sourceRegions: japan, destinationRegions: japan },
  { prefix: 'us', sourceRegions: [...unitedStates, 'us-west-1'], destinationRegions: unitedStates },
  { prefix: 'eu', sourceRegions: europe, destinationRegions: europe },
  { prefix: 'apac', sourceRegions: asiaPacific, destinationRegions: asiaPacific },
  { prefix: 'au', sourceRegions: australia, destinationRegions: australia },
  { prefix: 'global', sourceRegions: [], destinationRegions: [] },
];

/** The geography of an inference profile id, or undefined when its prefix is not a known one. */
export function geographyOf(inferenceProfileId: string): InferenceGeography | undefined {
  const prefix = inferenceProfileId.slice(0, inferenceProfileId.indexOf('.'));
  return inferenceGeographies.find((geography) => geography.prefix === prefix);
}

/** The foundation model behind an inference profile: its id without the geography prefix. */
export function foundationModelOf(inferenceProfileId: string): string {
  return inferenceProfileId.slice(inferenceProfileId.indexOf('.') + 1);
}
