import { deadline } from '../../../functions/apply-settings/deadline';

/** A clock that only sleeping moves. */
function clock(milliseconds: number) {
  let left = milliseconds;
  return deadline(
    () => left,
    async (slept) => {
      left -= slept;
    },
  );
}

test('waits while at least a minute would be left afterwards', async () => {
  const until = clock(100_000);
  await expect(until.wait(30_000)).resolves.toBeUndefined();
});

test('refuses to wait, at once, when less than a minute would be left', async () => {
  const until = clock(80_000);
  await expect(until.wait(30_000)).rejects.toMatchObject({ name: 'OutOfTime' });
});

test('lets nothing new begin in the last minute', () => {
  expect(() => clock(59_999).check()).toThrow(/time/);
  expect(() => clock(60_000).check()).not.toThrow();
});

test('leaves a call behind that hangs', async () => {
  const until = clock(30_000);
  await expect(until.bound(new Promise(() => undefined))).rejects.toMatchObject({ name: 'OutOfTime' });
});

test('passes on what the work returns or throws', async () => {
  const until = clock(900_000);
  await expect(until.bound(Promise.resolve('done'))).resolves.toBe('done');
  await expect(until.bound(Promise.reject(new Error('broken')))).rejects.toThrow('broken');
});
