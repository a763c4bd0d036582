const operations = new WeakMap<object, string>();

/** The call that threw an error, as IAM names it, such as `guardduty:ListDetectors`. The SDK's errors do not say. */
export function operationOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null ? operations.get(error) : undefined;
}

/** What every client of the SDK has, whatever its operations are. */
interface Traceable {
  readonly middlewareStack: { add(middleware: Tracing, options: { step: 'initialize'; name: string }): void };
}

type Tracing = <Call extends (args: never) => Promise<unknown>>(call: Call, context: { commandName?: string }) => Call;

/** Makes a client remember which call threw which error. @param prefix of its IAM actions: they are named like its calls */
export function traced<Client extends Traceable>(prefix: string, client: Client): Client {
  const tracing: Tracing = (call, { commandName }) =>
    (async (args: never) => {
      try {
        return await call(args);
      } catch (error) {
        // The call that failed first: credentials of another account are fetched while a call to it is under way.
        if (typeof error === 'object' && error !== null && !operations.has(error)) {
          operations.set(error, `${prefix}:${commandName?.replace(/Command$/, '')}`);
        }
        throw error;
      }
    }) as typeof call;
  client.middlewareStack.add(tracing, { step: 'initialize', name: 'namesTheOperationOfAnError' });
  return client;
}
