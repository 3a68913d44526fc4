import { legalDateOf } from '../base/clock.ts';
import type { MailId } from '../base/ids.ts';
import type { Language } from '../domain/language.ts';
import type { Letter } from '../report/letters/letter.ts';
import { writeLetter } from '../report/letters/write-letter.ts';
import type { CaseFile } from '../store/case-file.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { type MailMessage, queueMail } from '../store/outbox-mail.ts';
import type { StoreScope } from '../store/store.ts';
import type { PolicyContext } from './context.ts';

/** The page on which a person follows a request; the token is the secret of the link. */
export interface StatusPlace {
  readonly reference: string;
  readonly token: string;
  readonly language: Language;
}

/** The web address of a request's status page, Dutch at the root and English below `/en`. */
export function statusLink(publicUrl: string, { reference, token, language }: StatusPlace): string {
  const path = `/request/${encodeURIComponent(reference)}?t=${encodeURIComponent(token)}`;
  return `${publicUrl}${language === 'nl' ? '' : `/${language}`}${path}`;
}

/** The web address of the page where the code from the mail is filled in. It opens nothing by itself. */
export function codeLink(publicUrl: string, { reference, language }: Omit<StatusPlace, 'token'>): string {
  return `${publicUrl}${language === 'nl' ? '' : `/${language}`}/request/${encodeURIComponent(reference)}/code`;
}

/** The web address where somebody who is asked who they are gives facts; the token is the secret of the link. */
export function factsLink(publicUrl: string, { reference, token, language }: StatusPlace): string {
  return `${codeLink(publicUrl, { reference, language }).replace(/code$/, 'facts')}?t=${encodeURIComponent(token)}`;
}

/** Writes a letter of a case and puts it in the outbox, with the entry that says so; in the transaction of what it tells. */
export async function queueLetter(
  { store, policy }: { readonly store: StoreScope; readonly policy: PolicyContext['policy'] },
  { file, to }: { readonly file: CaseFile; readonly to: string },
  letter: Letter,
  /** The mail that it answers, and how it came about. */
  thread: Pick<MailMessage, 'answers' | 'automatic'> = {},
): Promise<MailId> {
  const { subject, text, html } = writeLetter(letter, {
    controller: policy.controller,
    language: file.language,
    reference: file.reference,
    on: legalDateOf(store.clock.now()).toString(),
  });
  const mailId = await queueMail(store, {
    to,
    subject,
    text,
    html,
    caseReference: file.reference,
    ...thread,
  });
  await appendLedgerEntry(store, {
    kind: 'letter-sent',
    subjects: { caseId: file.id, mailId },
    detail: { letter: letter.kind, state: 'queued' },
  });
  return mailId;
}
