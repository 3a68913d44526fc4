import { sql } from 'kysely';
import { present } from '../../base/assert.ts';
import type { SubjectRow } from '../../plan/plan.ts';
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
import {
  allOf,
  anyOf,
  baseTable,
  carriedColumnsOf,
  carriedRef,
  define,
  keyParts,
  leadsToOne,
  linkMatches,
  person,
  relation,
  type Scope,
  type ScopedTable,
  scopedTable,
  unionOf,
} from './scope.ts';

/** The relation of a table's rows that the people of the plan own, alone or with others. */
export function mine(scoped: ScopedTable): string {
  return `m${scoped.index}`;
}

/**
 * Defines {@link mine} for every table of the scope: the subjects' own rows, and along every owning link the
 * rows of those who own.
 */
export function defineMine(scope: Scope): void {
  for (const group of scope.groups) {
    if (group.recursive) defineRecursive(scope, group.tables);
    else for (const scoped of group.tables) defineOne(scope, scoped);
  }
}

function defineOne(scope: Scope, scoped: ScopedTable): void {
  define(scope, mine(scoped), () => {
    const reach = reachOf(scope, scoped);
    if (reach !== null) return selectReached(scope, scoped, reach);
    if (scoped.table.subject) return subjectRows(scope, scoped);
    const links = activeLinks(scope, scoped);
    const selects = links.map(({ link, owner }) => {
      const distinct = links.length === 1 ? sql`distinct ` : sql``;
      return sql`select ${distinct}${person(scope, 'o')}${carriedColumnsOf(scope, scoped, 't')} from ${relation(scope, mine(owner))} as o join ${baseTable(scoped.table, 't')} on ${ownerMatch(link, owner)}`;
    });
    return unionOf(selects, 'union');
  });
}

/** Rows of a table itself, under the alias `t`, each once for a person: what needs no relation of its own. */
export interface Reach {
  /** The owner's relation, under the alias `w`; null where the owner's key is known. */
  readonly owner: Fragment | null;
  readonly where: Fragment;
  readonly person: Fragment;
}

/** How a table's rows that the people own are reached without a relation; null where that is not so plain. */
export function reachOf(scope: Scope, scoped: ScopedTable): Reach | null {
  if (scope.groups.some((group) => group.recursive && group.tables.includes(scoped))) return null;
  const own = boundRow(scope, scoped);
  if (own !== null) {
    const where = isBound(scope, { owner: scoped, row: own }, (name) => sql.id('t', name));
    return { owner: null, where, person: sql.lit(own.person) };
  }
  const links = activeLinks(scope, scoped);
  const known = reachOfKnown(scope, links);
  if (known !== null) return known;
  const [only, another] = links;
  if (only === undefined || another !== undefined || !leadsToOne(only.link, only.owner.table)) return null;
  const where = linkMatches(
    only.link,
    (column) => sql.id('t', column),
    (column) => carriedRef(only.owner, 'w', column),
  );
  return { owner: sql`${relation(scope, mine(only.owner))} as w`, where, person: sql.id('w', 'p') };
}

/** Every owner there can be is a row whose key is known, all of one person. */
function reachOfKnown(scope: Scope, links: readonly OwningLink[]): Reach | null {
  const owners = links.map((link) => ({
    match: leadsToBound(scope, link, (column) => sql.id('t', column)),
    person: boundRow(scope, link.owner)?.person,
  }));
  const matches = owners.flatMap(({ match }) => (match === null ? [] : [match]));
  const [person, another] = new Set(owners.map((owner) => owner.person));
  if (person === undefined || another !== undefined || matches.length < links.length) return null;
  return {
    owner: null,
    where: matches.length === 1 ? allOf(matches) : anyOf(matches),
    person: sql.lit(person),
  };
}

/** What stands after FROM. */
export function reachedTable({ table }: ScopedTable, { owner }: Reach): Fragment {
  const base = baseTable(table, 't');
  return owner === null ? base : sql`${owner}, ${base}`;
}

function selectReached(scope: Scope, scoped: ScopedTable, reach: Reach): Fragment {
  const who = scope.persons ? sql`${reach.person} as p, ` : sql``;
  return sql`select ${who}${carriedColumnsOf(scope, scoped, 't')} from ${reachedTable(scoped, reach)} where ${reach.where}`;
}

/** The keys of those rows, as `k1 … kn`. */
export function reachedKeys(scope: Scope, scoped: ScopedTable, reach: Reach): Fragment {
  const keys = keyParts(scope.dialect, scoped.table.key).map(
    ({ column }, i) => sql`${sql.id('t', column)} as ${sql.id(`k${i + 1}`)}`,
  );
  return sql`select ${sql.join(keys)} from ${reachedTable(scoped, reach)} where ${reach.where}`;
}

