import { GestandError } from '../base/error.ts';
import { buildDataMap } from '../catalog/build-data-map.ts';
import type { Catalog, DatabaseKind } from '../catalog/catalog.ts';
import type { DataMap } from '../catalog/data-map.ts';
import type { Finding } from '../catalog/finding.ts';
import type { Policy, PolicySource } from '../policy/policy.ts';
import { httpSource } from '../sources/http/http-source.ts';
import { manualSource } from '../sources/manual/manual-source.ts';
import { mariadbSource } from '../sources/mariadb/mariadb-source.ts';
import { Pace } from '../sources/pace.ts';
import { pacedSource } from '../sources/paced-source.ts';
import { postgresqlSource } from '../sources/postgresql/postgresql-source.ts';
import type { Source } from '../sources/source.ts';
import { sqliteSource } from '../sources/sqlite/sqlite-source.ts';
import type { SourcesContext } from './context.ts';

/** The connection string that a policy refers to by name. */
export type SecretValue = (name: string) => string;

/** The connected systems of a policy. Closing them is the caller's. */
export interface OpenedSources extends AsyncDisposable {
  readonly sources: ReadonlyMap<string, Source>;
  /** By source, as of its last introspection, whoever asked for that; without those that do not fit the policy. */
  readonly maps: ReadonlyMap<string, DataMap>;
  close(): Promise<void>;
}

/** What the connected systems look like today, held against the policy. */
export interface MappedSources {
  /** In the order of the policy; without those that have an error. */
  readonly maps: readonly DataMap[];
  readonly findings: readonly Finding[];
}

export const databaseOpeners: Readonly<
  Record<DatabaseKind, (id: string, connectionString: string) => Source>
> = {
  postgresql: postgresqlSource,
  sqlite: sqliteSource,
  mariadb: mariadbSource,
};

function openSource(declared: PolicySource, { secretValue, share }: Connecting): Source {
  switch (declared.kind) {
    case 'postgresql':
    case 'sqlite':
    case 'mariadb': {
      const source = databaseOpeners[declared.kind](declared.id, secretValue(declared.connection));
      return share === 1 ? source : pacedSource(source, new Pace(share));
    }
    // An API has a rate of its own: it is not slowed down once more.
    case 'http':
      return httpSource(declared, secretValue);
    case 'manual':
      return manualSource(declared.id);
  }
}

interface Connecting {
  readonly secretValue: SecretValue;
  readonly share: number;
}

/**
 * Makes a source of every system in the policy. Nothing is connected yet: each does so when first used.
 *
 * @param share of the time of a database, up to 1, in which we erase and search there; else without a rest.
 * @throws GestandError `bad-configuration` when a connection string is not set.
 */
export function connectSources(policy: Policy, secretValue: SecretValue, share = 1): OpenedSources {
  const maps = new Map<string, DataMap>();
  const sources = new Map(
    policy.sources.map((declared) => [
      declared.id,
      remembering(openSource(declared, { secretValue, share }), { declared, maps }),
    ]),
  );
  const close = async (): Promise<void> => {
    await Promise.all([...sources.values()].map((source) => source.close()));
  };
  return { sources, maps, close, [Symbol.asyncDispose]: close };
}

/** The same source, of which every look at its shape is kept as a data map. */
function remembering(
  source: Source,
  { declared, maps }: { readonly declared: PolicySource; readonly maps: Map<string, DataMap> },
): Source {
  const introspect = async (): Promise<Catalog> => {
    const catalog = await source.introspect();
    const { map } = buildDataMap(declared, catalog);
    if (map === null) maps.delete(source.id);
    else maps.set(source.id, map);
    return catalog;
  };
  return Object.create(source, { introspect: { value: introspect } }) as Source;
}

/**
 * Looks at every source as it is now, and maps it. Done anew for each plan: a column that came since yesterday must
 * stop a plan, not be missed by it.
 *
 * @throws GestandError `source-unreachable`.
 */
export async function mapSources({ policy, sources }: SourcesContext): Promise<MappedSources> {
  const built = await Promise.all(
    policy.sources.map(async (declared) => {
      const source = sources.get(declared.id);
      if (source === undefined)
        throw new GestandError('internal', `Source ${declared.id} of the policy was not opened.`);
      return buildDataMap(declared, await source.introspect());
    }),
  );
  return {
    maps: built.flatMap(({ map }) => (map === null ? [] : [map])),
    findings: built.flatMap(({ findings }) => findings),
  };
}

/**
 * The data map of every source.
 *
 * @throws GestandError `drifted` when a source no longer fits the policy: by default nothing is touched then.
 */
export async function requireMaps(context: SourcesContext): Promise<readonly DataMap[]> {
  const { maps, findings } = await mapSources(context);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return maps;
  const sources = [...new Set(errors.map(({ source }) => source))].join(', ');
  throw new GestandError(
    'drifted',
    `The policy no longer fits ${sources} (${errors.length} findings). Run "gestand check" and mend the policy first.`,
  );
}
