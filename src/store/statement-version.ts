import type { Selectable } from 'kysely';
import { GestandError } from '../base/error.ts';
import { newId, type StatementVersionId } from '../base/ids.ts';
import type { Language } from '../domain/language.ts';
import { sqlState, sqlStateOf } from './database-error.ts';
import type { Database } from './schema.ts';
import { nowOf, type StoreScope } from './store.ts';

/** A statement as it was published, in one language. Kept for ever. */
export interface StatementVersion {
  readonly id: StatementVersionId;
  readonly language: Language;
  /** As people read it: `2.1`. */
  readonly version: string;
  readonly publishedAt: string;
  readonly contentHash: string;
  readonly policyHash: string;
  readonly markdown: string;
  readonly html: string;
  readonly plainText: string;
}

/**
 * Publishes a version; it is what people read from now on. Publishing what is the newest already (same
 * content) changes nothing and returns that one.
 *
 * @throws GestandError conflict when this language has another text under the same version.
 */
export async function publishStatement(
  scope: StoreScope,
  version: Omit<StatementVersion, 'id' | 'publishedAt'>,
): Promise<StatementVersion> {
  const newest = await newestStatement(scope, version.language);
  if (newest?.contentHash === version.contentHash && newest.version === version.version) return newest;
  const published: StatementVersion = {
    ...version,
    id: newId('stmt', scope.clock.now()),
    publishedAt: nowOf(scope),
  };
  try {
    await scope.db
      .insertInto('statement_version')
      .values({
        organisation_id: scope.organisationId,
        statement_version_id: published.id,
        language: published.language,
        version: published.version,
        published_at: published.publishedAt,
        content_hash: published.contentHash,
        policy_hash: published.policyHash,
        markdown: published.markdown,
        html: published.html,
        plain_text: published.plainText,
      })
      .execute();
  } catch (cause) {
    if (sqlStateOf(cause) !== sqlState.uniqueViolation) throw cause;
    throw new GestandError(
      'conflict',
      `Version ${version.version} (${version.language}) was published before with another text. Give the new text a new version number.`,
      { cause },
    );
  }
  return published;
}

/** What people read today; undefined before the first publication. */
export async function newestStatement(
  scope: StoreScope,
  language: Language,
): Promise<StatementVersion | undefined> {
  const row = await versions(scope)
    .where('language', '=', language)
    .orderBy('published_at', 'desc')
    .orderBy('statement_version_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function readStatementVersion(
  scope: StoreScope,
  id: StatementVersionId,
): Promise<StatementVersion | undefined> {
  const row = await versions(scope).where('statement_version_id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/** Which versions there are, newest first, without their text. */
export async function listStatementVersions(
  scope: StoreScope,
  { language, limit }: { readonly language: Language; readonly limit: number },
): Promise<readonly Omit<StatementVersion, 'markdown' | 'html' | 'plainText'>[]> {
  const rows = await scope.db
    .selectFrom('statement_version')
    .select(['statement_version_id', 'language', 'version', 'published_at', 'content_hash', 'policy_hash'])
    .where('organisation_id', '=', scope.organisationId)
    .where('language', '=', language)
    .orderBy('published_at', 'desc')
    .orderBy('statement_version_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.statement_version_id as StatementVersionId,
    language: row.language,
    version: row.version,
    publishedAt: row.published_at,
    contentHash: row.content_hash,
    policyHash: row.policy_hash,
  }));
}

function versions(scope: StoreScope) {
  return scope.db
    .selectFrom('statement_version')
    .selectAll()
    .where('organisation_id', '=', scope.organisationId);
}

function fromRow(row: Selectable<Database['statement_version']>): StatementVersion {
  return {
    id: row.statement_version_id as StatementVersionId,
    language: row.language,
    version: row.version,
    publishedAt: row.published_at,
    contentHash: row.content_hash,
    policyHash: row.policy_hash,
    markdown: row.markdown,
    html: row.html,
    plainText: row.plain_text,
  };
}
