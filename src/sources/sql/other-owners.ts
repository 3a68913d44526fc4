import { sql } from 'kysely';
import { present } from '../../base/assert.ts';
import type { SelectedLink } from '../../plan/selection.ts';
import {
  type Circle,
  type CircleStep,
  type CircleTerms,
  circleOf,
  defineCircle,
  inCircle,
  taggedKey,
} from './circle.ts';
import type { Fragment } from './dialect.ts';
import { activeLinks, leadsToBound, mine } from './ownership.ts';
import {
  allOf,
  anyOf,
  atRow,
  baseTable,
  carriedName,
  carriedRef,
  define,
  leadsToOne,
  linkMatches,
  relation,
  type Scope,
  type ScopedTable,
  sameRow,
  scopedTable,
} from './scope.ts';

/**
 * Of {@link mine}, the rows that somebody outside the plan owns too: a row that owns it is not theirs at all,
 * or is itself shared. A table that has no such rows by its links alone is absent.
 */
export type Shared = ReadonlyMap<ScopedTable, string>;

export function defineShared(scope: Scope): Shared {
  const shared = new Map<ScopedTable, string>();
  for (const group of scope.groups) {
    if (!group.tables.some((scoped) => canBeShared(scope, scoped, shared))) continue;
    if (group.recursive) defineRecursive(scope, group.tables, shared);
    else for (const scoped of group.tables) defineOne(scope, scoped, shared);
  }
  return shared;
}

function canBeShared(scope: Scope, { table }: ScopedTable, shared: Shared): boolean {
  if (table.subject) return false;
  const [only, another] = table.owners;
  if (only === undefined) return false;
  const owner = scopedTable(scope, only.table);
  return (
    another !== undefined || !leadsToOne(only, owner?.table) || (owner !== undefined && shared.has(owner))
  );
}

function defineOne(scope: Scope, scoped: ScopedTable, shared: Map<ScopedTable, string>): void {
  const name = define(scope, `x${scoped.index}`, () => {
    const conditions = othersOwn(scope, scoped, shared);
    return sql`select m.* from ${relation(scope, mine(scoped))} as m where ${anyOf(conditions)}`;
  });
  shared.set(scoped, name);
}

/** That a row `m` is one of these. Null where a circle must be gone round to tell. */
export function isShared(scope: Scope, scoped: ScopedTable, shared: Shared): Fragment | null {
  const circular = scope.groups.some((group) => group.recursive && group.tables.includes(scoped));
  return circular ? null : anyOf(othersOwn(scope, scoped, shared));
}

/** That a row `m` has an owner outside the plan, as far as is known before its own circle. */
function othersOwn(scope: Scope, scoped: ScopedTable, shared: Shared): readonly Fragment[] {
  const { owners } = scoped.table;
  return owners.flatMap((link) => {
    const ofOneOwner = owners.length === 1 && leadsToOne(link, scopedTable(scope, link.table)?.table);
    // The one owner that such a row can have is what made it a row of the plan.
    const strangers = ofOneOwner ? [] : [strangerOwns(scope, { link, alias: 'm', scoped })];
    return [...strangers, ...sharedOwner(scope, { link, alias: 'm', scoped }, shared)];
  });
}

function defineRecursive(
  scope: Scope,
  members: readonly ScopedTable[],
  shared: Map<ScopedTable, string>,
): void {
  const circle = circleOf(scope, `gx${present(members[0], 'a member').index}`, members);
  // As it is now: that the members are shared among themselves is what the circle finds out.
  const outside = new Map(shared);
  defineCircle(scope, circle, () => circleTerms(scope, circle, outside));
  for (const member of members) {
    const match = inCircle(scope, member, {
      alias: 'g',
      part: (part) => keyRef(scope, member, 'm', part.column),
    });
    const name = define(
      scope,
      `x${member.index}`,
      () =>
        sql`select m.* from ${relation(scope, mine(member))} as m where exists (select 1 from ${relation(scope, circle.name)} as g where ${match})`,
    );
    shared.set(member, name);
  }
}

