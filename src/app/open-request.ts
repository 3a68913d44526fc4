import { legalDateOf } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import type { CaseId } from '../base/ids.ts';
import type { Identity } from '../domain/identity.ts';
import type { IdentityProof } from '../domain/identity-proof.ts';
import type { Language } from '../domain/language.ts';
import type { OnBehalfOf } from '../domain/mandate.ts';
import type { Channel, Wish } from '../domain/wish.ts';
import { asksNoProof } from '../law/identity-proofs.ts';
import { type Contact, moveCase, openCase } from '../store/case-file.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import { attemptLimits, countAttempt, countMail } from './attempt-limits.ts';
import { mandateMistake, mandateMistakes } from './check-mandate.ts';
import { withoutForbidden } from './check-wish.ts';
import type { PolicyContext } from './context.ts';
import { sendIdentityCode } from './identity-code-letter.ts';
import { markAtOnce, needsProof } from './mark-at-once.ts';
import { type ActorKind, actorName, permit } from './permissions.ts';
import type { TooMany } from './portal-services.ts';
import { proveIdentity } from './prove-identity.ts';
import { requestKinds } from './request-kind.ts';
import { takeUpCase } from './take-up.ts';

/** Something that somebody asks, as it came in. */
export interface RequestToOpen {
  readonly wish: Wish;
  readonly channel: Channel;
  readonly email: string;
  readonly customerNumber: string | null;
  readonly language: Language;
  /** Of a page that anybody can reach: the shortened network address, to count attempts by. Null elsewhere. */
  readonly clientKey: string | null;
  /** When it arrived, when that was earlier: the clock runs from there, also when nobody had read it. */
  readonly receivedAt?: Temporal.Instant;
  /** What shows already who asks; without it a code is mailed, for the kinds where it matters. */
  readonly proof?: EarlierProof;
  /** Why an officer is sure who asks, in their own words. */
  readonly proofReason?: string;
  /** What an app of the organisation vouches for beside the address. */
  readonly vouched?: readonly Identity[];
  /** Whom it is about, when somebody asks for somebody else. */
  readonly onBehalfOf?: OnBehalfOf;
}

/** The proofs that somebody else than the person can bring. */
export type EarlierProof = Exclude<IdentityProof, 'mailed-code' | 'known-facts' | 'not-needed'>;

export type OpenedRequest =
  | {
      readonly kind: 'opened';
      readonly caseId: CaseId;
      readonly reference: string;
      /** `identity`: it waits for the code that was mailed. */
      readonly state: 'identity' | 'in-progress';
      /** Opens the page of the request, for whoever an app vouched for; everybody else has it in their mail. */
      readonly token: string | null;
    }
  | TooMany;

/** Who may say that something came in where. A visitor of the pages says so of nothing but the pages. */
const channelsOf: Readonly<Record<ActorKind, readonly Channel[]>> = {
  visitor: ['portal', 'app'],
  person: [],
  officer: ['telephone', 'mail'],
  program: [],
  system: ['mail', 'app'],
};

const proofsOf: Readonly<Record<ActorKind, readonly EarlierProof[]>> = {
  visitor: [],
  person: [],
  officer: ['officer-judgement'],
  program: [],
  system: ['signed-session'],
};

/**
 * Opens a case of any kind. Where the answer tells something about somebody, a code goes to the address that was given:
 * that belongs to whoever reads it. No source is asked anything before the code has come back, so the work, and the time
 * it takes, say nothing of who is known. The clock of art. 12(3) GDPR starts here.
 *
 * @throws GestandError `forbidden` when this actor may not say this of this channel or this proof; `bad-input` when an officer
 * is sure and does not say why, a text holds what may not be kept, or nobody may ask this for somebody else.
 */
