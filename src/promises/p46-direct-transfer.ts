import type { CaseId } from '../base/ids.ts';
import { readWish } from '../store/case-file.ts';
import { listExportRuns } from '../store/export-run.ts';
import { type CaseClocks, caseClocks, clockEvidence, clockFreshness } from './case-clock.ts';
import { broken, kept, type PromiseCheck, unproven } from './check.ts';
import { clockVerdict } from './clock-verdict.ts';
import { counted } from './phrase.ts';
import { type CheckRound, lookBackFrom } from './round.ts';

const mostRuns = 5000;
const mostIds = 20;
/** Wishes of cases that are late or soon will be, that are read in one check. */
const mostWishes = 500;

/**
 * Art. 20(2): who wanted their data to go straight to another party has, by the legal date, a receipt of that party; or a
 * link, when sending straight was not technically feasible; or a refusal with its ground.
 */
export const p46: PromiseCheck<'P46'> = {
  id: 'P46',
  owner: 'privacy',
  reads: {
    nl: 'elke beantwoorde wens om gegevens mee te nemen, en het ontvangstbewijs van de andere partij of de link in plaats daarvan',
    en: 'every answered wish to take data along, and the receipt of the other party or the link instead of it',
  },
  freshForHours: clockFreshness,
  check: async (round) => {
    const clocks = await directOnly(round, await caseClocks(round, ['portability']));
    const runs = await listExportRuns(round.store, { since: lookBackFrom(round.today), limit: mostRuns });
    const answered = clocks.handled.filter(({ state }) => state === 'answered');
    const done = new Map(runs.map((run) => [run.caseId, run]));
    const without = answered.filter(({ id }) => {
      const run = done.get(id);
      return run === undefined || !(run.hasReceipt || run.handedOver);
    });
    const direct = runs.filter(({ plan }) => plan.to.kind !== 'self');
    const receipts = direct.filter(({ hasReceipt }) => hasReceipt).length;
    const evidence = {
      ...clockEvidence(clocks),
      without: without.slice(0, mostIds).map(({ id }) => id),
      direct: direct.length,
      receipts,
    };
    if (without.length > 0) {
      const count = counted(without.length, 'case');
      return broken(
        {
          nl: `Beantwoord zonder overdracht, link of weigering: ${count.nl}. Neem ze opnieuw in behandeling.`,
          en: `Answered with neither a transfer, a link nor a refusal: ${count.en}. Take them up again.`,
        },
        evidence,
      );
    }
    const late = clockVerdict(clocks, evidence);
    if (late !== null) return late;
    if (direct.length === 0)
      return unproven(
        {
          nl: 'Niemand vroeg het afgelopen jaar om gegevens rechtstreeks door te geven, dus er is niets dat dit aantoont. Doe een proefverzoek.',
          en: 'Nobody asked for a direct transfer in the past year, so nothing shows this. Make a trial request.',
        },
        evidence,
      );
    const links = direct.length - receipts;
    return kept(
      {
        nl: `Rechtstreeks doorgegeven, met bewijs van ontvangst: ${receipts}. Technisch niet mogelijk, met een link voor de persoon: ${links}.`,
        en: `Sent straight on, with a receipt: ${receipts}. Not technically feasible, with a link for the person: ${links}.`,
      },
      evidence,
    );
  },
};

/** Of the clocks that say something, those of wishes for another party; the others are another promise's. */
async function directOnly({ store }: CheckRound, clocks: CaseClocks): Promise<CaseClocks> {
  const { overdue, soon, late } = clocks;
  const direct = new Set<CaseId>();
  for (const { id } of [...overdue, ...late, ...soon].slice(0, mostWishes)) {
    const wish = await readWish(store, { id, kind: 'portability' });
    if (wish !== undefined && wish.to !== 'self') direct.add(id);
  }
  const its = <T extends { readonly id: CaseId }>(cases: readonly T[]) =>
    cases.filter(({ id }) => direct.has(id));
  return { ...clocks, overdue: its(overdue), soon: its(soon), late: its(late) };
}
