/** Before the safe date: from then on an answer that is not being written will be late. */
const alarmDays = 7;

/** How a case stands against its clock. `at-risk`: within a week of the day we aim at, or past it. */
export type CaseAlarm = 'overdue' | 'at-risk' | 'in-time';

/** @param dates as ISO dates: the day we aim at, and the last day the law allows. */
export function caseAlarm(
  dates: { readonly safeDate: string; readonly legalDate: string },
  today: Temporal.PlainDate,
): CaseAlarm {
  const compare = Temporal.PlainDate.compare;
  if (compare(Temporal.PlainDate.from(dates.legalDate), today) < 0) return 'overdue';
  return compare(today.add({ days: alarmDays }), Temporal.PlainDate.from(dates.safeDate)) < 0
    ? 'in-time'
    : 'at-risk';
}
