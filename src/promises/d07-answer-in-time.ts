import type { CaseKind } from '../domain/case-file.ts';
import { caseClocks, clockEvidence, clockFreshness, sawCases } from './case-clock.ts';
import { kept, type PromiseCheck, unproven } from './check.ts';
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

/** Art. 12(3)–(4): an answer, an extension or a refusal to every request by its legal date. */
export const d07: PromiseCheck<'D07'> = {
  id: 'D07',
  owner: 'privacy',
  reads: { nl: 'alle verzoeken met hun wettelijke datum', en: 'all requests with their legal date' },
  freshForHours: clockFreshness,
  check: async (round) => {
    const clocks = await caseClocks(round, rights);
    const evidence = clockEvidence(clocks);
    const late = clockVerdict(clocks, evidence);
    if (late !== null) return late;
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
        nl: `Op tijd beantwoord: ${done.nl}. Open en nog op tijd: ${open.nl}. Of elke brief is aangekomen, meet deze controle niet.`,
        en: `Answered in time: ${done.en}. Open and still in time: ${open.en}. Whether every letter arrived is not measured by this check.`,
      },
      evidence,
    );
  },
};
