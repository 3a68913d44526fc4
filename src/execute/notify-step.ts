import { assert } from '../base/assert.ts';
import { legalDateOf } from '../base/clock.ts';
import { recipientsToTell, tellRecipients } from '../notices/tell-recipients.ts';
import { erasureOutcome } from '../report/erasure-outcome.ts';
import { handOutcome } from '../report/hand-outcome.ts';
import type { Letter } from '../report/letters/letter.ts';
import { readContact } from '../store/case-file.ts';
import { attestedOutcomes } from './await-step.ts';
import type { CurrentRun } from './current-run.ts';
import { erasedCounts } from './erase-step.ts';
import { erasedBefore } from './erased-before.ts';
import { erasureToTell } from './erased-scope.ts';
import { queueLetter } from './letter-to-person.ts';
import { notifyOfCorrection } from './notify-correction.ts';
import type { CarryOut, StepTurn } from './step-done.ts';

/**
 * Lets the recipients of what is gone be told of it (art. 19), and writes the person what is gone, what stayed, why and
 * until when, and who is told (art. 12(3) and (4)).
 */
export const notifyStep: CarryOut = async (run, turn) => {
  if (run.record.plan.kind === 'rectify') return notifyOfCorrection(run, run.record.plan, turn);
  const { store } = run.context;
  const told = await erasureToTell(run, turn.steps);
  const recipients = told === null ? [] : await recipientsToTell(store, told);
  const letter = letterOf(run, turn, await erasedBefore(run));
  const contact = run.caseFile === null ? undefined : await readContact(store, run.caseFile.id);
  const facts = { letter: letter.kind, letters: contact === undefined ? 0 : 1, recipients };
  return {
    result: facts,
    detail: facts,
    together: async (inside) => {
      const informed = told === null ? [] : await tellRecipients(inside, told);
      if (contact === undefined) return;
      const informedRecipients = informed.map(({ name }) => name);
      await queueLetter(
        inside,
        run,
        letter.kind === 'erasure-done' ? { ...letter, informedRecipients } : letter,
      );
    },
  };
};

function letterOf(run: CurrentRun, { steps }: StepTurn, before: string | null): Letter {
  const { plan } = run.record;
  assert(plan.kind === 'erase', 'a plan that erases');
  const inSystems = erasureOutcome(run.policy, plan, erasedCounts(steps));
  const byHand = handOutcome(run.policy, attestedOutcomes(steps));
  const erased = [...inSystems.erased, ...byHand.erased];
  const kept = [...inSystems.kept, ...byHand.kept];
  if (erased.length === 0 && kept.length === 0) {
    const searched = run.policy.sources
      .filter(({ id }) => plan.sources.some(({ source }) => source === id))
      .map(({ name }) => name);
    return { kind: 'erasure-found-nothing', searched, erasedBefore: before };
  }
  return {
    kind: 'erasure-done',
    erasedOn: legalDateOf(run.context.store.clock.now()).toString(),
    // The lists of what is gone and kept say all that the plan's own sentences would.
    explanation: [],
    erased,
    kept,
    informedRecipients: [],
    caseFileUntil: null,
  };
}
