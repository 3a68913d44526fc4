import { GestandError } from '../../src/base/error.ts';
import { type MariadbConnection, mariadbConnection } from '../../src/sources/mariadb/connection.ts';
import type { Session } from '../../src/sources/session.ts';
import { allRows } from './copy.ts';
import type { Cell, ExampleTable } from './rows/world.ts';
import { schemaScript } from './schema-script.ts';

/** Rows between two commits, and rows a statement: few enough for its placeholders (65,535). */
const batchRows = 20_000;
const statementRows = 1_000;

/** The comment of a database whose tables are being made: MariaDB makes no tables in a transaction. */
export const unfinished = 'The example of Gestand, not finished: the next start makes it again';

/**
 * Makes a database of a MariaDB server, tables and rows; keys and indexes after the rows. Returns null when the tables are
 * there already. What was left by a process that was killed is recognised by the comment of the database, and made again.
 *
 * @throws GestandError `conflict` when the database has some of these tables, and they are not ours; `source-unreachable`.
 */
export async function createMariadbDatabase(
  url: string,
  file: string,
  tables: readonly ExampleTable[],
  report: (table: string, rows: number) => void,
): Promise<number | null> {
  const names = tables.map(({ name }) => name);
  await using server = connection(atDatabase(url, 'information_schema'));
  const database = decodeURIComponent(new URL(url).pathname.slice(1));
  await run(server, `create database if not exists ${quote(database)} character set utf8mb4`);
  await using place = connection(url);
  const { present, isUnfinished } = await standing(server, { database, names });
  if (isUnfinished) await dropTables(place, names);
  else if (present === names.length) return null;
  else if (present > 0) {
    throw new GestandError(
      'conflict',
      `The database ${database} has tables of the names of the example's, and it is not the example's.`,
    );
  }
  const comment = (text: string) => run(server, `alter database ${quote(database)} comment '${text}'`);
  await comment(unfinished);
  try {
    const rows = await make(place, file, tables, report);
    await comment('');
    return rows;
  } catch (error) {
    await dropTables(place, names);
    await comment('');
    throw error;
  }
}

async function make(
  place: MariadbConnection,
  file: string,
  tables: readonly ExampleTable[],
  report: (table: string, rows: number) => void,
): Promise<number> {
  const [before, after] = await schemaScript(file);
  for (const statement of statementsOf(before)) await run(place, statement);
  let rows = 0;
  for (const table of tables) rows += await insertTable(place, table, report);
  for (const statement of statementsOf(after)) await run(place, statement);
  await run(place, `analyze table ${tables.map(({ name }) => quote(name)).join(', ')}`);
  return rows;
}

async function insertTable(
  place: MariadbConnection,
  table: ExampleTable,
  report: (table: string, rows: number) => void,
): Promise<number> {
  const columns = table.columns.map(quote).join(', ');
  const insertRows = async (session: Session, rows: readonly (readonly Cell[])[]): Promise<void> => {
    const tuple = `(${table.columns.map(() => '?').join(', ')})`;
    const sql = `insert into ${quote(table.name)} (${columns}) values ${rows.map(() => tuple).join(', ')}`;
    await session.run({ sql, parameters: rows.flat() });
  };
  let written = 0;
  for (const batch of inGroups(allRows(table), batchRows)) {
    await place.writing(async (session) => {
      for (const rows of inGroups(batch, statementRows)) await insertRows(session, rows);
    });
    written += batch.length;
    report(table.name, written);
  }
  return written;
}

async function standing(
  server: MariadbConnection,
  { database, names }: { readonly database: string; readonly names: readonly string[] },
): Promise<{ readonly present: number; readonly isUnfinished: boolean }> {
  const marks = names.map(() => '?').join(', ');
  const { rows } = await server.session.run({
    sql: `select schema_comment as comment, (select count(*) from information_schema.tables
      where table_schema = schema_name and table_name in (${marks})) as present
      from information_schema.schemata where schema_name = ?`,
    parameters: [...names, database],
  });
  return { present: Number(rows[0]?.['present']), isUnfinished: rows[0]?.['comment'] === unfinished };
}

/** In an order in which none is left that refers to one that is gone. */
async function dropTables(place: MariadbConnection, names: readonly string[]): Promise<void> {
  for (const name of names.toReversed()) await run(place, `drop table if exists ${quote(name)}`);
}

function connection(url: string): MariadbConnection & AsyncDisposable {
  const opened = mariadbConnection('billing', url);
  return Object.assign(opened, { [Symbol.asyncDispose]: () => opened.close() });
}

async function run(place: MariadbConnection, sql: string): Promise<void> {
  await place.session.run({ sql, parameters: [] });
}

function atDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/** Each ends its line. */
function statementsOf(script: string): readonly string[] {
  return script
    .split(/;$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

function* inGroups<T>(values: Iterable<T>, size: number): Generator<readonly T[]> {
  let group: T[] = [];
  for (const value of values) {
    group.push(value);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

function quote(identifier: string): string {
  return `\`${identifier.replaceAll('`', '``')}\``;
}
