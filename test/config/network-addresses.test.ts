import fc from 'fast-check';
import { halvesOf, isNetworkAddress } from '../../config/network-addresses';

test.each([
  ['10.100.0.0/24', '10.100.0.0/25', '10.100.0.128/25'],
  ['172.31.0.0/16', '172.31.0.0/17', '172.31.128.0/17'],
  ['192.168.255.192/26', '192.168.255.192/27', '192.168.255.224/27'],
])('%s is cut in %s and %s', (cidr, ...halves) => {
  expect(halvesOf(cidr)).toEqual(halves);
});

test.each(['10.100.0.1/24', '10.100.0.128/24', '10.100.256.0/24', '10.100.0/24', '10.100.0.x/24'])(
  '%s is no block of its size',
  (cidr) => expect(isNetworkAddress(cidr)).toBe(false),
);

test('halves are blocks of their size, next to each other, whatever the block', () => {
  const block = fc
    .tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 16, max: 26 }))
    .map(([any, size]) => {
      const start = any - (any % 2 ** (32 - size));
      return `${[24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256).join('.')}/${size}`;
    });
  fc.assert(
    fc.property(block, (cidr) => {
      const [first, second] = halvesOf(cidr);
      expect(isNetworkAddress(cidr) && isNetworkAddress(first) && isNetworkAddress(second)).toBe(true);
      expect(first.split('/')[0]).toBe(cidr.split('/')[0]);
      expect(first).not.toBe(second);
    }),
  );
});
