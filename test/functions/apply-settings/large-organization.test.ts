import { settingsHandler } from '../../../functions/apply-settings';
import type { AwsClients } from '../../../functions/clients';
import { type Answer, AwsError } from '../../settings/fake-aws';
import { Listed } from '../../settings/worlds/world';

const size = 500;
const managementId = '111111111111';
const memberIds = Array.from({ length: size - 1 }, (_, index) => String(500_000_000_000 + index));
const accountIds = [managementId, ...memberIds];
/** What Lambda gives the function, in milliseconds. */
const quarterOfAnHour = 900_000;

/** Calls a second and burst, as AWS publishes them; every other call is as fast as it answers. */
const quotas: Readonly<Record<string, readonly [rate: number, burst: number]>> = {
  'account:GetAlternateContact': [10, 15],
  'account:PutAlternateContact': [5, 8],
  'organizations:EnableAWSServiceAccess': [1, 2],
  'organizations:EnablePolicyType': [1, 1],
  'organizations:ListAccounts': [8, 12],
  'organizations:ListAccountsForParent': [5, 8],
  'organizations:ListParents': [5, 8],
  'organizations:ListRoots': [1, 2],
  'organizations:MoveAccount': [2, 3],
};

type Tell = (input: never) => Answer | Listed;

/**
 * An AWS with a clock: each call takes its time, too many are throttled, and lists have twenty items a page. Clients are plain objects,
 * for the speed of thousands of calls; the tests of the single settings have the real ones.
 */
function slowAws(operations: Readonly<Record<string, Tell>>, latency: number) {
  const clock = { now: 0 };
  const calls: string[] = [];
  const buckets = new Map<string, { tokens: number; at: number }>();
  const isThrottled = (operation: string): boolean => {
    const [rate, burst] = quotas[operation] ?? [Infinity, Infinity];
    const { tokens, at } = buckets.get(operation) ?? { tokens: burst, at: clock.now };
    const filled = Math.min(burst, tokens + ((clock.now - at) / 1_000) * rate);
    buckets.set(operation, { tokens: filled < 1 ? filled : filled - 1, at: clock.now });
    return filled < 1;
  };
  const answer = (operation: string, input: { NextToken?: string; nextToken?: string }): object => {
    calls.push(operation);
    clock.now += latency;
    const tell = operations[operation];
    if (!tell) throw new Error(`The test has no answer for ${operation}`);
    const told = isThrottled(operation) ? new AwsError('TooManyRequestsException') : tell(input as never);
    if (told instanceof AwsError) throw Object.assign(new Error(told.message), { name: told.name });
    return told instanceof Listed ? pageOf(told, input.NextToken ?? input.nextToken) : told;
  };
  const client = (service: string) =>
    new Proxy(
      {},
      {
        get:
          (_, method: string) =>
          async (input: object = {}) =>
            answer(`${service}:${method[0]?.toUpperCase()}${method.slice(1)}`, input),
      },
    );
  const clients = { account: client('account'), macie: client('macie2'), organizations: client('organizations') };
  return { clock, calls, clients: clients as unknown as AwsClients };
}

function pageOf({ key, token, items }: Listed, asked = '0'): object {
  const start = Number(asked);
  const next = start + 20 < items.length ? { [token]: String(start + 20) } : {};
  return { [key]: items.slice(start, start + 20), ...next };
}

/** One invocation of the real function. Its time is the clock of that AWS. */
async function invoke(
  settings: readonly { name: string; desired: unknown }[],
  { clock, clients }: ReturnType<typeof slowAws>,
) {
  const answers: string[] = [];
  jest.spyOn(global, 'fetch').mockImplementation(async (_url, init) => {
    answers.push(String(init?.body));
    return new Response();
  });
  const end = clock.now + quarterOfAnHour;
  const handle = settingsHandler({
    clients,
    sleep: async (milliseconds) => {
      clock.now += milliseconds;
    },
  });
  await handle(
    {
      RequestType: 'Create',
      ResponseURL: 'https://cloudformation.example.com/',
      StackId: 'arn:aws:cloudformation:us-east-1:111111111111:stack/example/1',
      RequestId: 'request',
      LogicalResourceId: 'Settings',
      ResourceProperties: {
        settings: settings.map(({ name, desired }) => ({ name, desired: JSON.stringify(desired) })),
      },
    },
    { getRemainingTimeInMillis: () => end - clock.now },
  );
  expect(answers).toHaveLength(1);
  return { ...(JSON.parse(answers[0] ?? '') as { Status: string; Reason: string }), left: end - clock.now };
}

/** Deploys again and again, as the message says, until it is done. */
async function untilDone(settings: Parameters<typeof invoke>[0], aws: ReturnType<typeof slowAws>, most: number) {
  const runs = [await invoke(settings, aws)];
  while (runs.at(-1)?.Status !== 'SUCCESS' && runs.length < most) runs.push(await invoke(settings, aws));
  return runs;
}

