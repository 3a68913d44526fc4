import type { PoolOptions } from 'mysql2';
import { GestandError } from '../../base/error.ts';

/**
 * What a connection string says: `mariadb://user:password@host:port/database`, with `?tls=verify` for a connection
 * that is encrypted and whose certificate is checked, `?tls=trust` for one that is only encrypted, and
 * `?socket=/path` for a local socket.
 *
 * @throws GestandError `bad-configuration`, without the string: it holds a password.
 */
export function connectionSettings(
  source: string,
  connectionString: string,
): PoolOptions & { database: string } {
  const url = URL.parse(connectionString);
  const database = decodeURIComponent(url?.pathname.slice(1) ?? '');
  if (url === null || !['mariadb:', 'mysql:'].includes(url.protocol) || database === '') {
    throw new GestandError(
      'bad-configuration',
      `source ${source}: write its connection as mariadb://user:password@host:3306/database`,
    );
  }
  const socket = url.searchParams.get('socket');
  const address =
    socket === null
      ? { host: url.hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(url.port === '' ? 3306 : url.port) }
      : { socketPath: socket };
  return {
    ...address,
    ...tlsSettings(source, url.searchParams.get('tls')),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database,
  };
}

function tlsSettings(source: string, tls: string | null): PoolOptions {
  switch (tls) {
    case null:
      return {};
    case 'verify':
      return { ssl: { rejectUnauthorized: true, verifyIdentity: true } };
    case 'trust':
      return { ssl: { rejectUnauthorized: false } };
    default:
      throw new GestandError('bad-configuration', `source ${source}: tls is "verify" or "trust"`);
  }
}
