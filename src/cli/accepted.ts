import { existsSync } from 'node:fs';
import { systemClock } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import type { Config } from '../config.ts';
import { type CatalogVersion, newestCatalogVersions } from '../store/catalog-version.ts';
import { openStore } from '../store/store.ts';
import { clusterFolder, type OwnDatabase, openDatabase } from './database.ts';
import { organisationId } from './installation.ts';

type Accepted = ReadonlyMap<string, CatalogVersion>;

/**
 * The shapes that were accepted on this machine; none when there is no store here, as in CI, or it cannot be reached:
 * a check says what it can without it.
 */
export async function acceptedHere(config: Config, onStart: () => void): Promise<Accepted> {
  if (config.databaseUrl === undefined && !existsSync(clusterFolder(config))) return new Map();
  try {
    await using database = await openDatabase(config, { beside: true, onStart });
    return await acceptedIn(config, database);
  } catch (error) {
    if (error instanceof GestandError && withoutStore.has(error.code)) return new Map();
    throw error;
  }
}

const withoutStore: ReadonlySet<string> = new Set(['store-unreachable', 'conflict', 'bad-configuration']);

/** The shapes that were accepted in a store that is open already. */
export async function acceptedIn({ secret }: Config, { url }: OwnDatabase): Promise<Accepted> {
  await using store = await openStore({ url, organisationId, clock: systemClock, secret, connections: 1 });
  return await newestCatalogVersions(store);
}
