/** Thrown when a judgement depends on a value that CloudFormation knows only at deployment. */
export class UnknownValue extends Error {
  constructor(property: string, value: unknown) {
    super(`${property} is ${JSON.stringify(value)}, which is known only when it is deployed. Write the value itself`);
    this.name = 'UnknownValue';
  }
}

type Properties = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether CloudFormation computes the value: `Ref`, `Fn::GetAtt`, `Fn::If` and the other functions. */
export function isIntrinsic(value: unknown): value is Properties {
  if (!isObject(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && (keys[0] === 'Ref' || (keys[0] as string).startsWith('Fn::'));
}

/** The value of a property that a judgement needs to know; undefined when it is absent. Throws `UnknownValue`. */
export function known(properties: Properties, property: string): unknown {
  const value = properties[property];
  if (isIntrinsic(value)) throw new UnknownValue(property, value);
  return value === null ? undefined : value;
}

/** A nested object; absent counts as empty. Throws `UnknownValue`. */
export function objectAt(properties: Properties, property: string): Properties {
  const value = known(properties, property);
  return isObject(value) ? value : {};
}

/** A list whose members are known; absent counts as empty, a single value as a list of one. Throws `UnknownValue`. */
export function listAt(properties: Properties, property: string): readonly unknown[] {
  const value = known(properties, property);
  if (value === undefined) return [];
  const list = Array.isArray(value) ? value : [value];
  for (const [index, member] of list.entries()) {
    if (isOpenChoice(member)) throw new UnknownValue(`${property}.${index}`, member);
  }
  return list;
}

/**
 * The members of a policy element such as `Resource`, which is one value or a list; a reference is a member like any other. Throws
 * `UnknownValue` for a member that CloudFormation may decide to leave out.
 */
export function membersOf(properties: Properties, property: string): readonly unknown[] {
  const value = properties[property];
  return isIntrinsic(value) ? listAt({ [property]: [value] }, property) : listAt(properties, property);
}

/** Whether a property is switched on. CloudFormation takes booleans and the words. Throws `UnknownValue`. */
export function isOn(properties: Properties, property: string): boolean {
  const value = known(properties, property);
  return value === true || value === 'true';
}

/**
 * Whether a property is given at all; a reference counts, because what it refers to exists. Throws `UnknownValue` for a value that
 * CloudFormation may decide to leave out.
 */
export function isGiven(properties: Properties, property: string): boolean {
  const value = properties[property];
  if (isOpenChoice(value)) throw new UnknownValue(property, value);
  return value !== undefined && value !== null && value !== '';
}

/** `Fn::If` may choose anything, even nothing. */
function isOpenChoice(value: unknown): boolean {
  return isObject(value) && ('Fn::If' in value || (isIntrinsic(value) && value.Ref === 'AWS::NoValue'));
}

/** A value as text in which references stay visible as `<Name>`, so that the literal parts can be compared. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!isObject(value)) return JSON.stringify(value) ?? '';
  if (typeof value.Ref === 'string') return `<${value.Ref}>`;
  const attribute = value['Fn::GetAtt'];
  if (attribute !== undefined) return `<${Array.isArray(attribute) ? attribute.join('.') : String(attribute)}>`;
  const join = value['Fn::Join'];
  if (Array.isArray(join) && Array.isArray(join[1])) return join[1].map(textOf).join(String(join[0]));
  const substitution = value['Fn::Sub'];
  if (substitution !== undefined) {
    return textOf(Array.isArray(substitution) ? substitution[0] : substitution).replace(/\$\{([^}]+)\}/g, '<$1>');
  }
  return JSON.stringify(value);
}

/** The first value inside that CloudFormation computes; undefined when everything is literal. */
export function findIntrinsic(value: unknown): unknown {
  if (isIntrinsic(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const member of Object.values(value)) {
    const found = findIntrinsic(member);
    if (found !== undefined) return found;
  }
  return undefined;
}
