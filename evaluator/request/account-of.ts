const COLON = 58;
const ZERO = 48;
const NINE = 57;

/** The twelve digits in the fifth part of an ARN; undefined where there are none, as in ARNs of S3. */
export function accountOf(arn: string): string | undefined {
  const region = arn.indexOf(':', arn.indexOf(':', 4) + 1);
  const account = arn.indexOf(':', region + 1) + 1;
  const end = account + 12;
  if (region === -1 || account === 0 || arn.charCodeAt(end) !== COLON) return undefined;
  for (let at = account; at < end; at += 1) {
    const code = arn.charCodeAt(at);
    if (code < ZERO || code > NINE) return undefined;
  }
  return arn.slice(account, end);
}
