import { sql } from 'kysely';
import { present } from '../../base/assert.ts';
import type { SelectedHold } from '../../plan/selection.ts';
import type { Fragment } from './dialect.ts';
import { mine } from './ownership.ts';
import {
  carriedRef,
  define,
  leadsToOne,
  linkMatches,
  relation,
  type Scope,
  type ScopedTable,
  scopedTable,
} from './scope.ts';

/**
 * Of {@link mine}, the rows that a law says to keep, with the start of their term as an ISO date in `since`
 * (NULL when it is not known: such a row is kept, because it cannot be shown that its term is over).
 */
export type Held = ReadonlyMap<ScopedTable, string>;

export function defineHeld(scope: Scope): Held {
  const held = new Map<ScopedTable, string>();
  for (const scoped of scope.tables) defineOne(scope, scoped, held);
  return held;
}

function defineOne(scope: Scope, scoped: ScopedTable, held: Map<ScopedTable, string>): void {
  const hold = scoped.table.hold;
  if (hold === null || held.has(scoped)) return;
  if (hold.kind === 'with') {
    const leader = leaderOf(scope, scoped, hold);
    if (leader === null) return;
    defineOne(scope, leader.table, held);
    if (!held.has(leader.table)) return;
  }
  const name = define(scope, `h${scoped.index}`, () => {
    const theirs = relation(scope, mine(scoped));
    if (hold.kind === 'with' && followsOne(scope, scoped, hold)) {
      const { from, match } = heldLeader(scope, scoped, { hold, held });
      return sql`select m.*, o.since from ${theirs} as m join ${from} on ${match}`;
    }
    return sql`select m.*, ${sinceOf(scope, scoped, { hold, held })} as since from ${theirs} as m where ${isHeld(scope, scoped, held)}`;
  });
  held.set(scoped, name);
}

/** That a row `m` of a table that has held rows is one of them. */
export function isHeld(scope: Scope, scoped: ScopedTable, held: Held): Fragment {
  const hold = present(scoped.table.hold, `a hold of ${scoped.table.id}`);
  if (hold.kind === 'with') {
    const { from, match } = heldLeader(scope, scoped, { hold, held });
    return sql`exists (select 1 from ${from} where ${match})`;
  }
  const start = carriedRef(scoped, 'm', hold.column);
  const column = present(
    scoped.table.columns.find((candidate) => candidate.name === hold.column),
    hold.column,
  );
  return sql`(${start} is null or ${start} >= ${scope.dialect.dateBound(hold.earliestStart, column)})`;
}

function sinceOf(
  scope: Scope,
  scoped: ScopedTable,
  { hold, held }: { readonly hold: SelectedHold; readonly held: Held },
): Fragment {
  if (hold.kind === 'from') return scope.dialect.isoDate(carriedRef(scoped, 'm', hold.column));
  const { from, match } = heldLeader(scope, scoped, { hold, held });
  return sql`(select max(o.since) from ${from} where ${match})`;
}

function heldLeader(
  scope: Scope,
  scoped: ScopedTable,
  { hold, held }: { readonly hold: Extract<SelectedHold, { kind: 'with' }>; readonly held: Held },
) {
  const leader = present(leaderOf(scope, scoped, hold), hold.link);
  const match = linkMatches(
    leader.link,
    (column) => carriedRef(scoped, 'm', column),
    (column) => carriedRef(leader.table, 'o', column),
  );
  const name = present(held.get(leader.table), `held rows of ${leader.table.table.id}`);
  return { from: sql`${relation(scope, name)} as o`, match };
}

/** Each row is held together with one row at most: a join finds it, where a question for each row would read all of them. */
function followsOne(
  scope: Scope,
  scoped: ScopedTable,
  hold: Extract<SelectedHold, { kind: 'with' }>,
): boolean {
  const leader = leaderOf(scope, scoped, hold);
  return !scope.persons && leader !== null && leadsToOne(leader.link, leader.table.table);
}

/** The row that this one is held together with. */
function leaderOf(scope: Scope, scoped: ScopedTable, hold: Extract<SelectedHold, { kind: 'with' }>) {
  const link = present(
    scoped.table.owners.find((owner) => owner.name === hold.link),
    `owning link ${hold.link} of ${scoped.table.id}`,
  );
  const table = scopedTable(scope, link.table);
  return table === undefined ? null : { link, table };
}
