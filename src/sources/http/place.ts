import { GestandError } from '../../base/error.ts';
import type { HttpAuthentication } from '../../policy/http-source.ts';
import type { HttpSource } from '../../policy/policy.ts';
import type { HttpPlace } from './client.ts';

/**
 * Where an API is and what each request to it carries, from the settings that its policy names.
 *
 * @throws GestandError `bad-configuration` for an address that is none, or that anybody on the way could read along.
 */
export function placeOf(
  declared: Pick<HttpSource, 'id' | 'connection' | 'authentication' | 'limits'>,
  secretValue: (name: string) => string,
): HttpPlace {
  const { id, connection, authentication, limits } = declared;
  const base = URL.parse(secretValue(connection));
  const wrong = base === null ? 'is no web address' : faultOf(base);
  if (base === null || wrong !== null)
    throw new GestandError(
      'bad-configuration',
      `The setting ${connection} of source ${id} ${wrong}. Write for example: https://api.example.nl/v1`,
    );
  return { source: id, base, credentials: credentialsOf(authentication, secretValue), limits };
}

function faultOf({ protocol, username, password, hostname, search, hash }: URL): string | null {
  if (protocol !== 'https:' && protocol !== 'http:') return 'is no web address';
  if (username !== '' || password !== '')
    return 'holds a password; use "authentication" and a setting of its own';
  if (search !== '' || hash !== '') return 'has a query; leave out what stands behind the path';
  return protocol === 'https:' || isLoopback(hostname)
    ? null
    : 'begins with http://, so that anybody on the way could read along';
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function credentialsOf(
  authentication: HttpAuthentication | null,
  secretValue: (name: string) => string,
): Readonly<Record<string, string>> {
  switch (authentication?.kind) {
    case undefined:
      return {};
    case 'bearer':
      return { authorization: `Bearer ${secretValue(authentication.secret)}` };
    case 'basic': {
      const pair = `${authentication.user}:${secretValue(authentication.secret)}`;
      return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
    }
    case 'header':
      return { [authentication.header.toLowerCase()]: secretValue(authentication.secret) };
  }
}
