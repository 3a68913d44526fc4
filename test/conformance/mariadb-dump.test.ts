import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, describe, expect, it, test } from 'vitest';
import type { Catalog, CatalogTable } from '../../src/catalog/catalog.ts';
import { mariadbSource } from '../../src/sources/mariadb/mariadb-source.ts';
import { mariadbSchema } from '../../src/sources/schema-file/mariadb-schema.ts';
import { labelledSchemas } from '../classification/labelled-schema.ts';
import { emptyMariadb, type MariadbTestDatabase, mariadbServer } from '../support/mariadb.ts';

const server = await mariadbServer();
const withDump = await promisify(execFile)('mariadb-dump', ['--version']).then(
  () => true,
  () => false,
);

/** A schema is made in the real server, and read back twice: from the server, and from what mariadb-dump writes of it. */
if (server.kind === 'missing' || !withDump) {
  describe.skip(`a dump of MariaDB (${server.kind === 'missing' ? server.reason : 'there is no mariadb-dump'})`, () => {
    test('is not here', () => undefined);
  });
} else {
  const { port, stop } = server;
  afterAll(stop);

  const dump = async ({ name }: MariadbTestDatabase, options: readonly string[]): Promise<string> => {
    const place = ['--no-defaults', '--protocol=tcp', '-h', '127.0.0.1', '-P', String(port), '-u', 'root'];
    const { stdout } = await promisify(execFile)('mariadb-dump', [...place, '--no-data', ...options, name], {
      maxBuffer: 64_000_000,
    });
    return stdout;
  };

  /** Both ways, without what only the server knows. */
  const bothWays = async (sql: string, ...options: readonly string[]) => {
    await using database = await emptyMariadb(port);
    await database.client.query(sql);
    const source = mariadbSource('shop', database.url);
    try {
      const live = await source.introspect();
      const text = await dump(database, options);
      const { catalog, views } = mariadbSchema({ source: 'shop', file: 'schema.sql', text });
      return {
        live: plain(live),
        read: plain(catalog),
        views,
        liveViews: live.tables.filter(({ kind }) => kind === 'view').map(({ id }) => id),
      };
    } finally {
      await source.close();
    }
  };

  describe('a dump of MariaDB', () => {
    it.each(
      labelledSchemas()
        .filter(({ flavour }) => flavour === 'mysql')
        .map(({ name, tables }) => [name, tables] as const),
    )(
      'looks like the database it was made of: %s',
      async (_, tables) => {
        const { live, read } = await bothWays(
          `set foreign_key_checks = 0;\n${tables.map(createTable).join(';\n')}`,
        );
        expect(read).toEqual(live);
        expect(read.length).toBe(tables.length);
      },
      120_000,
    );

    it.each(
      [
        [],
        ['--routines', '--events', '--triggers', '--databases'],
        ['--compact'],
        ['--skip-add-drop-table', '--skip-comments', '--skip-set-charset'],
      ].map((options) => [options.join(' ') || 'as it is', options] as const),
    )(
      'looks like a database of everything that is rare: %s',
      async (_, options) => {
        const { live, read, views, liveViews } = await bothWays(rare, ...options);
        expect(read).toEqual(live);
        expect([...views.keys()].sort()).toEqual(liveViews);
        expect(read.length).toBeGreaterThan(5);
      },
      120_000,
    );

    it('looks like the database, whatever its columns are', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyTable, { minLength: 1, maxLength: 6 }), async (tables) => {
          const sql = tables.map((parts, i) => `create table "t${i}" (${parts.join(', ')})`).join(';\n');
          const { live, read } = await bothWays(sql);
          expect(read).toEqual(live);
        }),
        { numRuns: Number(process.env['GESTAND_DUMP_CASES'] ?? 15) },
      );
    }, 300_000);
  });
}

