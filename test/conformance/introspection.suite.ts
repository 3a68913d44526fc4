import { expect, test } from 'vitest';
import { present } from '../../src/base/assert.ts';
import { type Catalog, catalogHash, findTable } from '../../src/catalog/catalog.ts';
import { benchOf, describeWith, testWith } from './test-bench.ts';
import { type Feature, keyOf, quoted, type TestedKind } from './tested-kind.ts';

const oddTable = 'Select "from"; where.x ☃';
const oddColumns = ({ lacks }: TestedKind) => [
  'order',
  'E-Mail',
  'a "b" c',
  "it's",
  'ünïcode',
  lacks['rare-names'] === undefined ? '🙂' : '☂',
];

function richSchema(tested: TestedKind): string {
  const { sql, lacks } = tested;
  const odd = oddColumns(tested);
  const customers = keyOf(tested, 'customers', 'id');
  const orders = keyOf(tested, 'orders', 'shop', 'number');
  const where = (feature: Feature, statement: string) => (lacks[feature] === undefined ? statement : '');
  return `
create table customers (
  id ${sql.counter}, email varchar(120) not null unique, name varchar(80), referred_by integer references ${customers},
  favourite_shop integer, favourite_number integer,
  email_length integer generated always as (length(email)) stored, details ${sql.json});
create table orders (
  shop integer not null, number integer not null, customer_id integer not null references customers (id) on delete cascade,
  at ${sql.timestamp}, primary key (shop, number));
create table order_lines (
  shop integer not null, number integer not null, line integer not null, note text,
  primary key (shop, number, line), foreign key (shop, number) references ${orders} on delete cascade);
create table visits (customer_id integer references ${customers} on delete set null, ip text);
create table ${quoted(oddTable)} (${odd.map((name) => `${quoted(name)} ${sql.keyText}`).join(', ')},
  primary key (${[odd[0], odd[5]].map((name) => quoted(name ?? '')).join(', ')}));
${where('expression-indexes', 'create index customers_by_email on customers (lower(email));')}
create index customers_by_name on customers (name, id);
${where('partial-indexes', 'create index some_visits on visits (ip) where ip is not null;')}
create unique index one_visit_each on visits (customer_id);
${where('expression-indexes', 'create unique index name_in_capitals on customers (upper(name));')}
create view customer_names as select id, name from customers;`;
}

export function describeIntrospection(tested: TestedKind): void {
  describeWith(tested, { feature: 'introspection', name: 'introspection' }, () => {
    const bench = benchOf(tested, richSchema(tested));
    const table = (catalog: Catalog, id: string) => present(findTable(catalog, id), id);
    const introspect = () => bench().source.introspect();

    test('finds every table and view, and none of its own', async () => {
      const catalog = await introspect();
      expect(catalog.tables.map(({ id, kind }) => `${id}: ${kind}`).sort()).toEqual(
        [
          'customer_names: view',
          'customers: table',
          'order_lines: table',
          'orders: table',
          'visits: table',
          `"${oddTable}": table`,
        ].sort(),
      );
    });

    test('reads columns with type, family, nullability and whether they can be written', async () => {
      const { columns } = table(await introspect(), 'customers');
      expect(columns.map(({ name }) => name)).toEqual([
        'id',
        'email',
        'name',
        'referred_by',
        'favourite_shop',
        'favourite_number',
        'email_length',
        'details',
      ]);
      const column = (name: string) => columns.find((candidate) => candidate.name === name);
      expect(column('id')).toMatchObject({ family: 'integer', nullable: false });
      expect(column('email')).toMatchObject({ family: 'text', nullable: false, generated: false });
      expect(column('name')).toMatchObject({
        type: expect.stringMatching(/^(character varying|varchar)\(80\)/i),
        nullable: true,
      });
      expect(column('email_length')).toMatchObject({ generated: true });
      expect(column('details')).toMatchObject({ family: 'json' });
    });

    test('reads keys: composite, self-referring, implicit, with what a deletion does', async () => {
      const catalog = await introspect();
      expect(table(catalog, 'orders').primaryKey).toEqual(['shop', 'number']);
      expect(table(catalog, 'visits').primaryKey).toEqual([]);
      expect(table(catalog, 'customers').uniqueKeys).toEqual([['email']]);
      expect(table(catalog, 'visits').uniqueKeys).toEqual([['customer_id']]);
      const keys = (id: string) => table(catalog, id).foreignKeys.map(({ name: _, ...key }) => key);
      expect(keys('customers')).toEqual([
        { columns: ['referred_by'], to: 'customers', toColumns: ['id'], onDelete: 'no-action' },
      ]);
      expect(keys('orders')).toEqual([
        { columns: ['customer_id'], to: 'customers', toColumns: ['id'], onDelete: 'cascade' },
      ]);
      expect(keys('order_lines')).toEqual([
        { columns: ['shop', 'number'], to: 'orders', toColumns: ['shop', 'number'], onDelete: 'cascade' },
      ]);
      expect(keys('visits')).toEqual([
        { columns: ['customer_id'], to: 'customers', toColumns: ['id'], onDelete: 'set-null' },
      ]);
    });

    test('reads indexes, and partial ones not at all', async () => {
      const catalog = await introspect();
      const { indexes } = table(catalog, 'customers');
      expect(indexes).toContainEqual(['id']);
      expect(indexes).toContainEqual(['name', 'id']);
      expect(table(catalog, 'visits').indexes).toEqual([['customer_id']]);
    });

    testWith(
      tested,
      { feature: 'expression-indexes', name: 'reads the expressions of indexes as printed' },
      async () => {
        const { indexes } = table(await introspect(), 'customers');
        expect(indexes.some(([first]) => first?.startsWith('lower('))).toBe(true);
      },
    );

    test('keeps names as they are: quotes, spaces, dots, capitals, reserved words, rare characters', async () => {
      const odd = table(await introspect(), `"${oddTable}"`);
      expect(odd.name).toBe(oddTable);
      expect(odd.columns.map(({ name }) => name)).toEqual(oddColumns(tested));
      expect(odd.primaryKey).toEqual(['order', oddColumns(tested)[5]]);
    });

    test('has one hash as long as the shape stays, whatever the rows do', async () => {
      const before = catalogHash(await introspect());
      await bench().database.script("insert into customers (id, email) values (1, 'a@example.org')");
      expect(catalogHash(await introspect())).toBe(before);
      await bench().database.script('alter table visits add column device text');
      const added = catalogHash(await introspect());
      expect(added).not.toBe(before);
      await bench().database.script('alter table visits drop column device');
      expect(catalogHash(await introspect())).toBe(before);
    });

    test('reads a thousand tables within five seconds', async () => {
      await using database = await tested.database();
      const tables = Array.from(
        { length: 1000 },
        (_, i) =>
          `create table t${i} (id integer primary key, up integer references ${keyOf(tested, `t${Math.max(i - 1, 0)}`, 'id')}, email ${tested.sql.keyText} unique);`,
      );
      await database.script(`begin; ${tables.join('\n')} commit;`);
      const source = tested.open('wide', database.connectionString);
      const catalog = await source.introspect();
      expect(catalog.tables).toHaveLength(1000);
      expect(table(catalog, 't999').foreignKeys).toHaveLength(1);
      await source.close();
      const count = present(tested.countStatements, 'a count of statements');
      expect(await count(database.connectionString)).toBe(tested.catalogStatements);
    }, 120_000);

    describeOwnFeatures(tested);
  });
}

