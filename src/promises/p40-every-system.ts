import type { HandledCase } from '../store/handled-case.ts';
import { listTasks } from '../store/task.ts';
import {
  atRisk,
  broken,
  type Evidence,
  freshDaily,
  kept,
  type PromiseCheck,
  unproven,
  type Verdict,
} from './check.ts';
import { fanOut } from './fan-out.ts';
import { counted, named } from './phrase.ts';
import type { CheckRound } from './round.ts';
import { notSeen } from './source-look.ts';

/** Art. 15(1), 28(3)(e): a request is answered from every system there is. */
export const p40: PromiseCheck<'P40'> = {
  id: 'P40',
  owner: 'privacy',
  reads: {
    nl: 'elk beantwoord verzoek, de systemen die erbij hoorden, of zij nu bereikbaar zijn, en de taken voor wat met de hand gaat',
    en: 'every answered request, the systems that belonged to it, whether they can be reached now, and the tasks for what goes by hand',
  },
  freshForHours: freshDaily,
  check: async (round) => {
    const answered = (await round.handledCases()).filter(
      ({ kind, state }) => state !== 'refused' && (kind === 'access' || kind === 'erasure'),
    );
    const whole = await fanOut(round, answered, askedEverySource);
    const away = notSeen(await round.sourceLooks());
    const { overdue, late } = await overdueTasks(round);
    const evidence = { ...whole.evidence, away, overdue: overdue.map(({ id }) => id) };
    if (whole.incomplete.length > 0) {
      const count = counted(whole.incomplete.length, 'case');
      return broken(
        {
          nl: `Gesloten terwijl niet elk systeem is doorzocht: ${count.nl}. Open ze opnieuw en zoek ook daar.`,
          en: `Closed while not every system was searched: ${count.en}. Open them again and search there too.`,
        },
        evidence,
      );
    }
    const byHand = verdictByHand({ overdue, late }, evidence);
    if (byHand !== null) return byHand;
    if (away.length > 0) {
      const names = away.join(', ');
      return atRisk(
        {
          nl: `Nu niet te doorzoeken: ${names}. Een verzoek dat vandaag komt, kan niet volledig worden beantwoord; herstel de verbinding.`,
          en: `Cannot be searched now: ${names}. A request that comes today cannot be answered in full; mend the connection.`,
        },
        evidence,
        {
          nl: `Nu niet te doorzoeken: ${counted(away.length, 'source').nl}. Een verzoek dat vandaag komt, kan niet volledig worden beantwoord.`,
          en: `Cannot be searched now: ${counted(away.length, 'source').en}. A request that comes today cannot be answered in full.`,
        },
      );
    }
    if (answered.length === 0) {
      return unproven(
        {
          nl: 'Er is het afgelopen jaar geen verzoek behandeld, dus er is niets dat dit aantoont. Doe een proefverzoek.',
          en: 'No request was handled in the past year, so nothing shows this. Make a trial request.',
        },
        evidence,
      );
    }
    if (whole.unknown.length > 0) {
      const count = counted(whole.unknown.length, 'case');
      return unproven(
        {
          nl: `Het beleid van toen is niet bewaard bij ${count.nl}, dus welke systemen er waren is niet meer te zien.`,
          en: `The policy of that day was not kept for ${count.en}, so which systems there were can no longer be seen.`,
        },
        evidence,
      );
    }
    const [count, sources] = [
      counted(answered.length, 'case'),
      counted(round.policy.sources.length, 'source'),
    ];
    return kept(
      {
        nl: `Elk systeem van dat moment is doorzocht: ${count.nl} in het afgelopen jaar. Nu bereikbaar: ${sources.nl}.`,
        en: `Every system of that moment was searched: ${count.en} in the past year. Reachable now: ${sources.en}.`,
      },
      evidence,
    );
  },
};

const mostTasks = 1000;

/** Open tasks that are past their date, and those of them whose request is past its legal date too. */
async function overdueTasks({ store, today, openCases }: CheckRound) {
  const open = await listTasks(store, { states: ['open'], limit: mostTasks });
  const overdue = open.filter(({ dueOn }) => dueOn < today.toString());
  const legalDates = new Map((await openCases()).map(({ id, legalDate }) => [id, legalDate]));
  const late = overdue.filter(
    ({ caseId }) => caseId !== null && (legalDates.get(caseId) ?? '9999') < today.toString(),
  );
  return { overdue, late };
}

/** What overdue tasks make of the promise; null when there are none. */
function verdictByHand(
  { overdue, late }: Awaited<ReturnType<typeof overdueTasks>>,
  evidence: Evidence,
): Verdict | null {
  if (late.length > 0) {
    const ids = named(late.map(({ id }) => id));
    return broken(
      {
        nl: `De wettelijke datum is voorbij en met de hand is nog niet gezocht: ${ids.nl}. Doe dit nu, en bevestig het met "gestand attest".`,
        en: `The legal date has passed and nobody has searched by hand: ${ids.en}. Do it now, and attest it with "gestand attest".`,
      },
      evidence,
      {
        nl: `De wettelijke datum is voorbij en met de hand is nog niet overal gezocht: ${counted(late.length, 'task').nl}.`,
        en: `The legal date has passed and not everything was searched by hand: ${counted(late.length, 'task').en}.`,
      },
    );
  }
  if (overdue.length > 0) {
    const ids = named(overdue.map(({ id }) => id));
    return atRisk(
      {
        nl: `Te laat met zoeken met de hand: ${ids.nl}. Doe dit, en bevestig het met "gestand attest".`,
        en: `Searching by hand is overdue: ${ids.en}. Do it, and attest it with "gestand attest".`,
      },
      evidence,
      {
        nl: `Te laat met zoeken met de hand: ${counted(overdue.length, 'task').nl}.`,
        en: `Searching by hand is overdue: ${counted(overdue.length, 'task').en}.`,
      },
    );
  }
  return null;
}

function askedEverySource({ kind, plan }: HandledCase): boolean {
  if (plan === null) return false;
  if (kind === 'access') return plan.kind === 'access' && plan.doneSteps.includes('package');
  return (
    plan.kind === 'erase' &&
    plan.sources.every(
      (source) =>
        plan.doneSteps.includes(`await:${source}`) ||
        (plan.doneSteps.includes(`erase:${source}`) && plan.doneSteps.includes(`verify:${source}`)),
    )
  );
}
