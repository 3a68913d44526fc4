import { present } from '../base/assert.ts';
import type { CaseId } from '../base/ids.ts';
import type { DataMap } from '../catalog/data-map.ts';
import { holds, lookAgain, type SeenCell } from '../execute/look-again.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import { type CorrectedCell, listWatchedCells, markCells } from '../store/corrected-cell.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import type { CellState } from '../store/schema.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import { mapSources } from './connect-sources.ts';
import type { SourcesContext, StoreContext } from './context.ts';
import { permit } from './permissions.ts';
import { logFailure } from './plan-request.ts';

/** A cell that was looked at within this time is not looked at again. */
const hoursBetweenLooks = 1;

/** Cells looked at in one round; the next takes the rest. */
const mostInRound = 5000;

export interface WatchedCorrections {
  readonly looked: number;
  /** Cells that hold again what was wrong. */
  readonly reverted: number;
}

/**
 * Looks whether what was corrected still stands (art. 5(1)(d) and 16): a restored backup, an import or another program may bring back
 * what was wrong. What holds neither the old nor the new value was changed since for a reason of its own, and is no longer looked
 * after; so is a row that is gone.
 */
export async function watchCorrections(context: StoreContext & SourcesContext): Promise<WatchedCorrections> {
  const { actor, store, sources, log } = context;
  permit(actor, 'watch-corrections');
  const lookedBefore = store.clock.now().subtract({ hours: hoursBetweenLooks });
  const cells = await listWatchedCells(store, { lookedBefore, limit: mostInRound });
  if (cells.length === 0) return { looked: 0, reverted: 0 };
  const { maps } = await mapSources(context);
  let looked = 0;
  let reverted = 0;
  for (const [id, its] of Map.groupBy(cells, ({ source }) => source)) {
    const source = sources.get(id);
    const map = maps.find((each) => each.source === id);
    if (source === undefined || map === undefined) continue;
    try {
      const seen = await lookAgain(source, tablesOf(map), its);
      reverted += await writeDown(store, seen);
      looked += seen.length;
    } catch (error) {
      // One that is away is looked at in the next round.
      logFailure(log, 'corrections not looked at', { error });
    }
  }
  return { looked, reverted };
}

function tablesOf({ tables }: DataMap) {
  return [...tables.values()].map(({ id, schema, name, key, columns }) => ({
    id,
    schema,
    name,
    columns,
    key: key.map((part) => ({
      name: part,
      type: present(
        columns.find((column) => column.name === part),
        part,
      ).type,
    })),
  }));
}

/** In one transaction for each case: how its cells stand, and the event when that got worse or was mended. */
async function writeDown(store: StoreScope, seen: readonly SeenCell[]): Promise<number> {
  let reverted = 0;
  for (const [caseId, its] of Map.groupBy(seen, ({ cell }) => cell.caseId)) {
    const looked = its.map((one) => ({ ...one.cell, now: stateOf(one) }));
    reverted += await withTransaction(store, async (inside) => {
      const marked = await markCells(inside, looked);
      const fallen = marked.filter(({ state, now }) => state === 'standing' && now === 'reverted');
      const mended = marked.filter(({ state, now }) => state === 'reverted' && now === 'standing');
      await tell(inside, caseId, { kind: 'correction-reverted', cells: fallen });
      await tell(inside, caseId, { kind: 'correction-restored', cells: mended });
      return fallen.length;
    });
  }
  return reverted;
}

async function tell(
  inside: StoreScope,
  caseId: CaseId,
  {
    kind,
    cells,
  }: {
    readonly kind: 'correction-reverted' | 'correction-restored';
    readonly cells: readonly CorrectedCell[];
  },
): Promise<void> {
  if (cells.length === 0) return;
  const places = [...Map.groupBy(cells, ({ source, table, column }) => `${source}.${table}.${column}`)].map(
    ([column, its]) => ({ column, cells: its.length }),
  );
  await appendCaseEvent(inside, caseId, { kind, actor: 'system', detail: { places } });
  await appendLedgerEntry(inside, { kind, subjects: { caseId }, detail: { cells: cells.length } });
}

function stateOf({ cell, column, now }: SeenCell): CellState {
  if (now.kind !== 'there') return now.kind;
  if (holds(column, now.value, cell.after)) return 'standing';
  return holds(column, now.value, cell.before) ? 'reverted' : 'changed';
}