function plain({ tables }: Catalog) {
  return tables
    .filter(({ kind }) => kind !== 'view')
    .map(({ schema: _, estimatedRows: __, ...table }) => ({
      ...table,
      foreignKeys: byName(table.foreignKeys),
      uniqueKeys: table.uniqueKeys.map(String).sort(),
      indexes: table.indexes.map(String).sort(),
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function byName<T extends { readonly name: string }>(keys: readonly T[]): readonly T[] {
  return keys.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function createTable({ name, columns, primaryKey, uniqueKeys, foreignKeys }: CatalogTable): string {
  const list = (names: readonly string[]) => names.map((each) => `"${each}"`).join(', ');
  return `create table "${name}" (${[
    ...columns.map(
      ({ name: column, type, nullable }) => `"${column}" ${type}${nullable ? ' null' : ' not null'}`,
    ),
    ...(primaryKey.length > 0 ? [`primary key (${list(primaryKey)})`] : []),
    ...uniqueKeys.map((key) => `unique (${list(key)})`),
    ...foreignKeys.map(
      (key) => `foreign key (${list(key.columns)}) references "${key.to}" (${list(key.toColumns)})`,
    ),
  ].join(', ')})`;
}

const types = [
  ...[
    'int',
    'bigint unsigned',
    'tinyint(1)',
    'smallint zerofill',
    'decimal(12,4)',
    'double',
    'float(7,3)',
    'bit(3)',
    'boolean',
    'year',
  ],
  ...[
    'varchar(40)',
    'char(3) binary',
    'text',
    'mediumtext character set latin1',
    'varchar(9) collate utf8mb4_bin',
    'varchar(8) character set utf8mb3',
  ],
  ...[
    'date',
    'datetime(6)',
    'timestamp',
    'time',
    'json',
    'uuid',
    'inet6',
    'inet4',
    'blob',
    'varbinary(8)',
    'binary(2)',
    'point',
  ],
  ...["enum('a','b,c','it''s')", "set('x','(')", 'varchar(20) character set ascii', 'tinytext', 'longblob'],
];
const wishes = ['', ' not null', ' null', " comment 'a, b); -- c'", ' invisible null'];
const anyColumn = fc.tuple(fc.constantFrom(...types), fc.constantFrom(...wishes));
const anyTable = fc
  .tuple(
    fc.array(anyColumn, { minLength: 1, maxLength: 8 }),
    fc.boolean(),
    fc.boolean(),
    fc.constantFrom('', ' collate utf8mb4_unicode_ci'),
  )
  .map(([columns, keyed, twice]) => [
    'id int auto_increment primary key',
    ...columns.map(([type, wish], i) => `"c ${i}""\`" ${type}${wish}`),
    'a varchar(20) not null, b int default 3, g int generated always as (b + 1)',
    ...(keyed ? ['unique u (a, b)', 'key k (a(4), b)'] : []),
    ...(twice ? ['key second (b), check (b > 0)'] : []),
  ]);

const rare = `
create table parents (id bigint unsigned not null auto_increment primary key, code varchar(20) not null unique, "we'ird \`name" varchar(30) character set latin1 default 'a;b''c',
  j json, not_json longtext check (json_valid(not_json) or not_json is null), e enum('x,y','it''s','(') not null default '(', s set('a','b'),
  d decimal(10,2) default 1.5 comment 'a, b); create table no (id int)', g int generated always as (id * 2) virtual, gs int as (d + 1) stored,
  ts timestamp(3) not null default current_timestamp(3) on update current_timestamp(3), b bit(3) default b'101', p point not null, x text compressed,
  fulltext key ft ("we'ird \`name"), spatial index sp (p), key pre ("we'ird \`name"(5), d desc), unique u1 (d, e) using hash, unique half (code(3)),
  check (d > 0), constraint chk check (json_valid(j))) engine = InnoDB row_format = dynamic comment = 'x) engine=';
create table "or der" (id int primary key, parent_id bigint unsigned, other bigint unsigned, self int, code varchar(20),
  constraint fk_a foreign key (parent_id) references parents (id) on delete set null on update cascade,
  constraint "fk b" foreign key (other) references parents (id) on delete cascade,
  foreign key (self) references "or der" (id) on delete restrict, foreign key (code) references parents (code) on delete no action);
create table parts (id int not null, k int, at date not null, primary key (id, at)) partition by range (year(at)) (partition p0 values less than (2010), partition p1 values less than maxvalue);
create table hashed (id int primary key, k int) partition by hash (id) partitions 4;
create table kept (id int primary key, q int) with system versioning;
create table explicit (id int primary key, q int, s timestamp(6) generated always as row start, e timestamp(6) generated always as row end, period for system_time (s, e)) with system versioning;
create table defaults (a int default (1 + 2), b varchar(10) default (concat('a;', 'b')), c datetime default now(), f char(36) default uuid(), primary key (a), x1 date, x2 date, period for pp (x1, x2)) character set latin1;
create table nothing (id int);
create table keyless (a int not null, b int not null, unique (a, b), unique (b));
create table gestand_step_marker (run int);
create view first_look as select id, code from parents;
create view again as select f.id, o.self from first_look f join "or der" o on o.parent_id = f.id;
create sequence numbers;
create trigger before_it before insert on "or der" for each row set new.self = 1, new.code = 'a\\';
create procedure does() begin set @x = 1; create table inner_one (id int); end;
create function gives() returns int deterministic return 1`;
