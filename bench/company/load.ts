import type pg from 'pg';
import { type CompanyTable, companyTables, peopleColumns, rowsPerTable, sampleValues } from './tables.ts';

const staffMembers = 50;

/** Makes the company's tables and fills them: keys and indexes after the rows, as a restore would. */
export async function loadCompany(client: pg.Client, people: number): Promise<void> {
  await client.query(peopleTables(people));
  for (const table of companyTables) {
    await client.query(`${createTable(table)}; ${fillTable(table, people)}`);
    await client.query(`alter table ${table.name} add primary key (id)`);
  }
  for (const table of companyTables) await client.query(references(table).join('; '));
  await client.query('vacuum analyze');
}

function peopleTables(people: number): string {
  const columns = Object.entries(peopleColumns);
  return `
    create table staff (id bigint primary key, email text not null unique, name text);
    insert into staff select g, 'staff' || g || '@company.example', 'Staff ' || g from generate_series(1, ${staffMembers}) g;
    create table people (id bigint primary key, email text not null unique, ${columns.map(([name, type]) => `${name} ${type}`).join(', ')});
    insert into people select g, 'person' || g || '@mail.example', ${columns.map(([, type]) => sampleValues[type]).join(', ')}
      from generate_series(1, ${people}) g`;
}

function createTable({ name, reference, secondOwner, staff, hold, columns }: CompanyTable): string {
  const definitions = [
    'id bigint not null',
    // A row that can outlive one of its owners must be able to let go of them.
    `${reference} bigint${secondOwner === undefined ? ' not null' : ''}`,
    ...(secondOwner === undefined ? [] : [`${secondOwner} bigint`]),
    ...(staff ? ['staff_id bigint'] : []),
    ...(typeof hold === 'object' ? [`${hold.from} date not null`] : []),
    ...Object.entries(columns).map(([column, type]) => `${column} ${type}`),
  ];
  return `create table ${name} (${definitions.join(', ')})`;
}

/** Row `g` of a table belongs to row `g` of its parent, or to person `p` where people are the parent. */
function fillTable(table: CompanyTable, people: number): string {
  const { name, parent, secondOwner, staff, hold, columns } = table;
  const values = [
    'g',
    parent === 'people' ? 'p' : 'g',
    // The first of the five is shared with the tenth person of the ten.
    ...(secondOwner === undefined ? [] : ['case when g % 5 = 0 and p % 10 <> 0 then (p / 10 + 1) * 10 end']),
    ...(staff ? [`1 + g % ${staffMembers}`] : []),
    // Of odd people three of five invoices are under the law, of even ones none.
    ...(typeof hold === 'object'
      ? [`case when p % 2 = 1 and g % 5 < 3 then date '2023-05-01' else date '2015-05-01' end`]
      : []),
    ...Object.values(columns).map((type) => sampleValues[type]),
  ];
  return `insert into ${name} select ${values.join(', ')}
    from (select g, (g - 1) / ${rowsPerTable} + 1 as p from generate_series(1::bigint, ${people * rowsPerTable}) g) r`;
}

function references({ name, parent, reference, secondOwner, staff }: CompanyTable): readonly string[] {
  const links: readonly (readonly [string, string])[] = [
    [reference, parent],
    ...(secondOwner === undefined ? [] : [[secondOwner, 'people'] as const]),
    ...(staff ? [['staff_id', 'staff'] as const] : []),
  ];
  return links.flatMap(([column, to]) => [
    `create index on ${name} (${column})`,
    `alter table ${name} add foreign key (${column}) references ${to}`,
  ]);
}
