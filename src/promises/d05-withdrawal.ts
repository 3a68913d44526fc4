import { freshDaily, type PromiseCheck } from './check.ts';
import { lookAtMarks, markVerdict, standingWell } from './standing.ts';

/** Art. 7(3): consent that is taken back holds no longer, at once and everywhere. */
export const d05: PromiseCheck<'D05'> = {
  id: 'D05',
  owner: 'privacy',
  reads: {
    nl: 'elke ingetrokken toestemming, wanneer het gebruik stopte, en of dat in elk systeem nog staat',
    en: 'every withdrawn consent, when the use stopped, and whether that still stands in every system',
  },
  freshForHours: freshDaily,
  check: async (round) => {
    const look = await lookAtMarks(round, ({ rule }) => rule === 'art. 7(3)');
    return (
      markVerdict(look) ??
      standingWell(look, {
        ask: {
          nl: 'Niemand trok het afgelopen jaar toestemming in, dus er is niets dat dit aantoont. Doe een proef.',
          en: 'Nobody withdrew consent in the past year, so nothing shows this. Make a trial.',
        },
      })
    );
  },
};
