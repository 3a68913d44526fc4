import { decodeJwt, decodeProtectedHeader, importJWK, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { GestandError } from '../base/error.ts';
import type { PublicKey } from '../domain/receiver.ts';
import type { OwnParty } from './own-party.ts';

/** What a sender signs of a package, and a receiver of what arrived (JWS, RFC 7515, with Ed25519). Neither says whose data it is. */
export interface Delivery {
  /** The address of who sends. */
  readonly sender: string;
  /** The endpoint of who receives. */
  readonly endpoint: string;
  /** Of the sender: the same at every attempt. */
  readonly transferId: string;
  /** SHA-256 of the encrypted package, hexadecimal. */
  readonly digest: string;
  readonly bytes: number;
}

export interface Receipt {
  /** The address of who received. */
  readonly receiver: string;
  /** The address of who sent. */
  readonly sender: string;
  readonly transferId: string;
  readonly digest: string;
  readonly bytes: number;
  readonly receivedAt: Temporal.Instant;
}

/** The header that carries a signed delivery, and the one of the receipt's. */
export const deliveryHeader = 'gestand-delivery';
export const packageType = 'application/age';

const deliveryType = 'gestand-delivery+jwt';
const receiptType = 'gestand-receipt+jwt';
const algorithm = 'EdDSA';
/** How old a signed delivery may be, so that one that leaked is worth nothing later; and how far two clocks may be apart. */
const maxAgeSeconds = 15 * 60;
const clockToleranceSeconds = 5 * 60;

const transferId = z.string().regex(/^[A-Za-z0-9_-]{8,100}$/);
const facts = {
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().positive(),
};
const deliveryClaims = z.object({ iss: z.url(), aud: z.url(), jti: transferId, ...facts });
const receiptClaims = z.object({ iss: z.url(), aud: z.url(), sub: transferId, iat: z.int(), ...facts });

export function signDelivery(own: OwnParty, delivery: Delivery, now: Temporal.Instant): Promise<string> {
  const { digest, bytes } = delivery;
  return new SignJWT({ digest, bytes })
    .setProtectedHeader({ alg: algorithm, typ: deliveryType, kid: own.signingKey.thumbprint })
    .setIssuer(delivery.sender)
    .setAudience(delivery.endpoint)
    .setJti(delivery.transferId)
    .setIssuedAt(secondsOf(now))
    .sign(own.signer);
}

/** What a delivery says before anybody has looked whether it is true: whom to ask for the key. Null when it is none. */
export function claimedDelivery(
  token: string,
): { readonly delivery: Delivery; readonly thumbprint: string } | null {
  try {
    const { kid } = decodeProtectedHeader(token);
    const delivery = deliveryOf(decodeJwt(token));
    return typeof kid === 'string' ? { delivery, thumbprint: kid } : null;
  } catch {
    return null;
  }
}

/** @throws GestandError unauthorised when this key did not sign it, for us, just now. */
export async function verifyDelivery(
  token: string,
  {
    key,
    endpoint,
    now,
  }: { readonly key: PublicKey; readonly endpoint: string; readonly now: Temporal.Instant },
): Promise<Delivery> {
  try {
    const { payload } = await jwtVerify(token, await verifierOf(key), {
      algorithms: [algorithm],
      typ: deliveryType,
      audience: endpoint,
      maxTokenAge: maxAgeSeconds,
      clockTolerance: clockToleranceSeconds,
      currentDate: new Date(now.epochMilliseconds),
    });
    return deliveryOf(payload);
  } catch (cause) {
    throw new GestandError(
      'unauthorised',
      'The signature of this delivery is not right: it is of another key, for another receiver, or too old. Sign it again, and check the clock.',
      { cause },
    );
  }
}

export function signReceipt(own: OwnParty, receipt: Omit<Receipt, 'receiver'>): Promise<string> {
  const { digest, bytes } = receipt;
  return new SignJWT({ digest, bytes })
    .setProtectedHeader({ alg: algorithm, typ: receiptType, kid: own.signingKey.thumbprint })
    .setIssuer(own.address)
    .setAudience(receipt.sender)
    .setSubject(receipt.transferId)
    .setIssuedAt(secondsOf(receipt.receivedAt))
    .sign(own.signer);
}

/** A receipt for exactly this delivery, signed by this receiver; null when it is not that. */
export async function readReceipt(
  token: string,
  {
    key,
    delivery,
    receiver,
  }: { readonly key: PublicKey; readonly delivery: Delivery; readonly receiver: string },
): Promise<Receipt | null> {
  try {
    const { payload } = await jwtVerify(token, await verifierOf(key), {
      algorithms: [algorithm],
      typ: receiptType,
      issuer: receiver,
      audience: delivery.sender,
      subject: delivery.transferId,
    });
    const { iss, aud, sub, iat, digest, bytes } = receiptClaims.parse(payload);
    if (digest !== delivery.digest || bytes !== delivery.bytes) return null;
    const receivedAt = Temporal.Instant.fromEpochMilliseconds(iat * 1000);
    return { receiver: iss, sender: aud, transferId: sub, digest, bytes, receivedAt };
  } catch {
    return null;
  }
}

function deliveryOf(payload: JWTPayload): Delivery {
  const { iss, aud, jti, digest, bytes } = deliveryClaims.parse(payload);
  return { sender: iss, endpoint: aud, transferId: jti, digest, bytes };
}

function verifierOf({ curve, x }: PublicKey) {
  return importJWK({ kty: 'OKP', crv: curve, x }, algorithm);
}

function secondsOf(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 1000);
}
