import { freshDaily, type PromiseCheck } from './check.ts';
import { lookAtMarks, markVerdict, standingWell } from './standing.ts';

/** Art. 18: what somebody had put on hold is on hold in every system, until they were told that it ends. */
export const d04: PromiseCheck<'D04'> = {
  id: 'D04',
  owner: 'privacy',
  reads: {
    nl: 'elke beperking, wanneer zij inging, of zij in elk systeem staat, en of de persoon vooraf hoorde dat zij eindigt',
    en: 'every restriction, when it took effect, whether it stands in every system, and whether its end was told before',
  },
  freshForHours: freshDaily,
  check: async (round) => {
    const look = await lookAtMarks(round, ({ rule }) => rule === 'art. 18(1)');
    return (
      markVerdict(look) ??
      standingWell(look, {
        ask: {
          nl: 'Niemand liet het afgelopen jaar gegevens stilzetten, dus er is niets dat dit aantoont. Doe een proefverzoek.',
          en: 'Nobody had data put on hold in the past year, so nothing shows this. Make a trial request.',
        },
      })
    );
  },
};
