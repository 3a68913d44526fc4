import { legalDateOf } from '../base/clock.ts';
import type { Language } from '../domain/language.ts';
import type { NotTakenIn } from '../report/letters/letter.ts';
import { writeLetter } from '../report/letters/write-letter.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { queueMail } from '../store/outbox-mail.ts';
import type { StoreScope } from '../store/store.ts';
import { attemptLimits, countAttempt } from './attempt-limits.ts';
import { statusLink } from './case-letter.ts';
import type { PolicyContext } from './context.ts';
import type { OpenedForMessage } from './open-from-message.ts';

export interface ReceiptWish {
  readonly to: string;
  readonly language: Language;
  readonly receivedAt: Temporal.Instant;
  /** Of the mail that it answers. */
  readonly messageId: string | null;
  /** The case that was opened for it; null: none was. */
  readonly opened: OpenedForMessage | null;
  readonly notTakenIn: readonly NotTakenIn[];
  readonly mostBytes: number;
}

/**
 * Queues a receipt for a mail, in the transaction that keeps it, unless its address had enough of them today. Whether one was
 * queued.
 */
export async function queueReceipt(
  { store, policy, publicUrl }: Pick<PolicyContext, 'policy' | 'publicUrl'> & { readonly store: StoreScope },
  wish: ReceiptWish,
): Promise<boolean> {
  const { to, language, opened, messageId } = wish;
  const tooMany = await countAttempt(store, [
    attemptLimits.receiptToAddress(to),
    attemptLimits.receiptsOfMailbox(),
  ]);
  if (tooMany !== null) return false;
  const reference = opened?.file.reference ?? '';
  const { subject, text, html } = writeLetter(
    {
      kind: 'message-received',
      receivedOn: legalDateOf(wish.receivedAt).toString(),
      opened:
        opened === null
          ? null
          : {
              legalDate: opened.file.legalDate,
              statusLink: statusLink(publicUrl, { reference, token: opened.token, language }),
            },
      notTakenIn: wish.notTakenIn,
      limitMegabytes: Math.floor(wish.mostBytes / 1_000_000),
      formLink: `${publicUrl}${language === 'nl' ? '' : `/${language}`}/request`,
    },
    {
      controller: policy.controller,
      language,
      reference,
      on: legalDateOf(store.clock.now()).toString(),
    },
  );
  const mailId = await queueMail(store, {
    to,
    subject,
    text,
    html,
    automatic: 'replied',
    ...(opened === null ? {} : { caseReference: reference }),
    ...(messageId === null ? {} : { answers: messageId }),
  });
  await appendLedgerEntry(store, {
    kind: 'letter-sent',
    subjects: { mailId, ...(opened === null ? {} : { caseId: opened.file.id }) },
    detail: { letter: 'message-received', state: 'queued' },
  });
  return true;
}
