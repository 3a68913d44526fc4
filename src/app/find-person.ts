import { GestandError } from '../base/error.ts';
import type { DataMap } from '../catalog/data-map.ts';
import { followedKinds, type Identity, identityKey, normaliseIdentity } from '../domain/identity.ts';
import { searchLimits } from '../plan/explain-search.ts';
import type { Bindings, SourceBindings, SubjectRow } from '../plan/plan.ts';
import type { Source, SubjectMatch } from '../sources/source.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { type FoundRow, identitiesOf, placeOf } from './found-row.ts';

/** Where somebody was found, and whether it is one person. */
export interface FoundPerson {
  /** In the order of their places. */
  readonly rows: readonly FoundRow[];
  /** The same rows, by whose they seem to be; whoever carries what was given comes first. */
  readonly candidates: readonly Candidate[];
}

/**
 * Finds somebody in every source: the rows that carry what was given, then the rows that carry what those carry, until
 * nothing new is found. The same sources give the same answer, in the same order.
 *
 * @throws GestandError `limit-exceeded` when it does not end within the stated steps and rows: then one of the
 * identities is not one person's, and somebody must look.
 */
export async function findPerson(
  sources: ReadonlyMap<string, Source>,
  maps: readonly DataMap[],
  given: readonly Identity[],
): Promise<FoundPerson> {
  const asked = new Set<string>();
  const readIn = new Map<string, FoundRow>();
  const rows = new Map<string, FoundRow>();
  let fresh = given.map(({ kind, value }) => normaliseIdentity(kind, value));
  for (let step = 1; fresh.length > 0; step++) {
    if (step > searchLimits.steps) throw tooWide([...rows.values()]);
    const now = new Set(fresh.map(identityKey));
    for (const key of now) asked.add(key);
    const told = new Map<string, Identity>();
    for (const { source, table, key, identities } of await ask(sources, maps, fresh)) {
      const place = placeOf({ source, table, key });
      if (rows.has(place)) continue;
      const by = identities.filter((identity) => now.has(identityKey(identity)));
      const row: FoundRow = {
        ...{ source, table, key, step },
        by: by.map((identity) => ({ ...identity, from: fromOf(readIn.get(identityKey(identity))) })),
        carries: identities.filter((identity) => !now.has(identityKey(identity))),
      };
      rows.set(place, row);
      for (const identity of row.carries) {
        const carried = identityKey(identity);
        if (!readIn.has(carried)) readIn.set(carried, row);
        told.set(carried, identity);
      }
    }
    if (rows.size > searchLimits.rows) throw tooWide([...rows.values()]);
    fresh = [...told.values()].filter(
      (identity) => followedKinds.has(identity.kind) && !asked.has(identityKey(identity)),
    );
  }
  const found = inOrder([...rows.values()], placeOf);
  return { rows: found, candidates: candidatesOf(found, maps) };
}

/** By what somebody is known: what was given first, then in the order of kind and value; each once. */
export function knownAs(rows: readonly FoundRow[]): readonly Identity[] {
  const given = rows
    .filter(({ step }) => step === 1)
    .flatMap(({ by }) => by)
    .map(({ kind, value }): Identity => ({ kind, value }));
  const all = [...inOrder(given, identityKey), ...inOrder(rows.flatMap(identitiesOf), identityKey)];
  return [...new Map(all.map((identity) => [identityKey(identity), identity])).values()];
}

/** People as a plan takes them: the only one, number 0, or each by their number. The nonce must be random. */
export function bindingsOf(
  found: readonly (Pick<FoundRow, 'source' | 'table' | 'key'> & { readonly person?: number })[],
  maps: readonly DataMap[],
  nonce: string,
): Bindings {
  const sources = maps.map(({ source }): readonly [string, SourceBindings] => {
    // Not written key by key: a table may be called what every object has, such as `constructor`.
    const tables = Map.groupBy(
      found.filter((row) => row.source === source),
      ({ table }) => table,
    );
    const rows = [...tables].map(([table, its]): readonly [string, readonly SubjectRow[]] => [
      table,
      its.map(({ key, person = 0 }) => ({ person, key })),
    ]);
    return [source, Object.fromEntries(rows)];
  });
  return { nonce, sources: Object.fromEntries(sources) };
}

async function ask(
  sources: ReadonlyMap<string, Source>,
  maps: readonly DataMap[],
  identities: readonly Identity[],
): Promise<readonly (SubjectMatch & { readonly source: string })[]> {
  const found = await Promise.all(
    maps.map(async (map) => {
      const matches = (await sources.get(map.source)?.find(map, identities)) ?? [];
      return inOrder(matches, ({ table, key }) => placeOf({ source: map.source, table, key })).map(
        (match) => ({ ...match, source: map.source }),
      );
    }),
  );
  return found.flat();
}

function fromOf(row: FoundRow | undefined): { readonly source: string; readonly table: string } | null {
  return row === undefined ? null : { source: row.source, table: row.table };
}

/** Says by what most was found: that identity is probably several people's. */
function tooWide(rows: readonly FoundRow[]): GestandError {
  const ways = Map.groupBy(
    rows.flatMap(({ source, table, by }) => by.map(({ kind }) => `${kind} of ${source}.${table}`)),
    (way) => way,
  );
  const [most] = [...ways].toSorted(([, a], [, b]) => b.length - a.length);
  const { steps, rows: limit } = searchLimits;
  return new GestandError(
    'limit-exceeded',
    `The search for one person was stopped: it does not end within ${steps} steps and ${limit} rows. ${
      most === undefined ? '' : `Most rows (${most[1].length} so far) were found by the ${most[0]}. `
    }An identity that several people have is no identity: take it out of "identities" in the policy, or mend the rows that carry it, and try again.`,
  );
}

function inOrder<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return items.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
