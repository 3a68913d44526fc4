import { legalDateOf } from '../base/clock.ts';
import { type CaseKind, caseKinds } from '../domain/case-file.ts';
import type { CaseState } from '../domain/case-state.ts';
import { clockStandsStill } from '../law/clock-standing.ts';
import type { ToldCase, ToldHistory } from '../ledger/told-history.ts';
import { columnsOf } from '../report/dossier/dossier-columns.ts';
import type { CaseSum } from '../report/dossier/dossier-content.ts';
import { byteOrderMark, csvLine } from '../report/package/csv.ts';
import { type CaseClock, casesOfPeriod, type Period } from '../store/period-rows.ts';
import type { StoreScope } from '../store/store.ts';

/**
 * Every case that was open in a period. Where it is, its dates and its end are as the ledger under the exported checkpoint tells them; when it was
 * received, and what was aimed at, as our tables do.
 *
 * @param options.judged the day on which clocks are judged (ISO date).
 */
export async function* caseLines(
  store: StoreScope,
  { period, judged, told, sums }: CaseOptions,
): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columnsOf('cases.csv'), '');
  const open = openIn(told, period);
  for await (const held of casesOfPeriod(store, period)) {
    const said = told.cases.get(held.id);
    // Opened after the checkpoint: the next dossier has it.
    if (said === undefined) continue;
    open.delete(held.id);
    const { receivedAt, identityAskedAt, safeDate } = held;
    yield lineOf({ id: held.id, receivedAt, identityAskedAt, safeDate, said }, { judged, sums });
  }
  // Of who never showed who they are nothing is kept but what the ledger tells.
  for (const [id, said] of open)
    yield lineOf(
      { id, receivedAt: said.openedAt, identityAskedAt: null, safeDate: null, said },
      { judged, sums },
    );
}

interface CaseOptions {
  readonly period: Period;
  readonly judged: string;
  readonly told: ToldHistory;
  readonly sums: Map<CaseKind, CaseSum>;
}

interface Line extends Pick<CaseClock, 'receivedAt' | 'identityAskedAt'> {
  readonly id: string;
  readonly safeDate: string | null;
  readonly said: ToldCase;
}

function openIn({ cases }: ToldHistory, { until }: Period): Map<string, ToldCase> {
  const end = Temporal.Instant.from(until);
  return new Map(
    [...cases].filter(
      ([, { openedAt }]) => Temporal.Instant.compare(Temporal.Instant.from(openedAt), end) < 0,
    ),
  );
}

function lineOf(line: Line, { judged, sums }: Pick<CaseOptions, 'judged' | 'sums'>): string {
  const { id, said, receivedAt, identityAskedAt, safeDate } = line;
  const { kind, state, channel, legalDate, answeredAt, closedAt, entry } = said;
  const clock = clockOf(line, judged);
  if (isCaseKind(kind)) {
    const sum = sums.get(kind) ?? { kind, total: 0, inTime: 0, late: 0, open: 0, ended: 0 };
    sums.set(kind, { ...sum, total: sum.total + 1, [clock]: sum[clock] + 1 });
  }
  const dates = [receivedAt, identityAskedAt, safeDate, legalDate, answeredAt, closedAt];
  return csvLine([id, kind, state, channel, ...dates, clock, entry], '');
}

function isCaseKind(kind: string): kind is CaseKind {
  return (caseKinds as readonly string[]).includes(kind);
}

/** Where its clock stood on a day, whatever happened after it. */
function clockOf(
  { said, receivedAt, identityAskedAt }: Line,
  judged: string,
): keyof Omit<CaseSum, 'kind' | 'total'> {
  const by = (instant: string | null) => {
    const day = instant === null ? null : legalDateOf(Temporal.Instant.from(instant)).toString();
    return day === null || day > judged ? null : day;
  };
  const answered = by(said.answeredAt);
  if (answered !== null) return answered <= said.legalDate ? 'inTime' : 'late';
  if (by(said.closedAt) !== null) return 'ended';
  const standing = clockStandsStill({ state: said.state as CaseState, receivedAt, identityAskedAt });
  return judged <= said.legalDate || standing ? 'open' : 'late';
}
