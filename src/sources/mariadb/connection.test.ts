import { afterAll, describe, expect, test } from 'vitest';
import { connectMariadb, mariadbServer } from '../../../test/support/mariadb.ts';
import { mariadbBench } from '../../../test/support/mariadb-bench.ts';
import type { CompiledSql } from '../sql/dialect.ts';
import { mariadbSource } from './mariadb-source.ts';

const server = await mariadbServer();
const reason = server.kind === 'missing' ? ` (${server.reason})` : '';
const port = server.kind === 'ready' ? server.port : 0;

const plain = (sql: string): CompiledSql => ({ sql, parameters: [] });
const database = (script = '') => mariadbBench(port, script);

describe.skipIf(server.kind === 'missing')(`MariaDB${reason}`, () => {
  afterAll(async () => {
    if (server.kind === 'ready') await server.stop();
  });

  test('reads a long answer in pieces', async () => {
    await using db = await database();
    let read = 0;
    let most = 0;
    const long = {
      ...plain("select repeat('x', 1000) as t, seq from seq_1_to_200000"),
      prelude: [],
      cleanup: [],
    };
    for await (const row of db.connection.stream(long)) {
      if (++read % 20_000 === 0) most = Math.max(most, process.memoryUsage().arrayBuffers);
      if (read === 200_000) expect(Number(row['seq'])).toBe(200_000);
    }
    expect(read).toBe(200_000);
    // The whole answer is 200 MB.
    expect(most).toBeLessThan(50_000_000);
  });

  test('begins again what lost to another transaction, and gives up in the end', async () => {
    await using db = await database(`create table t (id int primary key);
      create procedure lose() signal sqlstate '40001' set mysql_errno = 1213, message_text = 'Jan lost';`);
    let tried = 0;
    const outcome = await db.connection.writing(async (session) => {
      await session.run(plain('insert into t values (1)'));
      if (++tried < 3) await session.run(plain('call lose()'));
      return tried;
    });
    expect([outcome, await db.count('t')]).toEqual([3, 1]);
    tried = 0;
    const lost = db.connection.writing(async (session) => {
      tried++;
      await session.run(plain('call lose()'));
    });
    await expect(lost).rejects.toMatchObject({ code: 'source-failed' });
    await expect(lost).rejects.not.toThrow(/Jan/);
    expect(tried).toBe(6);
  });

  test('tells no value in the error of a unique key', async () => {
    await using db = await database(
      "create table t (email varchar(100) primary key); insert into t values ('jan@example.org')",
    );
    const twice = db.connection.session.run(plain("insert into t values ('jan@example.org')"));
    const error = await twice.catch((thrown: unknown) => thrown as Error);
    expect(error).toMatchObject({ code: 'source-failed', message: expect.stringContaining('1062') });
    expect(`${(error as Error).stack} ${JSON.stringify((error as Error).cause)}`).not.toContain('jan@');
  });

  test('says that the source is gone when its server ends the connection, and connects anew after', async () => {
    await using db = await database();
    const gone = db.connection.writing(async (session) => {
      await session.run(plain('kill connection_id()'));
      await session.run(plain('select 1'));
    });
    await expect(gone).rejects.toMatchObject({ code: 'source-unreachable' });
    expect((await db.connection.session.run(plain('select 1 as one'))).rows).toEqual([{ one: 1 }]);
    const admin = await connectMariadb(port);
    const long = { ...plain('select seq, sleep(0.001) from seq_1_to_100000'), prelude: [], cleanup: [] };
    const streaming = Array.fromAsync(db.connection.stream(long));
    streaming.catch(() => undefined);
    const running = async () => {
      const [rows] = await admin.query(
        "select id from information_schema.processlist where info like '%sleep(0.001)%' and id <> connection_id()",
      );
      return rows as { id: number }[];
    };
    await expect.poll(running).toHaveLength(1);
    for (const { id } of await running()) await admin.query(`kill ${id}`);
    await admin.end();
    await expect(streaming).rejects.toMatchObject({ code: 'source-unreachable' });
  });

  test('changes nothing in a reading transaction', async () => {
    await using db = await database('create table t (id int primary key)');
    const writing = db.connection.reading((session) => session.run(plain('insert into t values (1)')));
    await expect(writing).rejects.toMatchObject({ code: 'source-failed' });
  });

  test('refuses a connection string that is none, without repeating it', () => {
    for (const text of [
      'postgres://a:secret@h/db',
      'mariadb://a:secret@h',
      'secret',
      'mariadb://a:secret@h/db?tls=maybe',
    ]) {
      expect(() => mariadbSource('crm', text)).toThrow(/^source crm: (?!.*secret)/);
    }
  });
});
