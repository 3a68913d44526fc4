import { sql } from 'kysely';
import { present } from '../../base/assert.ts';
import type { SelectedLink } from '../../plan/selection.ts';
import { type CircleStep, circleOf, defineCircle, inCircle, taggedKey } from './circle.ts';
import type { Fragment } from './dialect.ts';
import { activeLinks, mine } from './ownership.ts';
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
  const conditions = scoped.table.owners.flatMap((link) => [
    strangerOwns(scope, { link, alias: 'm', scoped }),
    ...sharedOwner(scope, { link, alias: 'm', scoped }, shared),
  ]);
  const name = define(
    scope,
    `x${scoped.index}`,
    sql`select m.* from ${sql.id(mine(scoped))} as m where ${anyOf(conditions)}`,
  );
  shared.set(scoped, name);
}

function defineRecursive(
  scope: Scope,
  members: readonly ScopedTable[],
  shared: Map<ScopedTable, string>,
): void {
  const circle = circleOf(scope, `gx${present(members[0], 'a member').index}`, members);
  const base: Fragment[] = [];
  const steps: CircleStep[] = [];
  for (const member of members) {
    const part = (alias: string) => (key: { column: string }) => keyRef(scope, member, alias, key.column);
    const conditions = member.table.owners.flatMap((link) => [
      strangerOwns(scope, { link, alias: 'm', scoped: member }),
      ...sharedOwner(scope, { link, alias: 'm', scoped: member }, shared),
    ]);
    const key = taggedKey(scope, circle, { table: member, part: part('m') });
    base.push(sql`select ${key} from ${sql.id(mine(member))} as m where ${anyOf(conditions)}`);
    for (const { link, owner } of activeLinks(scope, member)) {
      if (!members.includes(owner)) continue;
      const match = linkMatches(
        link,
        (column) => carriedRef(member, 't', column),
        (column) => carriedRef(owner, 'o', column),
      );
      steps.push({
        from: owner,
        to: member,
        source: sql`${sql.id(mine(owner))} as o join ${sql.id(mine(member))} as t on ${match}`,
        fromPart: (key) => keyRef(scope, owner, 'o', key.column),
        toPart: part('t'),
      });
    }
  }
  defineCircle(scope, circle, { base, steps });
  for (const member of members) {
    const match = inCircle(scope, member, {
      alias: 'g',
      part: (key) => keyRef(scope, member, 'm', key.column),
    });
    const name = `x${member.index}`;
    define(
      scope,
      name,
      sql`select m.* from ${sql.id(mine(member))} as m where exists (select 1 from ${sql.id(circle.name)} as g where ${match})`,
    );
    shared.set(member, name);
  }
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
    const match = linkMatches(link, row, (column) => carriedRef(owner, 'o', column));
    return sql`${refers} and not exists (select 1 from ${sql.id(mine(owner))} as o where ${match})`;
  }
  const match = linkMatches(link, row, (column) => sql.id('o', column));
  const ours =
    owner === undefined
      ? sql``
      : sql` and not exists (select 1 from ${sql.id(mine(owner))} as q where ${atRow(scope, owner, { base: 'o', relation: 'q' })})`;
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
  return [sql`exists (select 1 from ${sql.id(name)} as o where ${match})`];
}

/**
 * Whom this row loses along a link when the people of the plan go: a row wholly theirs owns it along the link,
 * and nobody who stays does.
 */
export function leavesAlong(scope: Scope, row: LinkOfRow, shared: Shared): Fragment {
  const owner = scopedTable(scope, row.link.table);
  if (owner === undefined) return sql`1 = 0`;
  const match = linkMatches(
    row.link,
    (column) => carriedRef(row.scoped, row.alias, column),
    (column) => carriedRef(owner, 'o', column),
  );
  const sharedName = shared.get(owner);
  const wholly =
    sharedName === undefined
      ? sql``
      : sql` and not exists (select 1 from ${sql.id(sharedName)} as q where ${sameRow(scope, owner, ['q', 'o'])})`;
  const conditions = [
    sql`exists (select 1 from ${sql.id(mine(owner))} as o where ${match}${wholly})`,
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
