import type { Catalog } from '../../catalog/catalog.ts';
import { catalogColumnOf } from '../catalog-column.ts';
import { accessRow, countAccess, countErasure } from '../count.ts';
import { secondsPerQuestion } from '../sample.ts';
import type { AccessRow, Source } from '../source.ts';
import { compileAccess } from '../sql/access.ts';
import { datedRows } from '../sql/dated-rows.ts';
import { lookAtCells } from '../sql/look-at-cells.ts';
import { mariadbDialect } from '../sql/mariadb-dialect.ts';
import { countRectification } from '../sql/rectify.ts';
import { subjectPages } from '../sql/subject-pages.ts';
import { type MariadbConnection, mariadbConnection } from './connection.ts';
import { type Contact, makeContact } from './contact.ts';
import { countPresent } from './count-present.ts';
import { mariadbDates } from './date-conditions.ts';
import { eraseInMariadb } from './erase.ts';
import { findInMariadb } from './find.ts';
import { mariadbGate } from './gate.ts';
import { introspectMariadb } from './introspect.ts';
import { refuseKnots } from './knots.ts';
import { mariadbCells, rectifyInMariadb } from './rectify.ts';
import { sampleMariadb } from './sample.ts';
import { searchMariadb } from './search.ts';
import { tagRows } from './tag-rows.ts';

/**
 * A MariaDB database as a source; connects when first used. Which capabilities it has is known after the first
 * successful call, `ping` included: until then it claims none that depends on its user.
 *
 * @param connectionString `mariadb://user:password@host:3306/database`; see connection-settings.ts.
 * @throws GestandError `bad-configuration` when the connection string is none.
 */
export function mariadbSource(id: string, connectionString: string): Source {
  const connection = mariadbConnection(id, connectionString);
  const contact = firstContact(connection);
  const counting = { dialect: mariadbDialect, session: connection.session };
  let catalog: Catalog | undefined;
  const introspect = async (): Promise<Catalog> => {
    await contact.make();
    catalog = await introspectMariadb(id, connection);
    return catalog;
  };
  return {
    id,
    kind: 'mariadb',
    get capabilities() {
      const { markers = false, gates = false } = contact.made() ?? {};
      return { markers, gates, batches: false, snapshot: true, scans: true };
    },
    ping: async () => {
      await contact.make();
      await connection.session.run({ sql: 'select 1', parameters: [] });
    },
    introspect,
    sample: (tables, limits) => sampleMariadb(connection, tables, limits),
    countPresent: (place, values) => countPresent(connection, place, { values, seconds: secondsPerQuestion }),
    find: (map, identities) => findInMariadb(connection, map, identities),
    listSubjects: (table, page) =>
      subjectPages(
        {
          dialect: mariadbDialect,
          run: (statement) => connection.session.run(statement),
          asText: mariadbDialect.toText,
        },
        table,
        page,
      ),
    countAccess: (plan, bindings) => countAccess(counting, plan, bindings),
    readAccess: async function* (plan, bindings): AsyncGenerator<AccessRow> {
      const statement = compileAccess(mariadbDialect, plan, bindings);
      if (statement === null) return;
      for await (const row of connection.stream(statement)) yield accessRow(statement, row);
    },
    countErasure: async (plan, bindings) => {
      await refuseKnots(id, connection, { plan, bindings });
      return countErasure(counting, plan, bindings);
    },
    erase: async (plan, bindings, options) => {
      const { markers } = await contact.make();
      return eraseInMariadb(id, connection, { plan, bindings, options, markers });
    },
    countRectification: (plan, people) =>
      countRectification(connection.session, { on: mariadbCells, plan, people }),
    rectify: async (plan, people, options) => {
      const { markers } = await contact.make();
      return rectifyInMariadb(connection, { plan, people, options, markers });
    },
    lookAtCells: (question) => lookAtCells(connection.session, mariadbCells, question),
    ...mariadbGate(connection),
    search: (map, values) => searchMariadb(connection, map, values),
    ...datedRows({
      dates: mariadbDates,
      session: connection.session,
      placeOf: (name) => catalogColumnOf({ known: catalog, introspect }, name),
    }),
    tagRows: async (place) =>
      tagRows(connection.session, await catalogColumnOf({ known: catalog, introspect }, place)),
    close: () => connection.close(),
  };
}

// Asked once; asked again when nobody answered.
function firstContact(connection: MariadbConnection) {
  let contact: Contact | undefined;
  return {
    made: () => contact,
    make: async (): Promise<Contact> => {
      contact ??= await makeContact(connection);
      return contact;
    },
  };
}
