import { createHash } from 'node:crypto';
import { GestandError } from '../base/error.ts';
import type { InboundId } from '../base/ids.ts';
import type { PublicKey } from '../domain/receiver.ts';
import type { Manifest } from '../report/portability/manifest.ts';
import { readPackage } from '../report/portability/read-package.ts';
import { isUniqueViolation } from '../store/database-error.ts';
import { keepInboundContent, readInboundContent } from '../store/inbound-content.ts';
import {
  beginInbound,
  completeInbound,
  countUndecided,
  findInbound,
  removeInbound,
} from '../store/inbound-transfer.ts';
import { findKnownSender } from '../store/known-sender.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import { claimedDelivery, type Delivery, signReceipt, verifyDelivery } from '../transfer/delivery.ts';
import { lookUpParty, partyAddress } from '../transfer/look-up-party.ts';
import { decryptWith } from '../transfer/package-encryption.ts';
import { attemptLimits, countAttempt } from './attempt-limits.ts';
import type { PartyContext, StoreContext } from './context.ts';
import { permit } from './permissions.ts';
import type { TooMany } from './portal-services.ts';

export interface ReceiveTransferInput {
  /** Of the address it was put at. */
  readonly transferId: string;
  /** The signed delivery; empty when there is none. */
  readonly token: string;
  /** As the sender says beforehand; null when they do not. */
  readonly byteCount: number | null;
  readonly body: AsyncIterable<Uint8Array>;
  readonly clientKey: string;
}

export type ReceiveTransferResult = { readonly kind: 'received'; readonly receipt: string } | TooMany;

/** Packages of senders whom nobody here knows: a stranger can fill no more of our disk than this. */
const mostUndecided = 20;

/**
 * Takes in a package that another controller hands over at a person's request (GDPR art. 20(2)), and gives a signed receipt. Who
 * sends is who answers at the address they name. Of a sender whom no officer has accepted it is quarantined. The same package
 * under the same id gets the same receipt.
 *
 * @throws GestandError unauthorised for a signature that is not right; limit-exceeded; conflict for another package under an
 * id; bad-input for one that does not open or is not whole.
 */
export async function receiveTransfer(
  context: StoreContext & PartyContext,
  input: ReceiveTransferInput,
): Promise<ReceiveTransferResult> {
  const { actor, store, party } = context;
  permit(actor, 'receive-transfer');
  const sender = await senderOf(context, input);
  if (sender.kind === 'too-many') return sender;
  const { delivery } = sender;
  const before = await findInbound(store, { address: delivery.sender, transferId: delivery.transferId });
  if (before !== undefined && before.receipt !== null) {
    if (before.digest !== delivery.digest)
      throw new GestandError('conflict', 'Another package was taken in under this id. Give it a new one.');
    await passOver(input.body, delivery.bytes);
    return { kind: 'received', receipt: before.receipt };
  }
  if (delivery.bytes > party.maxBytes)
    throw new GestandError(
      'limit-exceeded',
      `The package has ${delivery.bytes} bytes; at most ${party.maxBytes} are taken in. Give it to the person, or ask this receiver for room.`,
    );
  if (input.byteCount !== null && input.byteCount !== delivery.bytes)
    throw new GestandError('bad-input', 'The package is not as long as its signed delivery says.');
  if (!sender.known && (await countUndecided(store)) >= mostUndecided)
    return { kind: 'too-many', retryAfterSeconds: 60 * 60 };
  return takeIn(context, sender, input.body);
}

interface Sender {
  readonly kind: 'sender';
  readonly delivery: Delivery;
  readonly name: string;
  readonly key: PublicKey;
  /** An officer accepted this key. */
  readonly known: boolean;
}

async function senderOf(
  { store, party }: StoreContext & PartyContext,
  { token, transferId, clientKey }: ReceiveTransferInput,
): Promise<Sender | TooMany> {
  const claimed = claimedDelivery(token);
  const address = claimed === null ? null : partyAddress(claimed.delivery.sender, party.networks);
  if (claimed === null || claimed.delivery.transferId !== transferId || address !== claimed.delivery.sender)
    throw new GestandError(
      'unauthorised',
      'A package is taken in with a signed delivery for its id and address, in the header gestand-delivery.',
    );
  const known = await findKnownSender(store, address);
  const { endpoint } = party;
  const now = store.clock.now();
  if (known !== undefined && known.signingKey.thumbprint === claimed.thumbprint) {
    const delivery = await verifyDelivery(token, { key: known.signingKey, endpoint, now });
    return { kind: 'sender', delivery, name: known.name, key: known.signingKey, known: true };
  }
  // Whom we ask, a stranger decides: no more often than this.
  const tooMany = await countAttempt(store, [attemptLimits.lookUpFromClient(clientKey)]);
  if (tooMany !== null) return tooMany;
  const found = await lookUpParty(address, party.networks);
  if (found.kind === 'obstacle')
    throw new GestandError(
      'unauthorised',
      'The sender does not say at its own address with which key it signs, so nobody can tell who it is.',
    );
  const { signingKey: key, name } = found.party;
  const delivery = await verifyDelivery(token, { key, endpoint, now });
  return { kind: 'sender', delivery, name, key, known: false };
}

