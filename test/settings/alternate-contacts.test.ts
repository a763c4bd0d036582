import { alternateContacts as setting } from '../../settings/alternate-contacts';
import { managementId, placeIn, workloadId } from './example-place';
import { AwsError, expectOnlyPermitted, fakeAws, run } from './fake-aws';

const list = 'organizations:ListAccounts';
const get = 'account:GetAlternateContact';
const put = 'account:PutAlternateContact';

const security = { name: 'Security team', title: 'On duty', email: 'security@example.com', phone: '+81 3-0000-0000' };
const billing = { name: 'Accounting', title: 'Accounting', email: 'billing@example.com', phone: '+81 3-0000-0001' };
const desired = {
  managementAccountId: managementId,
  accountIds: [managementId, workloadId],
  contacts: { SECURITY: security },
};

const accounts = (...states: [id: string, state: string][]) => ({
  Accounts: states.map(([Id, State]) => ({ Id, State })),
});
const both = accounts([managementId, 'ACTIVE'], [workloadId, 'ACTIVE']);
const contact = (changes: object = {}) => ({
  AlternateContact: {
    Name: security.name,
    Title: security.title,
    EmailAddress: security.email,
    PhoneNumber: security.phone,
    ...changes,
  },
});

test('sets the contact of every account, and leaves out the id of the management account, which AWS refuses', async () => {
  const aws = fakeAws({ [list]: both, [get]: new AwsError('ResourceNotFoundException', 'none', 404), [put]: {} });
  const { differences } = await run(setting, desired, aws);
  expect(differences).toEqual(
    [managementId, workloadId].map((id) => ({
      what: `contacts.${id}.SECURITY`,
      desired: 'as desired',
      observed: 'none',
    })),
  );
  const values = {
    AlternateContactType: 'SECURITY',
    Name: security.name,
    Title: security.title,
    EmailAddress: security.email,
    PhoneNumber: security.phone,
  };
  expect(aws.inputs(put)).toEqual([values, { ...values, AccountId: workloadId }]);
  expect(aws.inputs(get)).toEqual([
    { AlternateContactType: 'SECURITY' },
    { AlternateContactType: 'SECURITY', AccountId: workloadId },
  ]);
  expectOnlyPermitted(aws, setting.permissions(desired, placeIn(managementId)));
});

test.each([
  ['Name', 'Somebody'],
  ['Title', 'Left'],
  ['EmailAddress', 'left@example.com'],
  ['PhoneNumber', '+81 3-0000-9999'],
])('replaces a contact with another %s', async (field, value) => {
  const aws = fakeAws({ [list]: both, [get]: contact({ [field]: value }), [put]: {} });
  await run(setting, desired, aws);
  expect(aws.written()).toEqual([put, put]);
});

test('changes nothing for a number that is written with other spaces', async () => {
  const aws = fakeAws({ [list]: both, [get]: contact({ PhoneNumber: '+81300000000' }) });
  expect((await run(setting, desired, aws)).differences).toEqual([]);
  expect(aws.written()).toEqual([]);
});

test('asks for the kinds that are named only: another kind stays as somebody set it', async () => {
  const aws = fakeAws({ [list]: both, [get]: contact() });
  await run(setting, desired, aws);
  expect(aws.inputs(get).map((input) => (input as { AlternateContactType: string }).AlternateContactType)).toEqual([
    'SECURITY',
    'SECURITY',
  ]);
  const two = { ...desired, contacts: { SECURITY: security, BILLING: billing } };
  expect(setting.permissions(two, placeIn(managementId)).at(-1)?.condition).toEqual({
    'ForAnyValue:StringEquals': { 'account:AlternateContactTypes': ['SECURITY', 'BILLING'] },
  });
});

test('reaches accounts the configuration does not know, and none that is closed or suspended', async () => {
  const more = accounts(
    [managementId, 'ACTIVE'],
    [workloadId, 'ACTIVE'],
    ['555555555555', 'ACTIVE'],
    ['666666666666', 'SUSPENDED'],
    ['777777777777', 'PENDING_CLOSURE'],
    ['888888888888', 'CLOSED'],
  );
  const aws = fakeAws({ [list]: more, [get]: new AwsError('ResourceNotFoundException', 'none', 404), [put]: {} });
  await run(setting, desired, aws);
  expect(aws.inputs(put).map((input) => (input as { AccountId?: string }).AccountId)).toEqual([
    undefined,
    workloadId,
    '555555555555',
  ]);
});

test.each([
  ['suspended', accounts([managementId, 'ACTIVE'], [workloadId, 'SUSPENDED']), `${workloadId} is SUSPENDED`],
  ['of another organization', accounts([managementId, 'ACTIVE']), `${workloadId} is not in it`],
])('names an account of the configuration that is %s, before anything is changed', async (_state, answer, message) => {
  const aws = fakeAws({ [list]: answer });
  await expect(run(setting, desired, aws)).rejects.toThrow(message);
  expect(aws.written()).toEqual([]);
});

test('repeats nobody’s telephone number: differences go to a log', async () => {
  const aws = fakeAws({ [list]: both, [get]: contact({ PhoneNumber: '+81 90-1234-5678' }), [put]: {} });
  const { differences } = await run(setting, desired, aws);
  expect(JSON.stringify(differences)).not.toMatch(/\+81|@/);
});

test('may change contacts in this organization only', () => {
  expect(setting.permissions(desired, placeIn(managementId))[1]?.resources).toEqual([
    `arn:aws:account::${managementId}:account`,
    `arn:aws:account::${managementId}:account/o-example12345/*`,
  ]);
});
