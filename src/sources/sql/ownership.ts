import { sql } from 'kysely';
import { present } from '../../base/assert.ts';
import type { SelectedLink } from '../../plan/selection.ts';
import { type CircleStep, circleOf, defineCircle, inCircle, taggedKey } from './circle.ts';
import type { Fragment } from './dialect.ts';
import {
  allOf,
  baseTable,
  carriedColumnsOf,
  carriedRef,
  define,
  keyParts,
  leadsToOne,
  linkMatches,
  person,
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
  if (scoped.table.subject) {
    define(scope, mine(scoped), subjectRows(scope, scoped));
    return;
  }
  const links = activeLinks(scope, scoped);
  const selects = links.map(({ link, owner }) => {
    const distinct = links.length === 1 && !leadsToOne(link, owner.table) ? sql`distinct ` : sql``;
    return sql`select ${distinct}${person(scope, 'o')}${carriedColumnsOf(scope, scoped, 't')} from ${sql.id(mine(owner))} as o join ${baseTable(scoped.table, 't')} on ${ownerMatch(link, owner)}`;
  });
  define(scope, mine(scoped), unionOf(selects, 'union'));
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
  const base: Fragment[] = [];
  const steps: CircleStep[] = [];
  for (const member of members) {
    for (const { link, owner } of activeLinks(scope, member)) {
      if (members.includes(owner)) {
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
          sql`select ${person(scope, 'o')}${key} from ${sql.id(mine(owner))} as o join ${baseTable(member.table, 't')} on ${ownerMatch(link, owner)}`,
        );
      }
    }
  }
  defineCircle(scope, circle, { base, steps });
  for (const member of members) {
    const match = inCircle(scope, member, { alias: 'g', part: (part) => sql.id('t', part.column) });
    define(
      scope,
      mine(member),
      sql`select ${person(scope, 'g')}${carriedColumnsOf(scope, member, 't')} from ${sql.id(circle.name)} as g join ${baseTable(member.table, 't')} on ${match}`,
    );
  }
}

/** The owning links along which somebody of the plan can own rows of this table. */
export function activeLinks(
  scope: Scope,
  scoped: ScopedTable,
): readonly { readonly link: SelectedLink; readonly owner: ScopedTable }[] {
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
