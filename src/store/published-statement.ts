import { sql } from 'kysely';
import type { StoreScope } from './store.ts';

/** A text that was published, as the ledger tells it, and what is stored of it now. */
export interface PublishedStatement {
  readonly versionId: string;
  readonly language: string;
  /** The hash over the text on the day it was published. */
  readonly hash: string;
  /** The hash that is stored beside the text; null when the text is gone. */
  readonly storedHash: string | null;
}

/** The last `limit` texts that the ledger says were published. It never forgets one, whatever became of the text. */
export async function listPublishedStatements(
  { db, organisationId }: StoreScope,
  limit: number,
): Promise<readonly PublishedStatement[]> {
  // The words of the condition are those of the index, so that it finds them among millions.
  const { rows } = await sql<{
    readonly version_id: string;
    readonly language: string;
    readonly hash: string;
    readonly stored_hash: string | null;
  }>`
    select e.entry #>> '{subjects,statementVersionId}' as version_id, e.entry #>> '{detail,language}' as language,
      e.entry #>> '{detail,hash}' as hash, v.content_hash as stored_hash
    from (
      select leaf::jsonb as entry, appended_at from gestand.ledger_entry
      where organisation_id = ${organisationId} and leaf like '%"kind":"statement-published"%'
      order by appended_at desc limit ${limit}
    ) as e
    left join gestand.statement_version as v
      on v.organisation_id = ${organisationId} and v.statement_version_id = e.entry #>> '{subjects,statementVersionId}'`.execute(
    db,
  );
  return rows.map((row) => ({
    versionId: row.version_id,
    language: row.language,
    hash: row.hash,
    storedHash: row.stored_hash,
  }));
}