function contacts(kinds: readonly string[]) {
  const found = new Map<string, object>();
  let puts = 0;
  const contact = { name: 'Security team', title: 'On duty', email: 'security@example.com', phone: '+81 3-0000-0000' };
  const keyOf = (input: { AccountId?: string; AlternateContactType: string }) =>
    `${input.AccountId ?? managementId} ${input.AlternateContactType}`;
  const operations: Record<string, Tell> = {
    'organizations:ListAccounts': () =>
      new Listed(
        'Accounts',
        'NextToken',
        accountIds.map((Id) => ({ Id, State: 'ACTIVE' })),
      ),
    'account:GetAlternateContact': (input: { AlternateContactType: string }) => {
      const AlternateContact = found.get(keyOf(input));
      return AlternateContact ? { AlternateContact } : new AwsError('ResourceNotFoundException', 'none', 404);
    },
    'account:PutAlternateContact': (input: { AlternateContactType: string }) => {
      puts++;
      found.set(keyOf(input), input);
      return {};
    },
  };
  const desired = {
    managementAccountId: managementId,
    accountIds,
    contacts: Object.fromEntries(kinds.map((kind) => [kind, contact])),
  };
  return { operations, settings: [{ name: 'alternate-contacts', desired }], found, puts: () => puts };
}

function placement() {
  const parents = new Map(memberIds.map((id) => [id, 'r-ab12']));
  let moves = 0;
  const operations: Record<string, Tell> = {
    'organizations:ListAccountsForParent': ({ ParentId }: { ParentId: string }) =>
      new Listed(
        'Accounts',
        'NextToken',
        memberIds.flatMap((Id) => (parents.get(Id) === ParentId ? [{ Id }] : [])),
      ),
    'organizations:MoveAccount': ({ AccountId, DestinationParentId }: Record<string, string>) => {
      moves++;
      parents.set(String(AccountId), String(DestinationParentId));
      return {};
    },
  };
  const desired = {
    rootId: 'r-ab12',
    accounts: memberIds.map((accountId) => ({ accountId, name: accountId, organizationalUnitId: 'ou-ab12-workloads' })),
  };
  return { operations, settings: [{ name: 'organization-account-placement', desired }], parents, moves: () => moves };
}

beforeEach(() => {
  for (const level of ['info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => undefined);
});

afterEach(() => {
  jest.restoreAllMocks();
});

describe(`an organization of ${size} accounts`, () => {
  test('gets its security contacts in one invocation, and finds them in the next without a change', async () => {
    const { operations, settings, found, puts } = contacts(['SECURITY']);
    const aws = slowAws(operations, 80);
    expect(await invoke(settings, aws)).toMatchObject({ Status: 'SUCCESS' });
    expect(found.size).toBe(size);
    expect(await invoke(settings, aws)).toMatchObject({ Status: 'SUCCESS' });
    expect(puts()).toBe(size);
  });

  test('gets all three contacts from an AWS that is slow in several invocations, each of which says to go on', async () => {
    const { operations, settings, found, puts } = contacts(['SECURITY', 'OPERATIONS', 'BILLING']);
    const runs = await untilDone(settings, slowAws(operations, 300), 4);
    const stopped = runs.slice(0, -1);
    expect(stopped.length).toBeGreaterThan(0);
    for (const { Status, Reason, left } of stopped) {
      expect({ Status, Reason }).toEqual({
        Status: 'FAILED',
        Reason: 'alternate-contacts: the time of the function is up. Deploy again: it goes on where it stopped.',
      });
      expect(left).toBeGreaterThan(30_000);
    }
    expect(runs.at(-1)).toMatchObject({ Status: 'SUCCESS' });
    expect(found.size).toBe(3 * size);
    // Not one contact is written twice.
    expect(puts()).toBe(3 * size);
  });

  test('has its accounts moved in one invocation, without a question for each', async () => {
    const { operations, settings, parents, moves } = placement();
    const aws = slowAws(operations, 80);
    expect(await invoke(settings, aws)).toMatchObject({ Status: 'SUCCESS' });
    expect(new Set(parents.values())).toEqual(new Set(['ou-ab12-workloads']));
    expect(moves()).toBe(memberIds.length);
    expect(aws.calls.filter((operation) => operation.includes(':List')).length).toBeLessThan(100);
  });

  test('has its accounts moved in two invocations where each move takes seconds', async () => {
    const { operations, settings, moves } = placement();
    const runs = await untilDone(settings, slowAws(operations, 2_000), 3);
    expect(runs.map(({ Status }) => Status)).toEqual(['FAILED', 'SUCCESS']);
    expect(runs[0]?.Reason).toMatch(/time of the function is up\. Deploy again: it goes on where it stopped/);
    expect(moves()).toBe(memberIds.length);
  });

  test('has every account a member of Macie in one invocation', async () => {
    const members = new Map<string, string>();
    const aws = slowAws(
      {
        'macie2:GetMacieSession': () => ({ status: 'ENABLED' }),
        'macie2:DescribeOrganizationConfiguration': () => ({ autoEnable: true, maxAccountLimitReached: false }),
        'macie2:GetAutomatedDiscoveryConfiguration': () => ({
          status: 'ENABLED',
          autoEnableOrganizationMembers: 'ALL',
        }),
        'macie2:ListMembers': () =>
          new Listed(
            'members',
            'nextToken',
            [...members].map(([accountId, relationshipStatus]) => ({ accountId, relationshipStatus })),
          ),
        'macie2:CreateMember': ({ account }: { account: { accountId: string } }) => {
          members.set(account.accountId, 'Enabled');
          return { arn: account.accountId };
        },
      },
      300,
    );
    const desired = { members: memberIds.map((accountId) => ({ accountId, email: `${accountId}@example.com` })) };
    expect(await invoke([{ name: 'macie-organization', desired }], aws)).toMatchObject({
      Status: 'SUCCESS',
    });
    expect(members.size).toBe(memberIds.length);
  });
});
