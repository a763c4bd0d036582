import { settingsHandler } from '../../functions/apply-settings';
import { awsClients, type ClientConfiguration } from '../../functions/clients';
import { type SettingName, settings } from '../../settings/catalogue';
import { managementId, placeIn } from './example-place';
import { AwsError, expectOnlyPermitted, type FakeAws, fakeAws, type Script } from './fake-aws';
import { worlds } from './worlds';
import { type Behaviour, type Memory, obedient, scriptOf, type World } from './worlds/world';

interface Outcome {
  readonly Status: 'SUCCESS' | 'FAILED';
  readonly Reason: string;
  readonly Data?: Record<string, string>;
}

/** What CloudFormation was told last. The answers go to nobody: other tests show that they arrive. */
let answered: string[] = [];

function silence(): void {
  answered = [];
  jest.spyOn(global, 'fetch').mockImplementation(async (_url, init) => {
    answered.push(String(init?.body));
    return new Response();
  });
  for (const level of ['info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => undefined);
}

beforeEach(silence);

afterEach(() => {
  jest.restoreAllMocks();
});

const awsOf = (script: Script): FakeAws =>
  fakeAws(script, (configuration) => awsClients(configuration as unknown as ClientConfiguration));

/** Sends the real handler, with the real clients, one request to one setting. */
async function ask(name: string, { desired }: World, aws: FakeAws, RequestType: 'Create' | 'Delete' = 'Create') {
  const time = { left: 900_000 };
  const handle = settingsHandler({
    clients: aws.clients,
    sleep: async (milliseconds) => {
      time.left -= milliseconds;
    },
  });
  await handle(
    {
      RequestType,
      ResponseURL: 'https://cloudformation.example.com/',
      StackId: 'arn:aws:cloudformation:us-east-1:111111111111:stack/example/1',
      RequestId: 'request',
      LogicalResourceId: 'Settings',
      ResourceProperties: { settings: [{ name, desired: JSON.stringify(desired) }] },
    },
    { getRemainingTimeInMillis: () => time.left },
  );
  return JSON.parse(answered.at(-1) ?? '') as Outcome;
}

/** A run against a memory that behaves in some way. */
async function run(name: string, world: World, memory: Memory, behaviour?: Behaviour) {
  const aws = awsOf(scriptOf(memory, behaviour));
  return { ...(await ask(name, world, aws)), aws };
}

const deaf: Behaviour['write'] = (_operation, write, input) => write.answer?.(input) ?? {};
const denied = new AwsError('AccessDeniedException', 'User is not authorized', 403);
const slow = new AwsError('ThrottlingException', 'Rate exceeded', 400);

/** What a world looks like when everything went well. */
async function wellDone(name: string, world: World): Promise<{ state: string; written: string[]; Data: unknown }> {
  const memory = world.start();
  const { Status, Reason, Data, aws } = await run(name, world, memory);
  expect({ Status, Reason }).toMatchObject({ Status: 'SUCCESS' });
  return { state: JSON.stringify(memory.state()), written: aws.written(), Data };
}

test('the table has a row for every setting, and every row has ways to lie', () => {
  expect(Object.keys(worlds).sort()).toEqual(Object.keys(settings).sort());
  expect(Object.entries(worlds).filter(([, { lies }]) => Object.keys(lies).length === 0)).toEqual([]);
});

describe.each(Object.entries(worlds))('%s', (name, world) => {
  const operations = world.start();
  let clean: Awaited<ReturnType<typeof wellDone>>;

  beforeAll(async () => {
    silence();
    clean = await wellDone(name, world);
  });

  test('is made so, with calls that its role permits, and a second run changes nothing and answers the same', async () => {
    const memory = world.start();
    const first = await run(name, world, memory);
    expect(first).toMatchObject({ Status: 'SUCCESS' });
    expect(first.aws.written()).not.toEqual([]);
    const second = await run(name, world, memory);
    expect(second).toMatchObject({ Status: 'SUCCESS' });
    expect(second.Data).toEqual(first.Data);
    expect(second.aws.written()).toEqual([]);
    const setting = settings[name as SettingName];
    expectOnlyPermitted(first.aws, setting.permissions(world.desired as never, placeIn(managementId)));
  });

  test('the world of this test answers every call the setting makes, and no other', async () => {
    const memory = world.start();
    const calls = [...(await run(name, world, memory)).aws.calls, ...(await run(name, world, memory)).aws.calls];
    const made = new Set(calls.map(({ operation }) => operation));
    const scripted = [...Object.keys(operations.reads), ...Object.keys(operations.writes)];
    expect([...made, ...(world.rarely ?? [])].sort()).toEqual(scripted.sort());
  });

  test('stays as it is when its stack is deleted', async () => {
    const memory = world.start();
    await run(name, world, memory);
    const before = JSON.stringify(memory.state());
    const aws = awsOf({});
    expect(await ask(name, world, aws, 'Delete')).toMatchObject({ Status: 'SUCCESS' });
    expect(aws.calls).toEqual([]);
    expect(JSON.stringify(memory.state())).toBe(before);
  });

  test('is made so through throttling of every call, with the same changes', async () => {
    const memory = world.start();
    const outcome = await run(name, world, memory, {
      write: (operation, write, input, before) => (before === 0 ? slow : obedient(operation, write, input)),
      read: (_operation, truth, before) => (before === 0 ? slow : truth()),
    });
    expect(outcome).toMatchObject({ Status: 'SUCCESS' });
    expect(JSON.stringify(memory.state())).toBe(clean.state);
  });

  test('is made so, and found so, through pages of which the first is empty', async () => {
    const memory = world.start();
    expect(await run(name, world, memory, { paged: true })).toMatchObject({ Status: 'SUCCESS' });
    expect(JSON.stringify(memory.state())).toBe(clean.state);
    expect((await run(name, world, memory, { paged: true })).aws.written()).toEqual([]);
  });

  test('is waited for where AWS does it a little later', async () => {
    const memory = world.start();
    let waiting: (() => void)[] = [];
    let readsUntil = 0;
    const outcome = await run(name, world, memory, {
      write: (operation, write, input) => {
        waiting.push(() => obedient(operation, write, input));
        readsUntil = 3;
        return write.answer?.(input) ?? {};
      },
      read: (_operation, truth) => {
        if (readsUntil-- <= 0) {
          for (const effect of waiting) effect();
          waiting = [];
        }
        return truth();
      },
    });
    expect(outcome).toMatchObject({ Status: 'SUCCESS' });
  });

  test('goes on where a first run was stopped, at each call that changes something', async () => {
    for (let stopped = 0; stopped < clean.written.length; stopped++) {
      const memory = world.start();
      let done = 0;
      const halfWay = await run(name, world, memory, {
        write: (operation, write, input) => (done++ === stopped ? denied : obedient(operation, write, input)),
      });
      expect(halfWay).toMatchObject({ Status: 'FAILED' });
      expect(halfWay.Reason).toMatch(/answered AccessDeniedException/);
      const rest = await run(name, world, memory);
      expect(rest).toMatchObject({ Status: 'SUCCESS', Data: clean.Data });
      expect(JSON.stringify(memory.state())).toBe(clean.state);
      expect(rest.aws.written()).toEqual(clean.written.slice(stopped));
    }
  });

  describe('is not called done when AWS', () => {
    test('takes every call and does nothing', async () => {
      const memory = world.start();
      const before = JSON.stringify(memory.state());
      const { Status, Reason } = await run(name, world, memory, { write: deaf });
      expect({ Status, Reason }).toMatchObject({ Status: 'FAILED' });
      expect(Reason).not.toMatch(/fault of the baseline/);
      expect(JSON.stringify(memory.state())).toBe(before);
    });

    test('answers every question with nothing', async () => {
      const nothing: Behaviour = { write: deaf, read: () => ({}) };
      const { Status, Reason } = await run(name, world, world.start(), nothing);
      expect({ Status, Reason }).toMatchObject({ Status: 'FAILED' });
      expect(Reason).not.toMatch(/fault of the baseline/);
    });

    test.each(Object.keys(operations.reads).filter((operation) => !world.rarely?.includes(operation)))(
      'does not let %s be called: a missing permission is never "not set"',
      async (operation) => {
        const read: Behaviour['read'] = (asked, truth) => (asked === operation ? denied : truth());
        const { Status, Reason } = await run(name, world, world.start(), { read });
        expect({ Status, Reason }).toEqual({ Status: 'FAILED', Reason: expect.stringContaining(operation) });
      },
    );

    test('says "already so" and it is not; and is when it is', async () => {
      const already = Object.entries(operations.writes).flatMap(([operation, write]) =>
        write.already ? [[operation, write.already] as const] : [],
      );
      for (const [operation, answer] of already) {
        const claiming =
          (really: boolean): NonNullable<Behaviour['write']> =>
          (asked, write, input) => {
            if (asked !== operation) return obedient(asked, write, input);
            if (really) write.effect(input);
            return answer;
          };
        expect(await run(name, world, world.start(), { write: claiming(false) })).toMatchObject({ Status: 'FAILED' });
        expect(await run(name, world, world.start(), { write: claiming(true) })).toMatchObject({ Status: 'SUCCESS' });
      }
    });

    test.each(Object.entries(world.lies))('%s', async (_lie, replace) => {
      const memory = world.start();
      const aws = awsOf({ ...scriptOf(memory), ...replace(memory) });
      const { Status, Reason } = await ask(name, world, aws);
      expect({ Status, Reason }).toMatchObject({ Status: 'FAILED' });
      expect(Reason).not.toMatch(/fault of the baseline/);
    });
  });
});
