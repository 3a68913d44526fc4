import pg from 'pg';
import { GestandError } from '../base/error.ts';
import { createDatabase } from './cluster/cluster.ts';
import { isUnreachable, sqlStateOf, storeUnreachable } from './database-error.ts';

const insufficientPrivilege = '42501';

/**
 * Makes another database on the server of the store when there is none of that name; returns its connection string.
 *
 * @throws GestandError store-unreachable; bad-configuration when the role may not make databases.
 */
export async function ensureNeighbourDatabase(storeUrl: string, database: string): Promise<string> {
  try {
    await createDatabase(storeUrl, database);
  } catch (cause) {
    if (isUnreachable(cause)) throw storeUnreachable(storeUrl, cause);
    if (cause instanceof pg.DatabaseError && sqlStateOf(cause) === insufficientPrivilege) {
      throw new GestandError(
        'bad-configuration',
        `The role of DATABASE_URL may not make the database ${database}. Make it yourself, or give the role CREATEDB.`,
        { cause },
      );
    }
    throw cause;
  }
  return neighbourUrl(storeUrl, database);
}

/** The connection string of another database on the same server. */
export function neighbourUrl(storeUrl: string, database: string): string {
  const url = new URL(storeUrl);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}
