import type { RunId } from '../base/ids.ts';
import { decryptText, encryptText } from './encryption.ts';
import { nowOf, type StoreScope } from './store.ts';

/** Where something that identifies somebody still stood in a text after a run, and what it was: personal data, kept encrypted. */
export interface LooseTrace extends TracePlace {
  readonly runId: RunId;
  /** In lower case, as it is to be looked for. */
  readonly sought: readonly string[];
  readonly rows: number;
}

export interface TracePlace {
  readonly source: string;
  readonly table: string;
  readonly column: string;
}

/** Keeps what is to be looked for again. Belongs in the transaction that completes the step that found it. */
export async function keepLooseTraces(
  scope: StoreScope,
  runId: RunId,
  traces: readonly Omit<LooseTrace, 'runId'>[],
): Promise<void> {
  for (const { source, table, column, sought, rows } of traces)
    await scope.db
      .insertInto('loose_trace')
      .values({
        organisation_id: scope.organisationId,
        run_id: runId,
        source,
        table_id: table,
        column_name: column,
        sought: encryptText(scope.keys, JSON.stringify(sought), boundTo({ runId, source, table, column })),
        row_count: rows,
        found_at: nowOf(scope),
        looked_at: nowOf(scope),
      })
      .execute();
}

/** What still stood somewhere in a source when it was looked at last, before a moment; what waits longest first. */
export async function listOpenTraces(
  scope: StoreScope,
  source: string,
  { lookedBefore, limit }: { readonly lookedBefore: string; readonly limit: number },
): Promise<readonly LooseTrace[]> {
  const rows = await scope.db
    .selectFrom('loose_trace')
    .selectAll()
    .where('organisation_id', '=', scope.organisationId)
    .where('source', '=', source)
    .where('gone_at', 'is', null)
    .where('looked_at', '<=', lookedBefore)
    .orderBy('looked_at')
    .orderBy('run_id')
    .limit(limit)
    .execute();
  return rows.flatMap(({ run_id, table_id: table, column_name: column, sought, row_count }) => {
    const place = { runId: run_id as RunId, source, table, column };
    return sought === null
      ? []
      : [
          {
            ...place,
            sought: JSON.parse(decryptText(scope.keys, sought, boundTo(place))) as readonly string[],
            rows: row_count,
          },
        ];
  });
}

/** Notes in how many rows it stands now; where it is gone, what it was goes too. */
export async function markTraceLookedAt(
  scope: StoreScope,
  { runId, source, table, column }: Omit<LooseTrace, 'sought' | 'rows'>,
  rows: number,
): Promise<void> {
  await scope.db
    .updateTable('loose_trace')
    .set({
      row_count: rows,
      looked_at: nowOf(scope),
      ...(rows === 0 ? { sought: null, gone_at: nowOf(scope) } : {}),
    })
    .where('organisation_id', '=', scope.organisationId)
    .where('run_id', '=', runId)
    .where('source', '=', source)
    .where('table_id', '=', table)
    .where('column_name', '=', column)
    .where('gone_at', 'is', null)
    .execute();
}

/** Of a run that failed: the one after it searches again. */
export async function forgetTracesOf(scope: StoreScope, runId: RunId): Promise<void> {
  await scope.db
    .deleteFrom('loose_trace')
    .where('organisation_id', '=', scope.organisationId)
    .where('run_id', '=', runId)
    .execute();
}

/** What was found before a moment: after that nothing is judged by it. */
export async function forgetOldTraces(scope: StoreScope, before: string): Promise<void> {
  await scope.db
    .deleteFrom('loose_trace')
    .where('organisation_id', '=', scope.organisationId)
    .where('found_at', '<', before)
    .execute();
}

function boundTo({ runId, source, table, column }: Omit<LooseTrace, 'sought' | 'rows'>): string {
  return `loose_trace.sought:${JSON.stringify([runId, source, table, column])}`;
}
