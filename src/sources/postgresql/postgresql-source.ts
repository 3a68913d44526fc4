import { sql } from 'kysely';
import type { Catalog } from '../../catalog/catalog.ts';
import { catalogColumnOf } from '../catalog-column.ts';
import { accessRow, countAccess, countErasure } from '../count.ts';
import { secondsPerQuestion } from '../sample.ts';
import type { AccessRow, Source } from '../source.ts';
import { compileAccess } from '../sql/access.ts';
import { datedRows } from '../sql/dated-rows.ts';
import { postgresqlDialect } from '../sql/dialect.ts';
import { lookAtCells } from '../sql/look-at-cells.ts';
import { countRectification } from '../sql/rectify.ts';
import { subjectPages } from '../sql/subject-pages.ts';
import { postgresqlConnection } from './connection.ts';
import { makeContact } from './contact.ts';
import { countPresent } from './count-present.ts';
import { postgresqlDates } from './date-conditions.ts';
import { eraseInPostgresql } from './erase.ts';
import { findInPostgresql } from './find.ts';
import { postgresqlGate } from './gate.ts';
import { introspectPostgresql } from './introspect.ts';
import { prepareJournal } from './journal.ts';
import { postgresqlCells, rectifyInPostgresql } from './rectify.ts';
import { samplePostgresql } from './sample.ts';
import { searchPostgresql } from './search.ts';
import { tagRows } from './tag-rows.ts';

/**
 * A PostgreSQL database as a source; connects when first used. Which capabilities it has is known after the first
 * successful call, `ping` included: until then it claims none that depends on its role.
 */
export function postgresqlSource(id: string, connectionString: string): Source {
  const connection = postgresqlConnection(id, connectionString);
  const contact = onFirstUse(() => makeContact(connection));
  const journal = onFirstUse(() => prepareJournal(connection));
  const counting = { dialect: postgresqlDialect, session: connection };
  let catalog: Catalog | undefined;
  const introspect = async (): Promise<Catalog> => {
    await contact.make();
    catalog = await introspectPostgresql(id, connection);
    return catalog;
  };
  return {
    id,
    kind: 'postgresql',
    get capabilities() {
      const markers = contact.made()?.markers ?? false;
      const gates = contact.made()?.gates ?? false;
      return { markers, gates, batches: markers, snapshot: true, scans: true };
    },
    ping: async () => {
      await contact.make();
      await connection.run({ sql: 'select 1', parameters: [] });
    },
    introspect,
    sample: (tables, limits) => samplePostgresql(connection, tables, limits),
    countPresent: (place, values) => countPresent(connection, place, { values, seconds: secondsPerQuestion }),
    find: (map, identities) => findInPostgresql(connection, map, identities),
    listSubjects: (table, page) =>
      subjectPages(
        { dialect: postgresqlDialect, run: connection.run, asText: (value) => sql`${value}::text` },
        table,
        page,
      ),
    countAccess: (plan, bindings) => countAccess(counting, plan, bindings),
    readAccess: async function* (plan, bindings): AsyncGenerator<AccessRow> {
      const statement = compileAccess(postgresqlDialect, plan, bindings);
      if (statement === null) return;
      for await (const row of connection.stream(statement)) yield accessRow(statement, row);
    },
    countErasure: (plan, bindings) => countErasure(counting, plan, bindings),
    erase: async (plan, bindings, options) => {
      const { markers } = await contact.make();
      return eraseInPostgresql(connection, {
        plan,
        bindings,
        options,
        markers,
        prepareJournal: ({ again = false } = {}) => (again ? journal.makeAgain() : journal.make()),
      });
    },
    countRectification: (plan, people) =>
      countRectification(connection, { on: postgresqlCells, plan, people }),
    rectify: async (plan, people, options) => {
      const { markers } = await contact.make();
      return rectifyInPostgresql(connection, {
        plan,
        people,
        options,
        markers,
        prepareJournal: journal.make,
      });
    },
    lookAtCells: (question) => lookAtCells(connection, postgresqlCells, question),
    ...postgresqlGate(connection, journal.make),
    search: async (map, values) => {
      const { foldingCollation } = await contact.make();
      return searchPostgresql(connection, map, { values, foldingCollation });
    },
    ...datedRows({
      dates: postgresqlDates,
      session: connection,
      placeOf: (name) => catalogColumnOf({ known: catalog, introspect }, name),
    }),
    tagRows: async (place) =>
      tagRows(connection, await catalogColumnOf({ known: catalog, introspect }, place)),
    close: () => connection.close(),
  };
}

// Done once; done again when it failed, or when what was made is gone.
function onFirstUse<T>(work: () => Promise<T>) {
  let made: { readonly value: T } | undefined;
  const make = async (): Promise<T> => {
    made ??= { value: await work() };
    return made.value;
  };
  return {
    made: () => made?.value,
    make,
    makeAgain: () => {
      made = undefined;
      return make();
    },
  };
}
