import { lookup as resolveHost } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Agent } from 'undici';

/** How far we reach for somebody whom a person or a stranger named. */
export interface ReachableNetworks {
  /** Also into networks that are nobody else's business: what is reached there stands behind our firewall. */
  readonly private: boolean;
  /** Also without encryption, on this machine alone: for trying out and for tests. */
  readonly plainLoopback: boolean;
}

/** An address in a network into which nothing is sent, or from which nothing may be asked. */
export class PrivateNetwork extends Error {
  readonly code = 'PRIVATE_NETWORK';

  constructor() {
    super('the address lies in a private network');
    this.name = 'PrivateNetwork';
  }
}

// IANA's special-purpose registries (RFC 6890): none of these is a party on the internet.
const closed = new BlockList();
for (const [network, bits] of [
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
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closed.addSubnet(network, bits, 'ipv4');

// The only part of IPv6 in which parties are, without what leads to IPv4 or to documentation within it.
const open = new BlockList();
open.addSubnet('2000::', 3, 'ipv6');
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed.addSubnet(network, bits, 'ipv6');

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** Whether an IP address lies where anybody on the internet could be. */
export function isPublicAddress(address: string): boolean {
  const plain = mapped.exec(address)?.[1] ?? address;
  const version = isIP(plain);
  if (version === 4) return !closed.check(plain, 'ipv4');
  return version === 6 && open.check(plain, 'ipv6') && !closed.check(plain, 'ipv6');
}

/** `127.0.0.1`, `[::1]` or `localhost`. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}

/**
 * Whether a web address is one that we may go to by what it says of itself: encrypted, without a name and password, and not
 * the number of a machine in a private network. Where its name leads is looked at when the connection is made.
 */
export function mayReach(url: URL, networks: ReachableNetworks): boolean {
  if (url.username !== '' || url.password !== '') return false;
  if (url.protocol === 'http:') return networks.plainLoopback && isLoopback(url);
  if (url.protocol !== 'https:') return false;
  const literal = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return networks.private || isIP(literal) === 0 || isPublicAddress(literal);
}

/**
 * Connections to the outside. A name is looked up once, and the address that was judged is the one that is connected to: a name
 * that leads elsewhere a moment later gains nothing.
 */
export function outsideAgent(
  networks: ReachableNetworks,
  { timeoutSeconds }: { readonly timeoutSeconds: number },
): Agent {
  const milliseconds = timeoutSeconds * 1000;
  return new Agent({
    connections: 2,
    connect: { timeout: milliseconds, lookup: judgedLookup(networks) },
    headersTimeout: milliseconds,
    bodyTimeout: milliseconds,
    maxResponseSize: 64 * 1024,
  });
}

function judgedLookup(networks: ReachableNetworks): LookupFunction {
  return (hostname, options, callback) => {
    resolveHost(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, '');
      const loopback = networks.plainLoopback && hostname === 'localhost';
      const allowed = networks.private || loopback;
      const usable = allowed ? addresses : addresses.filter(({ address }) => isPublicAddress(address));
      const [first] = usable;
      if (first === undefined) return callback(new PrivateNetwork(), '');
      if (options.all === true) callback(null, usable);
      else callback(null, first.address, first.family);
    });
  };
}
