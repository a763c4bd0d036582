import { isNamed, polled, retried } from '../../settings/retry';

const named = (name: string) => Object.assign(new Error(name), { name });

function waiting() {
  const waits: number[] = [];
  return { waits, wait: async (milliseconds: number) => void waits.push(milliseconds) };
}

describe('retried', () => {
  test('returns the first answer without waiting', async () => {
    const clients = waiting();
    await expect(retried(clients, async () => 'answer')).resolves.toBe('answer');
    expect(clients.waits).toEqual([]);
  });

  test('doubles the pauses up to 30 s, tries nine times in about two minutes, then throws what AWS said', async () => {
    const clients = waiting();
    let calls = 0;
    const call = async () => {
      calls += 1;
      throw named('ThrottlingException');
    };
    await expect(retried(clients, call)).rejects.toMatchObject({ name: 'ThrottlingException' });
    expect(calls).toBe(9);
    expect(clients.waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  test('makes no call, the first or a repeated one, that may not begin', async () => {
    let begun = 0;
    const clients = {
      ...waiting(),
      beforeCall: () => {
        if (begun === 2) throw named('OutOfTime');
        begun += 1;
      },
    };
    const call = jest.fn().mockRejectedValue(named('ThrottlingException'));
    await expect(retried(clients, call)).rejects.toMatchObject({ name: 'OutOfTime' });
    expect(call).toHaveBeenCalledTimes(2);
  });

  test('throws any other error at once', async () => {
    const clients = waiting();
    const call = async () => {
      throw named('AccessDeniedException');
    };
    await expect(retried(clients, call)).rejects.toMatchObject({ name: 'AccessDeniedException' });
    expect(clients.waits).toEqual([]);
  });

  test('repeats after errors that the caller knows to pass, and still after throttling', async () => {
    const clients = waiting();
    const errors = [named('NotYet'), named('TooManyRequestsException')];
    const call = async () => {
      const error = errors.shift();
      if (error) throw error;
      return 'answer';
    };
    await expect(retried(clients, call, (error) => isNamed(error, 'NotYet'))).resolves.toBe('answer');
  });

  test('stops when waiting is refused', async () => {
    const wait = async () => {
      throw named('OutOfTime');
    };
    const call = async () => {
      throw named('ThrottlingException');
    };
    await expect(retried({ wait }, call)).rejects.toMatchObject({ name: 'OutOfTime' });
  });
});

describe('polled', () => {
  test('asks until the state is reached', async () => {
    const clients = waiting();
    let state = 0;
    await expect(
      polled(
        clients,
        async () => ++state,
        (found) => found === 3,
      ),
    ).resolves.toBe(3);
    expect(clients.waits).toEqual([1_000, 2_000]);
  });

  test('returns the last state when it is never reached', async () => {
    const clients = waiting();
    let state = 0;
    await expect(
      polled(
        clients,
        async () => ++state,
        () => false,
      ),
    ).resolves.toBe(9);
  });
});