function describeOwnFeatures(tested: TestedKind): void {
  testWith(tested, { feature: 'schemas', name: 'finds tables of every schema' }, async () => {
    await using database = await tested.database();
    await database.script(`create schema "Odd.schema"; create table "Odd.schema".customers (id int primary key);
      create table customers (id int primary key, same int references "Odd.schema".customers);`);
    const source = tested.open('tested', database.connectionString);
    const { tables } = await source.introspect();
    expect(tables.map(({ id }) => id)).toEqual(['"Odd.schema".customers', 'customers']);
    expect(tables[1]?.foreignKeys[0]?.to).toBe('"Odd.schema".customers');
    await source.close();
  });

  testWith(
    tested,
    { feature: 'partitions', name: 'takes a partitioned table as one, with the keys its partitions add' },
    async () => {
      await using database = await tested.database();
      await database.script(`create table people (id int primary key);
        create table events (id int, at date, who int, primary key (id, at)) partition by range (at);
        create table events_old partition of events for values from ('2020-01-01') to ('2025-01-01');
        alter table events_old add foreign key (who) references people on delete restrict;`);
      const source = tested.open('tested', database.connectionString);
      const { tables } = await source.introspect();
      expect(tables.map(({ id, kind }) => `${id}: ${kind}`)).toEqual([
        'events: partitioned-table',
        'people: table',
      ]);
      expect(tables[0]?.foreignKeys).toMatchObject([
        { columns: ['who'], to: 'people', onDelete: 'restrict' },
      ]);
      await source.close();
    },
  );

  testWith(tested, { feature: 'domains', name: 'sees through domains and knows enums' }, async () => {
    await using database = await tested.database();
    await database.script(`create domain word as varchar(12) not null; create domain short_word as word check (value <> '');
      create type mood as enum ('good', 'bad');
      create table t (id int generated always as identity primary key, w short_word, m mood, a text[]);`);
    const source = tested.open('tested', database.connectionString);
    const { tables } = await source.introspect();
    expect(tables[0]?.columns).toMatchObject([
      { name: 'id', generated: true },
      { name: 'w', type: 'short_word', family: 'text', maxLength: 12, nullable: false },
      { name: 'm', family: 'other' },
      { name: 'a', type: 'text[]', family: 'other' },
    ]);
    await source.close();
  });

  testWith(tested, { feature: 'lengths', name: 'reads lengths' }, async () => {
    await using database = await tested.database();
    await database.script('create table t (a varchar(80), b char(3), c text, d numeric(10, 2))');
    const source = tested.open('tested', database.connectionString);
    const { tables } = await source.introspect();
    expect(tables[0]?.columns.map(({ maxLength }) => maxLength)).toEqual([80, 3, null, null]);
    await source.close();
  });
}
