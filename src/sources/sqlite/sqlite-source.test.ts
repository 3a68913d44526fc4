import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { sqliteConnection } from './connection.ts';
import { sqliteSource } from './sqlite-source.ts';

function listFile(script: string) {
  const folder = mkdtempSync(join(tmpdir(), 'gestand-list-'));
  const file = join(folder, 'list #1?.sqlite');
  const database = new DatabaseSync(file);
  database.exec(script);
  return {
    file,
    database,
    [Symbol.dispose]: () => {
      if (database.isOpen) database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

test('reads keys that SQLite writes short: implicit parents, other capitals, no rowid', async () => {
  using list = listFile(`create table Parent (ID integer primary key, a text, b text, unique (a, b));
    create table child (x text, p integer references PARENT, a, b, foreign key (A, b) references parent (a, B));
    create table pair (k text, v text, primary key (v, k)) without rowid;
    create table loose (k text primary key);
    create virtual table notes using fts5 (body);
    create view broken as select gone from Parent;`);
  const { tables } = await sqliteSource('tested', list.file).introspect();
  const table = (id: string) => tables.find((candidate) => candidate.id === id);
  expect(tables.map(({ id }) => id)).toEqual(['Parent', 'broken', 'child', 'loose', 'notes', 'pair']);
  expect(table('child')?.foreignKeys).toEqual([
    {
      name: 'child_a_b_fkey',
      columns: ['a', 'b'],
      to: 'Parent',
      toColumns: ['a', 'b'],
      onDelete: 'no-action',
    },
    { name: 'child_p_fkey', columns: ['p'], to: 'Parent', toColumns: ['ID'], onDelete: 'no-action' },
  ]);
  expect(table('pair')).toMatchObject({
    primaryKey: ['v', 'k'],
    columns: [{ nullable: false }, { nullable: false }],
  });
  expect(table('loose')?.columns).toMatchObject([{ name: 'k', nullable: true }]);
  expect(table('notes')?.columns.map(({ name }) => name)).toEqual(['body']);
  expect(table('Parent')?.indexes).toContainEqual(['ID']);
  expect(table('broken')).toMatchObject({ kind: 'view', columns: [] });
});

test('tells an index that disregards case from one that does not', async () => {
  using list = listFile(`create table t (email text, other text collate nocase unique);
    create index a on t (email); create index b on t (email collate nocase);
    create index c on t (lower(email), "other"); analyze;`);
  const { tables } = await sqliteSource('tested', list.file).introspect();
  expect(tables[0]?.indexes).toEqual([
    ['email'],
    ['email collate nocase'],
    ['lower(email)', 'other collate nocase'],
    ['other collate nocase'],
  ]);
});

test('estimates rows from what ANALYZE wrote', async () => {
  using list = listFile(`create table t (a integer primary key, b text); create index b on t (b);
    with recursive n (i) as (select 1 union all select i + 1 from n where i < 500) insert into t select i, i from n;
    analyze;`);
  const { tables } = await sqliteSource('tested', list.file).introspect();
  expect(tables[0]?.estimatedRows).toBe(500);
});

test('opens a path and a URL, and never makes a file', async () => {
  using list = listFile('create table t (a)');
  for (const connection of [list.file, pathToFileURL(list.file).href, `sqlite:${list.file}`]) {
    await sqliteSource('tested', connection).ping();
  }
  const missing = `${list.file}.missing`;
  await expect(sqliteSource('tested', missing).ping()).rejects.toMatchObject({ code: 'source-unreachable' });
  expect(existsSync(missing)).toBe(false);
});

test('says that a file is no database', async () => {
  await expect(sqliteSource('tested', import.meta.filename).ping()).rejects.toMatchObject({
    code: 'source-unreachable',
  });
});

test('waits for another program, without standing still', async () => {
  using list = listFile('create table t (a)');
  list.database.exec('begin immediate');
  const connection = sqliteConnection('tested', list.file);
  const writing = connection.transaction('write', (session) =>
    session.run({ sql: 'insert into t values (1)', parameters: [] }),
  );
  setTimeout(() => list.database.exec('commit'), 300);
  expect((await writing).count).toBe(1);
});

test('reads while it reads, and writes after', async () => {
  using list = listFile('create table t (a); insert into t values (1), (2), (3)');
  const connection = sqliteConnection('tested', list.file);
  const all = { sql: 'select a from t', parameters: [], prelude: [], cleanup: [] };
  let writing: Promise<unknown> | undefined;
  const seen: unknown[] = [];
  for await (const row of connection.stream(all)) {
    writing ??= connection.transaction('write', (session) =>
      session.run({ sql: 'delete from t', parameters: [] }),
    );
    seen.push(row['a'], (await connection.run(all)).count);
  }
  await writing;
  expect(seen).toEqual([1, 3, 2, 3, 3, 3]);
  expect((await connection.run(all)).count).toBe(0);
});

test('keeps whole numbers a JavaScript number cannot hold', async () => {
  using list = listFile('create table t (a integer); insert into t values (9007199254740993), (7)');
  const { rows } = await sqliteConnection('tested', list.file).run({
    sql: 'select a from t',
    parameters: [],
  });
  expect(rows).toEqual([{ a: '9007199254740993' }, { a: 7 }]);
});
