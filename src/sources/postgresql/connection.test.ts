import { expect, test } from 'vitest';
import { emptyDatabase } from '../../../test/support/test-database.ts';
import { GestandError } from '../../base/error.ts';
import type { CompiledSql } from '../sql/dialect.ts';
import { postgresqlConnection } from './connection.ts';

const plain = (sql: string): CompiledSql => ({ sql, parameters: [] });
const streamed = (sql: string) => ({ ...plain(sql), prelude: [], cleanup: [] });

async function connect() {
  const database = await emptyDatabase();
  const connection = postgresqlConnection('tested', database.url);
  return {
    database,
    connection,
    [Symbol.asyncDispose]: async () => {
      await connection.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

test('keeps numbers, dates and moments as they are written', async () => {
  await using server = await connect();
  const { rows } = await server.connection.run(
    plain(`select 9007199254740993::bigint as big, 0.10::numeric(10, 2) as amount, date '0044-03-15 BC' as day,
      timestamp '2026-01-02 03:04:05.678901' as moment, timestamptz '2026-01-01 23:30:00Z' as instant, 7 as small`),
  );
  expect(rows[0]).toEqual({
    big: '9007199254740993',
    amount: '0.10',
    day: '0044-03-15 BC',
    moment: '2026-01-02 03:04:05.678901',
    instant: '2026-01-02 00:30:00+01',
    small: 7,
  });
});

test('begins again what lost to another transaction, and gives up in the end', async () => {
  await using server = await connect();
  const lose = plain("do $$ begin raise exception 'Jan lost' using errcode = '40001'; end $$");
  let tried = 0;
  const outcome = await server.connection.transaction('write', async (session) => {
    if (++tried < 3) await session.run(lose);
    return (await session.run(plain('select 1 as one'))).rows[0]?.['one'];
  });
  expect([outcome, tried]).toEqual([1, 3]);
  tried = 0;
  const lost = server.connection.transaction('write', async (session) => {
    tried++;
    await session.run(lose);
  });
  await expect(lost).rejects.toMatchObject({ code: 'source-failed' });
  await expect(lost).rejects.not.toThrow(/Jan/);
  expect(tried).toBe(6);
});

test('reads a long answer in pieces', async () => {
  await using server = await connect();
  let read = 0;
  let most = 0;
  for await (const row of server.connection.stream(
    streamed("select repeat('x', 1000) as text, g from generate_series(1, 200000) g"),
  )) {
    read++;
    if (read % 20_000 === 0) most = Math.max(most, process.memoryUsage().arrayBuffers);
    if (read === 200_000) expect(row['g']).toBe(200_000);
  }
  expect(read).toBe(200_000);
  // The whole answer is 200 MB.
  expect(most).toBeLessThan(50_000_000);
});

test('says that the source is gone when its server ends the connection, and connects anew after', async () => {
  await using server = await connect();
  const gone = server.connection.transaction('write', async (session) => {
    await session.run(plain('select pg_terminate_backend(pg_backend_pid())'));
  });
  await expect(gone).rejects.toMatchObject({ code: 'source-unreachable' });
  const streaming = Array.fromAsync(
    server.connection.stream(
      streamed('select pg_terminate_backend(pg_backend_pid()) from generate_series(1, 5000)'),
    ),
  );
  await expect(streaming).rejects.toBeInstanceOf(GestandError);
  expect((await server.connection.run(plain('select 1 as one'))).count).toBe(1);
});

test('changes nothing in a reading transaction', async () => {
  await using server = await connect();
  const writing = server.connection.transaction('read', (session) => session.run(plain('create table t ()')));
  await expect(writing).rejects.toMatchObject({ code: 'source-failed' });
});

test('passes what the work itself refuses unchanged, and rolls it back', async () => {
  await using server = await connect();
  const refusal = new GestandError('lost-lease', 'stop');
  const work = server.connection.transaction('write', async (session) => {
    await session.run(plain('create table t ()'));
    throw refusal;
  });
  await expect(work).rejects.toBe(refusal);
  expect((await server.connection.run(plain("select to_regclass('t') is null as gone"))).rows).toEqual([
    { gone: true },
  ]);
});

test('fails rather than lack the rows that row-level security hides', async () => {
  await using server = await connect();
  await server.connection.transaction('write', async (session) => {
    await session.run(plain('create table t as select 1 as id'));
    await session.run(plain('alter table t enable row level security'));
    await session.run(plain("create role hidden_from login password 'x'"));
    await session.run(plain('grant select on t to hidden_from'));
  });
  const url = new URL(server.database.url);
  url.username = 'hidden_from';
  url.password = 'x';
  const limited = postgresqlConnection('tested', url.href);
  try {
    await expect(limited.run(plain('select * from t'))).rejects.toThrow(/42501/);
  } finally {
    await limited.close();
    await server.connection.transaction('write', async (session) => {
      await session.run(plain('drop owned by hidden_from'));
      await session.run(plain('drop role hidden_from'));
    });
  }
});
