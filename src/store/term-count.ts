import { nowOf, type StoreScope } from './store.ts';

/** How many rows of a table started their term before a date, when they were last counted. */
export interface TermCount {
  readonly source: string;
  readonly table: string;
  readonly column: string;
  /** ISO date. */
  readonly before: string;
  /** Of the rows, from just before they were counted: see `Source.tagRows`. */
  readonly tag: string;
  readonly rows: number;
  /** Rows without a date in the column. */
  readonly undated: number;
  readonly countedAt: string;
}

/** Keeps a count, in place of the one before it of the same column. */
export async function keepTermCount(scope: StoreScope, count: Omit<TermCount, 'countedAt'>): Promise<void> {
  const { source, table, column, before, tag, rows, undated } = count;
  const counted = {
    before_date: before,
    tag,
    row_count: rows,
    undated_count: undated,
    counted_at: nowOf(scope),
  };
  await scope.db
    .insertInto('term_count')
    .values({
      organisation_id: scope.organisationId,
      source,
      table_id: table,
      column_name: column,
      ...counted,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'source', 'table_id', 'column_name']).doUpdateSet(counted),
    )
    .execute();
}

/** Every count that is kept: one for each column of the policy from which a term counts. */
export async function listTermCounts(scope: StoreScope): Promise<readonly TermCount[]> {
  const rows = await scope.db
    .selectFrom('term_count')
    .selectAll()
    .where('organisation_id', '=', scope.organisationId)
    .execute();
  return rows.map((row) => ({
    source: row.source,
    table: row.table_id,
    column: row.column_name,
    before: row.before_date,
    tag: row.tag,
    rows: row.row_count,
    undated: row.undated_count,
    countedAt: row.counted_at,
  }));
}
