/**
 * A template value as text. References stay visible as `<Name>`, so that its literal parts can be read and compared.
 */
export function templateText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  if ('Ref' in value) return `<${String(value.Ref)}>`;
  if ('Fn::GetAtt' in value) {
    const attribute = value['Fn::GetAtt'];
    return `<${Array.isArray(attribute) ? attribute.join('.') : String(attribute)}>`;
  }
  if ('Fn::Join' in value && Array.isArray(value['Fn::Join'])) {
    const [separator, parts] = value['Fn::Join'] as [unknown, unknown];
    if (Array.isArray(parts)) return parts.map(templateText).join(String(separator));
  }
  return JSON.stringify(value);
}

/** Statements of a policy document in a template that name a service as principal. */
export function statementsFor(document: unknown, service: string): Record<string, unknown>[] {
  const statements = (document as { Statement?: unknown } | undefined)?.Statement;
  const list: unknown[] = Array.isArray(statements) ? statements : statements === undefined ? [] : [statements];
  return list.filter((statement): statement is Record<string, unknown> => {
    const principal = (statement as { Principal?: { Service?: unknown } } | null)?.Principal?.Service;
    const services = Array.isArray(principal) ? principal : [principal];
    return services.some((name) => templateText(name) === service);
  });
}