function circleTerms(scope: Scope, circle: Circle, shared: Shared): CircleTerms {
  const base: Fragment[] = [];
  const steps: CircleStep[] = [];
  for (const member of circle.members) {
    const part = (alias: string) => (key: { column: string }) => keyRef(scope, member, alias, key.column);
    const conditions = othersOwn(scope, member, shared);
    const key = taggedKey(scope, circle, { table: member, part: part('m') });
    base.push(sql`select ${key} from ${relation(scope, mine(member))} as m where ${anyOf(conditions)}`);
    for (const { link, owner } of activeLinks(scope, member)) {
      if (!circle.members.includes(owner)) continue;
      const match = linkMatches(
        link,
        (column) => carriedRef(member, 't', column),
        (column) => carriedRef(owner, 'o', column),
      );
      steps.push({
        from: owner,
        to: member,
        source: sql`${relation(scope, mine(owner))} as o join ${relation(scope, mine(member))} as t on ${match}`,
        fromPart: (key) => keyRef(scope, owner, 'o', key.column),
        toPart: part('t'),
      });
    }
  }
  return { base, steps };
}

export interface LinkOfRow {
  readonly link: SelectedLink;
  readonly scoped: ScopedTable;
  /** The alias of a relation about the row's table. */
  readonly alias: string;
}

/** Along this link, some row owns it that is not of the plan's people. */
export function strangerOwns(scope: Scope, { link, scoped, alias }: LinkOfRow): Fragment {
  const owner = scopedTable(scope, link.table);
  const ownersTable = owner?.table ?? link.target;
  const row = (column: string) => carriedRef(scoped, alias, column);
  if (link.enforced && link.reference === 'row') {
    // The key says that the owner exists and is one: it is enough that it is not among ours.
    const refers = allOf(link.rowColumns.map((column) => sql`${row(column)} is not null`));
    if (owner === undefined) return refers;
    const bound = leadsToBound(scope, { link, owner }, row);
    if (bound !== null) return sql`${refers} and not (${bound})`;
    const match = linkMatches(link, row, (column) => carriedRef(owner, 'o', column));
    return sql`${refers} and not exists (select 1 from ${relation(scope, mine(owner))} as o where ${match})`;
  }
  const match = linkMatches(link, row, (column) => sql.id('o', column));
  const ours =
    owner === undefined
      ? sql``
      : sql` and not exists (select 1 from ${relation(scope, mine(owner))} as q where ${atRow(scope, owner, { base: 'o', relation: 'q' })})`;
  return sql`exists (select 1 from ${baseTable(ownersTable, 'o')} where ${match}${ours})`;
}

/** Along this link, some row owns it that is itself shared. */
function sharedOwner(scope: Scope, { link, scoped, alias }: LinkOfRow, shared: Shared): readonly Fragment[] {
  const owner = scopedTable(scope, link.table);
  const name = owner === undefined ? undefined : shared.get(owner);
  if (owner === undefined || name === undefined) return [];
  const match = linkMatches(
    link,
    (column) => carriedRef(scoped, alias, column),
    (column) => carriedRef(owner, 'o', column),
  );
  return [sql`exists (select 1 from ${relation(scope, name)} as o where ${match})`];
}

/**
 * Whom this row loses along a link when the people of the plan go: a row wholly theirs owns it along the link,
 * and nobody who stays does.
 */
export function leavesAlong(scope: Scope, row: LinkOfRow, shared: Shared): Fragment {
  const owner = scopedTable(scope, row.link.table);
  if (owner === undefined) return sql`1 = 0`;
  const column = (name: string) => carriedRef(row.scoped, row.alias, name);
  const match = linkMatches(row.link, column, (name) => carriedRef(owner, 'o', name));
  const sharedName = shared.get(owner);
  const bound = sharedName === undefined ? leadsToBound(scope, { link: row.link, owner }, column) : null;
  // Whom a single reference leads to nobody else owns it along.
  if (bound !== null) return bound;
  const wholly =
    sharedName === undefined
      ? sql``
      : sql` and not exists (select 1 from ${relation(scope, sharedName)} as q where ${sameRow(scope, owner, ['q', 'o'])})`;
  const conditions = [
    sql`exists (select 1 from ${relation(scope, mine(owner))} as o where ${match}${wholly})`,
    sql`not (${strangerOwns(scope, row)})`,
    ...sharedOwner(scope, row, shared).map((condition) => sql`not (${condition})`),
  ];
  return allOf(conditions);
}

function keyRef(scope: Scope, scoped: ScopedTable, alias: string, column: string): Fragment {
  return column === scope.dialect.rowAddress?.column && scoped.table.key.length === 0
    ? sql.id(alias, 'adr')
    : sql.id(alias, carriedName(scoped, column));
}
