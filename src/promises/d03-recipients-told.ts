import { listIn } from '../base/json-member.ts';
import { type ErasureRun, listErasureRuns } from '../store/erasure-run.ts';
import { broken, freshDaily, kept, type PromiseCheck, unproven } from './check.ts';
import { noticeClocks, noticeEvidence, noticeVerdict } from './notice-clock.ts';
import { counted } from './phrase.ts';
import { lookBackFrom } from './round.ts';

const mostRuns = 5000;
const mostIds = 20;

/**
 * Art. 19: every recipient hears of a correction, an erasure or a restriction, and confirms it in time. That each erasure
 * has the notices that its own journal says it needs is looked up again.
 */
export const d03: PromiseCheck<'D03'> = {
  id: 'D03',
  owner: 'privacy',
  reads: {
    nl: 'elk bericht aan een ontvanger van het afgelopen jaar, met zijn laatste dag en de bevestiging',
    en: 'every notice to a recipient of the past year, with its last day and the receipt',
  },
  freshForHours: freshDaily,
  check: async (round) => {
    const { store, today } = round;
    const [clocks, runs] = await Promise.all([
      noticeClocks(round, ['rectification', 'erasure', 'restriction', 'restriction-lifted']),
      listErasureRuns(store, { since: lookBackFrom(today), limit: mostRuns }),
    ]);
    const told = new Set(
      clocks.all.flatMap(({ runId, caseId, recipient }) => [
        `${runId} ${recipient}`,
        ...(caseId === null ? [] : [`${caseId} ${recipient}`]),
      ]),
    );
    const untold = runs.filter((run) =>
      recipientsOf(run).some(
        (recipient) => !told.has(`${run.id} ${recipient}`) && !told.has(`${run.caseId} ${recipient}`),
      ),
    );
    const evidence = {
      ...noticeEvidence(clocks),
      erasures: runs.length,
      untold: untold.slice(0, mostIds).map(({ id }) => id),
    };
    if (untold.length > 0) {
      const count = counted(untold.length, 'erasure');
      return broken(
        {
          nl: `Niet elke ontvanger is ingelicht na ${count.nl}. Licht hen alsnog in.`,
          en: `Not every recipient was told after ${count.en}. Tell them now.`,
        },
        evidence,
      );
    }
    const late = noticeVerdict(round, clocks, evidence);
    if (late !== null) return late;
    if (clocks.all.length === 0)
      return unproven(
        {
          nl: 'Er is het afgelopen jaar niets verbeterd, gewist of stilgezet dat een ontvanger heeft, dus er is niets dat dit aantoont. Doe een proefverzoek.',
          en: 'Nothing that a recipient has was corrected, erased or put on hold in the past year, so nothing shows this. Make a trial request.',
        },
        evidence,
      );
    const count = counted(clocks.all.length, 'notice');
    return kept(
      {
        nl: `Verstuurd aan wie de gegevens volgens het beleid of de vastgelegde verstrekkingen heeft: ${count.nl}; geen bevestiging is te laat. Een verstrekking die niemand vastlegde, meet deze controle niet.`,
        en: `Sent to whoever has the data by the policy or by the recorded disclosures: ${count.en}; no receipt is late. A disclosure that nobody recorded is not measured by this check.`,
      },
      evidence,
    );
  },
};

/** Whom the run itself said to tell. */
function recipientsOf({ steps }: ErasureRun): readonly string[] {
  const result = steps.find(({ name }) => name === 'notify')?.result ?? null;
  return listIn(result, 'recipients').filter((each) => typeof each === 'string');
}
