import { GestandError } from '../base/error.ts';
import type { DataMap } from '../catalog/data-map.ts';
import { type Identity, type IdentityKind, normaliseIdentity } from '../domain/identity.ts';
import type { Bindings, SourceBindings, SubjectRow } from '../plan/plan.ts';
import type { Source, SubjectMatch } from '../sources/source.ts';

/** Where a person was found. */
export interface FoundPerson {
  /** By which they are known, the proven one first, then in the order of kind and value. */
  readonly identities: readonly Identity[];
  readonly rows: readonly FoundRow[];
  /** By what each of the rows was found, in the order of `rows`. */
  readonly trail: readonly FoundBy[];
}

/** How the search came to a row. */
export interface FoundBy {
  /** From 1: the round of the search. In the first it was found by what was proven. */
  readonly round: number;
  /** What it was recognised by. */
  readonly by: readonly Identity[];
  /** What else it carries. */
  readonly carries: readonly Identity[];
}

export interface FoundRow extends Pick<SubjectMatch, 'table' | 'key'> {
  readonly source: string;
}

const mostRounds = 5;
const mostRows = 100;

/**
 * Identities that are one person's. A telephone is shared by a household and a number plate goes with the car:
 * following those would find other people.
 */
const followed: ReadonlySet<IdentityKind> = new Set(['email', 'customer-number', 'account-id']);

/**
 * Finds a person in every source from an identity that was proven: the rows that carry it, then the rows that carry
 * what those carry, until nothing new is found. The same sources give the same answer, in the same order.
 *
 * @throws GestandError `limit-exceeded` when it does not end within 5 rounds and 100 rows: then one of the
 * identities is not one person's, and somebody must look.
 */
export async function findPerson(
  sources: ReadonlyMap<string, Source>,
  maps: readonly DataMap[],
  proven: Identity,
): Promise<FoundPerson> {
  const known = new Map<string, Identity>();
  const rows = new Map<string, FoundRow & FoundBy>();
  let fresh: readonly Identity[] = [normaliseIdentity(proven.kind, proven.value)];
  for (let round = 1; fresh.length > 0; round++) {
    if (round > mostRounds) throw tooWide();
    for (const identity of fresh) known.set(keyOf(identity), identity);
    const matches = await ask(sources, maps, fresh);
    const asked = new Set(fresh.map(keyOf));
    for (const { source, table, key, identities } of matches) {
      const place = JSON.stringify([source, table, key]);
      if (rows.has(place)) continue;
      const by = identities.filter((identity) => asked.has(keyOf(identity)));
      const carries = identities.filter((identity) => !asked.has(keyOf(identity)));
      rows.set(place, { source, table, key, round, by, carries });
    }
    if (rows.size > mostRows) throw tooWide();
    const told = new Map(
      matches.flatMap(({ identities }) => identities).map((identity) => [keyOf(identity), identity]),
    );
    fresh = [...told.values()].filter(
      (identity) => followed.has(identity.kind) && !known.has(keyOf(identity)),
    );
  }
  const [first, ...others] = known.values();
  const found = inOrder([...rows.values()], ({ source, table, key }) => JSON.stringify([source, table, key]));
  return {
    identities: first === undefined ? [] : [first, ...inOrder(others, keyOf)],
    rows: found.map(({ source, table, key }) => ({ source, table, key })),
    trail: found.map(({ round, by, carries }) => ({ round, by, carries })),
  };
}

/** The person as a plan takes them: the only one, number 0. The nonce must be random. */
export function bindingsOf(person: FoundPerson, maps: readonly DataMap[], nonce: string): Bindings {
  const sources = maps.map(({ source }): readonly [string, SourceBindings] => {
    // Not written key by key: a table may be called what every object has, such as `constructor`.
    const tables = Map.groupBy(
      person.rows.filter((row) => row.source === source),
      ({ table }) => table,
    );
    const rows = [...tables].map(([table, found]): readonly [string, readonly SubjectRow[]] => [
      table,
      found.map(({ key }) => ({ person: 0, key })),
    ]);
    return [source, Object.fromEntries(rows)];
  });
  return { nonce, sources: Object.fromEntries(sources) };
}

async function ask(
  sources: ReadonlyMap<string, Source>,
  maps: readonly DataMap[],
  identities: readonly Identity[],
): Promise<readonly (SubjectMatch & FoundRow)[]> {
  const found = await Promise.all(
    maps.map(async (map) => {
      const matches = (await sources.get(map.source)?.find(map, identities)) ?? [];
      return matches.map((match) => ({ ...match, source: map.source }));
    }),
  );
  return found.flat();
}

function tooWide(): GestandError {
  return new GestandError(
    'limit-exceeded',
    `The search for one person does not end within ${mostRounds} rounds and ${mostRows} rows. An identity in the policy is probably shared by several people: take it out of "identities" and try again.`,
  );
}

function keyOf({ kind, value }: Identity): string {
  return `${kind}\0${value}`;
}

function inOrder<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return items.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
