import type { RunId } from '../base/ids.ts';
import type { DataMap } from '../catalog/data-map.ts';
import { keepErasureLook, listErasureLooks } from '../store/erasure-look.ts';
import { newestErasureAt } from '../store/erasure-run.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { withTransaction } from '../store/transaction.ts';
import { requireMaps } from './connect-sources.ts';
import type { SourcesContext, StoreContext } from './context.ts';
import { findErasedIn, type SourceLook } from './find-erased.ts';
import { permit } from './permissions.ts';

const mostRunIds = 20;
/** A look reads every row of people, so that without erasures once a day is enough; a restore is followed by the command. */
const hoursBetween = 24;
/** Who was erased since the last look is looked for soon, and many of them at once. */
const minutesAfterErasure = 10;

/**
 * Looks through every source for people who were erased and are back, and keeps what it came to: counts and ids, for the
 * promise that who was erased stays so (GDPR art. 17). Changes nothing in a source.
 *
 * @throws GestandError `drifted` when the policy no longer fits a source; `source-failed`.
 */
export async function lookForErased(
  context: StoreContext & SourcesContext,
  only?: readonly string[],
): Promise<readonly SourceLook[]> {
  permit(context.actor, 'look-for-erased');
  const maps = (await requireMaps(context)).filter(
    ({ source }) => only === undefined || only.includes(source),
  );
  const looks: SourceLook[] = [];
  for (const map of maps) looks.push(await lookThrough(context, map));
  return looks;
}

/** The same, where the last look is a day ago, or somebody was erased since. Returns whether it looked. */
export async function lookForErasedWhenDue(context: StoreContext & SourcesContext): Promise<boolean> {
  const { store, policy } = context;
  const now = store.clock.now();
  const erasedAt = await newestErasureAt(store);
  const isDue = (lookedAt: string): boolean => {
    const since = now.since(lookedAt);
    if (Temporal.Duration.compare(since, { hours: hoursBetween }) >= 0) return true;
    const erasedSince = erasedAt !== null && Temporal.Instant.compare(erasedAt, lookedAt) > 0;
    return erasedSince && Temporal.Duration.compare(since, { minutes: minutesAfterErasure }) >= 0;
  };
  const looks = new Map((await listErasureLooks(store)).map((look) => [look.source, look]));
  const stale = policy.sources
    .map(({ id }) => id)
    .filter((id) => {
      const look = looks.get(id);
      return look === undefined || look.outcome === 'away' || isDue(look.lookedAt);
    });
  if (stale.length > 0) await lookForErased(context, stale);
  return stale.length > 0;
}

async function lookThrough(context: StoreContext & SourcesContext, map: DataMap): Promise<SourceLook> {
  const lookedAt = context.store.clock.now().toString();
  const look = await findErasedIn(context, map);
  await withTransaction(context.store, async (inside) => {
    const { source, outcome, rows } = look;
    const counts = { returned: look.back.length, unclear: look.unclear.length };
    const runIds = [...new Set([...look.back, ...look.unclear].map(({ runId }): RunId => runId))];
    await keepErasureLook(inside, {
      ...{ source, lookedAt, outcome, rows, ...counts },
      runIds: runIds.slice(0, mostRunIds),
    });
    await appendLedgerEntry(inside, {
      kind: 'erased-looked-for',
      subjects: { source },
      detail: { outcome, rows, ...counts, fresh: look.fresh },
    });
  });
  return look;
}
