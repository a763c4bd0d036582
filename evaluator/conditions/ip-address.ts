import type { ConditionOperator } from './operator';

/** An address as numbers of 16 bits: two of IPv4, eight of IPv6. */
type Address = readonly number[];

interface Range {
  readonly address: Address;
  /** The leading bits that have to agree. */
  readonly prefix: number;
}

/**
 * `IpAddress`, `NotIpAddress`: an IPv4 or IPv6 address within one of the ranges. A range is CIDR; an address alone is a
 * range of one. An IPv4 address is never within an IPv6 range.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
 */
export const ipAddress: ConditionOperator = {
  name: 'IpAddress',
  negated: false,
  variables: false,
  single: false,
  allowed: 'an IPv4 or IPv6 address or CIDR range, such as 203.0.113.0/24',
  accepts: (text) => readRange(text) !== undefined,
  bind: (texts) => {
    const ranges = texts.flatMap((text) => readRange(text) ?? []);
    return {
      slots: [],
      test: (value) => {
        const address = readAddress(value);
        if (address === undefined) return undefined;
        return ranges.some((range) => contains(range, address));
      },
    };
  },
};

export const notIpAddress: ConditionOperator = { ...ipAddress, name: 'NotIpAddress', negated: true };

function contains({ address: start, prefix }: Range, address: Address): boolean {
  if (start.length !== address.length) return false;
  for (let index = 0, left = prefix; left > 0; index += 1, left -= 16) {
    const drop = left >= 16 ? 0 : 16 - left;
    if ((start[index] ?? 0) >> drop !== (address[index] ?? 0) >> drop) return false;
  }
  return true;
}

function readRange(text: string): Range | undefined {
  const [host = '', bits, ...rest] = text.split('/');
  const address = readAddress(host);
  if (address === undefined || rest.length > 0) return undefined;
  const width = address.length * 16;
  if (bits === undefined) return { address, prefix: width };
  return /^\d{1,3}$/.test(bits) && Number(bits) <= width ? { address, prefix: Number(bits) } : undefined;
}

function readAddress(text: string): Address | undefined {
  return text.includes(':') ? readIpv6(text) : readIpv4(text);
}

function readIpv4(text: string): Address | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return undefined;
  const [first = 0, second = 0, third = 0, fourth = 0] = parts.map(Number);
  return [first * 256 + second, third * 256 + fourth];
}

function readIpv6(text: string): Address | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map(readGroups);
  if (head === null || tail === null) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  return [...head, ...new Array<number>(missing).fill(0), ...tail];
}

/** The groups between colons; the last may be an IPv4 address. Null when one is no group. */
function readGroups(text: string): number[] | null {
  if (text === '') return [];
  const groups = text.split(':');
  const numbers = groups.map((group, index) => {
    if (/^[0-9a-f]{1,4}$/i.test(group)) return [Number.parseInt(group, 16)];
    return index === groups.length - 1 && group.includes('.') ? readIpv4(group) : undefined;
  });
  return numbers.includes(undefined) ? null : numbers.flatMap((number) => number ?? []);
}
