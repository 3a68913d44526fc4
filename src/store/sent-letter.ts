import type { CaseId, MailId } from '../base/ids.ts';
import { nowOf, type StoreScope } from './store.ts';

/** A letter of a case that went to the outbox. Who it was for stands on the case. */
export interface SentLetter {
  readonly mailId: MailId;
  readonly caseId: CaseId;
  /** A mail server said that it was not delivered. */
  readonly bouncedAt: string | null;
  /** The enhanced status code it gave (RFC 3463); null: none, or it did not bounce. */
  readonly bounceStatus: string | null;
}

/** Remembers of which case a mail is, for when it is answered. Belongs in the transaction that queues it. */
export async function keepSentLetter(
  scope: StoreScope,
  { mailId, caseReference }: { readonly mailId: MailId; readonly caseReference: string },
): Promise<void> {
  await scope.db
    .insertInto('sent_letter')
    .columns(['organisation_id', 'mail_id', 'case_id', 'queued_at'])
    .expression((from) =>
      from
        .selectFrom('case_file')
        .select((row) => [
          'organisation_id',
          row.val(mailId).as('mail_id'),
          'case_id',
          row.cast<string>(row.val(nowOf(scope)), 'timestamptz').as('queued_at'),
        ])
        .where('organisation_id', '=', scope.organisationId)
        .where('reference', '=', caseReference),
    )
    .execute();
}

/** Of these mails the letter that is nearest to the start of the list; undefined when none is one of ours. */
export async function findSentLetter(
  scope: StoreScope,
  mailIds: readonly MailId[],
): Promise<SentLetter | undefined> {
  if (mailIds.length === 0) return undefined;
  const rows = await letters(scope).where('mail_id', 'in', mailIds).execute();
  const found = rows.map(fromRow);
  return mailIds
    .map((id) => found.find(({ mailId }) => mailId === id))
    .find((letter) => letter !== undefined);
}

/** The letters of a case that did not arrive, the newest first. */
export async function listBouncedLetters(scope: StoreScope, caseId: CaseId): Promise<readonly SentLetter[]> {
  const rows = await letters(scope)
    .where('case_id', '=', caseId)
    .where('bounced_at', 'is not', null)
    .orderBy('queued_at', 'desc')
    .execute();
  return rows.map(fromRow);
}

/** Whether that was new: a server may report one letter more than once. */
export async function markLetterBounced(
  scope: StoreScope,
  mailId: MailId,
  status: string | null,
): Promise<boolean> {
  const marked = await scope.db
    .updateTable('sent_letter')
    .set({ bounced_at: nowOf(scope), bounce_status: status })
    .where('organisation_id', '=', scope.organisationId)
    .where('mail_id', '=', mailId)
    .where('bounced_at', 'is', null)
    .executeTakeFirst();
  return marked.numUpdatedRows === 1n;
}

function letters(scope: StoreScope) {
  return scope.db
    .selectFrom('sent_letter')
    .select(['mail_id', 'case_id', 'bounced_at', 'bounce_status'])
    .where('organisation_id', '=', scope.organisationId);
}

function fromRow(row: {
  readonly mail_id: string;
  readonly case_id: string;
  readonly bounced_at: string | null;
  readonly bounce_status: string | null;
}): SentLetter {
  return {
    mailId: row.mail_id as MailId,
    caseId: row.case_id as CaseId,
    bouncedAt: row.bounced_at,
    bounceStatus: row.bounce_status,
  };
}
