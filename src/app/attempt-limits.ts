import { normaliseIdentity } from '../domain/identity.ts';
import { type Bucket, takeToken } from '../store/rate-limit.ts';
import type { StoreScope } from '../store/store.ts';
import type { TooMany } from './portal-services.ts';

/** How long a code works, in seconds. */
export const codeLifetimeSeconds = 15 * 60;

const hour = 60 * 60;

/*
 * A client key stands for a network, and an office is one network: its limits stop a guesser and leave a colleague
 * room. An address gets few, because every one is a mail to somebody who may not have asked for it.
 */
export const attemptLimits = {
  openFromClient: (clientKey: string): Bucket => bucket(`open client ${clientKey}`, 30, hour),
  openForAddress: (email: string): Bucket =>
    bucket(`open address ${normaliseIdentity('email', email).value}`, 5, hour),
  resendFromClient: (clientKey: string): Bucket => bucket(`resend client ${clientKey}`, 30, hour),
  resendForCase: (reference: string): Bucket =>
    bucket(`resend case ${reference.toUpperCase()}`, 4, codeLifetimeSeconds),
  codeFromClient: (clientKey: string): Bucket => bucket(`code client ${clientKey}`, 60, codeLifetimeSeconds),
  codeForCase: (reference: string): Bucket =>
    bucket(`code case ${reference.toUpperCase()}`, 12, codeLifetimeSeconds),
};

/** Counts an attempt in every bucket; null when all of them have room. */
export async function countAttempt(scope: StoreScope, buckets: readonly Bucket[]): Promise<TooMany | null> {
  let retryAfterSeconds = 0;
  for (const one of buckets)
    retryAfterSeconds = Math.max(retryAfterSeconds, (await takeToken(scope, one)).retryAfterSeconds);
  return retryAfterSeconds === 0 ? null : { kind: 'too-many', retryAfterSeconds };
}

function bucket(name: string, limit: number, windowSeconds: number): Bucket {
  return { name, limit, windowSeconds };
}
