import { describe, expect, test } from 'vitest';
import { present } from '../../src/base/assert.ts';
import { type Catalog, findTable } from '../../src/catalog/catalog.ts';
import type { SampleLimits } from '../../src/sources/sample.ts';
import { benchOf, testWith } from './test-bench.ts';
import { quoted, type TestedKind } from './tested-kind.ts';

const limits: SampleLimits = {
  rowsPerTable: 1_000,
  charactersPerValue: 4_000,
  charactersPerColumn: 400_000,
  secondsPerTable: 10,
};

const oddTable = 'Select "from"; where.x';
const oddColumn = 'it\'s "a"';

function schema(tested: TestedKind): string {
  const { sql } = tested;
  return `
create table people (id ${sql.counter}, email varchar(120), age integer, born date, details ${sql.json}, photo ${sql.bytes}, letter ${sql.longText});
insert into people (email, age, born, details, photo, letter) values
  ('jan@example.org', 41, '1985-02-03', '{"city": "Utrecht"}', ${sql.someBytes}, 'a'),
  ('renée@example.org', null, null, null, null, null),
  (null, 7, '2019-12-31', '{"city": "Delft"}', ${sql.someBytes}, ${sql.repeated('x', 20_000)});
create table nobody (id integer primary key, name varchar(20));
create table ${quoted(oddTable)} (${quoted(oddColumn)} ${sql.keyText} primary key, ${quoted('order')} integer);
insert into ${quoted(oddTable)} values ('x', 1);
create table keyless (word varchar(20));
insert into keyless values ('one'), ('two');
create table pairs (a varchar(20) not null, b integer not null, primary key (a, b));
insert into pairs values ('x', 1), ('x', 2), ('y', 1);
create view adults as select email from people where age > 17;`;
}

/** Rows of a table that is too large to look through. `GESTAND_SAMPLED_ROWS=10000000` for the real thing. */
const manyRows = Number(process.env['GESTAND_SAMPLED_ROWS'] ?? 300_000);
const fewerRows = 30_000;

export function describeSampling(tested: TestedKind): void {
  describe('sampling', () => {
    const bench = benchOf(tested, schema(tested));
    const sample = async (change: Partial<SampleLimits> = {}) => {
      const { source } = bench();
      return source.sample((await source.introspect()).tables, { ...limits, ...change });
    };
    const valuesOf = async (table: string, column: string, change: Partial<SampleLimits> = {}) =>
      [...((await sample(change)).get(table)?.get(column)?.values ?? [])].sort();

    test('gives the values of every column as text, without NULL', async () => {
      expect(await valuesOf('people', 'email')).toEqual(['jan@example.org', 'renée@example.org']);
      expect(await valuesOf('people', 'age')).toEqual(['41', '7']);
      expect(await valuesOf('people', 'born')).toEqual(['1985-02-03', '2019-12-31']);
      expect((await valuesOf('people', 'details')).map((text) => JSON.parse(text))).toEqual([
        { city: 'Delft' },
        { city: 'Utrecht' },
      ]);
      expect(await valuesOf('keyless', 'word')).toEqual(['one', 'two']);
      expect(await valuesOf('pairs', 'b')).toEqual(['1', '1', '2']);
    });

    test('never looks at bytes, and cuts a long text off', async () => {
      const people = (await sample()).get('people');
      expect(people?.has('photo')).toBe(false);
      expect(
        people
          ?.get('letter')
          ?.values.map(({ length }) => length)
          .sort(),
      ).toEqual([1, 4_000]);
    });

    test('leaves views out, and says of an empty table that it is empty', async () => {
      const samples = await sample();
      expect(samples.has('adults')).toBe(false);
      expect(samples.get('nobody')?.get('name')).toEqual({ values: [] });
    });

    test('reads tables and columns whose names need quoting', async () => {
      expect(await valuesOf(`"${oddTable}"`, oddColumn)).toEqual(['x']);
      expect(await valuesOf(`"${oddTable}"`, 'order')).toEqual(['1']);
    });

    test('keeps to its limits of rows and of characters', async () => {
      expect(await valuesOf('people', 'id', { rowsPerTable: 2 })).toHaveLength(2);
      expect(await valuesOf('people', 'email', { charactersPerColumn: 20 })).toHaveLength(1);
    });

    test('goes on after a table that is gone', async () => {
      const { source, database } = bench();
      await database.script('create table passing (id integer primary key)');
      const { tables } = await source.introspect();
      await database.script('drop table passing');
      const samples = await source.sample(tables, limits);
      expect(samples.has('passing')).toBe(false);
      expect(samples.get('people')?.get('email')?.values).toHaveLength(2);
      expect(samples.get('keyless')?.get('word')?.values).toHaveLength(2);
    });

    testWith(tested, { feature: 'roles', name: 'leaves out what its role may not read' }, async () => {
      await using database = await tested.database();
      await database.script(
        "create table open_to_all (a varchar(9)); create table closed (a varchar(9)); insert into open_to_all values ('x')",
      );
      const catalog = await catalogOf(tested, database.connectionString);
      const role = `reader_${Math.random().toString(36).slice(2)}`;
      await database.script(tested.sql.createRole(role, 'open_to_all'));
      const url = new URL(database.connectionString);
      url.username = role;
      url.password = 'x';
      const source = tested.open('tested', url.href);
      const samples = await source.sample(catalog.tables, limits);
      expect([...samples.keys()]).toEqual(['open_to_all']);
      await source.close();
      await database.script(tested.sql.dropRole(role));
    });

    testWith(
      tested,
      { feature: 'partitions', name: 'reads a partitioned table through all its parts' },
      async () => {
        await using database = await tested.database();
        await database.script(`create table events (id int, year int, primary key (id, year)) partition by range (year);
        create table events_old partition of events for values from (2000) to (2020);
        create table events_new partition of events for values from (2020) to (2040);
        insert into events select n, 2000 + n % 40 from generate_series(1, 20000) n; analyze events;`);
        const { tables } = await catalogOf(tested, database.connectionString);
        const source = tested.open('tested', database.connectionString);
        const years = (await source.sample(tables, limits)).get('events')?.get('year')?.values ?? [];
        expect(years).toHaveLength(1_000);
        expect(new Set(years).size).toBe(40);
        await source.close();
      },
    );

    test('tells how many values stand in a key, and asks the server nothing it would refuse', async () => {
      const { source } = bench();
      const { tables } = await source.introspect();
      const count = async (id: string, name: string, ...values: readonly string[]) => {
        const table = present(
          tables.find((each) => each.id === id),
          id,
        );
        const column = present(
          table.columns.find((each) => each.name === name),
          name,
        );
        return source.countPresent({ table, column }, values);
      };
      expect(await count('people', 'id', '1', '2', '99', 'x', '9'.repeat(18), "1' or '1'='1")).toBe(2);
      expect(
        await count('people', 'email', 'JAN@example.org', 'jan@example.org', 'renée@example.org', '%'),
      ).toBe(3);
      expect(await count(`"${oddTable}"`, oddColumn, 'x', 'a\0b', 'y')).toBe(1);
      expect(await count('nobody', 'id', 'none of these', '')).toBe(0);
    });

    describeBound(tested);
  });
}

