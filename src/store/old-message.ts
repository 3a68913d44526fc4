import { sql } from 'kysely';
import type { MessageState } from './mailbox-tables.ts';
import type { StoreScope } from './store.ts';

/**
 * Removes what was in mails that came in before a moment, of these states; at most `limit`. That one came, and when, stays,
 * with the hash by which it is known again. Returns how many.
 */
export async function emptyOldMessages(
  scope: StoreScope,
  {
    states,
    before,
    limit,
  }: {
    readonly states: readonly MessageState[];
    readonly before: string;
    readonly limit: number;
  },
): Promise<number> {
  const rows = await scope.db
    .selectFrom('message')
    .select('message_id')
    .where('organisation_id', '=', scope.organisationId)
    .where('state', 'in', states)
    .where('received_at', '<', before)
    .where('content', 'is not', null)
    .orderBy('received_at')
    .limit(limit)
    .execute();
  await emptyMessages(
    scope,
    rows.map((row) => row.message_id),
  );
  return rows.length;
}

/** The same of mails that came in on cases that no longer say whose they are: nobody waits for an answer there. */
export async function emptyMessagesOfForgottenCases(
  scope: StoreScope,
  { before, limit }: { readonly before: string; readonly limit: number },
): Promise<number> {
  const rows = await scope.db
    .selectFrom('message')
    .select('message_id')
    .where('organisation_id', '=', scope.organisationId)
    .where('state', '=', 'joined')
    .where('received_at', '<', before)
    .where('content', 'is not', null)
    .where('case_id', 'in', (from) =>
      from
        .selectFrom('case_file')
        .select('case_id')
        .where('organisation_id', '=', scope.organisationId)
        .where('contact', 'is', null),
    )
    .limit(limit)
    .execute();
  await emptyMessages(
    scope,
    rows.map((row) => row.message_id),
  );
  return rows.length;
}

/** Removes what was in the mails of cases; `forget`: the cases themselves go, and their mails are of none. */
export async function emptyMessagesOfCases(
  scope: StoreScope,
  caseIds: readonly string[],
  { forget = false }: { readonly forget?: boolean } = {},
): Promise<void> {
  if (caseIds.length === 0) return;
  const rows = await scope.db
    .selectFrom('message')
    .select('message_id')
    .where('organisation_id', '=', scope.organisationId)
    .where('case_id', 'in', caseIds)
    .where(forget ? sql<boolean>`true` : sql<boolean>`content is not null`)
    .execute();
  const ids = rows.map((row) => row.message_id);
  await emptyMessages(scope, ids);
  if (!forget || ids.length === 0) return;
  await scope.db
    .updateTable('message')
    .set({ state: 'dismissed', reason: 'case-removed', case_id: null })
    .where('organisation_id', '=', scope.organisationId)
    .where('message_id', 'in', ids)
    .execute();
}

async function emptyMessages(scope: StoreScope, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const table of ['message_chunk', 'message_attachment'] as const)
    await scope.db
      .deleteFrom(table)
      .where('organisation_id', '=', scope.organisationId)
      .where('message_id', 'in', ids)
      .execute();
  await scope.db
    .updateTable('message')
    .set({ content: null, sender_hash: null })
    .where('organisation_id', '=', scope.organisationId)
    .where('message_id', 'in', ids)
    .execute();
}
