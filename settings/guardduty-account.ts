/**
 * GuardDuty is on in the account itself, with nothing but its foundation: the organization brings the protection plans.
 *
 * For the management account only: the organization enables GuardDuty in every member account, but the management account can become a
 * member only after it has enabled GuardDuty itself. Runs there, in each governed region. GuardDuty costs per event and per GB (30-day
 * trial).
 */

import type { DetectorFeature } from '@aws-sdk/client-guardduty';
import { readDetectorId } from './guardduty-detector';
import { serviceLinkedRoles, withoutResource } from './permissions';
import { retried } from './retry';
import type { Setting } from './setting';

export type DesiredGuardDutyAccount = Readonly<Record<string, never>>;

export interface ObservedGuardDutyAccount {
  /** Absent where GuardDuty was never on. */
  readonly detector?: { readonly id: string; readonly status: string };
}

/** What AWS switches on with a new detector unless it is told not to. */
const defaultPlans: readonly DetectorFeature[] = [
  ...(['EBS_MALWARE_PROTECTION', 'EKS_AUDIT_LOGS', 'LAMBDA_NETWORK_LOGS', 'RDS_LOGIN_EVENTS'] as const),
  'S3_DATA_EVENTS',
];

export const guardDutyAccount: Setting<DesiredGuardDutyAccount, ObservedGuardDutyAccount> = {
  name: 'guardduty-account',
  reference: 'https://docs.aws.amazon.com/guardduty/latest/ug/add-member-accounts-guardduty-organization.html',

  permissions: (_desired, place) => [
    withoutResource(place, ['guardduty:CreateDetector', 'guardduty:ListDetectors']),
    {
      actions: ['guardduty:GetDetector', 'guardduty:UpdateDetector'],
      resources: [`arn:${place.partition}:guardduty:${place.region}:${place.accountId}:detector/*`],
    },
    serviceLinkedRoles(place, ['guardduty.amazonaws.com']),
  ],

  async read(_desired, clients) {
    const id = await readDetectorId(clients);
    if (id === undefined) return {};
    const { Status } = await retried(clients, () => clients.guardDuty.getDetector({ DetectorId: id }));
    return { detector: { id, status: Status ?? 'unknown' } };
  },

  differences: (_desired, { detector }) =>
    detector?.status === 'ENABLED'
      ? []
      : [{ what: 'detector', desired: 'ENABLED', observed: detector?.status ?? 'none' }],

  async apply(_desired, { detector }, clients) {
    if (!detector) {
      await retried(clients, () =>
        clients.guardDuty.createDetector({
          Enable: true,
          FindingPublishingFrequency: 'FIFTEEN_MINUTES',
          Features: defaultPlans.map((Name) => ({ Name, Status: 'DISABLED' })),
        }),
      );
    } else if (detector.status !== 'ENABLED') {
      await retried(clients, () => clients.guardDuty.updateDetector({ DetectorId: detector.id, Enable: true }));
    }
    return {};
  },
};
