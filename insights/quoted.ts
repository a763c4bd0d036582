/** Characters that mean nothing but themselves inside quotation marks. */
const harmless = /^[A-Za-z0-9._:/-]{1,256}$/;

/**
 * A value as CloudWatch Logs Insights wants it: in quotation marks. The language has no parameters, so that a value with a character
 * that could end the quotation is refused here, whoever has checked it before.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Filter.html
 */
export function quoted(value: string): string {
  if (!harmless.test(value)) throw new Error(`A query takes letters, digits and . _ : / - only, got ${value.length}`);
  return `"${value}"`;
}

/** A condition on a field that has one of these values. */
export function isOneOf(field: string, values: readonly string[]): string {
  return `${field} in [${values.map(quoted).join(', ')}]`;
}