async function takeIn(
  context: StoreContext & PartyContext,
  { delivery, name, key, known }: Sender,
  body: AsyncIterable<Uint8Array>,
): Promise<ReceiveTransferResult> {
  const { store, party, log } = context;
  const { transferId, digest, bytes, sender: address } = delivery;
  const id = await beginInbound(store, {
    sender: { address, name, signingKey: key },
    transferId,
    digest,
    byteCount: bytes,
  });
  try {
    const signed = new SignedBytes(delivery);
    const content = decryptWith(party.identity, signed.held(body));
    const { chunkCount, byteCount } = await keepInboundContent(store, id, content);
    signed.requireWhole();
    const manifest = await readPackage({
      size: byteCount,
      read: (range) => readInboundContent(store, id, range),
    });
    requireForReceiver(manifest);
    const receivedAt = store.clock.now();
    const receipt = await signReceipt(party, { sender: address, transferId, digest, bytes, receivedAt });
    const state = known ? 'waiting' : 'quarantined';
    const whole = {
      state,
      packageBytes: byteCount,
      rowCount: manifest.counts.rows,
      chunkCount,
      manifest: JSON.stringify(manifest),
      receivedAt,
      receipt,
    } as const;
    const first = await withTransaction(store, async (inside) => {
      if (!(await completeInbound(inside, id, whole))) return false;
      await tellLedger(inside, { id, delivery, key, state, rows: manifest.counts.rows });
      return true;
    });
    if (!first) throw twoAtOnce();
    log('info', 'transfer received', { state, count: manifest.counts.rows });
    return { kind: 'received', receipt };
  } catch (error) {
    await removeInbound(store, id);
    if (isUniqueViolation(error)) throw twoAtOnce();
    throw error;
  }
}

async function tellLedger(
  inside: StoreScope,
  {
    id,
    delivery,
    key,
    state,
    rows,
  }: {
    readonly id: InboundId;
    readonly delivery: Delivery;
    readonly key: PublicKey;
    readonly state: string;
    readonly rows: number;
  },
): Promise<void> {
  const { digest, bytes } = delivery;
  await appendLedgerEntry(inside, {
    kind: 'transfer-received',
    subjects: { transferId: id },
    detail: { senderKey: key.thumbprint, digest, bytes, rows, state },
  });
}

/** Holds what comes in against what was signed: no byte more, none less, and these. */
class SignedBytes {
  readonly #delivery: Delivery;
  readonly #hash = createHash('sha256');
  #bytes = 0;

  constructor(delivery: Delivery) {
    this.#delivery = delivery;
  }

  async *held(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      this.#bytes += chunk.length;
      if (this.#bytes > this.#delivery.bytes) throw notSigned();
      this.#hash.update(chunk);
      yield chunk;
    }
  }

  /** @throws GestandError bad-input */
  requireWhole(): void {
    if (this.#bytes !== this.#delivery.bytes || this.#hash.digest('hex') !== this.#delivery.digest)
      throw notSigned();
  }
}

function notSigned(): GestandError {
  return new GestandError('bad-input', 'What arrived is not what was signed. Send it again.');
}

// Told as a conflict that passes: whoever sends it again finds the receipt of the first.
function twoAtOnce(): GestandError {
  return new GestandError('too-many', 'This package comes in twice at once. Send it again in a moment.');
}

/** Reads what comes, and does nothing with it: who sends must be done before they hear an answer. */
async function passOver(body: AsyncIterable<Uint8Array>, most: number): Promise<void> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > most) throw notSigned();
  }
}

function requireForReceiver({ basis, person }: Manifest): void {
  if (basis.article === '20(2)' && person !== undefined) return;
  throw new GestandError(
    'bad-input',
    'The package is not one for another controller: it does not name article 20(2) and the person.',
  );
}
