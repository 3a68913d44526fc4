import { sql } from 'kysely';
import type { Session } from '../session.ts';
import type { CellQuestion } from '../source.ts';
import type { CellDialect } from './corrected-cells.ts';
import { baseTable } from './scope.ts';

/** Asked in one statement. */
const keysAtOnce = 500;

/** What stands in these cells now. Rows that only their address tells apart cannot be found again: null. */
export async function lookAtCells(
  session: Session,
  { dialect, cellText }: CellDialect,
  { table, key, column, keys }: CellQuestion,
): Promise<readonly (string | null | undefined)[] | null> {
  if (key.length === 0) return null;
  const found: (string | null | undefined)[] = keys.map(() => undefined);
  const same = key.map(
    ({ name, type }, i) => sql`${sql.id('t', name)} = ${dialect.fromText(sql.id('s', `k${i + 1}`), type)}`,
  );
  for (let from = 0; from < keys.length; from += keysAtOnce) {
    const asked = keys.slice(from, from + keysAtOnce).map((values, i) => ({ person: from + i, key: values }));
    const { rows } = await session.run(
      dialect.compile(
        sql`select s.person as i, ${cellText(column)} as value from ${dialect.subjectRows(asked, key.length)} join ${baseTable(table, 't')} on ${sql.join(same, sql` and `)}`,
      ),
    );
    for (const row of rows) found[Number(row['i'])] = row['value'] === null ? null : String(row['value']);
  }
  return found;
}
