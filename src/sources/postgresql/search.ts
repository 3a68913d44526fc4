import { sql } from 'kysely';
import type { DataMap, MappedColumn } from '../../catalog/data-map.ts';
import { type SearchedTable, type SearchTerms, searchedTables, searchTerms } from '../search-terms.ts';
import type { Trace } from '../source.ts';
import { type CompiledSql, postgresqlDialect } from '../sql/dialect.ts';
import type { PostgresqlConnection } from './connection.ts';

/** One scan per table and hundred values. @param foldingCollation see contact.ts */
export async function searchPostgresql(
  connection: PostgresqlConnection,
  map: DataMap,
  { values, foldingCollation }: { readonly values: readonly string[]; readonly foldingCollation: string },
): Promise<readonly Trace[]> {
  const batches = searchTerms(values);
  const traces: Trace[] = [];
  for (const searched of searchedTables(map)) {
    const totals = searched.columns.map(() => 0);
    for (const terms of batches) {
      const { rows } = await connection.run(searchStatement(searched, terms, foldingCollation));
      searched.columns.forEach((_, i) => {
        totals[i] = (totals[i] ?? 0) + Number(rows[0]?.[`n${i}`] ?? 0);
      });
    }
    searched.columns.forEach((column, i) => {
      const count = totals[i] ?? 0;
      if (count > 0) traces.push({ table: searched.table.id, column: column.name, rows: count });
    });
  }
  return traces;
}

// `offset 0` keeps the planner from folding the inner query into the outer one, which would turn a column to lower
// case once for each value.
function searchStatement(
  { table, columns }: SearchedTable,
  terms: SearchTerms,
  foldingCollation: string,
): CompiledSql {
  const folded = columns.map(
    (column, i) =>
      sql`lower(${sql.id('t', column.name)}::text collate ${sql.id('pg_catalog', foldingCollation)}) as ${sql.id(`c${i}`)}`,
  );
  const counts = columns.map(
    (column, i) =>
      sql`count(*) filter (where ${sql.id('s', `c${i}`)} like any(${patternsFor(column, terms)}::text[])) as ${sql.id(`n${i}`)}`,
  );
  return postgresqlDialect.compile(sql`select ${sql.join(counts)}
from (select ${sql.join(folded)} from ${sql.id(table.schema, table.name)} as t offset 0) as s`);
}

function patternsFor(column: MappedColumn, terms: SearchTerms): readonly string[] {
  const values = column.family === 'json' ? terms.json : terms.text;
  return values.map((value) => `%${value.replace(/[\\%_]/g, '\\$&')}%`);
}
