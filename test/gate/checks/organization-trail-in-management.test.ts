import type { AssembledStack } from '../../../gate/assembly';
import { organizationTrailInManagement } from '../../../gate/checks/organization-trail-in-management';
import { accounts, faultsOf, messagesOf, passesOf, stackOf } from '../fixture-assembly';

const properties = {
  TrailName: 'example-organization-trail',
  IsLogging: true,
  IsOrganizationTrail: true,
  IsMultiRegionTrail: true,
  IncludeGlobalServiceEvents: true,
  EnableLogFileValidation: true,
  S3BucketName: 'example-trail-222233334444-ap-northeast-1',
  KMSKeyId: 'arn:aws:kms:ap-northeast-1:222233334444:alias/example-trail',
};
const trailStack = (changes: Record<string, unknown> = {}, more: Partial<AssembledStack> = {}) =>
  stackOf(
    'management-trail',
    { Trail: { Type: 'AWS::CloudTrail::Trail', Properties: { ...properties, ...changes } } },
    { account: accounts.management.id, ...more },
  );

describe('the organization trail', () => {
  test('passes when it is complete and in the management account', () => {
    expect(passesOf(organizationTrailInManagement, [trailStack()])).toEqual([
      { state: 'pass', stack: 'management-trail' },
    ]);
  });

  test.each([
    ['log file validation', { EnableLogFileValidation: false }, 'EnableLogFileValidation'],
    ['other regions', { IsMultiRegionTrail: false }, 'IsMultiRegionTrail'],
    ['other accounts', { IsOrganizationTrail: undefined }, 'IsOrganizationTrail'],
    ['recording at all', { IsLogging: false }, 'IsLogging'],
    ['global services', { IncludeGlobalServiceEvents: false }, 'IncludeGlobalServiceEvents'],
    ['encryption', { KMSKeyId: undefined }, 'KMSKeyId'],
    ['the bucket of the log archive', { S3BucketName: 'elsewhere' }, 'S3BucketName'],
  ])('fails without %s, and says which property', (_what, changes, property) => {
    const faults = faultsOf(organizationTrailInManagement, [trailStack(changes)]);
    expect(faults).toEqual([expect.objectContaining({ stack: 'management-trail', logicalId: 'Trail' })]);
    expect(messagesOf(faults)).toEqual([`The organization trail is wrong in ${property}`]);
  });

  test.each([
    ['another account', { account: accounts.audit.id }, 'account'],
    ['another region', { region: 'us-east-1' }, 'region'],
  ])('fails in %s', (_where, more, what) => {
    expect(messagesOf(faultsOf(organizationTrailInManagement, [trailStack({}, more)]))).toEqual([
      `The organization trail is wrong in ${what}`,
    ]);
  });

  test('fails when it is missing, and when there are two', () => {
    expect(messagesOf(faultsOf(organizationTrailInManagement, []))[0]).toMatch(
      /has 0 trails named example-organization-trail/,
    );
    expect(messagesOf(faultsOf(organizationTrailInManagement, [trailStack(), trailStack()]))[0]).toMatch(
      /has 2 trails/,
    );
  });

  test('is not ours to make where another trail records management events, and is where none does, also under Control Tower', () => {
    expect(faultsOf(organizationTrailInManagement, [], { trail: 'data-only' })).toEqual([
      expect.objectContaining({ state: 'not-applicable' }),
    ]);
    expect(faultsOf(organizationTrailInManagement, [], { controlTower: true, trail: 'complete' })).toEqual([
      expect.objectContaining({ state: 'fail' }),
    ]);
  });

  test('is not ours to make where Control Tower has one', () => {
    const organizationalUnits = [
      { name: 'security', id: 'ou-exmp-security1' },
      { name: 'workloads', id: 'ou-exmp-workload1' },
    ];
    expect(faultsOf(organizationTrailInManagement, [], { controlTower: true, organizationalUnits })).toEqual([
      expect.objectContaining({ state: 'not-applicable' }),
    ]);
  });
});
