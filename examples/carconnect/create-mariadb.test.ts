import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mysql2/promise';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectMariadb, emptyMariadb, mariadbServer } from '../../test/support/mariadb.ts';
import { emptyDatabase, type TestDatabase } from '../../test/support/test-database.ts';
import { unfinished } from './create-mariadb.ts';
import { type CreatedExample, createExample, type ExampleOptions } from './generate.ts';
import { billingTables } from './rows/billing-rows.ts';
import { makeWorld } from './rows/world.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const people = 200;
const tables = billingTables(makeWorld(people, today));
const server = await mariadbServer();
const reason = server.kind === 'missing' ? ` (${server.reason})` : '';

describe.skipIf(server.kind === 'missing')(`the billing of the example on MariaDB${reason}`, () => {
  if (server.kind === 'missing') return;
  const folder = mkdtempSync(join(tmpdir(), 'carconnect-mariadb-'));
  let crm: TestDatabase;
  // The three on PostgreSQL; crm and billing share a database, which their tables allow.
  beforeAll(async () => {
    crm = await emptyDatabase();
    await make(crm.url);
  });
  afterAll(async () => {
    await crm[Symbol.asyncDispose]();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  // The customers and the newsletter are made once; after that only the billing is new.
  function make(
    billingUrl: string,
    onProgress?: NonNullable<ExampleOptions['onProgress']>,
  ): Promise<CreatedExample> {
    const newsletterFile = join(folder, 'newsletter.sqlite');
    const options = { crmUrl: crm.url, billingUrl, newsletterFile, people, today };
    return createExample({ ...options, ...(onProgress === undefined ? {} : { onProgress }) });
  }

  test('has the rows that it has on PostgreSQL', async () => {
    await using database = await emptyMariadb(server.port);
    expect(await make(database.url)).toMatchObject({ created: ['billing'] });
    const client = new pg.Client({ connectionString: crm.url });
    await client.connect();
    for (const { name, columns } of tables) {
      // As text, so that no driver turns a date or a number into something of its own.
      const texts = columns.map((column) => `case when ${column} is not null then concat(${column}, '') end`);
      const query = `select concat_ws('|', ${texts.map((text) => `coalesce(${text}, 'NULL')`).join(', ')}) as "row"
        from ${name}`;
      const [rows] = await database.client.query(query);
      const theirs = (await client.query(query)).rows;
      expect(sorted(rows), name).toEqual(sorted(theirs));
      expect(theirs.length, name).toBeGreaterThan(0);
    }
    await client.end();
  });

  test('is made when there is no database of that name, left as it is afterwards, and goes on numbering', async () => {
    await using place = await newName(server.port);
    expect(await make(place.url)).toMatchObject({ created: ['billing'] });
    expect(await make(place.url)).toEqual({ created: [], rows: 0 });
    await place.client.query(`insert into ${place.name}.reminders (invoice_id, level, body, sent_on)
      select min(id), 1, 'x', '2026-11-23' from ${place.name}.invoices`);
    const [newest] = await place.client.query(
      `select body from ${place.name}.reminders order by id desc limit 1`,
    );
    expect(newest).toEqual([{ body: 'x' }]);
  });

  test('is not there at all when its making ends early, and is whole after the next start', async () => {
    await using place = await newName(server.port);
    const stopped = make(place.url, ({ source, table }) => {
      if (source === 'billing' && table === 'collections') throw new Error('asked to stop');
    });
    await expect(stopped).rejects.toThrow('asked to stop');
    expect(await tablesOf(place)).toEqual([]);
    expect(await make(place.url)).toMatchObject({ created: ['billing'] });
    expect(await tablesOf(place)).toHaveLength(tables.length);
  });

  test('is made again when whoever made it was killed', async () => {
    await using place = await newName(server.port);
    await make(place.url);
    // What a process that was killed leaves: the mark of what is not finished, and tables with some of their rows.
    await place.client.query(
      `set foreign_key_checks = 0; delete from ${place.name}.invoices where id > 100; set foreign_key_checks = 1`,
    );
    await place.client.query(`alter database ${place.name} comment '${unfinished}'`);
    expect(await make(place.url)).toMatchObject({ created: ['billing'] });
    const [rows] = await place.client.query(`select 1 from ${place.name}.invoices where id > 100`);
    expect(rows).not.toEqual([]);
    expect(await make(place.url)).toEqual({ created: [], rows: 0 });
  });

  test('never touches a database that is somebody else’s', async () => {
    await using database = await emptyMariadb(server.port);
    await database.client.query('create table invoices (id int); insert into invoices values (7)');
    await expect(make(database.url)).rejects.toThrow(/is not the example's/);
    const [rows] = await database.client.query('select * from invoices');
    expect(rows).toEqual([{ id: 7 }]);
  });

  test('says that no MariaDB answers', async () => {
    await expect(make('mariadb://root@127.0.0.1:9/gestand_example')).rejects.toMatchObject({
      code: 'source-unreachable',
    });
  });
});

interface NewName extends AsyncDisposable {
  readonly url: string;
  readonly name: string;
  readonly client: Connection;
}

let names = 0;

/** A name that no database has; dropped at the end. */
async function newName(port: number): Promise<NewName> {
  const name = `test_example_${process.pid}_${names++}`;
  const client = await connectMariadb(port);
  return {
    url: `mariadb://root@127.0.0.1:${port}/${name}`,
    name,
    client,
    [Symbol.asyncDispose]: async () => {
      await client.query(`drop database if exists ${name}`);
      await client.end();
    },
  };
}

async function tablesOf({ name, client }: NewName): Promise<readonly object[]> {
  const [rows] = await client.query(
    'select table_name from information_schema.tables where table_schema = ?',
    [name],
  );
  return rows as object[];
}

function sorted(rows: unknown): readonly string[] {
  return (rows as { row: string }[]).map(({ row }) => row).sort();
}
