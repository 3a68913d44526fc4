import { GestandError } from '../base/error.ts';
import { buildDataMap } from '../catalog/build-data-map.ts';
import type { DataMap } from '../catalog/data-map.ts';
import type { Finding } from '../catalog/finding.ts';
import type { Policy, PolicySource } from '../policy/policy.ts';
import { postgresqlSource } from '../sources/postgresql/postgresql-source.ts';
import type { Source } from '../sources/source.ts';
import { sqliteSource } from '../sources/sqlite/sqlite-source.ts';
import type { SourcesContext } from './context.ts';

/** The connection string that a policy refers to by name. */
export type SecretValue = (name: string) => string;

/** The connected systems of a policy. Closing them is the caller's. */
export interface OpenedSources extends AsyncDisposable {
  readonly sources: ReadonlyMap<string, Source>;
  close(): Promise<void>;
}

/** What the connected systems look like today, held against the policy. */
export interface MappedSources {
  /** In the order of the policy; without those that have an error. */
  readonly maps: readonly DataMap[];
  readonly findings: readonly Finding[];
}

const openers: Readonly<Record<PolicySource['kind'], (id: string, connectionString: string) => Source>> = {
  postgresql: postgresqlSource,
  sqlite: sqliteSource,
};

/**
 * Makes a source of every system in the policy. Nothing is connected yet: each does so when first used.
 *
 * @throws GestandError `bad-configuration` when a connection string is not set.
 */
export function connectSources(policy: Policy, secretValue: SecretValue): OpenedSources {
  const sources = new Map(
    policy.sources.map(({ id, kind, connection }) => [id, openers[kind](id, secretValue(connection))]),
  );
  const close = async (): Promise<void> => {
    await Promise.all([...sources.values()].map((source) => source.close()));
  };
  return { sources, close, [Symbol.asyncDispose]: close };
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
