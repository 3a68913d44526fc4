import { mariadbConnection } from '../../src/sources/mariadb/connection.ts';
import { mariadbSource } from '../../src/sources/mariadb/mariadb-source.ts';
import { emptyMariadb } from './mariadb.ts';

/** A database made by a script, with a source and a connection on it. */
export async function mariadbBench(port: number, script = '') {
  const empty = await emptyMariadb(port);
  if (script !== '') await empty.client.query(script);
  const source = mariadbSource('tested', empty.url);
  const connection = mariadbConnection('tested', empty.url);
  return {
    ...empty,
    source,
    connection,
    count: async (table: string) => {
      const [rows] = await empty.client.query(`select count(*) as n from ${table}`);
      return Number((rows as { n: number }[])[0]?.n);
    },
    [Symbol.asyncDispose]: async () => {
      await source.close();
      await connection.close();
      await empty[Symbol.asyncDispose]();
    },
  };
}
