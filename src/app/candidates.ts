import type { DataMap, MappedTable } from '../catalog/data-map.ts';
import { type Identity, type IdentityKind, identityKey, numberKinds } from '../domain/identity.ts';
import { type FoundRow, identitiesOf, placeOf } from './found-row.ts';

/** Rows that are one person's, as far as their identities say. */
export type Candidate = readonly FoundRow[];

/**
 * The people that a search came to. One is the rule; where there are more, somebody must say who is meant.
 *
 * Rows belong together when they carry the same customer number, account id or e-mail address, in whatever table or source;
 * unless it is *shared*. A telephone and a number plate never bind: what only they lead to stays apart. A customer number or
 * account id is shared when one table has it in two rows with no other number in common, or no address in common where the
 * database keeps each address once. An e-mail address is shared when it would bring together two rows of one
 * table that have different customer numbers, or different account ids, directly or by way of other rows. Different
 * addresses alone make no two people, and neither do rows of different tables: those have numberings of their own.
 *
 * A shared identity binds nothing. Rows of one table that carry exactly the same identities stay together: nothing here
 * tells them apart.
 */
export function candidatesOf(rows: readonly FoundRow[], maps: readonly DataMap[]): readonly Candidate[] {
  const people = rows.map((row) => facts(row, maps));
  let groups = new Groups(people.length);
  for (const same of indexesBy(people, ({ alike }) => [alike]).values()) groups.unite(same);
  groups = bound(groups, people, (kind) => numberKinds.has(kind));
  groups = bound(groups, people, (kind) => kind === 'email');
  return groups
    .all()
    .map((indexes) => indexes.flatMap((i) => rows[i] ?? []))
    .toSorted((a, b) => firstStep(a) - firstStep(b));
}

interface RowFacts {
  readonly table: string;
  readonly alike: string;
  readonly identities: readonly Identity[];
  /** An address stands once in its table, so that two addresses are two entries. */
  readonly emailOnce: boolean;
}

function facts(row: FoundRow, maps: readonly DataMap[]): RowFacts {
  const mapped = maps.find(({ source }) => source === row.source)?.tables.get(row.table);
  const identities = identitiesOf(row);
  const table = JSON.stringify([row.source, row.table]);
  // A row without identities is never found; its own place keeps it apart all the same.
  const carried = identities.length === 0 ? [placeOf(row)] : identities.map(identityKey).toSorted();
  return {
    table,
    identities,
    alike: JSON.stringify([table, carried]),
    emailOnce: mapped !== undefined && keepsEmailOnce(mapped),
  };
}

function keepsEmailOnce({ subject, uniqueColumns }: MappedTable): boolean {
  const columns = (subject?.identities ?? []).filter(({ kind }) => kind === 'email');
  return columns.some(({ column }) => uniqueColumns.has(column));
}

/** Unites the groups that an identity of these kinds brings together, but for those that are shared. */
function bound(before: Groups, people: readonly RowFacts[], binds: (kind: IdentityKind) => boolean): Groups {
  const carriers = [
    ...indexesBy(people, ({ identities }) => identities.filter(({ kind }) => binds(kind)).map(identityKey)),
  ].filter(([, indexes]) => indexes.length > 1);
  const unshared = carriers.filter(([key, indexes]) => {
    const [kind] = key.split('\0');
    return !somePair(indexes, people, (a, b) => differ(a, b, kind));
  });
  const all = before.copy();
  for (const [, indexes] of unshared) all.unite(indexes);
  // Each binds two rows that may be one person's, and all together bind two that are not: then it is not known which to trust.
  const doubtful = new Set(
    all
      .all()
      .filter((indexes) => somePair(indexes, people, (a, b) => differ(a, b, 'email')))
      .flat(),
  );
  const after = before.copy();
  for (const [, indexes] of unshared) if (!indexes.some((i) => doubtful.has(i))) after.unite(indexes);
  return after;
}

/** Two rows of one table are two people's by what else they carry. */
function differ(a: RowFacts, b: RowFacts, except: string | undefined): boolean {
  if (a.table !== b.table) return false;
  const telling: IdentityKind[] = [...numberKinds];
  if (a.emailOnce) telling.push('email');
  return telling.some((kind) => {
    if (kind === except) return false;
    const [its, others] = [valuesOf(a, kind), valuesOf(b, kind)];
    return its.length > 0 && others.length > 0 && !its.some((value) => others.includes(value));
  });
}

function valuesOf({ identities }: RowFacts, wanted: IdentityKind): readonly string[] {
  return identities.filter(({ kind }) => kind === wanted).map(({ value }) => value);
}

function somePair(
  indexes: readonly number[],
  people: readonly RowFacts[],
  holds: (a: RowFacts, b: RowFacts) => boolean,
): boolean {
  return indexes.some((i, at) =>
    indexes.slice(at + 1).some((j) => {
      const [a, b] = [people[i], people[j]];
      return a !== undefined && b !== undefined && holds(a, b);
    }),
  );
}

function indexesBy(
  people: readonly RowFacts[],
  keys: (row: RowFacts) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  people.forEach((row, i) => {
    for (const key of new Set(keys(row))) found.set(key, [...(found.get(key) ?? []), i]);
  });
  return found;
}

function firstStep(candidate: Candidate): number {
  return Math.min(...candidate.map(({ step }) => step));
}

/** Numbers from 0, in groups that can grow together. */
class Groups {
  readonly #groupOf: number[];

  constructor(size: number) {
    this.#groupOf = Array.from({ length: size }, (_, i) => i);
  }

  copy(): Groups {
    const copy = new Groups(0);
    copy.#groupOf.push(...this.#groupOf);
    return copy;
  }

  unite(indexes: readonly number[]): void {
    const united = new Set(indexes.map((i) => this.#groupOf[i]));
    const first = Math.min(...indexes.map((i) => this.#groupOf[i] ?? i));
    this.#groupOf.forEach((group, i) => {
      if (united.has(group)) this.#groupOf[i] = first;
    });
  }

  /** In the order of their first members. */
  all(): readonly (readonly number[])[] {
    return [...Map.groupBy(this.#groupOf.keys(), (i) => this.#groupOf[i]).values()];
  }
}
