import { legalDateOf } from '../base/clock.ts';
import { inTime } from '../law/deadlines.ts';
import { workingDaysAfter } from '../law/holidays.ts';
import { lookup } from '../law/law-pack.ts';
import type { Complaint } from '../store/complaint.ts';
import { caseClocks, clockEvidence, clockFreshness } from './case-clock.ts';
import { broken, kept, type PromiseCheck, unproven } from './check.ts';
import { clockVerdict } from './clock-verdict.ts';
import { counted } from './phrase.ts';

const mostIds = 20;

/** Art. 12(2), 77: who complains has a receipt within days, and an answer within the term we keep to. */
export const p52: PromiseCheck<'P52'> = {
  id: 'P52',
  owner: 'privacy',
  reads: {
    nl: 'van elke klacht de dag van het ontvangstbericht en die van het antwoord',
    en: 'of every complaint the day of its receipt and that of the answer',
  },
  freshForHours: clockFreshness,
  check: async (round) => {
    const [clocks, complaints] = await Promise.all([caseClocks(round, ['complaint']), round.complaints()]);
    const unacknowledged = complaints.filter((complaint) => isUnacknowledged(complaint, round.today));
    const evidence = {
      ...clockEvidence(clocks),
      unacknowledged: unacknowledged.slice(0, mostIds).map(({ id }) => id),
    };
    const late = clockVerdict(clocks, evidence, 'complaint');
    if (late?.state === 'broken') return late;
    if (unacknowledged.length > 0) {
      const count = counted(unacknowledged.length, 'complaint');
      return broken(
        {
          nl: `Zonder ontvangstbericht binnen de termijn: ${count.nl}. Bevestig vandaag nog wat u ontving.`,
          en: `Without a receipt within the term: ${count.en}. Acknowledge today what you received.`,
        },
        evidence,
      );
    }
    if (late !== null) return late;
    if (complaints.length === 0)
      return unproven(
        {
          nl: 'Er is het afgelopen jaar geen klacht vastgelegd, dus er is niets dat dit aantoont.',
          en: 'No complaint was recorded in the past year, so nothing shows this.',
        },
        evidence,
      );
    const [open, done] = [counted(clocks.open, 'complaint'), counted(clocks.handled.length, 'complaint')];
    return kept(
      {
        nl: `Op tijd bevestigd en beantwoord: ${done.nl}. Open en nog op tijd: ${open.nl}.`,
        en: `Acknowledged and answered in time: ${done.en}. Open and still in time: ${open.en}.`,
      },
      evidence,
    );
  },
};

function isUnacknowledged({ receivedAt, acknowledgedAt }: Complaint, today: Temporal.PlainDate): boolean {
  const received = legalDateOf(Temporal.Instant.from(receivedAt));
  const calendar = lookup('rights.calendar', received);
  const last = workingDaysAfter(received, lookup('complaint.ackWorkdays', received), calendar);
  return acknowledgedAt === null
    ? Temporal.PlainDate.compare(last, today) < 0
    : !inTime(Temporal.Instant.from(acknowledgedAt), last);
}
