import { legalDateOf } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import { workedOnStates } from '../domain/case-state.ts';
import { looksLikeIdentityDocument } from '../domain/identity-document.ts';
import { cancelOpenTasks } from '../execute/cancel-tasks.ts';
import { pausesClock } from '../law/deadlines.ts';
import { asksNoProof } from '../law/identity-proofs.ts';
import type { Letter } from '../report/letters/letter.ts';
import { type CaseFile, moveCase, readContact } from '../store/case-file.ts';
import { appendReasonedEvent } from '../store/case-reason.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { closePlansOfCase } from '../store/plan-record.ts';
import { withTransaction } from '../store/transaction.ts';
import { callBackPlan } from './call-back-plan.ts';
import { namedCase, wordsToPerson, writeToPerson } from './case-in-hand.ts';
import type { PolicyContext } from './context.ts';
import { actorName, permit } from './permissions.ts';
import { questionOfFacts } from './prove-identity.ts';

export interface Doubt {
  readonly reference: string;
  /** Why it is reasonable to doubt who asks; kept with the case, and not told to whoever asked. */
  readonly reason: string;
  /** What is asked of the person; null: two facts that only they know. */
  readonly ask: string | null;
}

export interface DoubtedCase {
  readonly file: CaseFile;
  /** The clock of art. 12(3) stands still until there is an answer; false: it was asked too late for that. */
  readonly clockStandsStill: boolean;
}

/**
 * An officer has reasonable doubt about who asks (GDPR art. 12(6)): the person is asked for more, and until there is an answer nothing is
 * done or told. A plan that nobody has begun is withdrawn, approved or not; the link to the page opens nothing any more. What was stopped stays stopped.
 *
 * @throws GestandError `not-found`; `bad-input` without a reason, or when what is asked is a copy of an identity document; `conflict` when
 * nobody is asked who they are in this case, it is not being worked on, or its plan is carried out.
 */
export async function doubtIdentity(context: PolicyContext, doubt: Doubt): Promise<DoubtedCase> {
  const { actor, store, policy, publicUrl } = context;
  permit(actor, 'doubt-identity');
  const reason = wordsToPerson(doubt.reason);
  const ask = doubt.ask === null ? null : askable(doubt.ask);
  const named = await namedCase(store, doubt.reference);
  if (asksNoProof(named.kind))
    throw new GestandError(
      'conflict',
      `${named.reference} is a ${named.kind}: its answer tells nothing about anybody, so nobody is asked who they are.`,
    );
  const by = actorName(actor);
  return withTransaction(store, async (inside) => {
    const file = await moveCase(inside, named.id, {
      from: workedOnStates,
      to: 'identity',
      actor: by,
      identityAsked: true,
    });
    if (!(await callBackPlan(inside, file.id, 'identity-doubted')))
      throw new GestandError(
        'conflict',
        `The plan of ${file.reference} is carried out already. It is too late to doubt who asks.`,
      );
    await closePlansOfCase(inside, file.id);
    await cancelOpenTasks(inside, { caseId: file.id });
    const received = legalDateOf(Temporal.Instant.from(file.receivedAt));
    const clockStandsStill = pausesClock(received, store.clock.now());
    const detail = { clockStandsStill };
    await appendReasonedEvent(inside, file.id, { kind: 'identity-doubted', actor: by, detail, reason });
    await appendLedgerEntry(inside, {
      kind: 'identity-doubted',
      subjects: { caseId: file.id },
      detail: { ...detail, by },
    });
    const within = { store: inside, policy, publicUrl };
    const contact = await readContact(inside, file.id);
    const question: Letter =
      ask === null && contact !== undefined
        ? await questionOfFacts(within, file, contact)
        : { kind: 'identity-question', ask };
    await writeToPerson(within, file, question);
    return { file, clockStandsStill };
  });
}

function askable(text: string): string {
  const ask = wordsToPerson(text);
  if (!looksLikeIdentityDocument({ name: ask })) return ask;
  throw new GestandError(
    'bad-input',
    'Never ask for an identity document. Ask for two things that only the person knows.',
  );
}
