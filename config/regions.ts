/**
 * Regions that are enabled in every new AWS account, and those an account must opt in to.
 *
 * The home region and every governed region must be enabled by default: an organization trail whose home region is an
 * opt-in region misses member accounts that did not opt in, and delegated security administration reaches only regions
 * that are enabled in the member account.
 * https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
 */
export const defaultRegions = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
] as const;

export type DefaultRegion = (typeof defaultRegions)[number];

/** The region whose endpoints serve AWS Organizations and other global services of the commercial partition. */
export const globalServicesRegion: DefaultRegion = 'us-east-1';

/** The partition of a region: `aws` for commercial regions, the only ones the baseline supports today. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return 'aws';
}
