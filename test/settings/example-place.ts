import type { Place } from '../../settings/setting';

export const managementId = '111111111111';
export const logArchiveId = '222222222222';
export const auditId = '333333333333';
export const workloadId = '444444444444';

/** A place in the example organization. */
export function placeIn(accountId: string, region = 'ap-northeast-1'): Place {
  return { partition: 'aws', accountId, region, managementAccountId: managementId, organizationId: 'o-example12345' };
}