function describeBound(tested: TestedKind): void {
  const [many, fewer] = [manyRows, fewerRows].map((rows) => rows.toLocaleString('en'));
  const name = `reads a bounded part of ${many} rows, no more than of ${fewer}`;
  testWith(tested, { feature: 'measured-reads', name, timeoutMs: 1_800_000 }, async () => {
    await using database = await tested.database();
    for (const [table, rows] of [
      ['small', fewerRows],
      ['big', manyRows],
    ] as const) {
      await database.script(`create table ${table} (${bigColumns(tested)})`);
      await database.script(tested.sql.fill(table, rows));
    }
    const catalog = await catalogOf(tested, database.connectionString);
    const costOf = present(tested.costOf, 'a cost');
    const look = (id: string) =>
      costOf(database, (source) => source.sample([present(findTable(catalog, id), id)], limits));
    const [small, big] = [await look('small'), await look('big')];
    const ids = (big.result.get('big')?.get('id')?.values ?? []).map(Number);
    expect(ids.length).toBeGreaterThan(limits.rowsPerTable / 2);
    expect(ids.length).toBeLessThanOrEqual(limits.rowsPerTable);
    // From everywhere, and not the oldest only.
    for (let part = 0; part < 5; part++) {
      const [after, upTo] = [(part * manyRows) / 5, ((part + 1) * manyRows) / 5];
      expect(ids.some((id) => id > after && id <= upTo)).toBe(true);
    }
    const table = present(findTable(catalog, 'big'), 'big');
    const column = present(table.columns[0], 'id');
    const asked = await costOf(database, (source) =>
      source.countPresent({ table, column }, [...ids.slice(0, 50).map(String), `${manyRows + 1}`]),
    );
    expect(asked.result).toBe(50);
    for (const { read, bound } of asked.reads) expect(read).toBeLessThan(bound);
    big.reads.forEach(({ unit, read, bound }, at) => {
      const before = small.reads[at]?.read ?? 0;
      console.info(`${tested.kind}: ${read} ${unit} read of ${many} rows, ${before} of ${fewer}`);
      expect(read).toBeGreaterThan(0);
      expect(read).toBeLessThan(bound);
      expect(before).toBeLessThan(bound);
    });
  });
}

function bigColumns({ sql }: TestedKind): string {
  return `id ${sql.counter}, email varchar(120), name varchar(80), note varchar(200)`;
}

async function catalogOf(tested: TestedKind, connectionString: string): Promise<Catalog> {
  const source = tested.open('tested', connectionString);
  const catalog = await source.introspect();
  await source.close();
  return catalog;
}
