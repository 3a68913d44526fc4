import { legalDateOf } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import { caseStanding } from '../domain/case-standing.ts';
import { type IdentityProof, identityProofs } from '../domain/identity-proof.ts';
import { provesEnough } from '../law/identity-proofs.ts';
import type { Policy } from '../policy/policy.ts';
import type { Letter } from '../report/letters/letter.ts';
import { appendCaseEvent, type CaseEvent, listCaseEvents } from '../store/case-event.ts';
import { type CaseFile, type Contact, readCase, readContact, renewAccessToken } from '../store/case-file.ts';
import { appendReasonedEvent } from '../store/case-reason.ts';
import type { StoreScope } from '../store/store.ts';
import { factsLink, queueLetter } from './case-letter.ts';
import type { PolicyContext } from './context.ts';
import { factKinds, factsNeeded } from './fact-kinds.ts';
import { resumeCase } from './resume-case.ts';
import { takeUpCase } from './take-up.ts';

/** What became of a case by a proof of who asks. */
export type ProvenIdentity =
  | { readonly kind: 'taken-up'; readonly token: string }
  /** It was noted, and something else must be looked at first. */
  | { readonly kind: 'waits'; readonly for: 'more-proof' | 'mandate' };

export interface GivenProof {
  readonly proof: Exclude<IdentityProof, 'not-needed'>;
  readonly actor: string;
  /** Why an officer is sure, in their own words. */
  readonly reason?: string;
}

/** The writing half of a context, inside a transaction. */
type Within = Pick<PolicyContext, 'policy' | 'publicUrl'> & { readonly store: StoreScope };

/**
 * Notes how it was shown who asks, and takes the case up when that is enough for what is asked (GDPR art. 12(6)): the one way by
 * which identity is proven. Call it in a transaction.
 *
 * @throws GestandError `conflict` when the case does not wait for it.
 */
export async function proveIdentity(
  context: Within,
  { id }: Pick<CaseFile, 'id'>,
  given: GivenProof,
): Promise<ProvenIdentity> {
  const { store } = context;
  await noteProof(store, id, given);
  return settleIdentity(context, id, given.actor);
}

/**
 * Takes a case up when what was noted of it is enough.
 *
 * @throws GestandError `conflict` when the case does not wait for it.
 */
export async function settleIdentity(
  context: Within,
  id: CaseFile['id'],
  actor: string,
): Promise<ProvenIdentity> {
  const { store, policy } = context;
  // Noting something locked the case, so what is read here stays.
  const [file, events, contact] = await Promise.all([
    readCase(store, id),
    listCaseEvents(store, id),
    readContact(store, id),
  ]);
  if (file === undefined) throw new GestandError('not-found', `There is no case ${id}.`);
  if (file.state !== 'received' && file.state !== 'identity')
    throw new GestandError(
      'conflict',
      `${file.reference} ${caseStanding(file)}: it waits for no proof of who asks.`,
    );
  const proofs = proofsSince(events);
  const proof = proofs.findLast((each) => isEnough(each, { file, policy }));
  if (proof === undefined) {
    // Who showed nothing yet has a code to send back first.
    if (proofs.length > 0) await askForFacts(context, file, events);
    return { kind: 'waits', for: 'more-proof' };
  }
  if (contact?.onBehalfOf !== undefined && !isMandateAccepted(events)) {
    await askForMandate(context, file, events);
    return { kind: 'waits', for: 'mandate' };
  }
  const proven = { proof, actor };
  const token =
    file.identityAskedAt === null
      ? await takeUpCase(context, file, proven)
      : await resumeCase(context, { file, events }, proven);
  return { kind: 'taken-up', token };
}

/** Whether a way of proving it is enough for this case: one that was in doubt is not taken up by a code again. */
function isEnough(
  proof: IdentityProof,
  { file, policy }: { readonly file: CaseFile; readonly policy: Policy },
): boolean {
  if (file.identityAskedAt !== null && proof === 'mailed-code') return false;
  const on = legalDateOf(Temporal.Instant.from(file.receivedAt));
  return provesEnough(proof, { kind: file.kind, special: holdsSpecialData(policy), on });
}

