import { listExportRuns } from '../store/export-run.ts';
import { caseClocks, clockEvidence, clockFreshness } from './case-clock.ts';
import { broken, kept, type PromiseCheck, unproven } from './check.ts';
import { clockVerdict } from './clock-verdict.ts';
import { counted, named } from './phrase.ts';
import { portableDifference } from './portable-columns.ts';
import { lookBackFrom } from './round.ts';

const mostRuns = 5000;

/** Art. 12(3), 20(1): who takes their data along has, in time, all that they provided and nothing that was derived. */
export const p45: PromiseCheck<'P45'> = {
  id: 'P45',
  owner: 'privacy',
  reads: {
    nl: 'de verzoeken om gegevens mee te nemen, hun wettelijke datum, en elk plan ervoor naast het beleid van die dag',
    en: 'the requests to take data along, their legal date, and every plan for them beside the policy of that day',
  },
  freshForHours: clockFreshness,
  check: async (round) => {
    const clocks = await caseClocks(round, ['portability']);
    const runs = await listExportRuns(round.store, { since: lookBackFrom(round.today), limit: mostRuns });
    const missing = new Set<string>();
    const leaked = new Set<string>();
    let unknown = 0;
    for (const { plan } of runs) {
      const policy = await round.policyOf(plan.policyHash);
      if (policy === null) unknown++;
      else {
        const difference = portableDifference(policy, plan);
        for (const place of difference.missing) missing.add(place);
        for (const place of difference.leaked) leaked.add(place);
      }
    }
    const evidence = {
      ...clockEvidence(clocks),
      runs: runs.length,
      unknown,
      missing: [...missing].slice(0, 20),
      leaked: [...leaked].slice(0, 20),
    };
    const late = clockVerdict(clocks, evidence);
    if (late?.state === 'broken') return late;
    if (missing.size + leaked.size > 0) {
      const names = named([...missing, ...leaked]);
      return broken(
        {
          nl: `Een bestand om mee te nemen had te weinig of te veel: ${names.nl}. Maak het opnieuw en stuur het na.`,
          en: `A file to take along held too little or too much: ${names.en}. Make it again and send it.`,
        },
        evidence,
        {
          nl: 'Een bestand om mee te nemen had te weinig of te veel. Wij maken het opnieuw.',
          en: 'A file to take along held too little or too much. We make it again.',
        },
      );
    }
    if (late !== null) return late;
    if (runs.length === 0)
      return unproven(
        {
          nl: 'Er zijn het afgelopen jaar geen gegevens meegenomen, dus er is niets dat dit aantoont. Doe een proefverzoek.',
          en: 'Nobody took data along in the past year, so nothing shows this. Make a trial request.',
        },
        evidence,
      );
    const done = counted(runs.length - unknown, 'case');
    return kept(
      {
        nl: `Op tijd beantwoord, met alles wat mee mocht en niets anders: ${done.nl}.`,
        en: `Answered in time, with all that may go along and nothing else: ${done.en}.`,
      },
      evidence,
    );
  },
};
