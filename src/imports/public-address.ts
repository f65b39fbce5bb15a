import { BlockList, isIP } from 'node:net';

/** IPv4 that is nobody's on the open network: private, shared, loopback, link-local, for documentation, multicast, reserved (RFC 6890). */
const notPublic = new BlockList();
for (const [start, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  notPublic.addSubnet(start, bits, 'ipv4');

/** Of IPv6 only what is routed worldwide, without the parts that carry an IPv4 address inside (Teredo, 6to4) or are for documentation. */
const routed = new BlockList();
routed.addSubnet('2000::', 3, 'ipv6');
const notRouted = new BlockList();
for (const [start, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notRouted.addSubnet(start, bits, 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** The IPv4 address inside `::ffff:…`, in dots, or undefined. */
function mapped(address: string): string | undefined {
  const url = isIP(address) === 6 ? new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname : '';
  const words = /^\[::ffff:([\da-f]{1,4}):([\da-f]{1,4})\]$/.exec(url);
  if (words === null) return undefined;
  const [high = 0, low = 0] = words.slice(1).map((word) => Number.parseInt(word, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** Whether an IP address is one of the open network: what our own network may hold is none. */
export function isPublicAddress(address: string): boolean {
  const inside = mapped(address) ?? address;
  if (isIP(inside) === 4) return !notPublic.check(inside, 'ipv4');
  if (isIP(inside) !== 6 || inside.includes('%')) return false;
  return routed.check(inside, 'ipv6') && !notRouted.check(inside, 'ipv6');
}

/** Whether an IP address is this machine. */
export function isLoopbackAddress(address: string): boolean {
  const inside = mapped(address) ?? address;
  return isIP(inside) !== 0 && loopback.check(inside, isIP(inside) === 4 ? 'ipv4' : 'ipv6');
}
