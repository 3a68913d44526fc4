import type { Localised } from '../domain/language.ts';
import type { PromiseState } from '../domain/promise-state.ts';
import { type PromiseId, promises } from '../law/promises.ts';
import type { ToldHistory, ToldState } from '../ledger/told-history.ts';
import { fileOf, isChecked } from '../promises/checks.ts';
import { evidenceOf, reasonOf } from '../promises/found-reason.ts';
import { columnsOf } from '../report/dossier/dossier-columns.ts';
import type { PromiseSum } from '../report/dossier/dossier-content.ts';
import { byteOrderMark, csvLine } from '../report/package/csv.ts';
import type { Period } from '../store/period-rows.ts';
import { listPromiseHistory, type PromiseResult } from '../store/promise-result.ts';
import type { StoreScope } from '../store/store.ts';

/** A time during which a promise stood in one state. */
interface Span {
  readonly state: PromiseState;
  readonly since: string | null;
  readonly until: string | null;
  /** The entry that says so; null: none does, and then it is unproven. */
  readonly entry: number | null;
  readonly lastCheckedAt: string | null;
  readonly reason: Localised;
  readonly result: PromiseResult | null;
}

/** A promise that changes every hour for a year changes less often. */
const mostSpans = 10_000;

/**
 * Every promise, also those that nothing looks at, with how it stood in a period: the states and their times from the ledger, what was
 * found and who sees to it from our own tables.
 *
 * @param options.judgedAt the end of the period, or now where that is earlier (ISO 8601): by then evidence may be too old.
 */
export async function* promiseLines(
  store: StoreScope,
  { period, judgedAt, told, sums }: PromiseOptions,
): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columnsOf('promises.csv'), '');
  for (const { id } of promises) {
    const spans = await spansOf(store, id, { period, judgedAt, told });
    for (const { state, since, until, entry, lastCheckedAt, reason, result } of spans) {
      const evidence = result === null ? null : JSON.stringify(evidenceOf(result.detail));
      const care = [result?.care?.by ?? null, result?.care?.note ?? null];
      const cells = [id, state, since, until, entry, lastCheckedAt, reason.nl, reason.en, evidence, ...care];
      yield csvLine(cells, '');
    }
    sums.push(sumOf(id, spans));
  }
}

interface PromiseOptions {
  readonly period: Period;
  readonly judgedAt: string;
  readonly told: ToldHistory;
  readonly sums: PromiseSum[];
}

function sumOf(id: PromiseId, spans: readonly Span[]): PromiseSum {
  const last = spans.at(-1);
  const before = spans.slice(0, -1).map(({ state, since }) => ({ state, since }));
  return {
    id,
    state: last?.state ?? 'unproven',
    since: last?.since ?? null,
    reason: last?.reason ?? neverLooked,
    care: last?.result?.care ?? null,
    before,
  };
}

async function spansOf(
  store: StoreScope,
  id: PromiseId,
  { period, judgedAt, told }: Omit<PromiseOptions, 'sums'>,
): Promise<readonly Span[]> {
  const states = told.promises.get(id) ?? [];
  const results = (await listPromiseHistory(store, { promiseId: id, limit: mostSpans })).toReversed();
  const spans = states.flatMap((state, i) => {
    const until = states[i + 1]?.at ?? null;
    const inside = before(state.at, period.until) && (until === null || before(period.from, until));
    return inside ? [spanOf(state, { until, result: resultOf(state, results) })] : [];
  });
  const file = fileOf(id);
  // Somebody can take up what nothing looks at, or nothing looked at lately; then that is a row without an entry of a check.
  const unproven = results.findLast(({ state, since }) => state === 'unproven' && !before(judgedAt, since));
  const last = spans.at(-1);
  if (last === undefined) return [unlooked(isChecked(file) ? neverLooked : file.needs, unproven)];
  const stale = isChecked(file) ? tooOld(last, { judgedAt, hours: file.freshForHours, unproven }) : null;
  return stale === null ? spans : [...spans, stale];
}

/** The row that was written with an entry. */
function resultOf({ state, at }: ToldState, results: readonly PromiseResult[]): PromiseResult | null {
  const apart = (since: string) =>
    Temporal.Instant.from(at).since(Temporal.Instant.from(since)).abs().total('seconds');
  const [nearest] = results
    .filter((result) => result.state === state)
    .toSorted((one, other) => apart(one.since) - apart(other.since));
  return nearest ?? null;
}

function spanOf(
  { state, at, entry }: ToldState,
  { until, result }: { readonly until: string | null; readonly result: PromiseResult | null },
): Span {
  const reason = (result && reasonOf(result.detail)) ?? reasonNotKept;
  // The ledger was verified, and what is in it was written with a state of ours.
  const said = state as PromiseState;
  return {
    state: said,
    since: at,
    until,
    entry,
    lastCheckedAt: result?.lastCheckedAt ?? null,
    reason,
    result,
  };
}

function unlooked(reason: Localised, result: PromiseResult | undefined): Span {
  return {
    state: 'unproven',
    since: null,
    until: null,
    entry: null,
    lastCheckedAt: null,
    reason,
    result: result ?? null,
  };
}

/** What the board says too: evidence that is too old proves nothing any more. */
function tooOld(
  last: Span,
  {
    judgedAt,
    hours,
    unproven,
  }: {
    readonly judgedAt: string;
    readonly hours: number;
    readonly unproven: PromiseResult | undefined;
  },
): Span | null {
  const { until, lastCheckedAt, state } = last;
  if (state === 'unproven' || lastCheckedAt === null) return null;
  if (until !== null && !before(judgedAt, until)) return null;
  const freshUntil = Temporal.Instant.from(lastCheckedAt).add({ hours }).toString();
  if (!before(freshUntil, judgedAt)) return null;
  const taken = unproven !== undefined && !before(unproven.since, freshUntil) ? unproven : undefined;
  return { ...unlooked(looksTooOld, taken), since: freshUntil, lastCheckedAt };
}

function before(one: string, other: string): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) < 0;
}

const neverLooked: Localised = {
  nl: 'Deze belofte is in deze periode niet gecontroleerd. Zolang er geen bewijs is, telt zij niet als nagekomen.',
  en: 'This promise was not checked in this period. As long as there is no evidence it does not count as kept.',
};

const looksTooOld: Localised = {
  nl: 'De laatste controle was te lang geleden om op deze dag nog iets te bewijzen.',
  en: 'The last check was too long ago to prove anything on this day.',
};

const reasonNotKept: Localised = {
  nl: 'Wat de controle vond, is niet bewaard.',
  en: 'What the check found was not kept.',
};
