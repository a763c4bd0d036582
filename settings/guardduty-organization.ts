/**
 * GuardDuty watches every account of the organization, existing and new, with the protection plans that are named; plans that
 * are not named are left as they are. Findings are published every 15 minutes.
 *
 * Runs in the administrator account, in each governed region, after `guardduty-administrator`. Attribute `DetectorId`. GuardDuty
 * and each plan cost per event and per GB, in every account (30-day trial each).
 */

import type { DetectorFeature, OrgFeature } from '@aws-sdk/client-guardduty';
import type { Clients } from './clients';
import { everyItem } from './every-item';
import { awaitOrCreateDetector, readDetectorId } from './guardduty-detector';
import { addMembers, type Member, missingOf, readMembers } from './guardduty-members';
import { serviceLinkedRoles, withoutResource } from './permissions';
import { retried } from './retry';
import type { Difference, Permission, Place, Setting } from './setting';

export interface DesiredGuardDutyOrganization {
  /** Protection plans, such as `LAMBDA_NETWORK_LOGS` and `AI_PROTECTION`. */
  readonly features: readonly Extract<DetectorFeature, OrgFeature>[];
  /** Accounts that are added by name, because GuardDuty does not add them by itself: the management account. At most 50. */
  readonly members: readonly Member[];
}

export interface ObservedGuardDutyOrganization {
  /** Absent until the delegation, or `apply`, has made one. */
  readonly detector?: ObservedDetector;
}

interface ObservedDetector {
  readonly id: string;
  readonly status: string;
  readonly findingPublishingFrequency: string;
  /** `ENABLED` or `DISABLED` by feature, in the administrator account. */
  readonly features: Readonly<Record<string, string>>;
  /** `ALL`, `NEW` or `NONE`. */
  readonly autoEnableMembers: string;
  /** `ALL`, `NEW` or `NONE` by feature. */
  readonly autoEnableFeatures: Readonly<Record<string, string>>;
  /** Ids of the accounts that are members, whether GuardDuty is enabled there or suspended. */
  readonly members: readonly string[];
}

export const guardDutyOrganization: Setting<DesiredGuardDutyOrganization, ObservedGuardDutyOrganization> = {
  name: 'guardduty-organization',
  reference: 'https://docs.aws.amazon.com/guardduty/latest/ug/set-guardduty-auto-enable-preferences.html',

  permissions: ({ features }, place) => [
    withoutResource(place, [
      'guardduty:CreateDetector',
      'guardduty:CreateMembers',
      'guardduty:DescribeOrganizationConfiguration',
      'guardduty:ListDetectors',
      'guardduty:ListMembers',
      'guardduty:UpdateOrganizationConfiguration',
    ]),
    {
      actions: ['guardduty:GetDetector', 'guardduty:UpdateDetector'],
      resources: [`arn:${place.partition}:guardduty:${place.region}:${place.accountId}:detector/*`],
    },
    serviceLinkedRoles(place, ['guardduty.amazonaws.com']),
    ...(features.includes('EBS_MALWARE_PROTECTION') ? malwareProtectionPermissions(place) : []),
  ],

  async read(_desired, clients) {
    const id = await readDetectorId(clients);
    return id === undefined ? {} : { detector: await readDetector(id, clients) };
  },

  differences({ features, members }, { detector }) {
    if (!detector) return [{ what: 'detector', desired: 'present', observed: 'none' }];
    const of = (what: string, desired: string, observed: string | undefined): readonly Difference[] =>
      observed === desired ? [] : [{ what, desired, observed: observed ?? 'absent' }];
    return [
      ...of('status', 'ENABLED', detector.status),
      ...of('findingPublishingFrequency', 'FIFTEEN_MINUTES', detector.findingPublishingFrequency),
      ...features.flatMap((name) => of(`features.${name}`, 'ENABLED', detector.features[name])),
      ...of('autoEnableOrganizationMembers', 'ALL', detector.autoEnableMembers),
      ...features.flatMap((name) => of(`autoEnable.${name}`, 'ALL', detector.autoEnableFeatures[name])),
      ...missingOf(members, detector.members).map(({ accountId }) => ({
        what: `members.${accountId}`,
        desired: 'member',
        observed: 'no member',
      })),
    ];
  },

  async apply(desired, observed, clients) {
    const detector = observed.detector ?? (await readDetector(await awaitOrCreateDetector(clients), clients));
    const off = desired.features.filter((name) => detector.features[name] !== 'ENABLED');
    if (off.length > 0 || detector.status !== 'ENABLED' || detector.findingPublishingFrequency !== 'FIFTEEN_MINUTES') {
      await retried(clients, () =>
        clients.guardDuty.updateDetector({
          DetectorId: detector.id,
          Enable: true,
          FindingPublishingFrequency: 'FIFTEEN_MINUTES',
          Features: off.length > 0 ? off.map((Name) => ({ Name, Status: 'ENABLED' })) : undefined,
        }),
      );
    }
    const partial = desired.features.filter((name) => detector.autoEnableFeatures[name] !== 'ALL');
    if (partial.length > 0 || detector.autoEnableMembers !== 'ALL') {
      await retried(clients, () =>
        clients.guardDuty.updateOrganizationConfiguration({
          DetectorId: detector.id,
          // Never with the older `AutoEnable`: GuardDuty refuses both together.
          AutoEnableOrganizationMembers: 'ALL',
          Features: partial.length > 0 ? partial.map((Name) => ({ Name, AutoEnable: 'ALL' })) : undefined,
        }),
      );
    }
    await addMembers(detector.id, missingOf(desired.members, detector.members), clients);
    return { DetectorId: detector.id };
  },
};

/** https://docs.aws.amazon.com/guardduty/latest/ug/slr-permissions-malware-protection.html */
function malwareProtectionPermissions(place: Place): readonly Permission[] {
  const service = 'malware-protection.guardduty.amazonaws.com';
  const role = `aws-service-role/${service}/AWSServiceRoleForAmazonGuardDutyMalwareProtection`;
  return [
    serviceLinkedRoles(place, [service]),
    { actions: ['iam:GetRole'], resources: [`arn:${place.partition}:iam::${place.accountId}:role/${role}`] },
  ];
}

async function readDetector(id: string, clients: Clients): Promise<ObservedDetector> {
  const detector = await retried(clients, () => clients.guardDuty.getDetector({ DetectorId: id }));
  let autoEnableMembers: string | undefined;
  const organizationFeatures = await everyItem(clients, async (token) => {
    const answer = await clients.guardDuty.describeOrganizationConfiguration({ DetectorId: id, NextToken: token });
    autoEnableMembers ??= answer.AutoEnableOrganizationMembers;
    return { items: answer.Features, next: answer.NextToken };
  });
  return {
    id,
    members: await readMembers(id, clients),
    status: detector.Status ?? 'unknown',
    findingPublishingFrequency: detector.FindingPublishingFrequency ?? 'unknown',
    features: Object.fromEntries((detector.Features ?? []).map(({ Name, Status }) => [Name, Status])),
    autoEnableMembers: autoEnableMembers ?? 'unknown',
    autoEnableFeatures: Object.fromEntries(organizationFeatures.map(({ Name, AutoEnable }) => [Name, AutoEnable])),
  };
}
