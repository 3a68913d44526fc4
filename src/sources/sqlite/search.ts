import { sql } from 'kysely';
import type { DataMap, MappedColumn } from '../../catalog/data-map.ts';
import { type SearchedTable, type SearchTerms, searchedTables, searchTerms } from '../search-terms.ts';
import type { Trace } from '../source.ts';
import { type CompiledSql, type Fragment, sqliteDialect } from '../sql/dialect.ts';
import type { SqliteConnection } from './connection.ts';

/** One scan per table and hundred values, all from one snapshot. */
export async function searchSqlite(
  connection: SqliteConnection,
  map: DataMap,
  values: readonly string[],
): Promise<readonly Trace[]> {
  const batches = searchTerms(values);
  return connection.transaction('read', async (session) => {
    const traces: Trace[] = [];
    for (const searched of searchedTables(map)) {
      const totals = searched.columns.map(() => 0);
      for (const terms of batches) {
        const { rows } = await session.run(searchStatement(searched, terms));
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
  });
}

// The inner query's limit keeps SQLite from folding it into the outer one, which would turn a column to lower case
// once for each value.
function searchStatement({ table, columns }: SearchedTable, terms: SearchTerms): CompiledSql {
  const folded = columns.map(
    (column, i) => sql`${foldedText(column, termsFor(column, terms))} as ${sql.id(`c${i}`)}`,
  );
  const counts = columns.map((column, i) => {
    const found = termsFor(column, terms).map((term) => sql`instr(${sql.id('s', `c${i}`)}, ${term}) > 0`);
    return sql`count(*) filter (where ${sql.join(found, sql` or `)}) as ${sql.id(`n${i}`)}`;
  });
  return sqliteDialect.compile(sql`select ${sql.join(counts)}
from (select ${sql.join(folded)} from ${sql.id(table.schema, table.name)} as t limit -1) as s`);
}

function termsFor(column: MappedColumn, terms: SearchTerms): readonly string[] {
  return column.family === 'json' ? terms.json : terms.text;
}

// SQLite's own `lower` is many times faster than ours, and enough for terms of ASCII alone.
function foldedText(column: MappedColumn, terms: readonly string[]): Fragment {
  const name = sql.id('t', column.name);
  // A BLOB may be JSON in SQLite's binary form (flag 8).
  const text =
    column.family === 'json'
      ? sql`case when typeof(${name}) = 'blob' and json_valid(${name}, 8) then json(${name}) else cast(${name} as text) end`
      : sql`cast(${name} as text)`;
  const ascii = terms.every((term) => /^\p{ASCII}*$/u.test(term));
  return ascii ? sql`lower(${text})` : sql`gestand_fold(${text})`;
}
