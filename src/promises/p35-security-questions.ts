import { caseClocks, clockEvidence, clockFreshness, sawCases } from './case-clock.ts';
import { kept, type PromiseCheck, unproven } from './check.ts';
import { clockVerdict } from './clock-verdict.ts';
import { counted } from './phrase.ts';

/** Art. 5(2), 12: who asks how data are protected gets an answer in time. */
export const p35: PromiseCheck<'P35'> = {
  id: 'P35',
  owner: 'security',
  reads: { nl: 'de vragen over beveiliging en hun datum', en: 'the questions about security and their date' },
  freshForHours: clockFreshness,
  check: async (round) => {
    const clocks = await caseClocks(round, ['security-information']);
    const evidence = clockEvidence(clocks);
    const late = clockVerdict(clocks, evidence, 'question');
    if (late !== null) return late;
    if (!sawCases(clocks)) {
      return unproven(
        {
          nl: 'Er is het afgelopen jaar geen vraag over beveiliging vastgelegd, dus er is niets dat dit aantoont.',
          en: 'No question about security was recorded in the past year, so nothing shows this.',
        },
        evidence,
      );
    }
    const [open, done] = [counted(clocks.open, 'question'), counted(clocks.handled.length, 'question')];
    return kept(
      {
        nl: `Op tijd beantwoord: ${done.nl} over beveiliging. Open en nog op tijd: ${open.nl}.`,
        en: `Answered in time: ${done.en} about security. Open and still in time: ${open.en}.`,
      },
      evidence,
    );
  },
};
