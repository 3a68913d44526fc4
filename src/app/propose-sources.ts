import type { Catalog, DatabaseKind } from '../catalog/catalog.ts';
import { classifyCatalog } from '../catalog/classification/classify-catalog.ts';
import type { Proposed } from '../catalog/proposal/identity-joins.ts';
import type { MapWarning } from '../catalog/proposal/map-proposal.ts';
import type { LookedAt } from '../catalog/proposal/merge-policy.ts';
import { proposeMap } from '../catalog/proposal/propose-map.ts';
import { sampleLimitsFor } from '../sources/sample.ts';
import type { Source } from '../sources/source.ts';
import { identityJoins, proposeByValue } from './compare-values.ts';
import { databaseOpeners } from './connect-sources.ts';

/** A database that no policy knows yet. */
export interface UnknownSource {
  readonly id: string;
  readonly kind: DatabaseKind;
  /** Holds a password: it is never printed. */
  readonly connectionString: string;
  /** The setting that holds it; left out: it is called after the source. */
  readonly setting?: string;
}

export interface Looking {
  /** At values too: a bounded sample of each table, in memory. Without it at the shape alone, and no row is read. */
  readonly sample: boolean;
  readonly onProgress: (source: string) => void;
}

/**
 * Looks at each database and proposes what a policy should say of it. Changes nothing. Values are compared with each other, within a
 * source and between sources, and none of them is in what is proposed.
 *
 * @throws GestandError `source-unreachable`, `source-failed`; `bad-configuration` when a connection string is none.
 */
export async function proposeSources(
  unknown: readonly UnknownSource[],
  { sample, onProgress }: Looking,
): Promise<readonly LookedAt[]> {
  const sources = new Map<string, Source>();
  try {
    const proposed: Proposed[] = [];
    for (const { id, kind, connectionString } of unknown) {
      onProgress(id);
      const source = databaseOpeners[kind](id, connectionString);
      sources.set(id, source);
      proposed.push(sample ? await lookAtValues(source) : byShape(await source.introspect()));
    }
    const joins = sample ? await identityJoins(proposed, sources) : [];
    return proposed.map(({ catalog, proposal }) => ({
      catalog,
      proposal: { ...proposal, joins: joins.filter(({ from }) => from.source === proposal.source) },
    }));
  } finally {
    await Promise.all([...sources.values()].map((source) => source.close()));
  }
}

function byShape(catalog: Catalog): Proposed {
  const classified = classifyCatalog(catalog);
  return { proposal: proposeMap(catalog, classified), catalog, classified, samples: new Map() };
}

async function lookAtValues(source: Source): Promise<Proposed> {
  const catalog = await source.introspect();
  const samples = await source.sample(catalog.tables, sampleLimitsFor(catalog.tables));
  const proposed = await proposeByValue(source, catalog, samples);
  const warnings = [...proposed.proposal.warnings, ...unread(proposed)];
  return { ...proposed, proposal: { ...proposed.proposal, sampled: true, warnings } };
}

/** Nothing is taken for looked at that was not. */
function unread({ catalog, samples }: Proposed): readonly MapWarning[] {
  return catalog.tables
    .filter(({ id, kind }) => kind !== 'view' && !samples.has(id))
    .map(({ id }) => ({
      code: 'not-looked-at',
      table: id,
      columns: [],
      text: {
        nl: `de waarden van ${id} zijn niet bekeken: de rol mag ze niet lezen, of de tabel antwoordde niet op tijd`,
        en: `the values of ${id} were not looked at: the role may not read them, or the table did not answer in time`,
      },
    }));
}
