import { sql } from 'kysely';
import type { DataMap } from '../../catalog/data-map.ts';
import type { Identity } from '../../domain/identity.ts';
import { phoneDigits } from '../../domain/phone-number.ts';
import type { SubjectMatch } from '../source.ts';
import { type Fragment, postgresqlDialect } from '../sql/dialect.ts';
import {
  type AskedCell,
  emailForms,
  type SubjectQuestion,
  spellingsOf,
  subjectMatch,
  subjectQuestions,
} from '../subject-question.ts';
import type { PostgresqlConnection } from './connection.ts';

/** All subject tables in one statement. An e-mail address uses an index on `lower(column)` where there is one. */
export async function findInPostgresql(
  connection: PostgresqlConnection,
  map: DataMap,
  identities: readonly Identity[],
): Promise<readonly SubjectMatch[]> {
  const questions = subjectQuestions(map, identities);
  const selects = questions.flatMap((question, i) => {
    const select = selectOf(question, i);
    return select === null ? [] : [select];
  });
  if (selects.length === 0) return [];
  const statement = postgresqlDialect.compile(sql`${sql.join(selects, sql` union all `)}`);
  const { rows } = await connection.run(statement);
  return rows.flatMap((row) => {
    const { question, key, told } = row as unknown as MatchRow;
    const asked = questions[question];
    const match = asked === undefined ? null : subjectMatch(asked, key, told);
    return match === null ? [] : [match];
  });
}

interface MatchRow {
  readonly question: number;
  readonly key: readonly string[];
  readonly told: readonly (string | null)[];
}

function selectOf({ table, asked, told }: SubjectQuestion, index: number): Fragment | null {
  const conditions = asked.flatMap((column) => {
    const condition = conditionOf(column);
    return condition === null ? [] : [condition];
  });
  if (conditions.length === 0) return null;
  const key = table.key.length === 0 ? [postgresqlDialect.rowAddress.column] : table.key;
  return sql`select ${sql.lit(index)} as question, ${textArray(key)} as key,
    ${textArray(told.map(({ column }) => column.name))} as told
  from ${sql.id(table.schema, table.name)} as t where ${sql.join(conditions, sql` or `)}`;
}

function textArray(columns: readonly string[]): Fragment {
  return sql`array[${sql.join(columns.map((name) => sql`${sql.id('t', name)}::text`))}]`;
}

/** Under the alias `t`. Null: no value that is asked for can stand in a column of this type. */
export function conditionOf({ kind, column, values }: AskedCell): Fragment | null {
  const name = sql.id('t', column.name);
  const anyOf = (expression: Fragment, accepted: readonly string[], type: string): Fragment | null =>
    accepted.length === 0 ? null : sql`${expression} = any(${accepted}::${sql.raw(type)})`;
  switch (kind) {
    case 'email':
      return anyOf(sql`lower(${name}::text)`, values.flatMap(emailForms).flatMap(emailSpellings), 'text[]');
    case 'phone': {
      const written =
        column.family === 'decimal' ? sql`regexp_replace(${name}::text, '[.]0*$', '')` : sql`${name}::text`;
      return anyOf(sql`regexp_replace(${written}, '[^0-9]', '', 'g')`, values.flatMap(phoneDigits), 'text[]');
    }
    case 'licence-plate':
      return anyOf(sql`upper(regexp_replace(${name}::text, '[^[:alnum:]]', '', 'g'))`, values, 'text[]');
    case 'customer-number':
    case 'account-id':
      if (column.family === 'integer') return anyOf(name, values.filter(isInteger), 'bigint[]');
      if (column.family === 'decimal') return anyOf(name, values.filter(isInteger), 'numeric[]');
      if (column.family === 'uuid') return anyOf(name, values.filter(isUuid), 'uuid[]');
      return anyOf(sql`${name}::text`, values.flatMap(spellingsOf), 'text[]');
  }
}

// A database whose locale is C folds ASCII only: there an accented capital stays one.
function emailSpellings(value: string): readonly string[] {
  const capitals = value.replace(/[^\p{ASCII}]/gu, (letter) => letter.toUpperCase());
  return [...new Set([...spellingsOf(value), ...spellingsOf(capitals)])];
}

const maxBigint = 9_223_372_036_854_775_807n;

function isInteger(value: string): boolean {
  if (!/^(0|-?[1-9]\d{0,18})$/.test(value)) return false;
  const number = BigInt(value);
  return number <= maxBigint && number >= -maxBigint;
}

function isUuid(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}
