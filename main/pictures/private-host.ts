import { BlockList, isIP } from 'node:net';

/**
 * Addresses that lead to this machine, to the network it stands in, or to no machine at all. Left out on purpose, because
 * there every public name has such an address: 198.18.0.0/15 (proxies that take in all traffic) and 64:ff9b::/96 (networks
 * with IPv6 alone).
 */
const privateRanges: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 96, 'ipv6'],
  ['::ffff:0:0:0', 96, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 9, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];

const privateName = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|home\.arpa|localdomain)$/u;

function createPrivateList(): BlockList {
  const list = new BlockList();
  for (const [address, bits, family] of privateRanges) list.addSubnet(address, bits, family);
  return list;
}

const privateList = createPrivateList();

/** An IPv6 address that holds an IPv4 address counts as that one (`BlockList` sees to the mapped kind). */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  return family === 0 || privateList.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** By the name alone, as a URL holds it; a public name may still lead to a private address. */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/^\[(.*)\]$/u, '$1').replace(/\.$/u, '');
  if (isIP(host) !== 0) return isPrivateAddress(host);
  return !host.includes('.') || privateName.test(host);
}
