import { legalDateOf } from '../base/clock.ts';
import type { MailId } from '../base/ids.ts';
import type { Letter } from '../report/letters/letter.ts';
import { writeLetter } from '../report/letters/write-letter.ts';
import { readContact } from '../store/case-file.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { queueMail } from '../store/outbox-mail.ts';
import type { StoreScope } from '../store/store.ts';
import type { CurrentRun } from './current-run.ts';

/**
 * Puts a letter to the person of the case in the outbox, in the transaction of what it tells. Null when no case asked
 * for this, or the case no longer says whose it is.
 *
 * @param elsewhere another address than the one that was proven in the case: for what may be told to anybody.
 */
export async function queueLetter(
  inside: StoreScope,
  { caseFile, policy, subjects }: CurrentRun,
  letter: Letter,
  elsewhere?: string,
): Promise<MailId | null> {
  const contact = caseFile === null ? undefined : await readContact(inside, caseFile.id);
  if (caseFile === null || contact === undefined) return null;
  const { reference, language } = caseFile;
  const on = legalDateOf(inside.clock.now()).toString();
  const written = writeLetter(letter, { controller: policy.controller, language, reference, on });
  const { subject, text, html } = written;
  const mailId = await queueMail(inside, {
    to: elsewhere ?? contact.email,
    subject,
    text,
    html,
    caseReference: reference,
  });
  await appendLedgerEntry(inside, {
    kind: 'letter-sent',
    subjects: { ...subjects, mailId },
    detail: { letter: letter.kind, state: 'queued' },
  });
  return mailId;
}
