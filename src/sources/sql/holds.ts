import { sql } from 'kysely';
import { present } from '../../base/assert.ts';
import type { SelectedHold } from '../../plan/selection.ts';
import { mine } from './ownership.ts';
import {
  carriedRef,
  define,
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
  const name = `h${scoped.index}`;
  if (hold.kind === 'from') {
    const start = carriedRef(scoped, 'm', hold.column);
    const column = present(
      scoped.table.columns.find((candidate) => candidate.name === hold.column),
      hold.column,
    );
    const bound = scope.dialect.dateBound(hold.earliestStart, column);
    define(
      scope,
      name,
      () =>
        sql`select m.*, ${scope.dialect.isoDate(start)} as since from ${relation(scope, mine(scoped))} as m where ${start} is null or ${start} >= ${bound}`,
    );
  } else {
    const leader = leaderOf(scope, scoped, hold);
    if (leader === null) return;
    defineOne(scope, leader.table, held);
    const leaderHeld = held.get(leader.table);
    if (leaderHeld === undefined) return;
    const match = linkMatches(
      leader.link,
      (column) => carriedRef(scoped, 'm', column),
      (column) => carriedRef(leader.table, 'o', column),
    );
    define(
      scope,
      name,
      () =>
        sql`select m.*, (select max(o.since) from ${relation(scope, leaderHeld)} as o where ${match}) as since from ${relation(scope, mine(scoped))} as m where exists (select 1 from ${relation(scope, leaderHeld)} as o where ${match})`,
    );
  }
  held.set(scoped, name);
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
