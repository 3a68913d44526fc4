import { assert } from '../base/assert.ts';
import type { MarkId } from '../base/ids.ts';
import type { Identity } from '../domain/identity.ts';
import { type Told, tellRecipients } from '../notices/tell-recipients.ts';
import type { GatePlan } from '../plan/plan.ts';
import { effectOfWish } from '../policy/effect-of-wish.ts';
import type { Letter } from '../report/letters/letter.ts';
import { stoppedUses, unstoppedUses } from '../report/stopped-uses.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import { readContact, readWish } from '../store/case-file.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { noticesOfCase } from '../store/notice.ts';
import {
  addMarkIdentities,
  liftMarks,
  listMarksOfCase,
  type PersonMark,
  standingMarks,
} from '../store/person-mark.ts';
import { provenIdentities } from '../store/proven-identities.ts';
import { readRunIdentities } from '../store/run-identities.ts';
import type { StoreScope } from '../store/store.ts';
import { concerning, purposesOfOthers } from './concerned-purposes.ts';
import type { CurrentRun } from './current-run.ts';
import { queueLetter } from './letter-to-person.ts';
import { liftedToTell, marksToTell } from './marks-to-tell.ts';
import type { CarryOut } from './step-done.ts';

/**
 * What follows in our own store when the sources have their marks: who is marked is so by everything they are known by, and is told,
 * as are the recipients of those data; or the marks stand no longer.
 */
export const settleStep: CarryOut = async (run) => {
  const { plan } = run.record;
  assert(plan.kind === 'gate', 'a plan that marks');
  const { store } = run.context;
  const ids = plan.marks.map(({ id }) => id as MarkId);
  const identities = (await readRunIdentities(store, run.held.id))?.identities ?? [];
  const person = identities.length > 0 ? identities : await provenOf(run);
  const marks = await marksOf(run, plan);
  const { caseFile, policy } = run;
  const others = caseFile === null ? new Set<string>() : await purposesOfOthers(store, policy, caseFile);
  const letter = plan.change === 'set' ? await letterOf(run, plan, others) : null;
  const facts = {
    change: plan.change,
    marks: ids.length,
    identities: identities.length,
    letter: letter?.kind ?? null,
  };
  return {
    result: facts,
    detail: facts,
    together: async (inside) => {
      if (plan.change === 'set') await addMarkIdentities(inside, ids, identities);
      const told =
        plan.change === 'lift'
          ? await lift(inside, run, { ids, marks, person })
          : marksToTell(run, { marks, identities: person, others });
      if (run.caseFile !== null)
        await appendCaseEvent(inside, run.caseFile.id, {
          kind: eventOf[plan.change],
          actor: 'system',
          detail: { marks: ids },
        });
      for (const each of told) await tellRecipients(inside, each);
      if (letter !== null) await queueLetter(inside, run, letter);
    },
  };
};

interface Ended {
  readonly ids: readonly MarkId[];
  /** Those of them whose case is still kept. */
  readonly marks: readonly PersonMark[];
  readonly person: readonly Identity[];
}

/** Ends marks. @returns what recipients are to be told of it. */
async function lift(
  inside: StoreScope,
  run: CurrentRun,
  { ids, marks, person }: Ended,
): Promise<readonly Told[]> {
  // Read before they end, so that two that end together wait for each other: the later one tells what both stopped.
  const standing = await standingMarks(inside, person, { hold: true });
  await liftMarks(inside, ids);
  await appendLedgerEntry(inside, { kind: 'mark-lifted', subjects: run.subjects, detail: { marks: ids } });
  const before = run.caseFile === null ? [] : await noticesOfCase(inside, run.caseFile.id);
  return liftedToTell(run, {
    marks,
    others: standing.filter(({ id }) => !ids.includes(id)),
    before,
    identities: person,
  });
}

const eventOf = { set: 'marks-placed', uphold: 'marks-upheld', lift: 'marks-lifted' } as const;

/** Of who is no longer looked up: their marks are lifted, or stay as they are. */
async function provenOf({ caseFile, context }: CurrentRun): Promise<readonly Identity[]> {
  const contact = caseFile === null ? undefined : await readContact(context.store, caseFile.id);
  return contact === undefined ? [] : provenIdentities(contact);
}

async function marksOf({ caseFile, context }: CurrentRun, plan: GatePlan): Promise<readonly PersonMark[]> {
  if (caseFile === null) return [];
  const marks = await listMarksOfCase(context.store, caseFile.id);
  return marks.filter(({ id }) => plan.marks.some((mark) => mark.id === id));
}

async function letterOf(
  run: CurrentRun,
  plan: GatePlan,
  foreign: ReadonlySet<string>,
): Promise<Letter | null> {
  const { caseFile, policy } = run;
  if (caseFile === null) return null;
  const set = await marksOf(run, plan);
  const uses = stoppedUses(
    policy,
    set.map((mark) => concerning(mark, foreign).scope),
  );
  const others = await othersOf(run, foreign);
  switch (heaviest(set)) {
    case 'pending':
      return { kind: 'objection-received', resting: uses, others, legalDate: caseFile.legalDate };
    case 'restricted':
      return { kind: 'restriction-set', uses };
    case 'objected':
      return { kind: 'marketing-stopped', uses, others };
    case 'withdrawn':
      return { kind: 'consent-withdrawn', uses, others };
    case null:
      return null;
  }
}

/** A letter is about the mark that asks most of whoever reads it. */
function heaviest(marks: readonly PersonMark[]): PersonMark['kind'] | 'pending' | null {
  if (marks.some(({ ground }) => ground === 'objection-pending')) return 'pending';
  const kinds = ['restricted', 'objected', 'withdrawn'] as const;
  return kinds.find((kind) => marks.some((mark) => mark.kind === kind)) ?? null;
}

async function othersOf({ caseFile, context, policy }: CurrentRun, foreign: ReadonlySet<string>) {
  if (caseFile?.kind !== 'objection' && caseFile?.kind !== 'withdrawal') return [];
  const wish = await readWish(context.store, { id: caseFile.id, kind: caseFile.kind });
  const unstopped = wish === undefined ? [] : effectOfWish(policy, wish).unstopped;
  return unstoppedUses(
    policy,
    unstopped.filter(({ purpose }) => !foreign.has(purpose)),
  );
}
