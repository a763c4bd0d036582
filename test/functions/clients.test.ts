import { awsClients, operationOf, withPacing } from '../../functions/clients';

const clients = awsClients({
  region: 'ap-northeast-1',
  credentials: { accessKeyId: 'example', secretAccessKey: 'example' },
});

const immediately = async () => undefined;

test('makes a client once, however often it is used', () => {
  expect(clients.guardDuty).toBe(clients.guardDuty);
  expect(withPacing(clients, { wait: immediately }).guardDuty).toBe(clients.guardDuty);
});

test('makes a client of KMS for each region', async () => {
  const tokyo = clients.kmsIn('ap-northeast-1');
  const virginia = clients.kmsIn('us-east-1');
  expect([await tokyo.config.region(), await virginia.config.region()]).toEqual(['ap-northeast-1', 'us-east-1']);
  expect(clients.kmsIn('us-east-1')).toBe(virginia);
});

test.each(['bedrock', 'guardDuty', 'iam', 'inspector', 'macie', 'organizations', 'securityHub'] as const)(
  '%s works in the region it is told',
  async (name) => {
    expect(await clients[name].config.region()).toBe('ap-northeast-1');
  },
);

test('waits as it is told, without touching the clients of others', async () => {
  const one = withPacing(clients, { wait: immediately });
  expect(one.wait).toBe(immediately);
  expect('wait' in clients).toBe(false);
});

test('knows which call threw an error, and nothing of errors from elsewhere', async () => {
  const failing = awsClients({
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'example', secretAccessKey: 'example' },
    maxAttempts: 1,
    requestHandler: { handle: () => Promise.reject(new Error('no network in a test')) } as never,
  });
  const error = await failing.inspector.listDelegatedAdminAccounts({}).catch((thrown: unknown) => thrown);
  expect(operationOf(error)).toBe('inspector2:ListDelegatedAdminAccounts');
  expect(operationOf(new Error('ours'))).toBeUndefined();
  expect(operationOf('text')).toBeUndefined();
});
