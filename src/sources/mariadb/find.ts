import { sql } from 'kysely';
import type { DataMap } from '../../catalog/data-map.ts';
import type { Identity } from '../../domain/identity.ts';
import { phoneDigits } from '../../domain/phone-number.ts';
import type { SubjectMatch } from '../source.ts';
import type { Fragment } from '../sql/dialect.ts';
import { mariadbDialect } from '../sql/mariadb-dialect.ts';
import { characterSet, isBinary, mariadbType } from '../sql/mariadb-type.ts';
import {
  type AskedCell,
  emailForms,
  type SubjectQuestion,
  spellingsOf,
  subjectMatch,
  subjectQuestions,
} from '../subject-question.ts';
import type { MariadbConnection } from './connection.ts';

/**
 * All subject tables in one statement. An e-mail address and a number use an index on their column where its collation
 * disregards case; what such a collation finds too many is judged by the normal form afterwards.
 */
export async function findInMariadb(
  connection: MariadbConnection,
  map: DataMap,
  identities: readonly Identity[],
): Promise<readonly SubjectMatch[]> {
  const questions = subjectQuestions(map, identities);
  const selects = questions.flatMap((question, i) => selectOf(question, i) ?? []);
  if (selects.length === 0) return [];
  const statement = mariadbDialect.compile(sql`${sql.join(selects, sql` union all `)}`);
  const { rows } = await connection.session.run(statement);
  return rows.flatMap((row) => {
    const asked = questions[Number(row['question'])];
    return asked === undefined
      ? []
      : (subjectMatch(asked, parseTexts(row['key']).map(String), parseTexts(row['told'])) ?? []);
  });
}

// The two columns are made by json_array over texts.
function parseTexts(json: unknown): readonly (string | null)[] {
  return JSON.parse(String(json)) as (string | null)[];
}

function selectOf({ table, asked, told }: SubjectQuestion, index: number): Fragment | null {
  const conditions = asked.flatMap((column) => conditionOf(column) ?? []);
  if (conditions.length === 0) return null;
  const types = new Map(table.columns.map(({ name, type }) => [name, type]));
  const texts = (names: readonly string[]) =>
    sql.join(names.map((name) => mariadbDialect.toText(sql.id('t', name), types.get(name) ?? '')));
  return sql`select ${sql.lit(index)} as question, json_array(${texts(table.key)}) as ${sql.id('key')},
    json_array(${texts(told.map(({ column }) => column.name))}) as told
  from ${sql.id(table.schema, table.name)} as t where ${sql.join(conditions, sql` or `)}`;
}

/** Under the alias `t`. Null: no value that is asked for can stand in a column of this type. */
export function conditionOf({ kind, column, values }: AskedCell): Fragment | null {
  const name = sql.id('t', column.name);
  switch (kind) {
    case 'email':
      return textCondition(column, values.flatMap(emailForms), 'any case');
    case 'phone': {
      const written =
        column.family === 'decimal' ? sql`regexp_replace(${asText(name)}, '[.]0*$', '')` : asText(name);
      return oneOf(sql`regexp_replace(${written}, '[^0-9]', '')`, values.flatMap(phoneDigits));
    }
    case 'licence-plate':
      return oneOf(sql`upper(regexp_replace(${asText(name)}, '[^[:alnum:]]', ''))`, values);
    case 'customer-number':
    case 'account-id':
      if (column.family === 'integer' || column.family === 'decimal')
        return oneOf(name, values.filter(isInteger), asInteger);
      if (column.family === 'uuid')
        return oneOf(name, values.filter(isUuid), (value) => sql`cast(${value} as uuid)`);
      return textCondition(column, values, 'as written');
  }
}

/**
 * A column compared as it is uses its index, but may only be compared with what its character set can write: other text
 * makes the statement fail. Values beyond that are asked of the column turned into Unicode.
 */
function textCondition(
  { name, type }: AskedCell['column'],
  values: readonly string[],
  manner: 'any case' | 'as written',
): Fragment | null {
  const column = sql.id('t', name);
  const known = mariadbType(type);
  if (isBinary(known))
    return oneOf(
      sql`hex(${column})`,
      values.map((value) => value.toUpperCase()),
    );
  if (known.collation === null) return oneOf(asText(column), values.flatMap(spellingsOf));
  const { writes } = characterSets[characterSet(known.collation)] ?? { writes: ascii };
  // Without regard to case; and of accents, whose capitals are not what a collation for bytes compares.
  const folded = manner === 'any case' && !known.collation.endsWith('_ci') ? sql`lower(${column})` : column;
  const writable = values.filter((value) => writes.test(value));
  const others = values.filter((value) => !writes.test(value));
  const conditions = [
    oneOf(
      folded,
      writable.flatMap(spellingsOf).filter((spelling) => writes.test(spelling)),
    ),
    oneOf(sql`lower(${asText(column)})`, others.flatMap(spellingsOf)),
  ].filter((condition) => condition !== null);
  return conditions.length === 0 ? null : sql`(${sql.join(conditions, sql` or `)})`;
}

const ascii = /^\p{ASCII}*$/u;

/** What a column of a character set can hold and be compared with. */
const characterSets: Readonly<Record<string, { readonly writes: RegExp }>> = {
  utf8mb4: { writes: /^/ },
  // Three bytes at most.
  utf8mb3: { writes: /^[\0-\uffff]*$/u },
  latin1: { writes: /^[\0-\u00ff]*$/u },
};

function asText(name: Fragment): Fragment {
  return sql`convert(cast(${name} as char) using utf8mb4)`;
}

function oneOf(
  expression: Fragment,
  values: readonly string[],
  written: (value: string) => Fragment = (value) => sql`${value}`,
): Fragment | null {
  return values.length === 0 ? null : sql`${expression} in (${sql.join(values.map(written))})`;
}

function asInteger(value: string): Fragment {
  return value.startsWith('-') ? sql`cast(${value} as signed)` : sql`cast(${value} as unsigned)`;
}

function isInteger(value: string): boolean {
  if (!/^(0|-?[1-9]\d{0,19})$/.test(value)) return false;
  const number = BigInt(value);
  return number <= 18_446_744_073_709_551_615n && number >= -9_223_372_036_854_775_808n;
}

function isUuid(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}
