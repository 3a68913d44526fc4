import { GestandError } from '../base/error.ts';
import { type Identity, normaliseIdentity } from '../domain/identity.ts';
import type { Policy } from '../policy/policy.ts';
import { type CaseFile, findCaseByToken, readContact } from '../store/case-file.ts';
import { withTransaction } from '../store/transaction.ts';
import { attemptLimits, countAttempt } from './attempt-limits.ts';
import { namedCase } from './case-in-hand.ts';
import { requireMaps } from './connect-sources.ts';
import type { PolicyContext, SourcesContext } from './context.ts';
import { factKinds, factsNeeded } from './fact-kinds.ts';
import { findPerson } from './find-person.ts';
import { carriesOneOf } from './found-row.ts';
import { bare, holdsFacts } from './held-facts.ts';
import { actorName, permit } from './permissions.ts';
import type { AnswerFactsInput, AnswerFactsResult } from './portal-services.ts';
import { type ProvenIdentity, proveIdentity } from './prove-identity.ts';

type Comparing = PolicyContext & SourcesContext;

/** Whose case a link from the letter opens that asks for facts; undefined for anything else. */
export async function openFacts(
  { store }: Pick<PolicyContext, 'store'>,
  { reference, token }: Pick<AnswerFactsInput, 'reference' | 'token'>,
): Promise<CaseFile | undefined> {
  const file = token === '' ? undefined : await findCaseByToken(store, token);
  return file?.state === 'identity' && file.reference === reference.trim().toUpperCase() ? file : undefined;
}

/**
 * Somebody who has the link of the letter answers with facts. They are compared with what the sources hold of who has the address of the
 * case; which of them was wrong is told to nobody, and not kept.
 *
 * @throws GestandError `source-unreachable`, `drifted`
 */
export async function answerFacts(context: Comparing, input: AnswerFactsInput): Promise<AnswerFactsResult> {
  const { actor, store } = context;
  permit(actor, 'answer-facts');
  const client = await countAttempt(store, [attemptLimits.lookUpFromClient(input.clientKey)]);
  if (client !== null) return client;
  const file = await openFacts(context, input);
  if (file === undefined) return { kind: 'unknown' };
  const tooMany = await countAttempt(store, [attemptLimits.factsForCase(file.reference)]);
  if (tooMany !== null) return tooMany;
  if (!(await allHeld(context, file, input.facts))) return { kind: 'wrong' };
  const proven = await note(context, file);
  return proven.kind === 'taken-up' ? { kind: 'ok', token: proven.token, caseId: file.id } : proven;
}

/**
 * An officer says what somebody on the telephone answered. The answer goes to the address of the case, which the sources must hold.
 *
 * @returns null when not all of it is right; which is not told.
 * @throws GestandError `not-found`; `too-many`; `conflict` when the case waits for no proof; `source-unreachable`, `drifted`.
 */
export async function hearFacts(
  context: Comparing,
  { reference, facts }: { readonly reference: string; readonly facts: readonly Identity[] },
): Promise<ProvenIdentity | null> {
  const { actor, store } = context;
  permit(actor, 'judge-identity');
  const file = await namedCase(store, reference);
  const tooMany = await countAttempt(store, [attemptLimits.factsForCase(file.reference)]);
  if (tooMany !== null)
    throw new GestandError(
      'too-many',
      `Facts were tried five times today in ${file.reference}. Make sure in another way, or try again tomorrow.`,
    );
  return (await allHeld(context, file, facts)) ? note(context, file) : null;
}

function note({ actor, store, policy, publicUrl }: Comparing, file: CaseFile): Promise<ProvenIdentity> {
  return withTransaction(store, (inside) =>
    proveIdentity({ store: inside, policy, publicUrl }, file, {
      proof: 'known-facts',
      actor: actorName(actor),
    }),
  );
}

/** Whether one person whom the address leads to has all these facts, of at least two kinds. */
async function allHeld(context: Comparing, file: CaseFile, facts: readonly Identity[]): Promise<boolean> {
  const contact = await readContact(context.store, file.id);
  if (contact === undefined || contact.onBehalfOf !== undefined || !areEnough(context.policy, facts))
    return false;
  const address = normaliseIdentity('email', contact.email);
  const maps = await requireMaps(context);
  const { candidates } = await findPerson(context.sources, maps, [address]);
  for (const candidate of candidates) {
    const carries = candidate.some((row) => carriesOneOf(row, [address]));
    if (carries && (await holdsFacts(context, { maps, candidate }, facts))) return true;
  }
  return false;
}

// One number that is given twice, as two things, is one fact.
function areEnough(policy: Policy, facts: readonly Identity[]): boolean {
  const kinds = factKinds(policy);
  const given = new Set(facts.map(({ kind }) => kind));
  const values = new Set(facts.map(({ value }) => bare(value)));
  return (
    facts.every(({ kind }) => kinds.includes(kind)) &&
    given.size >= factsNeeded &&
    values.size === facts.length
  );
}
