import { GestandError } from '../base/error.ts';
import type { CaseId } from '../base/ids.ts';
import type { IdentityProof } from '../domain/identity-proof.ts';
import type { Language } from '../domain/language.ts';
import type { Channel, Wish } from '../domain/wish.ts';
import { moveCase, openCase } from '../store/case-file.ts';
import { withTransaction } from '../store/transaction.ts';
import { attemptLimits, countAttempt } from './attempt-limits.ts';
import type { PolicyContext } from './context.ts';
import { sendIdentityCode } from './identity-code-letter.ts';
import { markAtOnce, needsProof } from './mark-at-once.ts';
import { type ActorKind, actorName, permit } from './permissions.ts';
import type { TooMany } from './portal-services.ts';
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
}

/** The proofs that somebody else than the person can bring. */
export type EarlierProof = Exclude<IdentityProof, 'mailed-code' | 'not-needed'>;

export type OpenedRequest =
  | {
      readonly kind: 'opened';
      readonly caseId: CaseId;
      readonly reference: string;
      /** `identity`: it waits for the code that was mailed. */
      readonly state: 'identity' | 'in-progress';
    }
  | TooMany;

/** Who may say that something came in where. A visitor of the pages says so of nothing but the pages. */
const channelsOf: Readonly<Record<ActorKind, readonly Channel[]>> = {
  visitor: ['portal'],
  person: [],
  program: [],
  officer: ['telephone', 'mail'],
  system: ['mail', 'app'],
};

const proofsOf: Readonly<Record<ActorKind, readonly EarlierProof[]>> = {
  visitor: [],
  person: [],
  program: [],
  officer: ['officer-judgement'],
  system: ['signed-session', 'known-facts'],
};

/**
 * Opens a case of any kind. Where the answer tells something about somebody, a code goes to the address that was given:
 * that belongs to whoever reads it. No source is asked anything before the code has come back, so the work, and the time
 * it takes, say nothing of who is known. The clock of art. 12(3) GDPR starts here.
 *
 * @throws GestandError `forbidden` when this actor may not say this of this channel or this proof; `bad-input` when an officer
 * is sure and does not say why.
 */
export async function openRequest(context: PolicyContext, input: RequestToOpen): Promise<OpenedRequest> {
  const { actor, store, policy, publicUrl } = context;
  const { wish, language, channel, proof } = input;
  permit(actor, 'open-request');
  if (!channelsOf[actor.kind].includes(channel))
    throw new GestandError('forbidden', `A ${actor.kind} opens no request that came by ${channel}.`);
  if (proof !== undefined && !proofsOf[actor.kind].includes(proof))
    throw new GestandError('forbidden', `A ${actor.kind} does not prove who asks by ${proof}.`);
  if (proof === 'officer-judgement' && (input.proofReason ?? '').trim() === '')
    throw new GestandError('bad-input', 'Write down why you are sure who asks: that is what proves it.');
  // The mail goes to the very characters that are looked for afterwards: two that look alike are two addresses.
  const email = input.email.normalize('NFC');
  const tooMany = await countAttempt(store, bucketsOf(input.clientKey, email));
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
      contact: {
        email,
        ...(input.customerNumber === null ? {} : { customerNumber: input.customerNumber }),
      },
      actor: by,
    });
    const { id: caseId, reference } = file;
    const free = handling.identity === 'not-needed' || (proof === undefined && !needsProof(policy, wish));
    const known = free ? 'not-needed' : proof;
    const within = { store: inside, policy, publicUrl };
    if (known !== undefined) {
      const { proofReason: reason } = input;
      await takeUpCase(within, file, {
        proof: known,
        actor: by,
        ...(reason === undefined ? {} : { reason }),
      });
      return { kind: 'opened', caseId, reference, state: 'in-progress' };
    }
    await markAtOnce(within, file);
    await sendIdentityCode(within, { file, to: email });
    await moveCase(inside, caseId, { from: ['received'], to: 'identity', actor: 'system' });
    return { kind: 'opened', caseId, reference, state: 'identity' };
  });
}

// Every channel can be made to mail somebody who did not ask, so the address has its limit in all of them.
function bucketsOf(clientKey: string | null, email: string): Parameters<typeof countAttempt>[1] {
  if (clientKey === null) return [attemptLimits.mailToAddress(email)];
  return [
    attemptLimits.openFromClient(clientKey),
    attemptLimits.mailFromClient(clientKey, email),
    attemptLimits.mailToAddress(email),
  ];
}
