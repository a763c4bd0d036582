import { policyFactsOf } from '../../config/policy-facts';
import type { Answer } from '../../doctor/answer';
import { renderTable } from '../../doctor/report/table';
import { organizationPolicies } from '../../policies/catalogue';
import { composePolicies } from '../../policies/composition';
import { columnsOf } from '../../terminal/columns';
import { type AwsServer, awsServer } from './aws-server';
import { ask, configured, type Examined, examine } from './examine';
import { faults } from './faults';
import type { Fault } from './faults/fault';
import { soundOrganization } from './sound-organization';

let aws: AwsServer;
beforeAll(async () => {
  aws = await awsServer(soundOrganization());
});
beforeEach(() => {
  aws.state = soundOrganization();
  aws.asked.length = 0;
});
afterAll(() => aws.close());

/** Every answer that is not sound. */
const open = ({ answers }: Examined) =>
  answers.filter(({ state }) => ['blocker', 'warning', 'unknown'].includes(state));

function reports(answers: readonly Answer[], { state = 'blocker', places = [], found }: Fault): boolean {
  return answers.some(
    (answer) =>
      answer.state === state &&
      found.test(answer.found.en) &&
      places.every((place) => answer.places?.includes(place)) &&
      (answer.advice?.ja ?? '') !== '',
  );
}

describe('a sound organization before the first deployment', () => {
  let examined: Examined;
  let asked: readonly string[];
  beforeAll(async () => {
    aws.state = soundOrganization();
    examined = await examine(aws);
    asked = [...aws.asked];
  });

  test('ends 0, with nothing to do', () => {
    expect(open(examined)).toEqual([]);
    expect(examined.exitCode).toBe(0);
  });

  test('is told what is adopted and what is created', () => {
    const states = (question: string) =>
      examined.answers.filter((answer) => answer.question === question).map(({ state }) => state);
    expect(states('organizational-units')).toEqual(['adopt', 'create']);
    expect(states('trusted-access')).toEqual(['adopt', 'create']);
    expect(states('delegated-administrators').toSorted()).toEqual(['adopt', 'create']);
    expect(states('organization-trails')).toEqual(['create']);
    expect(states('accounts')).toEqual(['ok', 'adopt']);
  });

  test('is only read', () => {
    const verbs = new Set(asked.map((action) => /:(Get|List|Describe|AssumeRole)/.exec(action)?.[1]));
    expect([...verbs].toSorted()).toEqual(['AssumeRole', 'Describe', 'Get', 'List']);
  });

  test('is asked each thing of AWS Organizations once', () => {
    expect(asked.filter((action) => action === 'organizations:ListRoots')).toHaveLength(1);
    expect(asked.filter((action) => action === 'organizations:DescribeOrganization')).toHaveLength(1);
  });
});

describe('a fault', () => {
  test.each(faults)('is reported: $what', async (fault) => {
    fault.plant(aws.state);
    const { answers } = await ask(fault.question, aws, fault.configuration);
    expect(reports(answers, fault) ? 'reported' : answers).toBe('reported');
  });

  test.each([
    ['blocks', 1, 'Identity Center has no instance'],
    ['is a warning', 0, 'a recorder of Config costs beside the one of Security Hub'],
    ['cannot be judged', 2, 'the look-up role of a member account cannot be assumed'],
  ])('that %s makes the exit code %d', async (_what, exitCode, what) => {
    faults.find((fault) => fault.what === what)?.plant(aws.state);
    expect((await examine(aws)).exitCode).toBe(exitCode);
  });
});

