import { sql } from 'kysely';
import type { DataMap } from '../../catalog/data-map.ts';
import type { Identity } from '../../domain/identity.ts';
import { phoneDigits } from '../../domain/phone-number.ts';
import type { Session } from '../session.ts';
import type { SubjectMatch } from '../source.ts';
import { type Fragment, sqliteDialect } from '../sql/dialect.ts';
import {
  type AskedCell,
  emailForms,
  type SubjectQuestion,
  spellingsOf,
  subjectMatch,
  subjectQuestions,
} from '../subject-question.ts';
import type { SqliteConnection } from './connection.ts';

/** SQLite joins at most 500 selects into one statement. */
const selectsPerStatement = 400;

/**
 * All subject tables from one snapshot. An e-mail address uses an index on `lower(column)`, or one that disregards
 * case.
 */
export async function findInSqlite(
  connection: SqliteConnection,
  map: DataMap,
  identities: readonly Identity[],
): Promise<readonly SubjectMatch[]> {
  const questions = subjectQuestions(map, identities);
  if (questions.length === 0) return [];
  return connection.transaction('read', async (session) => {
    const caseless = await caselessColumns(session);
    const selects = questions.map((question, i) => selectOf(question, i, caseless));
    const matches: SubjectMatch[] = [];
    for (let i = 0; i < selects.length; i += selectsPerStatement) {
      const part = sql.join(selects.slice(i, i + selectsPerStatement), sql` union all `);
      const { rows } = await session.run(sqliteDialect.compile(sql`${part}`));
      for (const row of rows) {
        const question = questions[Number(row['question'])];
        const match =
          question === undefined
            ? null
            : subjectMatch(question, parseTexts(row['key']).map(String), parseTexts(row['told']));
        if (match !== null) matches.push(match);
      }
    }
    return matches;
  });
}

// The two columns are made by json_array over texts.
function parseTexts(json: unknown): readonly (string | null)[] {
  return JSON.parse(String(json)) as (string | null)[];
}

function selectOf(
  { table, asked, told }: SubjectQuestion,
  index: number,
  caseless: ReadonlySet<string>,
): Fragment {
  const conditions = asked.map((column) =>
    conditionOf(column, caseless.has(`${table.name}\0${column.column.name}`)),
  );
  const key = table.key.length === 0 ? [sqliteDialect.rowAddress.column] : table.key;
  return sql`select ${sql.lit(index)} as question, ${textArray(key)} as "key",
    ${textArray(told.map(({ column }) => column.name))} as told
  from ${sql.id(table.schema, table.name)} as t where ${sql.join(conditions, sql` or `)}`;
}

function textArray(columns: readonly string[]): Fragment {
  return sql`json_array(${sql.join(columns.map((name) => sql`cast(${sql.id('t', name)} as text)`))})`;
}

/** Under the alias `t`. @param caseless an index that disregards case leads the column. */
export function conditionOf({ kind, column, values }: AskedCell, caseless: boolean): Fragment {
  const name = sql.id('t', column.name);
  switch (kind) {
    case 'email': {
      const ascii = values.filter(isAscii);
      const other = values.filter((value) => emailForms(value).some((form) => !isAscii(form)));
      const folded = caseless ? sql`${name} collate nocase` : sql`lower(${name})`;
      const conditions = [
        ...(ascii.length === 0 ? [] : [isOneOf(folded, ascii.flatMap(spellingsOf))]),
        ...(other.length === 0 ? [] : [isOneOf(sql`gestand_normalise('email', ${name})`, other)]),
      ];
      return sql`(${sql.join(conditions, sql` or `)})`;
    }
    case 'phone':
      return isOneOf(sql`gestand_digits(${name})`, values.flatMap(phoneDigits));
    case 'licence-plate':
      return isOneOf(sql`gestand_normalise(${kind}, ${name})`, values);
    case 'customer-number':
    case 'account-id':
      // The column's own affinity turns the texts into what it holds, so that its index serves.
      return isOneOf(
        columnsWithAffinity.has(column.family) ? name : sql`cast(${name} as text)`,
        values.flatMap(spellingsOf),
      );
  }
}

const columnsWithAffinity: ReadonlySet<string> = new Set(['integer', 'decimal', 'text']);

function isOneOf(expression: Fragment, values: readonly string[]): Fragment {
  return sql`${expression} in (select value from json_each(${JSON.stringify(values)}))`;
}

/** `table, zero byte, column` of each column that leads an index which disregards case. */
async function caselessColumns(session: Session): Promise<ReadonlySet<string>> {
  const { rows } = await session.run({
    sql: `select t.name as "table", x.name as "column"
from pragma_table_list t, pragma_index_list(t.name, 'main') i, pragma_index_xinfo(i.name, 'main') x
where t.schema = 'main' and i.partial = 0 and x.seqno = 0 and x.key = 1 and x.coll = 'NOCASE' and x.name is not null`,
    parameters: [],
  });
  return new Set(rows.map((row) => `${row['table']}\0${row['column']}`));
}

function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}
