import { accessSync, constants } from 'node:fs';
import { sql } from 'kysely';
import type { Catalog } from '../../catalog/catalog.ts';
import { catalogColumnOf } from '../catalog-column.ts';
import { accessRow, type Counting, countAccess, countErasure } from '../count.ts';
import type { AccessRow, Source } from '../source.ts';
import { compileAccess } from '../sql/access.ts';
import { datedRows } from '../sql/dated-rows.ts';
import { sqliteDialect } from '../sql/dialect.ts';
import { lookAtCells } from '../sql/look-at-cells.ts';
import { countRectification } from '../sql/rectify.ts';
import { subjectPages } from '../sql/subject-pages.ts';
import { sqliteConnection } from './connection.ts';
import { countPresent } from './count-present.ts';
import { sqliteDates } from './date-conditions.ts';
import { eraseInSqlite } from './erase.ts';
import { findInSqlite } from './find.ts';
import { sqliteGate } from './gate.ts';
import { introspectSqlite } from './introspect.ts';
import { rectifyInSqlite, sqliteCells } from './rectify.ts';
import { sampleSqlite } from './sample.ts';
import { searchSqlite } from './search.ts';
import { tagFile } from './tag-file.ts';

/** A SQLite file as a source. @param connectionString a path, or a `file:` or `sqlite:` URL. */
export function sqliteSource(id: string, connectionString: string): Source {
  const connection = sqliteConnection(id, connectionString);
  const counting = <T>(count: (on: Counting) => Promise<T>): Promise<T> =>
    connection.transaction('read', (session) => count({ dialect: sqliteDialect, session }));
  let catalog: Catalog | undefined;
  const introspect = async (): Promise<Catalog> => {
    catalog = await introspectSqlite(id, connection);
    return catalog;
  };
  return {
    id,
    kind: 'sqlite',
    get capabilities() {
      const writable = isWritable(connection.file);
      return { markers: writable, gates: writable, batches: false, snapshot: true, scans: true };
    },
    ping: async () => {
      await connection.run({ sql: 'select count(*) from main.sqlite_schema', parameters: [] });
    },
    introspect,
    sample: (tables, limits) => sampleSqlite(connection, tables, limits),
    countPresent: (place, values) => countPresent(connection, place, values),
    find: (map, identities) => findInSqlite(connection, map, identities),
    listSubjects: (table, page) =>
      subjectPages(
        { dialect: sqliteDialect, run: connection.run, asText: (value) => sql`cast(${value} as text)` },
        table,
        page,
      ),
    countAccess: (plan, bindings) => counting((on) => countAccess(on, plan, bindings)),
    readAccess: async function* (plan, bindings): AsyncGenerator<AccessRow> {
      const statement = compileAccess(sqliteDialect, plan, bindings);
      if (statement === null) return;
      for await (const row of connection.stream(statement)) yield accessRow(statement, row);
    },
    countErasure: (plan, bindings) => counting((on) => countErasure(on, plan, bindings)),
    erase: (plan, bindings, options) => eraseInSqlite(connection, plan, { bindings, options }),
    countRectification: (plan, people) =>
      counting(({ session }) => countRectification(session, { on: sqliteCells, plan, people })),
    rectify: (plan, people, options) => rectifyInSqlite(connection, plan, { people, options }),
    lookAtCells: (question) => counting(({ session }) => lookAtCells(session, sqliteCells, question)),
    ...sqliteGate(connection),
    search: (map, values) => searchSqlite(connection, map, values),
    ...datedRows({
      dates: sqliteDates,
      session: connection,
      placeOf: (name) => catalogColumnOf({ known: catalog, introspect }, name),
    }),
    tagRows: async () => tagFile(connection.file),
    close: () => connection.close(),
  };
}

function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
