import { legalDateOf } from '../base/clock.ts';
import { normaliseIdentity } from '../domain/identity.ts';
import type { Localised } from '../domain/language.ts';
import { tellRecipients } from '../notices/tell-recipients.ts';
import type { RectifyPlan } from '../plan/plan.ts';
import { words } from '../plan/words.ts';
import type { Policy } from '../policy/policy.ts';
import { correctionOutcome } from '../report/correction-outcome.ts';
import { handOutcome } from '../report/hand-outcome.ts';
import type { Letter } from '../report/letters/letter.ts';
import { readContact } from '../store/case-file.ts';
import { attestedOutcomes } from './await-step.ts';
import { correctedByHand } from './corrected-by-hand.ts';
import { correctionToTell } from './correction-to-tell.ts';
import type { CurrentRun } from './current-run.ts';
import { queueLetter } from './letter-to-person.ts';
import { correctedValuesOf, rectifiedCounts } from './rectify-step.ts';
import type { StepDone, StepTurn } from './step-done.ts';

/**
 * Writes the person what was corrected, what was not and why (art. 12(3) and (4)), at the address they proved: also when that is what
 * was corrected. Whoever takes over a mailbox would begin by changing the address, and who lost theirs can prove another way who
 * they are. The new address is told that it was given, and nothing else: it may be a stranger's.
 */
export async function notifyOfCorrection(
  run: CurrentRun,
  plan: RectifyPlan,
  { steps }: StepTurn,
): Promise<StepDone> {
  const letter = letterOf(run, plan, { steps });
  const contact = run.caseFile === null ? undefined : await readContact(run.context.store, run.caseFile.id);
  const added = contact === undefined ? [] : newAddresses(run, contact.email);
  const told = await correctionToTell(run, plan, steps);
  const facts = { letter: letter.kind, letters: contact === undefined ? 0 : 1 + added.length };
  return {
    result: facts,
    detail: facts,
    together: async (inside) => {
      if (told !== null) await tellRecipients(inside, told);
      if (contact === undefined) return;
      await queueLetter(inside, run, letter);
      for (const address of added) await queueLetter(inside, run, { kind: 'address-noted' }, address);
    },
  };
}

/** What the proven address becomes. */
function newAddresses(run: CurrentRun, proven: string): readonly string[] {
  const known = normaliseIdentity('email', proven).value;
  const added = correctedValuesOf(run).flatMap(({ now, wanted }) =>
    now !== null &&
    wanted !== null &&
    normaliseIdentity('email', now).value === known &&
    normaliseIdentity('email', wanted).value !== known &&
    /^[^\s@]+@[^\s@]+$/.test(wanted)
      ? [wanted]
      : [],
  );
  return [...new Set(added)];
}

function letterOf(run: CurrentRun, plan: RectifyPlan, { steps }: Pick<StepTurn, 'steps'>): Letter {
  const { policy } = run;
  const attested = attestedOutcomes(steps);
  const foundByHand = correctedByHand(policy, plan, attested, ['done', 'kept']);
  const inSystems = correctionOutcome(policy, plan, { counts: rectifiedCounts(steps), foundByHand });
  const changedByHand = attested.flatMap((each) => {
    const categories = [...correctedByHand(policy, plan, [each], ['done'])].map(
      (index) => plan.corrections[index]?.category ?? '',
    );
    return handOutcome(policy, [each]).erased.map(({ source, table, rows }) => ({
      ...{ source, table, rows },
      category: namesOf(policy, categories),
    }));
  });
  return {
    kind: 'rectification-done',
    correctedOn: legalDateOf(run.context.store.clock.now()).toString(),
    ...inSystems,
    changed: [...inSystems.changed, ...changedByHand],
    kept: [...inSystems.kept, ...handOutcome(policy, attested).kept],
  };
}

function namesOf({ categories }: Policy, ids: readonly string[]): Localised {
  const names = [...new Set(ids)].map((id) => categories.get(id)?.name ?? { nl: id, en: id });
  return { nl: words.nl.list(names.map(({ nl }) => nl)), en: words.en.list(names.map(({ en }) => en)) };
}