export async function openRequest(context: PolicyContext, asked: RequestToOpen): Promise<OpenedRequest> {
  const { actor, store, policy, publicUrl } = context;
  const input = withoutForbidden(asked, { redact: asked.channel === 'mail' });
  const { wish, language, channel, proof } = input;
  permit(actor, 'open-request');
  if (!channelsOf[actor.kind].includes(channel))
    throw new GestandError('forbidden', `A ${actor.kind} opens no request that came by ${channel}.`);
  if (proof !== undefined && !proofsOf[actor.kind].includes(proof))
    throw new GestandError('forbidden', `A ${actor.kind} does not prove who asks by ${proof}.`);
  if (proof === 'officer-judgement' && (input.proofReason ?? '').trim() === '')
    throw new GestandError('bad-input', 'Write down why you are sure who asks: that is what proves it.');
  refuseMandate(input, legalDateOf(store.clock.now()));
  // The mail goes to the very characters that are looked for afterwards: two that look alike are two addresses.
  const email = input.email.normalize('NFC');
  const tooMany = await countOpening(store, input, email);
  if (tooMany !== null) return tooMany;
  const handling = requestKinds[wish.kind];
  const receivedAt = input.receivedAt ?? store.clock.now();
  const deadline = handling.deadline(receivedAt);
  const by = actorName(actor);
  return withTransaction(store, async (inside) => {
    const { file } = await openCase(inside, {
      wish,
      language,
      channel,
      receivedAt: receivedAt.toString(),
      safeDate: deadline.planningDate.toString(),
      legalDate: deadline.legalDate.toString(),
      contact: contactOf(input, email),
      actor: by,
    });
    const { id: caseId, reference } = file;
    const free =
      asksNoProof(wish.kind) ||
      (proof === undefined && input.onBehalfOf === undefined && !needsProof(policy, wish));
    const within = { store: inside, policy, publicUrl };
    const reason = input.proofReason;
    const said = reason === undefined ? {} : { reason };
    if (free) {
      await takeUpCase(within, file, { proof: 'not-needed', actor: by, ...said });
      return { kind: 'opened', caseId, reference, state: 'in-progress', token: null };
    }
    if (proof !== undefined) {
      const proven = await proveIdentity(within, file, { proof, actor: by, ...said });
      if (proven.kind === 'taken-up') {
        const token = proof === 'signed-session' ? proven.token : null;
        return { kind: 'opened', caseId, reference, state: 'in-progress', token };
      }
      await moveCase(inside, caseId, { from: ['received'], to: 'identity', actor: 'system' });
      return { kind: 'opened', caseId, reference, state: 'identity', token: null };
    }
    await markAtOnce(within, file);
    await sendIdentityCode(within, { file, to: email, network: input.clientKey });
    await moveCase(inside, caseId, { from: ['received'], to: 'identity', actor: 'system' });
    return { kind: 'opened', caseId, reference, state: 'identity', token: null };
  });
}

function refuseMandate({ wish, onBehalfOf }: RequestToOpen, today: Temporal.PlainDate): void {
  const mistake = onBehalfOf === undefined ? null : mandateMistake(wish.kind, onBehalfOf, today);
  if (mistake !== null) throw new GestandError('bad-input', mandateMistakes[mistake].en);
}

function contactOf({ customerNumber, vouched, onBehalfOf }: RequestToOpen, email: string): Contact {
  return {
    email,
    ...(customerNumber === null ? {} : { customerNumber }),
    ...(vouched === undefined ? {} : { vouched }),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
  };
}

// Every channel can be made to mail somebody who did not ask. What an officer or an app answers for cannot, and is not kept out by
// what anybody else had mailed to that address.
async function countOpening(
  store: StoreScope,
  { clientKey, proof }: RequestToOpen,
  email: string,
): Promise<TooMany | null> {
  if (clientKey === null)
    return proof === undefined ? countAttempt(store, [attemptLimits.mailByOfficer(email)]) : null;
  const tooMany = await countAttempt(store, [attemptLimits.openFromClient(clientKey)]);
  return tooMany !== null || proof !== undefined ? tooMany : countMail(store, { clientKey, email });
}
