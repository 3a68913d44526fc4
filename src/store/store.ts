import { Kysely, sql } from 'kysely';
import pg from 'pg';
import type { Clock } from '../base/clock.ts';
import type { OrganisationId } from '../base/ids.ts';
import { columnTypes } from './column-value.ts';
import { CommitDialect } from './commit-dialect.ts';
import { storeUnreachable } from './database-error.ts';
import { deriveKeys, type StoreKeys } from './encryption.ts';
import type { Database } from './schema.ts';

/** What the functions of this folder work on: one organisation, inside a transaction or outside one. */
export interface StoreScope {
  readonly organisationId: OrganisationId;
  readonly clock: Clock;
  readonly keys: StoreKeys;
  readonly db: Kysely<Database>;
}

/** Our own PostgreSQL, for one organisation. */
export interface Store extends StoreScope, AsyncDisposable {
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly url: string;
  readonly organisationId: OrganisationId;
  readonly clock: Clock;
  /** The 32 bytes of the configuration. */
  readonly secret: Uint8Array;
  /** The most connections this process takes; 10 when not given. */
  readonly connections?: number;
}

const connectSeconds = 10;

/**
 * Opens the store for one organisation; nothing its functions do can reach another's rows. The tables must be
 * there: see `migrate`.
 *
 * @throws GestandError store-unreachable with the host and the reason.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { url, organisationId, clock, secret } = options;
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: connectSeconds * 1000,
    application_name: 'gestand',
    types: columnTypes,
  });
  // A connection that breaks while nobody uses it is replaced at the next use; unheard it would end the process.
  pool.on('error', () => undefined);
  // So would one that breaks between two statements of a transaction; the next statement tells it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Database>({ dialect: new CommitDialect({ pool: clearAboutReach(pool, url) }) });
  const close = (): Promise<void> => db.destroy();
  try {
    await sql`select 1`.execute(db);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    organisationId,
    clock,
    keys: deriveKeys(secret, organisationId),
    db: db.withSchema('gestand'),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** The moment, as our tables take it. */
export function nowOf(scope: StoreScope): string {
  return scope.clock.now().toString();
}

/** `seconds` from now. */
export function secondsFromNow(scope: StoreScope, seconds: number): string {
  return scope.clock.now().add({ seconds }).toString();
}

function clearAboutReach(pool: pg.Pool, url: string) {
  return {
    options: pool.options,
    connect: async (): Promise<pg.PoolClient> => {
      try {
        return await pool.connect();
      } catch (error) {
        throw storeUnreachable(url, error);
      }
    },
    end: () => pool.end(),
  };
}
