import { sql } from 'kysely';
import type { MappedTable } from '../../catalog/data-map.ts';
import type { Row, StatementResult } from '../session.ts';
import type { ListedSubject } from '../source.ts';
import { toldColumns, toldIdentities } from '../subject-question.ts';
import type { CompiledSql, Dialect, Fragment } from './dialect.ts';
import { allOf, anyOf } from './scope.ts';

export interface Paging {
  readonly dialect: Dialect;
  readonly run: (statement: CompiledSql) => Promise<StatementResult>;
  /** A value as the text that a key or an identity is known by. */
  readonly asText: (value: Fragment, type: string) => Fragment;
}

/** The rows of a table of people by keyset pages: a look into the index of its key for each. */
export async function* subjectPages(
  { dialect, run, asText }: Paging,
  table: MappedTable,
  { rows: pageRows }: { readonly rows: number },
): AsyncGenerator<readonly ListedSubject[]> {
  const told = toldColumns(table);
  const moments = [table.subject?.created ?? null, table.retention?.column ?? null];
  const typeOf = new Map(table.columns.map(({ name, type }) => [name, type]));
  const text = (name: string, as: string) =>
    sql`${asText(sql.id('t', name), typeOf.get(name) ?? '')} as ${sql.id(as)}`;
  const columns = sql.join([
    // Twice: as it is known, and as it is compared with when the next page is asked for.
    ...table.key.map((name, i) => text(name, `k${i}`)),
    ...table.key.map(
      (name, i) => sql`${dialect.toText(sql.id('t', name), typeOf.get(name) ?? '')} as ${sql.id(`c${i}`)}`,
    ),
    ...told.map(({ column }, i) => text(column.name, `i${i}`)),
    ...moments.flatMap((name, i) => (name === null ? [] : [text(name, `m${i}`)])),
  ]);
  const order = sql.join(table.key.map((name) => sql.id('t', name)));
  for (let after: readonly unknown[] | null = null; ; ) {
    const where = after === null ? sql`` : sql` where ${behind(dialect, table, after)}`;
    const { rows } = await run(
      dialect.compile(
        sql`select ${columns} from ${sql.id(table.schema, table.name)} as t${where} order by ${order} limit ${sql.lit(pageRows)}`,
      ),
    );
    if (rows.length > 0)
      yield rows.map((row) => ({
        key: table.key.map((_, i) => String(row[`k${i}`])),
        identities: [
          ...toldIdentities(
            told,
            told.map((_, i) => textIn(row, `i${i}`)),
          ).values(),
        ],
        created: textIn(row, 'm0'),
        lastActive: textIn(row, 'm1'),
      }));
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageRows) return;
    after = table.key.map((_, i) => last[`c${i}`]);
  }
}

/** Behind a key in the order of the index. Written out: not every database uses its index for a comparison of rows. */
function behind(dialect: Dialect, table: MappedTable, after: readonly unknown[]): Fragment {
  const part = (at: number, sign: Fragment): Fragment => {
    const name = table.key[at] ?? '';
    const type = table.columns.find((column) => column.name === name)?.type ?? '';
    return sql`${sql.id('t', name)} ${sign} ${dialect.fromText(sql`${after[at]}`, type)}`;
  };
  const [equal, greater] = [sql`=`, sql`>`];
  const ways = table.key.map((_, last) =>
    allOf([...table.key.slice(0, last).map((_, at) => part(at, equal)), part(last, greater)]),
  );
  // The first part bounds what the index is read from.
  return table.key.length === 1 ? part(0, greater) : allOf([part(0, sql`>=`), anyOf(ways)]);
}

function textIn(row: Row, name: string): string | null {
  const value = row[name];
  return value === null || value === undefined ? null : String(value);
}
