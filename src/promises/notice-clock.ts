import { legalDateOf } from '../base/clock.ts';
import type { NoticeDeed } from '../domain/notice.ts';
import { inTime } from '../law/deadlines.ts';
import { isoDateText } from '../report/date-text.ts';
import { listNoticesSince, type Notice } from '../store/notice.ts';
import { atRisk, broken, type Evidence, type Verdict } from './check.ts';
import { counted, named } from './phrase.ts';
import { type CheckRound, lookBackFrom } from './round.ts';

const mostNotices = 50_000;
const mostIds = 20;
/** What is due within so many days needs somebody now. */
const alarmDays = 2;
/** For so long a receipt that came too late is shown. */
const lateDays = 90;

/** How the notices of some deeds stand against their dates. */
export interface NoticeClocks {
  readonly all: readonly Notice[];
  readonly overdue: readonly Notice[];
  readonly late: readonly Notice[];
  /** Not overdue yet, and left to a person or due very soon. */
  readonly urgent: readonly Notice[];
}

export async function noticeClocks(round: CheckRound, deeds: readonly NoticeDeed[]): Promise<NoticeClocks> {
  const { store, today } = round;
  const since = lookBackFrom(today);
  const all = await listNoticesSince(store, { deeds, since: since.toString(), limit: mostNotices });
  const open = all.filter(({ settledAt }) => settledAt === null);
  const isOverdue = ({ dueOn }: Notice): boolean => dueOn < today.toString();
  const alarm = today.add({ days: alarmDays }).toString();
  const lateFrom = today.subtract({ days: lateDays });
  return {
    all,
    overdue: open.filter(isOverdue),
    late: all.filter(({ settledAt, dueOn }) => {
      if (settledAt === null) return false;
      const at = Temporal.Instant.from(settledAt);
      return (
        !inTime(at, Temporal.PlainDate.from(dueOn)) &&
        Temporal.PlainDate.compare(legalDateOf(at), lateFrom) >= 0
      );
    }),
    urgent: open.filter(
      (notice) => !isOverdue(notice) && (notice.state === 'failed' || notice.dueOn <= alarm),
    ),
  };
}

export function noticeEvidence({ all, overdue, late, urgent }: NoticeClocks): Evidence {
  const ids = (notices: readonly Notice[]) => notices.slice(0, mostIds).map(({ id }) => id);
  return { notices: all.length, overdue: ids(overdue), late: ids(late), urgent: ids(urgent) };
}

/** What the dates alone say; null when all is in time. */
export function noticeVerdict(round: CheckRound, clocks: NoticeClocks, evidence: Evidence): Verdict | null {
  const { overdue, late, urgent } = clocks;
  const namesOf = (notices: readonly Notice[]) =>
    named([
      ...new Set(notices.map(({ recipient }) => round.policy.recipients.get(recipient)?.name ?? recipient)),
    ]);
  if (overdue.length > 0) {
    const [count, names] = [counted(overdue.length, 'notice'), namesOf(overdue)];
    return broken(
      {
        nl: `De laatste dag is voorbij zonder bevestiging: ${count.nl}, aan ${names.nl}. Bel hen vandaag.`,
        en: `The last day has passed without a receipt: ${count.en}, to ${names.en}. Call them today.`,
      },
      evidence,
    );
  }
  if (late.length > 0) {
    const [count, names] = [counted(late.length, 'notice'), namesOf(late)];
    return broken(
      {
        nl: `Te laat bevestigd in de afgelopen ${lateDays} dagen: ${count.nl}, door ${names.nl}. Spreek af dat het sneller gaat.`,
        en: `Confirmed too late in the past ${lateDays} days: ${count.en}, by ${names.en}. Agree that it goes faster.`,
      },
      evidence,
    );
  }
  const [first] = urgent;
  if (first === undefined) return null;
  const [count, names] = [counted(urgent.length, 'notice'), namesOf(urgent)];
  return atRisk(
    {
      nl: `Nog te bevestigen: ${count.nl}, door ${names.nl}. De eerste laatste dag is ${isoDateText(first.dueOn, 'nl')}.`,
      en: `Still to be confirmed: ${count.en}, by ${names.en}. The first last day is ${isoDateText(first.dueOn, 'en')}.`,
    },
    evidence,
  );
}
