import fc from 'fast-check';
import { type Answer, bodyOf, sendAnswer } from '../../../functions/apply-settings/answer';
import { answerServer } from '../answer-server';

const answer: Answer = {
  Status: 'SUCCESS',
  Reason: 'Applied: guardduty-organization.',
  PhysicalResourceId: 'settings-Settings',
  StackId: 'arn:aws:cloudformation:ap-northeast-1:333333333333:stack/audit-guardduty/1',
  RequestId: 'request-1',
  LogicalResourceId: 'Settings',
  Data: { 'guardduty-organization.DetectorId': 'd-1' },
};

const immediately = async () => undefined;

let servers: Awaited<ReturnType<typeof answerServer>>[] = [];

async function serverThatAnswers(...statuses: number[]) {
  const server = await answerServer(...statuses);
  servers.push(server);
  return server;
}

beforeEach(() => {
  jest.spyOn(console, 'warn').mockImplementation();
});

afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(servers.map(({ close }) => close()));
  servers = [];
});

test('puts the answer to the URL, with the content type that its signature covers', async () => {
  const server = await serverThatAnswers(200);
  await sendAnswer(server.url, answer, immediately);
  expect(server.received).toHaveLength(1);
  expect(server.received[0]).toMatchObject({ method: 'PUT', headers: { 'content-type': '' } });
  expect(JSON.parse(server.received[0]?.body ?? '')).toEqual(answer);
});

test('tells the length, because S3 takes no chunked body', async () => {
  const server = await serverThatAnswers(200);
  await sendAnswer(server.url, answer, immediately);
  expect(server.received[0]?.headers).toMatchObject({ 'content-length': String(bodyOf(answer).length) });
  expect(server.received[0]?.headers).not.toHaveProperty('transfer-encoding');
});

test('sends again until it is taken', async () => {
  const server = await serverThatAnswers(503, 500, 200);
  await sendAnswer(server.url, answer, immediately);
  expect(server.received).toHaveLength(3);
});

test('throws when it is never taken, so that Lambda runs the function again', async () => {
  const server = await serverThatAnswers(403);
  await expect(sendAnswer(server.url, answer, immediately)).rejects.toThrow('S3 answered 403');
  expect(server.received).toHaveLength(5);
});

test('throws when nobody listens', async () => {
  const server = await answerServer(200);
  await server.close();
  await expect(sendAnswer(server.url, answer, immediately)).rejects.toThrow();
});

test('never logs the URL: whoever has it can answer in our place', async () => {
  const server = await serverThatAnswers(503, 200);
  await sendAnswer(server.url, answer, immediately);
  const logged = JSON.stringify((console.warn as jest.Mock).mock.calls);
  expect(logged).toMatch(/trying again/);
  expect(logged).not.toMatch(/secret-signature|127\.0\.0\.1/);
});

test('fits into 4 KB whatever the reason, and keeps its beginning', () => {
  // One to four bytes, escaped in JSON by one to six characters, and half of a pair.
  const awkward = fc.constantFrom('a', '"', '\n', '\u0000', 'é', '漢', '👪', '\ud83d');
  const texts = fc
    .tuple(fc.string({ unit: awkward, minLength: 1, maxLength: 8 }), fc.nat({ max: 1_500 }))
    .map(([piece, times]) => piece.repeat(times));
  fc.assert(
    fc.property(texts, (text) => {
      const body = bodyOf({ ...answer, Status: 'FAILED', Reason: text, Data: undefined });
      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(4_096);
      const { Reason } = JSON.parse(body);
      expect(text.startsWith(Reason.replace(/…$/, ''))).toBe(true);
    }),
  );
});

test('fails when the values do not fit, because CloudFormation would drop the answer and wait', () => {
  const Data = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`setting.Attribute${index}`, 'value']));
  const body = JSON.parse(bodyOf({ ...answer, Data }));
  expect(body).toMatchObject({ Status: 'FAILED', PhysicalResourceId: 'settings-Settings' });
  expect(body.Reason).toMatch(/CloudFormation takes 4096/);
  expect(body).not.toHaveProperty('Data');
});
