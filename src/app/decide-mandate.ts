import { GestandError } from '../base/error.ts';
import { caseStanding } from '../domain/case-standing.ts';
import { identityKey, normaliseIdentity } from '../domain/identity.ts';
import type { OnBehalfOf } from '../domain/mandate.ts';
import { type MandateRule, mandateRules } from '../law/mandates.ts';
import { listCaseEvents } from '../store/case-event.ts';
import { type CaseFile, type Contact, readContact } from '../store/case-file.ts';
import { appendReasonedEvent } from '../store/case-reason.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { provenIdentities } from '../store/proven-identities.ts';
import { withTransaction } from '../store/transaction.ts';
import { namedCase, wordsToPerson } from './case-in-hand.ts';
import { queueLetter } from './case-letter.ts';
import { requireMaps } from './connect-sources.ts';
import type { PolicyContext, SourcesContext } from './context.ts';
import { findPerson } from './find-person.ts';
import { identitiesOf } from './found-row.ts';
import { actorName, permit } from './permissions.ts';
import { isMandateAccepted, type ProvenIdentity, settleIdentity } from './prove-identity.ts';

/** A request that somebody makes for somebody else, for the officer who looks at the mandate. Holds personal data. */
export interface ShownMandate {
  readonly file: CaseFile;
  readonly onBehalfOf: OnBehalfOf;
  readonly rule: MandateRule;
  readonly accepted: boolean;
}

/** @throws GestandError `not-found`; `conflict` when nobody asks for somebody else in this case. */
export async function showMandate(
  { actor, store }: Pick<PolicyContext, 'actor' | 'store'>,
  reference: string,
): Promise<ShownMandate> {
  permit(actor, 'decide-mandate');
  const file = await namedCase(store, reference);
  const { onBehalfOf } = await representing(store, file);
  const accepted = isMandateAccepted(await listCaseEvents(store, file.id));
  return { file, onBehalfOf, rule: mandateRules[onBehalfOf.mandate], accepted };
}

/** What became of a case by accepting its mandate. */
export type AcceptedMandate = ProvenIdentity & {
  /** Whether the person concerned was told that somebody asks in their name, at an address that was known before. */
  readonly person: 'told' | 'no-address' | 'not-told-by-law';
};

/**
 * An officer saw that somebody may ask for somebody else, and writes down by what (GDPR art. 12(6)). When the representative showed who they
 * are as well, the case goes on; the person concerned is told at an address that the sources held already.
 *
 * @throws GestandError `not-found`; `conflict` when nobody asks for somebody else, or the case does not wait for it; `bad-input` without a reason;
 * what `findPerson` throws, and then nothing was accepted.
 */
export async function acceptMandate(
  context: PolicyContext & SourcesContext,
  input: { readonly reference: string; readonly reason: string },
): Promise<AcceptedMandate> {
  const { actor, store, policy, publicUrl } = context;
  permit(actor, 'decide-mandate');
  const reason = wordsToPerson(input.reason);
  const file = await namedCase(store, input.reference);
  if (file.state !== 'received' && file.state !== 'identity')
    throw new GestandError('conflict', `${file.reference} ${caseStanding(file)}: it waits for no mandate.`);
  const contact = await representing(store, file);
  const { mandate } = contact.onBehalfOf;
  const { tellPerson } = mandateRules[mandate];
  const to = tellPerson ? await knownAddress(context, contact) : undefined;
  const by = actorName(actor);
  return withTransaction(store, async (inside) => {
    const detail = { mandate };
    await appendReasonedEvent(inside, file.id, { kind: 'mandate-accepted', actor: by, detail, reason });
    await appendLedgerEntry(inside, {
      kind: 'mandate-accepted',
      subjects: { caseId: file.id },
      detail: { ...detail, by },
    });
    if (to !== undefined)
      await queueLetter({ store: inside, policy }, { file, to }, { kind: 'represented', mandate });
    const settled = await settleIdentity({ store: inside, policy, publicUrl }, file.id, by);
    return {
      ...settled,
      person: tellPerson ? (to === undefined ? 'no-address' : 'told') : 'not-told-by-law',
    };
  });
}

type Representing = Contact & { readonly onBehalfOf: OnBehalfOf };

async function representing(store: PolicyContext['store'], file: CaseFile): Promise<Representing> {
  const contact = await readContact(store, file.id);
  if (contact === undefined)
    throw new GestandError('gone', `Whose case ${file.reference} was is no longer kept.`);
  const { onBehalfOf } = contact;
  if (onBehalfOf === undefined)
    throw new GestandError('conflict', `In ${file.reference} nobody asks for somebody else.`);
  return { ...contact, onBehalfOf };
}

// What the representative says of an address proves nothing: the letter goes where the organisation would have written anyway.
async function knownAddress(context: SourcesContext, contact: Representing): Promise<string | undefined> {
  const { candidates } = await findPerson(
    context.sources,
    await requireMaps(context),
    provenIdentities(contact),
  );
  const [only] = candidates;
  if (only === undefined || candidates.length > 1) return undefined;
  const own = identityKey(normaliseIdentity('email', contact.email));
  return only
    .flatMap(identitiesOf)
    .find((identity) => identity.kind === 'email' && identityKey(identity) !== own)?.value;
}
