import { GestandError } from '../base/error.ts';
import type { SourceAccess, SourceBindings, SourceErasure } from '../plan/plan.ts';
import { parseExactly } from './exact-json.ts';
import { runScoped, type Session } from './session.ts';
import type { AccessRow, ErasureCount, TableCount } from './source.ts';
import { type AccessStatement, compileAccessCount } from './sql/access.ts';
import type { Dialect } from './sql/dialect.ts';
import { type CountRow, compileErasureCount, readCounts } from './sql/erase-count.ts';

/** Where to count, and in which words. */
export interface Counting {
  readonly dialect: Dialect;
  readonly session: Session;
}

/** How many rows of each table an access plan reads. */
export async function countAccess(
  { dialect, session }: Counting,
  plan: SourceAccess,
  bindings: SourceBindings,
): Promise<readonly TableCount[]> {
  const statement = compileAccessCount(dialect, plan, bindings);
  if (statement === null) return [];
  const { rows } = await runScoped(session, statement);
  return rows.flatMap((row) => {
    const table = statement.tables[Number(row['tab'])];
    return table === undefined ? [] : [{ table, rows: Number(row['rows']) }];
  });
}

/** What an erasure would do, in one statement that changes nothing. */
export async function countErasure(
  { dialect, session }: Counting,
  plan: SourceErasure,
  bindings: SourceBindings,
): Promise<readonly ErasureCount[]> {
  const statement = compileErasureCount(dialect, plan, bindings);
  if (statement === null) return [];
  const { rows } = await runScoped(session, statement);
  return readCounts(statement.effects, rows as unknown as readonly CountRow[]);
}

/**
 * A row of the answer to an access statement. Of a row that was sent whole a column that is not in the plan is left out.
 *
 * @throws GestandError `drifted` when a column of the plan is not in the table any more.
 */
export function accessRow(statement: AccessStatement, row: Readonly<Record<string, unknown>>): AccessRow {
  const data = row['data'];
  const index = Number(row['tab']);
  const table = statement.tables[index] ?? '';
  const values = (typeof data === 'string' ? parseExactly(data) : data) as Record<string, unknown>;
  const shown = statement.shown[index] ?? null;
  return {
    table,
    person: Number(row['person']),
    values: shown === null ? values : onlyShown(table, values, shown),
  };
}

function onlyShown(
  table: string,
  values: Readonly<Record<string, unknown>>,
  shown: readonly string[],
): Readonly<Record<string, unknown>> {
  for (const column of shown) {
    if (Object.hasOwn(values, column)) continue;
    throw new GestandError('drifted', `table ${table} has no column ${column} any more; make the plan again`);
  }
  if (Object.keys(values).length === shown.length) return values;
  return Object.fromEntries(shown.map((column) => [column, values[column]]));
}
