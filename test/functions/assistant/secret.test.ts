import { cachedSecret } from '../../../functions/assistant/secret';

function fake(answer: () => Promise<{ SecretString?: string }>) {
  let asked = 0;
  let now = 0;
  const secret = cachedSecret(
    (input) => {
      asked++;
      expect(input).toEqual({ SecretId: 'arn' });
      return answer();
    },
    'arn',
    () => now,
  );
  return {
    secret,
    asked: () => asked,
    wait: (minutes: number) => {
      now += minutes * 60_000;
    },
  };
}

test('a secret is read once in five minutes', async () => {
  const { secret, asked, wait } = fake(async () => ({ SecretString: 'xoxb-1\n' }));
  expect(await secret()).toBe('xoxb-1');
  wait(4.9);
  await secret();
  expect(asked()).toBe(1);
  wait(0.2);
  await secret();
  expect(asked()).toBe(2);
});

test.each([
  ['no value', async () => ({})],
  ['blanks', async () => ({ SecretString: ' \n' })],
  ['no version', () => Promise.reject(Object.assign(new Error('x'), { name: 'ResourceNotFoundException' }))],
])('a secret with %s is empty, and the error says what to do', async (_what, answer) => {
  await expect(fake(answer).secret()).rejects.toThrow(/put-secret-value/);
});

test('a failure is not remembered', async () => {
  const answers = [Promise.reject(new Error('down')), Promise.resolve({ SecretString: 'value' })];
  const { secret } = fake(() => answers.shift() as Promise<{ SecretString: string }>);
  await expect(secret()).rejects.toThrow('down');
  expect(await secret()).toBe('value');
});
