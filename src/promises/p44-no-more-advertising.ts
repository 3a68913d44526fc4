import { freshDaily, type PromiseCheck } from './check.ts';
import { lookAtMarks, markVerdict, standingWell } from './standing.ts';

/** Art. 21(2)–(3): who wants no advertising is marked at once, and stays so everywhere. */
export const p44: PromiseCheck<'P44'> = {
  id: 'P44',
  owner: 'marketing',
  reads: {
    nl: 'elk bezwaar tegen reclame, wanneer het inging, en of het in elk systeem nog staat',
    en: 'every objection to advertising, when it took effect, and whether it still stands in every system',
  },
  freshForHours: freshDaily,
  check: async (round) => {
    const look = await lookAtMarks(round, ({ rule }) => rule === 'art. 21(3)');
    return (
      markVerdict(look) ??
      standingWell(look, {
        ask: {
          nl: 'Er is het afgelopen jaar geen bezwaar tegen reclame gemaakt, dus er is niets dat dit aantoont. Doe een proefbezwaar.',
          en: 'Nobody objected to advertising in the past year, so nothing shows this. Make a trial objection.',
        },
      })
    );
  },
};
