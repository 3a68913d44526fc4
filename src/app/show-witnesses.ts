import type { WitnessAddress } from '../domain/witness-address.ts';
import { formatVerifier } from '../ledger/signed-note.ts';
import { retryDelaySeconds } from '../mail/outbox.ts';
import type { RecipientCaller } from '../notices/call-recipient.ts';
import { witnessLetter } from '../report/witness-letter.ts';
import { newestCheckpoint, type StoredCheckpoint } from '../store/ledger-entry.ts';
import { claimWitness, settleWitness, type WitnessState } from '../store/ledger-witness.ts';
import { queueMail } from '../store/outbox-mail.ts';
import { withTransaction } from '../store/transaction.ts';
import type { PolicyContext } from './context.ts';
import { permit } from './permissions.ts';
import { growthProof } from './prove-ledger.ts';
import type { LedgerContext } from './verify-ledger.ts';

export interface Witnesses {
  readonly addresses: readonly WitnessAddress[];
  /** The key with which calls are signed (Standard Webhooks); undefined: none was set, and nobody can be called. */
  readonly key: string | undefined;
  readonly call: RecipientCaller;
}

type WitnessContext = LedgerContext & Pick<PolicyContext, 'policy'>;

/** Longer than one call can take. */
const leaseSeconds = 5 * 60;
/** A person gets a letter a day at most; a program is told sooner. */
const paceSeconds: Readonly<Record<WitnessAddress['kind'], number>> = { email: 24 * 60 * 60, api: 15 * 60 };

/**
 * Shows the newest checkpoint to everybody outside who keeps them, when the ledger grew since they were shown one. Who has a checkpoint can tell
 * a second ledger from the first, even when both bear our signature.
 */
export async function showWitnesses(context: WitnessContext, witnesses: Witnesses): Promise<void> {
  permit(context.actor, 'show-witnesses');
  const head = await newestCheckpoint(context.store);
  if (head === undefined) return;
  for (const witness of witnesses.addresses) {
    const address = witness.kind === 'email' ? witness.email : witness.url;
    const state = await claimWitness(context.store, { address, leaseSeconds });
    if (state === undefined) continue;
    const pace = paceSeconds[witness.kind];
    if (state.shownSize >= head.size)
      await settleWitness(context.store, { address, code: null, nextInSeconds: pace });
    else if (witness.kind === 'email') await mail(context, { address, head, pace });
    else await call(context, { address, head, pace, state }, witnesses);
  }
}

interface Showing {
  readonly address: string;
  readonly head: StoredCheckpoint;
  readonly pace: number;
}

async function mail(
  { store, policy, signer }: WitnessContext,
  { address, head, pace }: Showing,
): Promise<void> {
  const letter = witnessLetter({
    controller: policy.controller.legalName,
    size: head.size,
    checkpoint: head.note,
    key: formatVerifier(signer.verifier),
  });
  await withTransaction(store, async (inside) => {
    await queueMail(inside, { to: address, ...letter });
    await settleWitness(inside, { address, size: head.size, code: null, nextInSeconds: pace });
  });
}

/** With the proof that the ledger only grew since the checkpoint they have: a witness need not believe it. */
async function call(
  { store, signer, log }: WitnessContext,
  { address, head, pace, state }: Showing & { readonly state: WitnessState },
  { key, call: send }: Witnesses,
): Promise<void> {
  const { size } = head;
  const outcome =
    key === undefined
      ? ({ kind: 'deferred', code: 'no-key', seconds: null } as const)
      : await send({
          url: address,
          key,
          // The same for the same checkpoint, so that who receives it twice knows.
          noticeId: `${signer.name.replaceAll('/', '_')}_${size}`,
          at: store.clock.now(),
          content: {
            ledger: signer.name,
            size,
            checkpoint: head.note,
            growth: await growthProof(store, { oldSize: state.shownSize, head }),
          },
        });
  if (outcome.kind === 'receipt')
    return settleWitness(store, { address, size, code: null, nextInSeconds: pace });
  // A refusal is what a witness says to a ledger that is not the one they know.
  log('warn', 'checkpoint not taken by a witness', { code: outcome.code, attempt: state.attempts });
  const asked = outcome.kind === 'deferred' ? outcome.seconds : null;
  await settleWitness(store, {
    address,
    code: outcome.code,
    nextInSeconds: Math.min(pace * 4, asked ?? retryDelaySeconds(state.attempts)),
  });
}
