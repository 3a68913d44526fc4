import { type Identity, identityKey, normaliseIdentity } from '../domain/identity.ts';
import type { Search, SearchedTable } from '../plan/explain-search.ts';
import type { Candidate } from './candidates.ts';
import type { FoundPerson } from './find-person.ts';
import { type FoundRow, identitiesOf } from './found-row.ts';

/** Whose rows a plan takes; or that somebody must say so first. */
export type SettledPerson =
  | { readonly kind: 'settled'; readonly rows: readonly FoundRow[]; readonly search: Search }
  | { readonly kind: 'ask'; readonly candidates: readonly Candidate[] };

/** Takes the only person that was found. Of several none is guessed. */
export function settlePerson({ candidates }: FoundPerson): SettledPerson {
  return candidates.length > 1 ? { kind: 'ask', candidates } : settled(candidates, candidates);
}

/**
 * Of several takes the one who alone carries everything that was given: a telephone of a household and a customer number name one
 * of it. `any`: what was given is one identity of a kind that is not known, and the one who alone carries some of it is taken.
 */
export function settleByGiven(
  { candidates }: FoundPerson,
  given: readonly Identity[],
  needed: 'all' | 'any' = 'all',
): SettledPerson {
  const wanted = new Set(given.map(({ kind, value }) => identityKey(normaliseIdentity(kind, value))));
  const carrying = candidates.filter((candidate) => {
    const carried = new Set(candidate.flatMap(identitiesOf).map(identityKey));
    return needed === 'all' ? wanted.isSubsetOf(carried) : !wanted.isDisjointFrom(carried);
  });
  return carrying.length === 1 || candidates.length === 0
    ? settled(candidates, carrying)
    : { kind: 'ask', candidates };
}

/** These of the candidates, whoever said so. */
export function settled(candidates: readonly Candidate[], chosen: readonly Candidate[]): SettledPerson {
  const taken = new Set(chosen.flat());
  const rows = candidates.flat().filter((row) => taken.has(row));
  return {
    kind: 'settled',
    rows,
    search: { tables: searchedTables(rows), candidates: candidates.length, chosen: chosen.length },
  };
}

/** How a search came to rows, in counts by table: in the order of its steps. */
export function searchedTables(rows: readonly FoundRow[]): readonly SearchedTable[] {
  const groups = Map.groupBy(
    rows.toSorted((a, b) => a.step - b.step),
    ({ source, table, step, by }) =>
      JSON.stringify([step, source, table, by.map(({ kind, from }) => [kind, from])]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { source, table, step, by } = first;
    // Several addresses of one table are one way.
    const ways = new Map(by.map(({ kind, from }) => [JSON.stringify([kind, from]), { kind, from }]));
    return [{ source, table, step, rows: group.length, by: [...ways.values()] }];
  });
}
