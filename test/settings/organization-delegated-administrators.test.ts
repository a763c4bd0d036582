import { organizationDelegatedAdministrators as setting } from '../../settings/organization-delegated-administrators';
import { auditId, managementId, placeIn, workloadId } from './example-place';
import { AwsError, expectOnlyPermitted, fakeAws, inTurn, run } from './fake-aws';

const desired = { accountId: auditId, services: ['access-analyzer.amazonaws.com', 'config.amazonaws.com'] };

const list = 'organizations:ListDelegatedAdministrators';
const register = 'organizations:RegisterDelegatedAdministrator';

const administrators = (...ids: string[]) => ({ DelegatedAdministrators: ids.map((Id) => ({ Id, Status: 'ACTIVE' })) });

/** Administrators by service. */
const of = (byService: Record<string, string[]>) => (input: { ServicePrincipal: string }) =>
  administrators(...(byService[input.ServicePrincipal] ?? []));

test('registers the account for every service', async () => {
  const aws = fakeAws({ [list]: of({}), [register]: {} });
  const { differences } = await run(setting, desired, aws);
  expect(differences[0]).toEqual({
    what: 'administrators.access-analyzer.amazonaws.com',
    desired: auditId,
    observed: 'none',
  });
  expect(aws.inputs(register)).toEqual(
    desired.services.map((ServicePrincipal) => ({ AccountId: auditId, ServicePrincipal })),
  );
  expectOnlyPermitted(aws, setting.permissions(desired, placeIn(managementId)));
});

test('changes nothing when it is registered, also beside another account', async () => {
  const aws = fakeAws({
    [list]: of({ 'access-analyzer.amazonaws.com': [auditId], 'config.amazonaws.com': [workloadId, auditId] }),
  });
  const { differences } = await run(setting, desired, aws);
  expect(differences).toEqual([]);
  expect(aws.written()).toEqual([]);
});

test('registers only what is missing, after throttling, and takes "already registered" for success', async () => {
  const aws = fakeAws({
    [list]: of({ 'access-analyzer.amazonaws.com': [auditId] }),
    [register]: inTurn(new AwsError('TooManyRequestsException'), new AwsError('AccountAlreadyRegisteredException')),
  });
  await run(setting, desired, aws);
  expect(aws.inputs(register)).toEqual([
    { AccountId: auditId, ServicePrincipal: 'config.amazonaws.com' },
    { AccountId: auditId, ServicePrincipal: 'config.amazonaws.com' },
  ]);
});

test('names both accounts when another one administers a service, and registers nothing', async () => {
  const aws = fakeAws({ [list]: of({ 'config.amazonaws.com': [workloadId] }) });
  await expect(run(setting, desired, aws)).rejects.toThrow(
    new RegExp(`${auditId}.*config\\.amazonaws\\.com by ${workloadId}.*Nothing was registered`),
  );
  expect(aws.written()).toEqual([]);
});

test('a missing permission is an error, never "nobody"', async () => {
  const aws = fakeAws({ [list]: new AwsError('AccessDeniedException') });
  await expect(setting.read(desired, aws.clients)).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('an error that is not "already registered" is thrown', async () => {
  const aws = fakeAws({ [list]: of({}), [register]: new AwsError('ConstraintViolationException') });
  await expect(run(setting, desired, aws)).rejects.toMatchObject({ name: 'ConstraintViolationException' });
});

test('may register the audit account only, for these services only', () => {
  expect(setting.permissions(desired, placeIn(managementId))).toContainEqual({
    actions: [register],
    resources: [`arn:aws:organizations::${managementId}:account/o-example12345/${auditId}`],
    condition: { StringEquals: { 'organizations:ServicePrincipal': desired.services } },
  });
});
