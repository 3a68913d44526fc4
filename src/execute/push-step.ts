import { assert, present } from '../base/assert.ts';
import type { Json } from '../base/canonical-json.ts';
import { GestandError } from '../base/error.ts';
import { sha256Hex } from '../base/hash.ts';
import type { TransferId } from '../base/ids.ts';
import { memberOf } from '../base/json-member.ts';
import type { Receiver } from '../domain/receiver.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import type { RunStep } from '../store/run-step.ts';
import type { StoreScope } from '../store/store.ts';
import { endTransfer, readTransfer, readTransferContent, type Transfer } from '../store/transfer.ts';
import { lookUpParty } from '../transfer/look-up-party.ts';
import { type Push, pushPackage } from '../transfer/push.ts';
import type { CurrentRun } from './current-run.ts';
import { limitsOf } from './execute-context.ts';
import { queueLetter } from './letter-to-person.ts';
import { RunFailure } from './run-failure.ts';
import type { CarryOut, StepDone } from './step-done.ts';

/** Why a package was not delivered: then the person receives the link. */
type Undelivered = 'unreachable' | 'no-receiver' | Extract<Push, { kind: 'refused' }>['reason'];

/**
 * Delivers what was packed to the party that the officer approved, and keeps its signed receipt (art. 20(2)). It is
 * the same delivery however often it is made, so that whoever goes on after a crash makes it again.
 *
 * @throws RunFailure drifted when the party has other keys than were approved. GestandError receiver-unreachable: it is tried again.
 */
export const pushStep: CarryOut = async (run, { step, steps }) => {
  const { context, record } = run;
  const { plan } = record;
  assert(plan.kind === 'export' && plan.to.kind === 'receiver', 'an export to a receiver');
  const id = packedTransfer(steps);
  if (id === null) return { result: { delivered: false, reason: 'nothing' }, detail: { delivered: false } };
  const transfer = present(await readTransfer(context.store, id), 'the transfer that was packed');
  const { receiver } = plan.to;
  const outcome = await deliver(run, { receiver, transfer });
  if (outcome.kind === 'delivered') return delivered(run, { receiver, transfer, outcome });
  if (outcome.kind === 'refused') return undelivered(run, transfer, outcome.reason);
  if (step.attempts >= limitsOf(context).pushAttempts) return undelivered(run, transfer, 'unreachable');
  throw new GestandError(
    'receiver-unreachable',
    `The receiver of transfer ${id} does not take it now. It is tried again.`,
  );
};

/** Whether the other party has the package of a run, by its receipt. */
export function wasDelivered(steps: readonly RunStep[]): boolean {
  return memberOf(resultOf(steps, 'push'), 'delivered') === true;
}

type Outcome =
  | Extract<Push, { readonly kind: 'delivered' | 'again' }>
  | { readonly kind: 'refused'; readonly reason: Undelivered };

async function deliver(
  run: CurrentRun,
  { receiver, transfer }: { readonly receiver: Receiver; readonly transfer: Transfer },
): Promise<Outcome> {
  const { store, party, faultPoint } = run.context;
  const found = await lookUpParty(receiver.address, party.networks);
  if (found.kind === 'obstacle') {
    if (found.obstacle === 'unreachable') return { kind: 'again', status: null };
    return {
      kind: 'refused',
      reason: found.obstacle === 'private-network' ? 'private-network' : 'no-receiver',
    };
  }
  refuseOtherKeys(run, receiver, found.party);
  const bytes = present(transfer.byteCount, 'the size of what was packed');
  if (bytes > found.party.maxBytes) return { kind: 'refused', reason: 'too-large' };
  const push = await pushPackage(
    party,
    { ...receiver, endpoint: found.party.endpoint },
    {
      delivery: {
        sender: party.address,
        endpoint: found.party.endpoint,
        transferId: transfer.id,
        digest: present(transfer.digest, 'the digest of what was packed'),
        bytes,
      },
      content: readTransferContent(store, transfer.id),
      now: store.clock.now(),
    },
  );
  await faultPoint('transfer.pushed');
  return push;
}

// Approved was this key: whoever has another may be somebody else.
function refuseOtherKeys({ record }: CurrentRun, approved: Receiver, now: Receiver): void {
  const same =
    approved.encryptionKey.thumbprint === now.encryptionKey.thumbprint &&
    approved.signingKey.thumbprint === now.signingKey.thumbprint;
  if (same) return;
  throw new RunFailure('drifted', {
    message: `The receiver has other keys than were approved in plan ${record.id}. Make a new plan.`,
    detail: { approvedKey: approved.encryptionKey.thumbprint, foundKey: now.encryptionKey.thumbprint },
  });
}

function delivered(
  run: CurrentRun,
  {
    receiver,
    transfer,
    outcome,
  }: {
    readonly receiver: Receiver;
    readonly transfer: Transfer;
    readonly outcome: Extract<Push, { readonly kind: 'delivered' }>;
  },
): StepDone {
  const { receipt, signedReceipt } = outcome;
  const facts = {
    delivered: true,
    transferId: transfer.id,
    digest: receipt.digest,
    bytes: receipt.bytes,
    receiverKey: receiver.signingKey.thumbprint,
    receiptHash: sha256Hex(signedReceipt),
    receivedAt: receipt.receivedAt.toString(),
  };
  return {
    result: facts,
    detail: { delivered: true, transferId: transfer.id },
    together: async (inside) => {
      await endTransfer(inside, transfer.id, { state: 'delivered', receipt: signedReceipt });
      await queueLetter(inside, run, {
        kind: 'transfer-done',
        receiver: { name: receiver.name, address: receiver.address },
        receivedAt: receipt.receivedAt,
        digest: receipt.digest,
      });
      await tell(inside, run, { kind: 'transferred', transfer });
      const { transferId, ...detail } = facts;
      await appendLedgerEntry(inside, {
        kind: 'transfer-delivered',
        subjects: { ...run.subjects, transferId },
        detail,
      });
    },
  };
}

/** What was packed goes; the package for the person is made by the next step. */
function undelivered(run: CurrentRun, transfer: Transfer, reason: Undelivered): StepDone {
  const facts = { delivered: false, transferId: transfer.id, reason };
  return {
    result: facts,
    detail: facts,
    together: async (inside) => {
      await endTransfer(inside, transfer.id, { state: 'failed', failure: reason });
      await tell(inside, run, { kind: 'transfer-failed', transfer });
      await appendLedgerEntry(inside, {
        kind: 'transfer-failed',
        subjects: { ...run.subjects, transferId: transfer.id },
        detail: { reason },
      });
    },
  };
}

async function tell(
  inside: StoreScope,
  { caseFile }: CurrentRun,
  { kind, transfer }: { readonly kind: string; readonly transfer: Transfer },
): Promise<void> {
  const { id } = present(caseFile, 'the case of a transfer');
  await appendCaseEvent(inside, id, { kind, actor: 'system', detail: { transferId: transfer.id } });
}

function packedTransfer(steps: readonly RunStep[]): TransferId | null {
  const id = memberOf(resultOf(steps, 'pack'), 'transferId');
  return typeof id === 'string' ? (id as TransferId) : null;
}

function resultOf(steps: readonly RunStep[], step: string): Json {
  return steps.find(({ name, state }) => name === step && state === 'completed')?.result ?? null;
}
