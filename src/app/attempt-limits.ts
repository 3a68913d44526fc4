import { normaliseIdentity } from '../domain/identity.ts';
import { normaliseReference } from '../store/case-file.ts';
import { type Bucket, takeToken } from '../store/rate-limit.ts';
import type { StoreScope } from '../store/store.ts';
import type { TooMany } from './portal-services.ts';

/** How long a code works, in seconds. */
export const codeLifetimeSeconds = 15 * 60;

const hour = 60 * 60;
const day = 24 * hour;

/*
 * A client key stands for a network, and an office is one network: its limits stop a guesser and leave a colleague
 * room. Of mails to one address each network gets a few, because every one is a mail to somebody who may not have asked
 * for it; all networks together get three times that. When these are used up, a network that had less than two still gets them, so that few
 * networks cannot keep the owner of an address from asking. Beyond 50 in six hours only an officer or an app lets them in.
 *
 * A code belongs to the network that asked for it: with five attempts there, and twelve in six hours for all other networks together,
 * at most 50 × 17 of the million codes of an address are tried in six hours, however many requests they are spread over.
 */
export const attemptLimits = {
  lookUpFromClient: (clientKey: string): Bucket => bucket(`look up client ${clientKey}`, 20, hour),
  openFromClient: (clientKey: string): Bucket => bucket(`open client ${clientKey}`, 30, hour),
  mailFromClient: (clientKey: string, email: string): Bucket =>
    bucket(`mail client ${clientKey} address ${addressKey(email)}`, 6, 6 * hour),
  mailToAddress: (email: string): Bucket => bucket(`mail address ${addressKey(email)}`, 18, 6 * hour),
  firstMailFromClient: (clientKey: string, email: string): Bucket =>
    bucket(`first mail client ${clientKey} address ${addressKey(email)}`, 2, 6 * hour),
  firstMailsToAddress: (email: string): Bucket =>
    bucket(`first mails address ${addressKey(email)}`, 32, 6 * hour),
  mailByOfficer: (email: string): Bucket => bucket(`mail officer address ${addressKey(email)}`, 6, 6 * hour),
  resendFromClient: (clientKey: string): Bucket => bucket(`resend client ${clientKey}`, 30, hour),
  resendForCase: (clientKey: string, reference: string): Bucket =>
    bucket(`resend client ${clientKey} case ${normaliseReference(reference)}`, 4, codeLifetimeSeconds),
  codeFromClient: (clientKey: string): Bucket => bucket(`code client ${clientKey}`, 60, codeLifetimeSeconds),
  codeForCase: (clientKey: string, reference: string): Bucket =>
    bucket(`code client ${clientKey} case ${normaliseReference(reference)}`, 12, codeLifetimeSeconds),
  factsForCase: (reference: string): Bucket => bucket(`facts case ${normaliseReference(reference)}`, 5, day),
  codeOfOthersForCase: (reference: string): Bucket =>
    bucket(`code of others case ${normaliseReference(reference)}`, 12, 6 * hour),
  /*
   * Anybody can name any address as the sender of a mail. Of one address so many a day are kept whole, the rest is counted and
   * stays in the mailbox; it gets so many receipts, and all addresses together so many: a flood with invented senders must not
   * make us write to all of them.
   */
  keepFromAddress: (email: string): Bucket => bucket(`keep from ${addressKey(email)}`, 25, day),
  receiptToAddress: (email: string): Bucket => bucket(`receipt to ${addressKey(email)}`, 3, day),
  receiptsOfMailbox: (): Bucket => bucket('receipts', 200, hour),
};

/**
 * Counts an attempt, bucket after bucket, up to the first that is full; null when all had room. What comes behind a full
 * one is not counted: whoever is stopped by their own limit must not use up that of somebody else.
 */
export async function countAttempt(scope: StoreScope, buckets: readonly Bucket[]): Promise<TooMany | null> {
  for (const one of buckets) {
    const { granted, retryAfterSeconds } = await takeToken(scope, one);
    if (!granted) return { kind: 'too-many', retryAfterSeconds };
  }
  return null;
}

/** Counts a mail that somebody on a page has sent to an address; null when it may go. */
export async function countMail(
  scope: StoreScope,
  { clientKey, email }: { readonly clientKey: string; readonly email: string },
): Promise<TooMany | null> {
  const own = await countAttempt(scope, [attemptLimits.mailFromClient(clientKey, email)]);
  if (own !== null) return own;
  const first = await takeToken(scope, attemptLimits.firstMailFromClient(clientKey, email));
  const shared = await countAttempt(scope, [attemptLimits.mailToAddress(email)]);
  if (shared === null || !first.granted) return shared;
  return countAttempt(scope, [attemptLimits.firstMailsToAddress(email)]);
}

function addressKey(email: string): string {
  return normaliseIdentity('email', email).value;
}

function bucket(name: string, limit: number, windowSeconds: number): Bucket {
  return { name, limit, windowSeconds };
}
