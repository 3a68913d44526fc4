import { isIPv4, isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * Whom attempts are counted by: the network a visitor comes from, not the device (an IPv4 address without its
 * last number, the first 48 bits of an IPv6 address). Enough to slow a guesser down, too little to follow one
 * person.
 */
export function clientKey(context: Context, { trustProxy }: { readonly trustProxy: boolean }): string {
  return networkOf(remoteAddress(context, trustProxy));
}

/** `192.0.2.17` is `192.0.2.0/24`, `2001:db8:1:2::3` is `2001:db8:1::/48`; anything else is `unknown`. */
export function networkOf(address: string): string {
  // A server that listens on both protocols sees IPv4 visitors as ::ffff:192.0.2.17.
  const plain = withoutPort(address).replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  if (isIPv6(plain)) return `${firstGroups(plain).join(':')}::/48`;
  return 'unknown';
}

// Only the last entry was written by our own proxy; what stands before it the visitor may have made up.
function remoteAddress(context: Context, trustProxy: boolean): string {
  if (trustProxy) {
    const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
    if (forwarded !== undefined && forwarded !== '') return forwarded;
  }
  // Without a socket (a request made in memory) there is no address.
  if (context.env === undefined || !('incoming' in (context.env as object))) return '';
  return getConnInfo(context).remote.address ?? '';
}

// Some proxies write 192.0.2.17:51820 or [2001:db8::3]:51820. Not understood, all visitors would be one and the same.
function withoutPort(address: string): string {
  return /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ?? address.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
}

function firstGroups(address: string): readonly string[] {
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').split('::');
  const left = head.split(':').filter((group) => group !== '');
  const right = tail.split(':').filter((group) => group !== '');
  const zeros = new Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const groups = address.includes('::') ? [...left, ...zeros, ...right] : left;
  return groups.slice(0, 3).map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''));
}
