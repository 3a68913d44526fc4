import { legalDateOf, legalTimeZone } from '../base/clock.ts';
import { lookup } from '../law/law-pack.ts';
import { lookBackFrom } from '../promises/round.ts';
import { removeBrokenInbound } from '../store/inbound-transfer.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { forgetOldTraces } from '../store/loose-trace.ts';
import { removeOldContacts, removeUnprovenCases } from '../store/old-case.ts';
import { emptyMessagesOfForgottenCases, emptyOldMessages } from '../store/old-message.ts';
import { forgetOldNotices, removeOldDisclosures } from '../store/old-notice.ts';
import { removeMailsEndedBefore } from '../store/outbox-mail.ts';
import { removeOldBuckets } from '../store/rate-limit.ts';
import { removeOldAnswers } from '../store/repeatable-answer.ts';
import { withTransaction } from '../store/transaction.ts';
import { removeAbandonedTransfers } from '../store/transfer.ts';
import { forgetExpiredTokens } from '../store/used-token.ts';
import type { StoreContext } from './context.ts';
import { expireTransfers } from './expire-transfers.ts';
import { permit } from './permissions.ts';

/** As long as the link in a letter can work; that there was one, and when, is in the ledger, without the text. */
const mailDays = 14;

/** As long as a program may send the same request again and get the same answer. */
const answerHours = 24;

/** Whoever was answered can go to court or to the authority about it; after this nobody needs to know who it was. */
const caseFileYears = 2;

/**
 * Days for which it is kept what was in an e-mail that is of no case: what a program sent, what somebody said is no request, and
 * what nobody has decided on, which by then is a broken promise.
 */
const messageTerms = [
  { state: 'automatic', days: 30 },
  { state: 'dismissed', days: 180 },
  { state: 'unmatched', days: 365 },
] as const;

/** Cases that are taken up in one round; the next takes the rest. */
const mostInRound = 500;

export interface Tidied {
  readonly mails: number;
  /** Requests whose code never came back. */
  readonly unproven: number;
  /** Ended requests that no longer say whose they were. */
  readonly contacts: number;
  /** E-mails of no case, of which only remains that they came in. */
  readonly messages: number;
  /** Who received what of whom, when that was too long ago to be asked for. */
  readonly disclosures: number;
  /** Packages of other controllers whose time here is over. */
  readonly transfers: number;
}

/** Removes what our own store no longer needs (GDPR art. 5(1)(e)): it holds personal data like any other system. */
export async function tidyStore({ actor, store }: StoreContext): Promise<Tidied> {
  permit(actor, 'tidy-store');
  await removeOldBuckets(store);
  await forgetExpiredTokens(store);
  const now = store.clock.now();
  await removeOldAnswers(store, now.subtract({ hours: answerHours }).toString());
  const mails = await removeMailsEndedBefore(store, now.subtract({ hours: 24 * mailDays }).toString());
  const unproven = await withTransaction(store, async (inside) => {
    const ids = await removeUnprovenCases(inside, {
      legalDateBefore: legalDateOf(now).toString(),
      limit: mostInRound,
    });
    for (const caseId of ids)
      await appendLedgerEntry(inside, {
        kind: 'case-state',
        subjects: { caseId },
        detail: { state: 'removed', reason: 'identity-not-proven', by: 'system' },
      });
    return ids.length;
  });
  const endedBefore = now.toZonedDateTimeISO(legalTimeZone).subtract({ years: caseFileYears }).toInstant();
  const contacts = await removeOldContacts(store, {
    endedBefore: endedBefore.toString(),
    limit: mostInRound,
  });
  let messages = 0;
  for (const { state, days } of messageTerms)
    messages += await emptyOldMessages(store, {
      states: [state],
      before: now.subtract({ hours: 24 * days }).toString(),
      limit: mostInRound,
    });
  messages += await emptyMessagesOfForgottenCases(store, {
    before: endedBefore.toString(),
    limit: mostInRound,
  });
  await forgetOldNotices(store, endedBefore.toString());
  const today = legalDateOf(now);
  const disclosures = await removeOldDisclosures(store, {
    before: today.subtract({ years: lookup('disclosures.keepYears', today) }).toString(),
    limit: mostInRound,
  });
  // The promises about erasure and correction are judged by none that is older.
  await forgetOldTraces(store, lookBackFrom(today).toString());
  await removeAbandonedTransfers(store, mostInRound);
  await removeBrokenInbound(store);
  const transfers = await expireTransfers(store, mostInRound);
  return { mails, unproven, contacts, messages, disclosures, transfers };
}
