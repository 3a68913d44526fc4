import { afterAll, describe, expect, test } from 'vitest';
import { mariadbServer } from '../../../test/support/mariadb.ts';
import { mariadbBench } from '../../../test/support/mariadb-bench.ts';
import { present } from '../../base/assert.ts';
import { type Catalog, findTable } from '../../catalog/catalog.ts';

const server = await mariadbServer();
const reason = server.kind === 'missing' ? ` (${server.reason})` : '';
const port = server.kind === 'ready' ? server.port : 0;

async function introspected(script: string): Promise<Catalog> {
  await using bench = await mariadbBench(port, script);
  return await bench.source.introspect();
}

function columnsOf(catalog: Catalog, id: string) {
  const { columns } = present(findTable(catalog, id), id);
  return Object.fromEntries(columns.map(({ name, ...column }) => [name, column]));
}

describe.skipIf(server.kind === 'missing')(`what a catalog of MariaDB holds${reason}`, () => {
  afterAll(async () => {
    if (server.kind === 'ready') await server.stop();
  });

  test('enums, sets, documents, computed columns and names that need quotes', async () => {
    const catalog = await introspected(`
      create table "Odd ""table" (id int unsigned auto_increment primary key, mood enum('good', 'b,ad''') not null, tags set('x', 'y'),
        box json not null, old_box longtext check (json_valid(old_box)), plain longtext, doubled int as (id * 2) virtual,
        kept varchar(40) as (concat(mood, '!')) stored, "select" time, "E-Mail" varchar(120) character set latin1,
        place point, made year, seen timestamp not null default current_timestamp(), flag bit(1), uid uuid)`);
    expect(columnsOf(catalog, 'Odd "table')).toMatchObject({
      id: { family: 'integer', nullable: false, generated: false },
      mood: { type: expect.stringMatching(/^enum\('good','b,ad'''\)/), family: 'other', nullable: false },
      tags: { family: 'other', nullable: true },
      box: { type: 'json', family: 'json', nullable: false },
      old_box: { type: 'json', family: 'json' },
      plain: { family: 'text', maxLength: null },
      doubled: { family: 'integer', generated: true },
      kept: { family: 'text', generated: true, maxLength: 40 },
      select: { family: 'other' },
      'E-Mail': { type: expect.stringContaining('collate latin1'), family: 'text', maxLength: 120 },
      place: { family: 'other' },
      made: { family: 'integer' },
      seen: { family: 'timestamp', nullable: false },
      flag: { family: 'boolean' },
      uid: { family: 'uuid' },
    });
  });

  test('keys of several columns in any order, on a unique key, and tables without one', async () => {
    const catalog = await introspected(`
      create table shops (country char(2), number int, code varchar(20) not null, primary key (number, country), unique (code));
      create table visits (at_number int, at_country char(2), shop varchar(20), note text,
        unique (note(10)), foreign key (at_number, at_country) references shops (number, country) on delete cascade,
        foreign key (shop) references shops (code) on update cascade on delete set null);
      create table nothing_unique (a int, b int, index (b, a))`);
    expect(findTable(catalog, 'shops')).toMatchObject({
      primaryKey: ['number', 'country'],
      uniqueKeys: [['code']],
    });
    const visits = present(findTable(catalog, 'visits'), 'visits');
    // Its first ten letters are unique, and no key that a row could be found by.
    expect(visits).toMatchObject({ primaryKey: [], uniqueKeys: [] });
    expect(visits.foreignKeys.map(({ name: _, ...key }) => key)).toEqual([
      {
        columns: ['at_number', 'at_country'],
        to: 'shops',
        toColumns: ['number', 'country'],
        onDelete: 'cascade',
      },
      { columns: ['shop'], to: 'shops', toColumns: ['code'], onDelete: 'set-null' },
    ]);
    expect(findTable(catalog, 'nothing_unique')).toMatchObject({ primaryKey: [], indexes: [['b', 'a']] });
  });

  test('views, and a partitioned table as the one table it is', async () => {
    const catalog = await introspected(`
      create table events (id int, at date, primary key (id, at)) partition by range (year(at)) subpartition by hash (id) subpartitions 2
        (partition old values less than (2020), partition recent values less than maxvalue);
      create view recent as select id, concat(at, '!') as loud from events`);
    expect(catalog.tables.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'partitioned-table events',
      'view recent',
    ]);
    expect(columnsOf(catalog, 'recent')).toMatchObject({ loud: { family: 'text' } });
  });
});
