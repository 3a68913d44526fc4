import { sql } from 'kysely';
import type { DataMap, MappedColumn } from '../../catalog/data-map.ts';
import { type SearchedTable, type SearchTerms, searchedTables, searchTerms } from '../search-terms.ts';
import type { Trace } from '../source.ts';
import type { CompiledSql } from '../sql/dialect.ts';
import { mariadbDialect } from '../sql/mariadb-dialect.ts';
import type { MariadbConnection } from './connection.ts';

/** One scan per table and hundred values, all at one moment. */
export async function searchMariadb(
  connection: MariadbConnection,
  map: DataMap,
  values: readonly string[],
): Promise<readonly Trace[]> {
  const batches = searchTerms(values);
  return connection.reading(async (session) => {
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

// One pattern for all values, so that a cell is turned to lower case once. Compared byte by byte: another collation
// would take "renee" for "renée".
function searchStatement({ table, columns }: SearchedTable, terms: SearchTerms): CompiledSql {
  const counts = columns.map((column, i) => {
    const text = sql`lower(convert(cast(${sql.id('t', column.name)} as char) using utf8mb4)) collate utf8mb4_bin`;
    return sql`coalesce(sum(${text} regexp ${patternFor(column, terms)}), 0) as ${sql.id(`n${i}`)}`;
  });
  return mariadbDialect.compile(
    sql`select ${sql.join(counts)} from ${sql.id(table.schema, table.name)} as t`,
  );
}

function patternFor(column: MappedColumn, terms: SearchTerms): string {
  const values = column.family === 'json' ? terms.json : terms.text;
  return values.map((value) => value.replace(/[^\p{L}\p{N}]/gu, escapeAscii)).join('|');
}

// In a pattern a backslash makes any sign of ASCII stand for itself.
function escapeAscii(sign: string): string {
  return /^\p{ASCII}$/u.test(sign) ? `\\${sign}` : sign;
}
