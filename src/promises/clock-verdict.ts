import { isoDateText } from '../report/date-text.ts';
import type { CaseClocks } from './case-clock.ts';
import { atRisk, broken, type Evidence, type Verdict } from './check.ts';
import { counted, type Thing } from './phrase.ts';

/** What the clocks alone say: broken when something is or was late, at risk when it soon will be, null when all is in time. */
export function clockVerdict(clocks: CaseClocks, evidence: Evidence, thing: Thing = 'case'): Verdict | null {
  const { overdue, soon, late } = clocks;
  if (overdue.length > 0) {
    const count = counted(overdue.length, thing);
    return broken(
      {
        nl: `De wettelijke datum is voorbij zonder antwoord: ${count.nl}. Antwoord vandaag nog.`,
        en: `The legal date has passed without an answer: ${count.en}. Answer today.`,
      },
      evidence,
    );
  }
  if (late.length > 0) {
    const count = counted(late.length, thing);
    return broken(
      {
        nl: `Te laat beantwoord in de afgelopen 90 dagen: ${count.nl}. Zoek uit waardoor, zodat het niet weer gebeurt.`,
        en: `Answered too late in the past 90 days: ${count.en}. Find out why, so that it does not happen again.`,
      },
      evidence,
    );
  }
  const [first] = soon;
  if (first === undefined) return null;
  const count = counted(soon.length, thing);
  return atRisk(
    {
      nl: `Binnenkort te laat: ${count.nl}. Het eerste antwoord moet er zijn op ${isoDateText(first.legalDate, 'nl')}.`,
      en: `Soon too late: ${count.en}. The first answer must be there on ${isoDateText(first.legalDate, 'en')}.`,
    },
    evidence,
  );
}
