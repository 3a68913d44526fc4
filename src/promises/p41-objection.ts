import { listWeighings } from '../store/weighing.ts';
import { caseClocks } from './case-clock.ts';
import { broken, freshDaily, type PromiseCheck } from './check.ts';
import { clockVerdict } from './clock-verdict.ts';
import { counted } from './phrase.ts';
import { lookAtMarks, markEvidence, markVerdict, standingWell } from './standing.ts';

/** Art. 21(1), 18(1)(d): the use rests from the objection until it is weighed, and ends or goes on by a decision. */
export const p41: PromiseCheck<'P41'> = {
  id: 'P41',
  owner: 'privacy',
  reads: {
    nl: 'elk bezwaar, wanneer het gebruik stilviel, en het besluit na de afweging',
    en: 'every objection, when the use came to rest, and the decision after weighing',
  },
  freshForHours: freshDaily,
  check: async (round) => {
    const look = await lookAtMarks(round, ({ rule }) => rule === 'art. 18(1)(d)');
    const undecided = await endedWithoutDecision(round.store, look.marks);
    const evidence = { ...markEvidence(look), undecided };
    if (undecided.length > 0) {
      const count = counted(undecided.length, 'case');
      return broken(
        {
          nl: `Weer in gebruik zonder besluit op het bezwaar: ${count.nl}. Weeg het af en leg dat vast.`,
          en: `In use again without a decision on the objection: ${count.en}. Weigh it and record that.`,
        },
        evidence,
      );
    }
    const clocks = await caseClocks(round, ['objection']);
    return (
      markVerdict(look) ??
      clockVerdict(clocks, evidence) ??
      standingWell(look, {
        ask: {
          nl: 'Niemand maakte het afgelopen jaar bezwaar dat moest worden afgewogen, dus er is niets dat dit aantoont.',
          en: 'Nobody made an objection in the past year that had to be weighed, so nothing shows this.',
        },
      })
    );
  },
};

async function endedWithoutDecision(
  store: Parameters<typeof listWeighings>[0],
  marks: Awaited<ReturnType<typeof lookAtMarks>>['marks'],
) {
  const lifted = [...new Set(marks.filter(({ liftedAt }) => liftedAt !== null).map(({ caseId }) => caseId))];
  const decided = new Set((await listWeighings(store, lifted)).map(({ caseId }) => caseId));
  return lifted.filter((id) => !decided.has(id));
}