describe('an organization with every fault at once', () => {
  const together = faults.filter(({ alone }) => !alone);
  let examined: Examined;
  beforeAll(async () => {
    aws.state = soundOrganization();
    for (const { plant } of together) plant(aws.state);
    examined = await examine(aws, Object.assign({}, ...together.map(({ configuration }) => configuration)));
  });

  test('is told of every one', () => {
    const about = ({ question }: Fault) => examined.answers.filter((answer) => answer.question === question);
    expect(together.filter((fault) => !reports(about(fault), fault)).map(({ what }) => what)).toEqual([]);
    expect(examined.exitCode).toBe(1);
  });

  describe.each(['en', 'ja'] as const)('in a table in %s', (language) => {
    const table = (colors: boolean) => renderTable(JSON.parse(examined.printed), language, colors);

    test('of at most 80 columns', () => {
      const tooWide = table(false)
        .split('\n')
        .filter((line) => columnsOf(line) > 80);
      expect(tooWide).toEqual([]);
    });

    test('without colour unless it may', () => {
      const start = '\u001b[';
      expect(table(false)).not.toContain(start);
      expect(table(true)).toContain(start);
    });

    test('is told what to do about everything that is open, blockers first', () => {
      const heads = [...table(false).matchAll(/^\d+\. (\S+)/gm)].map(([, state]) => state);
      const text = table(false).replace(/\s+/g, '');
      const untold = examined.answers.filter(
        ({ advice }) => advice && !text.includes(advice[language].replace(/\s+/g, '')),
      );
      expect(untold).toEqual([]);
      expect(heads.lastIndexOf(heads[0])).toBeLessThan(heads.findIndex((state) => state !== heads[0]));
    });
  });
});

test('credentials of another account say nothing about the management account', async () => {
  aws.state.caller = '999988887777';
  const { answers, exitCode } = await examine(aws);
  expect(exitCode).toBe(1);
  for (const question of ['guardduty-detectors', 'organization-trails', 'identity-center', 'lambda-concurrency'])
    expect(answers.filter((answer) => answer.question === question).map(({ state }) => state)).toEqual(['unknown']);
});

test('an account without an organization is told so', async () => {
  aws.failing.set('organizations:DescribeOrganization', ['AWSOrganizationsNotInUseException']);
  const { answers } = await ask('organization-identity', aws);
  aws.failing.clear();
  expect(answers).toMatchObject([{ state: 'blocker', found: { en: expect.stringContaining('in no organization') } }]);
});

test('what the baseline has deployed is sound, and not in its own way', async () => {
  const workloads = 'ou-exmp-workload1';
  aws.state.units.push({ id: workloads, name: 'workloads', parent: 'r-exmp' });
  aws.state.parameters['/example/organizational-units/workloads'] = workloads;
  for (const account of aws.state.accounts) if (account.Name === 'assistant') account.parent = workloads;
  const [name, bucket] = ['example-organization-trail', 'example-trail-222233334444-ap-northeast-1'];
  aws.state.trails.push({ name, region: 'ap-northeast-1', organization: true, bucket, management: true });
  const facts = policyFactsOf(configured());
  for (const { name, kind, document } of composePolicies(organizationPolicies, facts)) {
    const type = kind === 'service-control-policy' ? 'SERVICE_CONTROL_POLICY' : 'RESOURCE_CONTROL_POLICY';
    aws.state.policies.push({ id: name, name, type, content: document, targets: ['ou-exmp-security1', workloads] });
  }
  const examined = await examine(aws);
  expect(open(examined)).toEqual([]);
  expect(examined.exitCode).toBe(0);
});

describe('the recorder of the management account, where Security Hub CSPM works alone,', () => {
  const cspm = { services: { securityHub: 'cspm' as const } };
  const told = async (overrides: Parameters<typeof ask>[2]) =>
    (await ask('configuration-recorders', aws, overrides)).answers.map(({ state, places }) => [state, places]);
  const everywhere = ['ap-northeast-1', 'us-east-1'];

  test('is made where there is none', async () => {
    expect(await told(cspm)).toEqual([['create', everywhere]]);
  });

  test('is sound when it is the one of the baseline', async () => {
    for (const region of everywhere) {
      aws.state.recorders[region] = ['default'];
      aws.state.channels[region] = ['default'];
    }
    aws.state.configurationBucket = 'example-configuration-222233334444-ap-northeast-1';
    expect(await told(cspm)).toEqual([['ok', everywhere]]);
  });

  test('is adopted when the configuration names it', async () => {
    for (const region of everywhere) aws.state.recorders[region] = ['theirs'];
    expect(await told({ ...cspm, configurationRecorder: { existingIn: ['management'] } })).toEqual([
      ['adopt', everywhere],
    ]);
  });
});
