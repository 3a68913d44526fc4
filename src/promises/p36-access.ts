import type { HandledCase } from '../store/handled-case.ts';
import { caseClocks, clockEvidence, clockFreshness, sawCases } from './case-clock.ts';
import { broken, kept, type PromiseCheck, unproven } from './check.ts';
import { clockVerdict } from './clock-verdict.ts';
import { fanOut } from './fan-out.ts';
import { counted } from './phrase.ts';

/** Art. 15, 12(3): who asks for access has, by the legal date, everything from every system. */
export const p36: PromiseCheck<'P36'> = {
  id: 'P36',
  owner: 'privacy',
  reads: {
    nl: 'de verzoeken om inzage, hun wettelijke datum en de systemen waaruit het antwoord komt',
    en: 'the requests for access, their legal date and the systems the answer comes from',
  },
  freshForHours: clockFreshness,
  check: async (round) => {
    const clocks = await caseClocks(round, ['access']);
    const answered = clocks.handled.filter(({ state }) => state !== 'refused');
    const whole = await fanOut(round, answered, isDelivered);
    const evidence = { ...clockEvidence(clocks), ...whole.evidence };
    const late = clockVerdict(clocks, evidence);
    if (late?.state === 'broken') return late;
    if (whole.incomplete.length > 0) {
      const count = counted(whole.incomplete.length, 'case');
      return broken(
        {
          nl: `Beantwoord zonder kopie uit elk systeem: ${count.nl}. Maak de kopie opnieuw en stuur haar na.`,
          en: `Answered without a copy from every system: ${count.en}. Make the copy again and send it.`,
        },
        evidence,
      );
    }
    if (late !== null) return late;
    if (!sawCases(clocks)) {
      return unproven(
        {
          nl: 'Er is het afgelopen jaar geen verzoek om inzage behandeld, dus er is niets dat dit aantoont. Doe een proefverzoek.',
          en: 'No request for access was handled in the past year, so nothing shows this. Make a trial request.',
        },
        evidence,
      );
    }
    const [open, done] = [counted(clocks.open, 'case'), counted(answered.length, 'case')];
    return kept(
      {
        nl: `Op tijd en uit elk systeem beantwoord: ${done.nl} om inzage. Open en nog op tijd: ${open.nl}.`,
        en: `Answered in time and from every system: ${done.en} for access. Open and still in time: ${open.en}.`,
      },
      evidence,
    );
  },
};

// The step makes the package and queues its letter together, or says that there was nothing.
function isDelivered({ plan }: HandledCase): boolean {
  return plan?.kind === 'access' && plan.doneSteps.includes('package');
}
