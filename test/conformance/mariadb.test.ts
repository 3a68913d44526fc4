import { afterAll, describe, test } from 'vitest';
import { mariadbConnection } from '../../src/sources/mariadb/connection.ts';
import { countPresent } from '../../src/sources/mariadb/count-present.ts';
import { introspectMariadb } from '../../src/sources/mariadb/introspect.ts';
import { mariadbSource } from '../../src/sources/mariadb/mariadb-source.ts';
import { sampleMariadb } from '../../src/sources/mariadb/sample.ts';
import type { Session } from '../../src/sources/session.ts';
import { emptyMariadb, mariadbServer } from '../support/mariadb.ts';
import { describeSource } from './source.suite.ts';
import { counting } from './test-bench.ts';
import type { Cost, Sampler, TestedDatabase } from './tested-kind.ts';

const server = await mariadbServer();

if (server.kind === 'missing') {
  describe.skip(`MariaDB (${server.reason})`, () => {
    test('is not here', () => undefined);
  });
} else {
  const { port, stop } = server;
  afterAll(stop);
  describeSource('MariaDB', {
    kind: 'mariadb',
    open: mariadbSource,
    database: () => database(port),
    nowhere: 'mariadb://nobody@127.0.0.1:9/nothing',
    sql: {
      json: 'json',
      timestamp: 'datetime',
      counter: 'integer auto_increment primary key',
      keyText: 'varchar(190)',
      talkativeTrigger: (table) => `
        create trigger refuse before delete on ${table} for each row begin
          set @told = concat('no: ', old.email);
          signal sqlstate '45000' set message_text = @told;
        end`,
      createRole: (name, readable) =>
        `create user ${name} identified by 'x'; grant select on ${readable ?? '*'} to ${name}`,
      dropRole: (name) => `drop user ${name}`,
      bytes: 'blob',
      someBytes: "x'0102'",
      longText: 'longtext',
      repeated: (letter, times) => `repeat('${letter}', ${times})`,
      fill: (table, rows) =>
        `insert into ${table} select seq, concat('person', seq, '@example.org'), concat('Person ', seq), repeat('x', seq % 100)
        from seq_1_to_${rows}; analyze table ${table}`,
    },
    catalogStatements: 6,
    countStatements: async (connectionString) => {
      const connection = mariadbConnection('tested', connectionString);
      let count = 0;
      await introspectMariadb('tested', {
        ...connection,
        reading: (work) => connection.reading((session) => work(counting(session, () => count++))),
      });
      await connection.close();
      return count;
    },
    costOf,
    lacks: {
      schemas: 'a MariaDB database has no schemas in it',
      partitions: 'a partitioned table of MariaDB has no foreign keys, and its partitions are no tables',
      domains: 'MariaDB has no domains',
      batches: 'an erasure of MariaDB is one transaction',
      keyless: 'rows of MariaDB have no address: a personal table needs a key',
      'implicit-keys': 'MariaDB wants the columns of a foreign key spelled out',
      'expression-indexes': 'MariaDB indexes columns, not expressions',
      'partial-indexes': 'MariaDB has no partial indexes',
      'rare-names': 'names of MariaDB hold no characters beyond three bytes',
    },
  });
}

/** The rows that the session's own counters saw read, the counting itself left out. */
async function costOf<T>(database: TestedDatabase, work: (source: Sampler) => Promise<T>): Promise<Cost<T>> {
  const connection = mariadbConnection('tested', database.connectionString);
  let read = 0;
  const told = async (session: Session) => {
    const { rows } = await session.run({ sql: "show session status like 'Handler_read%'", parameters: [] });
    return rows.reduce((sum, row) => sum + Number(row['Value']), 0);
  };
  const counted: Parameters<typeof sampleMariadb>[0] = {
    reading: (reading) =>
      connection.reading(async (session) => {
        const idle = -(await told(session)) + (await told(session));
        const before = await told(session);
        const result = await reading(session);
        read = (await told(session)) - before - idle;
        return result;
      }),
  };
  const result = await work({
    sample: (tables, limits) => sampleMariadb(counted, tables, limits),
    countPresent: (place, values) => countPresent(counted, place, { values, seconds: 10 }),
  });
  await connection.close();
  return { result, reads: [{ unit: 'rows', read, bound: 5_000 }] };
}

async function database(port: number): Promise<TestedDatabase> {
  const empty = await emptyMariadb(port);
  const rows = async (sql: string) => {
    const [result] = await empty.client.query(sql);
    return result as Readonly<Record<string, unknown>>[];
  };
  return {
    connectionString: empty.url,
    script: async (sql) => {
      await empty.client.query(sql);
    },
    rows,
    openConnections: async () => {
      const [row] = await rows(
        'select count(*) as n from information_schema.processlist where db = database() and id <> connection_id()',
      );
      return Number(row?.['n']);
    },
    [Symbol.asyncDispose]: () => empty[Symbol.asyncDispose](),
  };
}
