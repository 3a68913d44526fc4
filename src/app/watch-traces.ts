import { buildDataMap } from '../catalog/build-data-map.ts';
import type { DataMap } from '../catalog/data-map.ts';
import { onlyTable } from '../execute/trace-sought.ts';
import type { Source } from '../sources/source.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { type LooseTrace, listOpenTraces, markTraceLookedAt } from '../store/loose-trace.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import type { SourcesContext, StoreContext } from './context.ts';
import { permit } from './permissions.ts';
import { logFailure } from './plan-request.ts';

/** What was looked at within this time is not looked at again. */
const hoursBetweenLooks = 1;

/** Of each source. Each is a search through one table; the next round takes the rest. */
const mostInRound = 50;

export interface WatchedTraces {
  readonly looked: number;
  readonly gone: number;
}

/**
 * Looks whether what identified somebody, and still stood in a text after they were erased or corrected, is gone there now (art. 17 and
 * 16). Then nothing of it is kept here either.
 */
export async function watchTraces(context: StoreContext & SourcesContext): Promise<WatchedTraces> {
  const { actor, store, policy, sources, log } = context;
  permit(actor, 'watch-traces');
  const lookedBefore = store.clock.now().subtract({ hours: hoursBetweenLooks }).toString();
  const total = { looked: 0, gone: 0 };
  // One by one: what waits in a source that is away does not keep the others waiting.
  for (const declared of policy.sources) {
    const source = sources.get(declared.id);
    const its = await listOpenTraces(store, declared.id, { lookedBefore, limit: mostInRound });
    if (source === undefined || its.length === 0) continue;
    try {
      const { map } = buildDataMap(declared, await source.introspect());
      if (map === null) continue;
      for (const trace of its) {
        const rows = await lookAt(store, trace, { source, map });
        total.looked++;
        if (rows === 0) total.gone++;
      }
    } catch (error) {
      // One that is away is looked at in the next round.
      logFailure(log, 'traces not looked at', { error });
    }
  }
  return total;
}

/** In how many rows it stands now. */
async function lookAt(
  store: StoreScope,
  trace: LooseTrace,
  { source, map }: { readonly source: Source; readonly map: DataMap },
): Promise<number> {
  const found = await source.search(onlyTable(map, trace.table), trace.sought);
  const rows = found.find(({ column }) => column === trace.column)?.rows ?? 0;
  await withTransaction(store, async (inside) => {
    await markTraceLookedAt(inside, trace, rows);
    if (rows > 0) return;
    await appendLedgerEntry(inside, {
      kind: 'trace-gone',
      subjects: { runId: trace.runId, source: trace.source },
      detail: { columns: 1 },
    });
  });
  return rows;
}
