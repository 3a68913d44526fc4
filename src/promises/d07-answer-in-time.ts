import type { CaseKind } from '../domain/case-file.ts';
import { countMails } from '../store/outbox-mail.ts';
import { caseClocks, clockEvidence, clockFreshness, sawCases } from './case-clock.ts';
import { atRisk, kept, type PromiseCheck, unproven } from './check.ts';
import { clockVerdict } from './clock-verdict.ts';
import { counted } from './phrase.ts';

/** Articles 15 to 22. */
const rights: readonly CaseKind[] = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'portability',
  'withdrawal',
];

/** Art. 12(3)–(4): an answer, an extension or a refusal to every request by its legal date, and the letter arrives. */
export const d07: PromiseCheck<'D07'> = {
  id: 'D07',
  reads: {
    nl: 'alle verzoeken met hun wettelijke datum, en de brieven die niet aankwamen',
    en: 'all requests with their legal date, and the letters that did not arrive',
  },
  freshForHours: clockFreshness,
  check: async (round) => {
    const clocks = await caseClocks(round, rights);
    const failed = (await countMails(round.store)).get('failed') ?? 0;
    const evidence = { ...clockEvidence(clocks), failedLetters: failed };
    const late = clockVerdict(clocks, evidence);
    if (late !== null) return late;
    if (failed > 0) {
      return atRisk(
        {
          nl: `Niet te bezorgen brieven: ${failed}. Kijk in de postbus welk verzoek het betreft en bereik de persoon op een andere manier.`,
          en: `Letters that could not be delivered: ${failed}. See in the outbox which request it is and reach the person in another way.`,
        },
        evidence,
      );
    }
    if (!sawCases(clocks)) {
      return unproven(
        {
          nl: 'Er is het afgelopen jaar geen verzoek behandeld, dus er is niets dat dit aantoont. Doe een proefverzoek.',
          en: 'No request was handled in the past year, so nothing shows this. Make a trial request.',
        },
        evidence,
      );
    }
    const [open, done] = [counted(clocks.open, 'case'), counted(clocks.handled.length, 'case')];
    return kept(
      {
        nl: `Op tijd beantwoord: ${done.nl}. Open en nog op tijd: ${open.nl}.`,
        en: `Answered in time: ${done.en}. Open and still in time: ${open.en}.`,
      },
      evidence,
    );
  },
};
