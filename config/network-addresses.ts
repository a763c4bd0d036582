/** Whether each part of the block is a byte, and it begins where a block of its size begins. */
export function isNetworkAddress(cidr: string): boolean {
  const [address = '', size = ''] = cidr.split('/');
  const bytes = address.split('.').map(Number);
  if (bytes.length !== 4 || bytes.some((byte) => !(byte <= 255))) return false;
  return asNumber(bytes) % 2 ** (32 - Number(size)) === 0;
}

/** The two halves of a block of addresses. */
export function halvesOf(cidr: string): readonly [first: string, second: string] {
  const [address = '', size = ''] = cidr.split('/');
  const half = Number(size) + 1;
  const start = asNumber(address.split('.').map(Number));
  const text = (number: number) => [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
  return [`${text(start)}/${half}`, `${text(start + 2 ** (32 - half))}/${half}`];
}

function asNumber(bytes: readonly number[]): number {
  return bytes.reduce((total, byte) => total * 256 + byte, 0);
}