/** The one row of a subject table that a plan is about, where its key tells it. */
function boundRow(scope: Scope, { table }: ScopedTable): SubjectRow | null {
  const [only, another] = scope.bindings[table.id] ?? [];
  return table.subject && table.key.length > 0 && another === undefined ? (only ?? null) : null;
}

function isBound(
  scope: Scope,
  { owner, row }: { readonly owner: ScopedTable; readonly row: SubjectRow },
  column: (keyColumn: string) => Fragment,
): Fragment {
  return allOf(
    owner.table.key.map(
      ({ name, type }, i) =>
        sql`${column(name)} = ${scope.dialect.fromText(sql`${row.key[i] ?? null}`, type)}`,
    ),
  );
}

/**
 * That a link leads to the one row of its owner's table that the plan is about; null when it is about several.
 * Only along a foreign key to the owner's own key: then that row exists, and comparing with what is known of it spares
 * the database a join for each table.
 */
export function leadsToBound(
  scope: Scope,
  { link, owner }: OwningLink,
  column: (name: string) => Fragment,
): Fragment | null {
  const row = boundRow(scope, owner);
  const key = owner.table.key.map(({ name }) => name);
  const refersToKey =
    key.length === link.otherColumns.length && key.every((name) => link.otherColumns.includes(name));
  if (row === null || !link.enforced || link.reference !== 'row' || !refersToKey) return null;
  return isBound(scope, { owner, row }, (name) =>
    column(present(link.rowColumns[link.otherColumns.indexOf(name)], link.name)),
  );
}

function subjectRows(scope: Scope, scoped: ScopedTable): Fragment {
  const parts = keyParts(scope.dialect, scoped.table.key);
  const rows = scope.bindings[scoped.table.id] ?? [];
  const match = allOf(
    parts.map(
      (part, i) =>
        sql`${sql.id('t', part.column)} = ${scope.dialect.fromText(sql.id('s', `k${i + 1}`), part.type)}`,
    ),
  );
  const distinct = scope.persons ? sql`` : sql`distinct `;
  const who = scope.persons ? sql`s.person as p, ` : sql``;
  return sql`select ${distinct}${who}${carriedColumnsOf(scope, scoped, 't')} from ${scope.dialect.subjectRows(rows, parts.length)} join ${baseTable(scoped.table, 't')} on ${match}`;
}

function defineRecursive(scope: Scope, members: readonly ScopedTable[]): void {
  const circle = circleOf(scope, `g${present(members[0], 'a member').index}`, members);
  defineCircle(scope, circle, () => circleTerms(scope, circle));
  for (const member of members) {
    const match = inCircle(scope, member, { alias: 'g', part: (part) => sql.id('t', part.column) });
    define(
      scope,
      mine(member),
      () =>
        sql`select ${person(scope, 'g')}${carriedColumnsOf(scope, member, 't')} from ${relation(scope, circle.name)} as g join ${baseTable(member.table, 't')} on ${match}`,
    );
  }
}

function circleTerms(scope: Scope, circle: Circle): CircleTerms {
  const base: Fragment[] = [];
  const steps: CircleStep[] = [];
  for (const member of circle.members) {
    for (const { link, owner } of activeLinks(scope, member)) {
      if (circle.members.includes(owner)) {
        const match = linkMatches(
          link,
          (column) => sql.id('t', column),
          (column) => sql.id('o', column),
        );
        steps.push({
          from: owner,
          to: member,
          source: sql`${baseTable(owner.table, 'o')} join ${baseTable(member.table, 't')} on ${match}`,
          fromPart: (part) => sql.id('o', part.column),
          toPart: (part) => sql.id('t', part.column),
        });
      } else {
        const key = taggedKey(scope, circle, { table: member, part: (part) => sql.id('t', part.column) });
        base.push(
          sql`select ${person(scope, 'o')}${key} from ${relation(scope, mine(owner))} as o join ${baseTable(member.table, 't')} on ${ownerMatch(link, owner)}`,
        );
      }
    }
  }
  return { base, steps };
}

export interface OwningLink {
  readonly link: SelectedLink;
  readonly owner: ScopedTable;
}

/** The owning links along which somebody of the plan can own rows of this table. */
export function activeLinks(scope: Scope, scoped: ScopedTable): readonly OwningLink[] {
  return scoped.table.owners.flatMap((link) => {
    const owner = scopedTable(scope, link.table);
    return owner === undefined ? [] : [{ link, owner }];
  });
}

function ownerMatch(link: SelectedLink, owner: ScopedTable): Fragment {
  return linkMatches(
    link,
    (column) => sql.id('t', column),
    (column) => carriedRef(owner, 'o', column),
  );
}
