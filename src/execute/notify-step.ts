import { assert } from '../base/assert.ts';
import { legalDateOf } from '../base/clock.ts';
import { namesOfUnknowing, recipientsToTell, type Told, tellRecipients } from '../notices/tell-recipients.ts';
import { erasureOutcome } from '../report/erasure-outcome.ts';
import { handOutcome } from '../report/hand-outcome.ts';
import type { Letter } from '../report/letters/letter.ts';
import { type CaseFile, readContact } from '../store/case-file.ts';
import { attestedOutcomes } from './await-step.ts';
import { type CurrentRun, ofCase } from './current-run.ts';
import { erasedCounts } from './erase-step.ts';
import { erasedBefore } from './erased-before.ts';
import { erasureToTell } from './erased-scope.ts';
import { queueLetter } from './letter-to-person.ts';
import { notifyOfCorrection } from './notify-correction.ts';
import { type CountsBySource, casesOf } from './run-cases.ts';
import type { CarryOut, StepTurn } from './step-done.ts';

/**
 * Lets the recipients of what is gone be told of it (art. 19), and writes each person what is gone, what stayed, why and
 * until when, and who is told (art. 12(3) and (4)).
 */
export const notifyStep: CarryOut = async (run, turn) => {
  if (run.record.plan.kind === 'rectify') return notifyOfCorrection(run, run.record.plan, turn);
  const { store } = run.context;
  const told = await erasureToTell(run, turn.steps);
  const recipients = told === null ? [] : await recipientsToTell(store, told);
  const letters: CaseLetter[] = [];
  const together = erasedCounts(turn.steps);
  // Read again: what is done for each may have been counted again, and some may have been left out since.
  for (const { file, person, counts } of await casesOf(store, run.record)) {
    if ((await readContact(store, file.id)) === undefined) continue;
    const before = await erasedBefore(run, file);
    // Of several people a recipient is told at once; each reads who is told of them.
    const its = told === null ? null : ofPerson(told, person);
    const unknowing = its === null ? [] : await namesOfUnknowing(store, its);
    const letter = letterOf(run, turn, { counts: counts ?? together, before, unknowing });
    const concerned = its === null ? [] : await recipientsToTell(store, its);
    letters.push({ file, letter, concerned });
  }
  const kinds = Object.fromEntries(
    [...Map.groupBy(letters, ({ letter }) => letter.kind)].map(([kind, its]) => [kind, its.length]),
  );
  const facts = { letters: letters.length, kinds, recipients };
  return {
    result: facts,
    detail: facts,
    together: async (inside) => {
      const informed = told === null ? [] : await tellRecipients(inside, told);
      for (const { file, letter, concerned } of letters) {
        const its = informed.filter(({ recipient }) => concerned.includes(recipient)).map(({ name }) => name);
        await queueLetter(
          inside,
          ofCase(run, file),
          letter.kind === 'erasure-done' ? { ...letter, informedRecipients: its } : letter,
        );
      }
    },
  };
};

function ofPerson(told: Told, person: number): Told {
  const { each } = told;
  return each === undefined ? told : { ...told, each: each.filter((one) => one.person === person) };
}

interface CaseLetter {
  readonly file: CaseFile;
  readonly letter: Letter;
  /** Recipients by id. */
  readonly concerned: readonly string[];
}

function letterOf(
  run: CurrentRun,
  { steps }: StepTurn,
  {
    counts,
    before,
    unknowing,
  }: {
    readonly counts: CountsBySource;
    readonly before: string | null;
    readonly unknowing: readonly string[];
  },
): Letter {
  const { plan } = run.record;
  assert(plan.kind === 'erase', 'a plan that erases');
  const inSystems = erasureOutcome(run.policy, plan, counts);
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
    unknowingRecipients: unknowing,
    caseFileUntil: null,
  };
}
