import type { CaseKind } from '../domain/case-file.ts';
import { type CaseAlarm, caseAlarm } from '../law/case-alarm.ts';
import { clockStandsStill } from '../law/clock-standing.ts';
import { inTime } from '../law/deadlines.ts';
import type { CaseFile } from '../store/case-file.ts';
import type { HandledCase } from '../store/handled-case.ts';
import { type Evidence, freshDaily } from './check.ts';
import type { CheckRound } from './round.ts';

/** A late answer cannot be taken back; after so long it no longer says how things go today. */
export const lateDays = 90;

/** How the clocks of some kinds of cases stand (GDPR art. 12(3)). */
export interface CaseClocks {
  /** Past the legal date and not answered. */
  readonly overdue: readonly CaseFile[];
  /** Within a week of the safe date, or past it. */
  readonly soon: readonly CaseFile[];
  /** Answered after the legal date, in the past {@link lateDays} days. */
  readonly late: readonly HandledCase[];
  readonly open: number;
  /**
   * Nobody has shown yet that they are who they say, or they are asked for more: anybody can type any address, so these do not
   * count as late (art. 12(6): the clock pauses).
   */
  readonly unidentified: number;
  readonly handled: readonly HandledCase[];
}

export async function caseClocks(round: CheckRound, kinds: readonly CaseKind[]): Promise<CaseClocks> {
  const [open, handled] = await Promise.all([round.openCases(), round.handledCases()]);
  const ours = open.filter(({ kind }) => kinds.includes(kind));
  const waiting = ours.filter((file) => !clockStandsStill(file));
  const theirs = handled.filter(({ kind }) => kinds.includes(kind));
  const { today } = round;
  const alarmed = (alarm: CaseAlarm) => waiting.filter((file) => caseAlarm(file, today) === alarm);
  return {
    overdue: alarmed('overdue'),
    soon: alarmed('at-risk'),
    late: theirs.filter((handledCase) => isLate(handledCase, today)),
    open: waiting.length,
    unidentified: ours.length - waiting.length,
    handled: theirs,
  };
}

export const clockFreshness = freshDaily;

const mostIds = 20;

export function clockEvidence({ overdue, soon, late, open, unidentified, handled }: CaseClocks): Evidence {
  return {
    open,
    unidentified,
    handled: handled.length,
    overdue: overdue.slice(0, mostIds).map(({ id }) => id),
    soon: soon.slice(0, mostIds).map(({ id }) => id),
    late: late.slice(0, mostIds).map(({ id }) => id),
  };
}

/** Whether there was ever a case of these kinds in the past year: without one nothing is shown. */
export function sawCases({ open, handled }: CaseClocks): boolean {
  return open + handled.length > 0;
}

function isLate({ answeredAt, legalDate }: HandledCase, today: Temporal.PlainDate): boolean {
  if (answeredAt === null) return false;
  const at = Temporal.Instant.from(answeredAt);
  return (
    !inTime(at, Temporal.PlainDate.from(legalDate)) &&
    inTime(at, today) &&
    !inTime(at, today.subtract({ days: lateDays }))
  );
}
