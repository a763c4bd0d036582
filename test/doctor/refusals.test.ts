import { askQuestion } from '../../doctor/ask';
import type { Question } from '../../doctor/question';
import { questions } from '../../doctor/questions';
import { runDoctor } from '../../doctor/run-doctor';
import { surveyOf } from '../../doctor/survey';
import { answers } from './aws-answers';
import { type AwsServer, awsServer } from './aws-server';
import { ask, configured, connectionTo, examine } from './examine';
import { soundOrganization } from './sound-organization';

let aws: AwsServer;
beforeAll(async () => {
  const state = soundOrganization();
  // So that every call is made that there is: a trail of somebody, a unit that was made by hand.
  state.trails.push({ name: 'old', region: 'us-east-1', organization: true, bucket: 'old', management: true });
  state.units.push({ id: 'ou-exmp-workload1', name: 'workloads', parent: 'r-exmp' });
  aws = await awsServer(state);
});
beforeEach(() => {
  aws.asked.length = 0;
});
afterEach(() => {
  aws.denied.clear();
  aws.failing.clear();
});
afterAll(() => aws.close());

const macie = { services: { macie: true } };

describe('a missing permission', () => {
  const refused = new Set<string>(['sts:GetCallerIdentity']);

  test.each(questions.map(({ id }) => id))(
    'is unknown for each call that %s makes, and names the action',
    async (id) => {
      await ask(id, aws, macie);
      for (const action of new Set(aws.asked.filter((action) => action !== 'sts:GetCallerIdentity'))) {
        aws.denied.add(action);
        const answered = await ask(id, aws, macie);
        aws.denied.delete(action);
        refused.add(action);
        expect(answered.answers).toContainEqual(
          expect.objectContaining({ state: 'unknown', action, reason: expect.stringContaining('may not') }),
        );
      }
    },
  );

  test('has been tried for every call there is', () => {
    expect([...refused].toSorted()).toEqual(Object.keys(answers).toSorted());
  });

  test('of one region leaves the answers of the others', async () => {
    aws.state.lockedRoles.push('222233334444 ap-northeast-1');
    const { answers } = await ask('bootstrap', aws);
    aws.state.lockedRoles.pop();
    expect(answers.map(({ state, places }) => [state, places?.length])).toEqual([
      ['ok', 5],
      ['unknown', 1],
    ]);
  });

  test('for everything ends 2, and every question but the first is unknown', async () => {
    for (const action of Object.keys(answers)) if (action !== 'sts:GetCallerIdentity') aws.denied.add(action);
    const examined = await examine(aws);
    expect(examined.exitCode).toBe(2);
    expect(examined.answers.filter(({ state }) => state !== 'unknown').map(({ question }) => question)).toEqual([
      'caller-account',
    ]);
    expect(new Set(examined.answers.map(({ question }) => question)).size).toBe(questions.length);
  });
});

test('another error of AWS is unknown, with its name', async () => {
  aws.failing.set('organizations:ListRoots', ['InvalidInputException']);
  const { answers } = await ask('policy-types', aws);
  expect(answers).toMatchObject([
    {
      state: 'unknown',
      found: { en: expect.stringContaining('organizations:ListRoots failed: InvalidInputException') },
    },
  ]);
});

test('Macie that is off has no administrator', async () => {
  aws.failing.set('macie2:ListOrganizationAdminAccounts', ['AccessDeniedException', 'Macie is not enabled.']);
  const { answers } = await ask('delegated-administrators', aws, macie);
  expect(answers.filter(({ state }) => state === 'unknown')).toEqual([]);
  expect(answers.find(({ state }) => state === 'create')?.places).toContain('Macie us-east-1');
});

test('a throttled call is repeated', async () => {
  aws.throttled.set('organizations:ListRoots', 1);
  const { answers } = await ask('policy-types', aws);
  expect(answers.map(({ state }) => state)).toEqual(['adopt', 'create']);
  expect(aws.asked.filter((action) => action === 'organizations:ListRoots')).toHaveLength(2);
});

test('a bug of ours is no answer of AWS, and passes through', async () => {
  const question: Question = {
    id: 'wrong',
    title: { en: 'Wrong', ja: '誤り' },
    about: 'organization',
    ask: () => Promise.reject(new TypeError('a bug')),
  };
  await expect(askQuestion(question, surveyOf(configured(), connectionTo(aws)))).rejects.toThrow('a bug');
});

describe('who cannot ask', () => {
  const attempt = async (
    credentials: () => Promise<{ accessKeyId: string; secretAccessKey: string }>,
    endpoint = aws.url,
  ) => {
    let told = '';
    const exitCode = await runDoctor(
      {
        json: false,
        meta: { tool: 'ishizue', version: '0.0.0' },
        language: 'en',
        loadOrganization: () => configured(),
        connection: { credentials, endpoint },
      },
      {
        writeOut: (text) => {
          told += text;
        },
        writeError: (text) => {
          told += text;
        },
        colors: false,
        rewritesLines: false,
        clock: () => 0,
      },
    );
    return { exitCode, told };
  };
  const credentials = async () => ({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' });

  test('without credentials, is told so in one message and asks nothing', async () => {
    const { exitCode, told } = await attempt(() => Promise.reject(new Error('the profile has expired')));
    expect(exitCode).toBe(2);
    expect(told).toMatch(/^No AWS credentials: nothing was asked\. .*the profile has expired/);
    expect(aws.asked).toEqual([]);
  });

  test('with credentials that AWS refuses, is told so in one message', async () => {
    aws.failing.set('sts:GetCallerIdentity', ['InvalidClientTokenId']);
    const { exitCode, told } = await attempt(credentials);
    expect(exitCode).toBe(2);
    expect(told).toMatch(/sts:GetCallerIdentity .*InvalidClientTokenId/);
    expect(aws.asked).toEqual(['sts:GetCallerIdentity']);
  });

  test('with no way to AWS, is told so in one message', async () => {
    const { exitCode, told } = await attempt(credentials, 'http://127.0.0.1:9');
    expect(exitCode).toBe(2);
    expect(told).toMatch(/ECONNREFUSED/);
  });
});
