import type { AskedChain } from './chain-of';

/** Keys the evaluator fills in, or holds to be unknown, by itself. */
const filled = new Set([
  'aws:currenttime',
  'aws:epochtime',
  'aws:multifactorauthpresent',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalisawsservice',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principaltype',
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:resourceorgpaths',
  'aws:sourceip',
  'aws:userid',
  'aws:username',
]);

/** Keys that statements for the action look at, and that the request was taken not to have: nobody gave them. */
export function absentKeys(
  { keys, request }: AskedChain,
  given: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const known = new Set(
    [...Object.keys(request.context ?? {}), ...(request.hidden ?? [])].map((key) => key.toLowerCase()),
  );
  // Only the root user can have been assumed.
  if (!String(request.principal).endsWith(':root')) known.add('aws:assumedroot');
  const said = Object.entries(given).flatMap(([key, values]) => (values.length === 0 ? [key.toLowerCase()] : []));
  return keys.forAction.filter((key) => {
    const name = key.toLowerCase();
    return said.includes(name) || !(known.has(name) || filled.has(name));
  });
}
