import { afterAll, describe, test } from 'vitest';
import { mariadbSource } from '../../src/sources/mariadb/mariadb-source.ts';
import { emptyMariadb, mariadbServer } from '../support/mariadb.ts';
import { describeSource } from './source.suite.ts';
import type { TestedDatabase } from './tested-kind.ts';

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
      createRole: (name) => `create user ${name} identified by 'x'; grant select on * to ${name}`,
      dropRole: (name) => `drop user ${name}`,
    },
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