/** Data of art. 9 or 10 GDPR, of whomever: to look whether they are this person's would tell something. */
export function holdsSpecialData({ categories }: Policy): boolean {
  return [...categories.values()].some(({ special }) => special);
}

/** What was shown of who asks, since anybody doubted it last. */
export function proofsSince(events: readonly CaseEvent[]): readonly IdentityProof[] {
  return sinceDoubt(events)
    .filter(({ kind }) => kind === 'identity-proof')
    .flatMap(({ detail }) => {
      const proof = (detail as { readonly proof?: unknown }).proof;
      return identityProofs.filter((known) => known === proof);
    });
}

function sinceDoubt(events: readonly CaseEvent[]): readonly CaseEvent[] {
  return events.slice(events.findLastIndex(({ kind }) => kind === 'identity-doubted') + 1);
}

export function isMandateAccepted(events: readonly CaseEvent[]): boolean {
  return events.some(({ kind }) => kind === 'mandate-accepted');
}

async function noteProof(
  store: StoreScope,
  id: CaseFile['id'],
  { proof, actor, reason }: GivenProof,
): Promise<void> {
  const event = { kind: 'identity-proof', actor, detail: { proof } };
  if (reason !== undefined) return appendReasonedEvent(store, id, { ...event, reason });
  if (proof === 'officer-judgement')
    throw new GestandError('bad-input', 'Write down why you are sure who asks: that is what proves it.');
  await appendCaseEvent(store, id, event);
}

/** What a case waits for that its person was asked by letter; undefined when nothing was asked, or it was given. */
export function askedOf(file: CaseFile, events: readonly CaseEvent[]): 'proof' | 'mandate' | undefined {
  if (file.state !== 'identity') return undefined;
  if (file.identityAskedAt !== null) return 'proof';
  if (events.some(({ kind }) => kind === 'mandate-asked') && !isMandateAccepted(events)) return 'mandate';
  return events.some(({ kind }) => kind === 'facts-asked') ? 'proof' : undefined;
}

// Once: another code that comes back asks nothing new.
async function askOnce(
  { store, policy }: Within,
  { file, events }: { readonly file: CaseFile; readonly events: readonly CaseEvent[] },
  kind: 'facts-asked' | 'mandate-asked',
  letterTo: (contact: Contact) => Letter | undefined | Promise<Letter>,
): Promise<void> {
  if (sinceDoubt(events).some((event) => event.kind === kind)) return;
  const contact = await readContact(store, file.id);
  const letter = contact && (await letterTo(contact));
  if (contact === undefined || letter === undefined) return;
  await appendCaseEvent(store, file.id, { kind, actor: 'system', detail: {} });
  await queueLetter({ store, policy }, { file, to: contact.email }, letter);
}

async function askForFacts(context: Within, file: CaseFile, events: readonly CaseEvent[]): Promise<void> {
  await askOnce(context, { file, events }, 'facts-asked', (contact) =>
    questionOfFacts(context, file, contact),
  );
}

/** Asks for two facts, with a link to the page where they are given; of a representative the sources hold none. */
export async function questionOfFacts(
  { store, policy, publicUrl }: Within,
  { id, reference, language }: CaseFile,
  { onBehalfOf }: Contact,
): Promise<Letter> {
  const ask = { kind: 'identity-question', ask: null } as const;
  if (onBehalfOf !== undefined || factKinds(policy).length < factsNeeded) return ask;
  const token = await renewAccessToken(store, id);
  return { ...ask, link: factsLink(publicUrl, { reference, token, language }) };
}

async function askForMandate(context: Within, file: CaseFile, events: readonly CaseEvent[]): Promise<void> {
  await askOnce(context, { file, events }, 'mandate-asked', ({ onBehalfOf }) =>
    onBehalfOf === undefined ? undefined : { kind: 'mandate-question', mandate: onBehalfOf.mandate },
  );
}
