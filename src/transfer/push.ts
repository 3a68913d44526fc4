import { Readable } from 'node:stream';
import type { Receiver } from '../domain/receiver.ts';
import {
  type Delivery,
  deliveryHeader,
  packageType,
  type Receipt,
  readReceipt,
  signDelivery,
} from './delivery.ts';
import { mayReach, outsideAgent, PrivateNetwork } from './networks.ts';
import type { OwnParty } from './own-party.ts';

/** What became of one attempt to deliver a package. */
export type Push =
  | { readonly kind: 'delivered'; readonly receipt: Receipt; readonly signedReceipt: string }
  /** It may go better later: nobody answered, or asked to come back. */
  | { readonly kind: 'again'; readonly status: number | null }
  /** It will not. `no-receipt`: it was taken, and nothing proves it. */
  | { readonly kind: 'refused'; readonly reason: 'refused' | 'too-large' | 'no-receipt' | 'private-network' };

/** Of each answer that is waited for: not of the whole package, which may be long. */
const timeoutSeconds = 120;
const passingStatuses: ReadonlySet<number> = new Set([408, 425, 429]);

/**
 * Delivers an encrypted package: PUT, signed, to the endpoint of the receiver under the id of the transfer, so that doing it
 * again is doing it once.
 *
 * @param content exactly `delivery.bytes` bytes.
 */
export async function pushPackage(
  own: OwnParty,
  receiver: Receiver,
  {
    delivery,
    content,
    now,
  }: {
    readonly delivery: Delivery;
    readonly content: AsyncIterable<Uint8Array>;
    readonly now: Temporal.Instant;
  },
): Promise<Push> {
  const url = new URL(`${receiver.endpoint}/${encodeURIComponent(delivery.transferId)}`);
  if (!mayReach(url, own.networks)) return { kind: 'refused', reason: 'private-network' };
  const agent = outsideAgent(own.networks, { timeoutSeconds });
  try {
    const { statusCode, body } = await agent.request({
      origin: url.origin,
      path: url.pathname,
      method: 'PUT',
      headers: {
        'user-agent': 'gestand',
        accept: 'application/jwt, application/problem+json',
        'content-type': packageType,
        'content-length': String(delivery.bytes),
        'content-digest': `sha-256=:${Buffer.from(delivery.digest, 'hex').toString('base64')}:`,
        [deliveryHeader]: await signDelivery(own, delivery, now),
      },
      body: Readable.from(content, { objectMode: false }),
    });
    const text = await body.text();
    if (statusCode >= 500 || passingStatuses.has(statusCode)) return { kind: 'again', status: statusCode };
    if (statusCode === 413) return { kind: 'refused', reason: 'too-large' };
    if (statusCode !== 200 && statusCode !== 201) return { kind: 'refused', reason: 'refused' };
    const receipt = await readReceipt(text, {
      key: receiver.signingKey,
      delivery,
      receiver: receiver.address,
    });
    return receipt === null
      ? { kind: 'refused', reason: 'no-receipt' }
      : { kind: 'delivered', receipt, signedReceipt: text };
  } catch (error) {
    if (error instanceof PrivateNetwork) return { kind: 'refused', reason: 'private-network' };
    if (isNetworkFailure(error)) return { kind: 'again', status: null };
    throw error;
  } finally {
    await agent.destroy();
  }
}

/** Whether the connection failed, rather than what was read to be sent over it. */
function isNetworkFailure(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return (
    typeof code === 'string' &&
    (/^(?:UND_ERR_|CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/.test(code) ||
      /^(?:ECONN(?:REFUSED|RESET|ABORTED)|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)$/.test(
        code,
      ))
  );
}
