import { organizationPolicyTypes as setting } from '../../settings/organization-policy-types';
import { managementId, placeIn } from './example-place';
import { AwsError, expectOnlyPermitted, fakeAws, inTurn, run, type Script } from './fake-aws';

const desired = { policyTypes: ['SERVICE_CONTROL_POLICY', 'INSPECTOR_POLICY'] as const };

const organization = { Organization: { Id: 'o-example12345', FeatureSet: 'ALL' } };

const roots = (statuses: Record<string, string>) => ({
  Roots: [
    { Id: 'r-ab12', Name: 'Root', PolicyTypes: Object.entries(statuses).map(([Type, Status]) => ({ Type, Status })) },
  ],
});

/** An organization that enables a type one look after it was asked to. */
function enabling(before: Record<string, string> = {}): Script {
  const statuses = { ...before };
  return {
    'organizations:DescribeOrganization': organization,
    'organizations:ListRoots': () => {
      const answer = roots(statuses);
      for (const type of Object.keys(statuses)) statuses[type] = 'ENABLED';
      return answer;
    },
    'organizations:EnablePolicyType': ({ PolicyType }: { PolicyType: string }) => {
      statuses[PolicyType] = 'PENDING_ENABLE';
      return roots(statuses);
    },
  };
}

test('enables every desired type, in order, and waits until AWS has done it', async () => {
  const aws = fakeAws(enabling());
  const { differences, attributes } = await run(setting, desired, aws);
  expect(differences).toEqual([
    { what: 'policyTypes.SERVICE_CONTROL_POLICY', desired: 'ENABLED', observed: 'off' },
    { what: 'policyTypes.INSPECTOR_POLICY', desired: 'ENABLED', observed: 'off' },
  ]);
  expect(aws.inputs('organizations:EnablePolicyType')).toEqual([
    { RootId: 'r-ab12', PolicyType: 'SERVICE_CONTROL_POLICY' },
    { RootId: 'r-ab12', PolicyType: 'INSPECTOR_POLICY' },
  ]);
  expect(attributes).toEqual({ RootId: 'r-ab12' });
  expect(aws.calls.at(-1)?.operation).toBe('organizations:ListRoots');
  expectOnlyPermitted(aws, setting.permissions(desired, placeIn(managementId, 'us-east-1')));
});

test('keeps to one request a second', async () => {
  const aws = fakeAws(enabling());
  await run(setting, desired, aws);
  expect(aws.waits.slice(0, 2)).toEqual([1_000, 1_000]);
});

test('changes nothing when every type is enabled, and returns the same root', async () => {
  const aws = fakeAws(enabling({ SERVICE_CONTROL_POLICY: 'ENABLED', INSPECTOR_POLICY: 'ENABLED' }));
  const { differences, attributes } = await run(setting, desired, aws);
  expect(differences).toEqual([]);
  expect(attributes).toEqual({ RootId: 'r-ab12' });
  expect(aws.written()).toEqual([]);
});

test('enables only what is missing, and waits for a type that somebody else is enabling', async () => {
  const aws = fakeAws(enabling({ SERVICE_CONTROL_POLICY: 'PENDING_ENABLE' }));
  const { differences } = await run(setting, desired, aws);
  expect(differences).toContainEqual({
    what: 'policyTypes.SERVICE_CONTROL_POLICY',
    desired: 'ENABLED',
    observed: 'PENDING_ENABLE',
  });
  expect(aws.inputs('organizations:EnablePolicyType')).toEqual([{ RootId: 'r-ab12', PolicyType: 'INSPECTOR_POLICY' }]);
});

test.each(['TooManyRequestsException', 'ConcurrentModificationException', 'PolicyChangesInProgressException'])(
  'repeats a request after %s, with growing pauses',
  async (name) => {
    const script = enabling({ SERVICE_CONTROL_POLICY: 'ENABLED' });
    const aws = fakeAws({
      ...script,
      'organizations:EnablePolicyType': (input: object, before) => {
        if (before < 3) return new AwsError(name);
        return (script['organizations:EnablePolicyType'] as (input: object) => object)(input);
      },
    });
    await run(setting, desired, aws);
    expect(aws.written()).toHaveLength(4);
    expect(aws.waits.slice(0, 3)).toEqual([1_000, 2_000, 4_000]);
  },
);

test('gives up when AWS never stops throttling, with the error of AWS', async () => {
  const aws = fakeAws({
    ...enabling(),
    'organizations:EnablePolicyType': new AwsError('TooManyRequestsException'),
  });
  await expect(run(setting, desired, aws)).rejects.toMatchObject({ name: 'TooManyRequestsException' });
});

test('takes "already enabled" for success', async () => {
  const aws = fakeAws({
    'organizations:DescribeOrganization': organization,
    'organizations:ListRoots': inTurn(
      roots({ INSPECTOR_POLICY: 'ENABLED' }),
      roots({ INSPECTOR_POLICY: 'ENABLED', SERVICE_CONTROL_POLICY: 'ENABLED' }),
    ),
    'organizations:EnablePolicyType': new AwsError('PolicyTypeAlreadyEnabledException'),
  });
  await expect(run(setting, desired, aws)).resolves.toMatchObject({ attributes: { RootId: 'r-ab12' } });
});

test('fails when a type stays pending', async () => {
  const aws = fakeAws({
    'organizations:DescribeOrganization': organization,
    'organizations:ListRoots': roots({ SERVICE_CONTROL_POLICY: 'ENABLED', INSPECTOR_POLICY: 'PENDING_ENABLE' }),
  });
  await expect(run(setting, desired, aws)).rejects.toThrow(/INSPECTOR_POLICY is PENDING_ENABLE.*Deploy again/);
});

test('refuses an organization that has only consolidated billing, before it changes anything', async () => {
  const aws = fakeAws({
    ...enabling(),
    'organizations:DescribeOrganization': { Organization: { FeatureSet: 'CONSOLIDATED_BILLING' } },
  });
  await expect(run(setting, desired, aws)).rejects.toThrow(/CONSOLIDATED_BILLING.*Enable all features/);
  expect(aws.written()).toEqual([]);
});

test('a missing permission is an error, never "off"', async () => {
  const aws = fakeAws({ ...enabling(), 'organizations:ListRoots': new AwsError('AccessDeniedException') });
  await expect(setting.read(desired, aws.clients)).rejects.toMatchObject({ name: 'AccessDeniedException' });
});
