import { GestandError } from '../../base/error.ts';
import type { HttpAuthentication } from '../../policy/http-source.ts';
import type { HttpSource } from '../../policy/policy.ts';
import { webAddressFault } from '../../policy/web-address.ts';
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
  const wrong = base === null ? 'is no web address' : webAddressFault(base);
  if (base === null || wrong !== null)
    throw new GestandError(
      'bad-configuration',
      `The setting ${connection} of source ${id} ${wrong}. Write for example: https://api.example.nl/v1`,
    );
  return { source: id, base, credentials: credentialsOf(authentication, secretValue), limits };
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
