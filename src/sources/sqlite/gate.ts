import { sql } from 'kysely';
import { changeMarksOnce } from '../change-marks.ts';
import type { GateKeeper } from '../gate.ts';
import { sqliteDialect } from '../sql/dialect.ts';
import { clearMarks, countMarks, type GateTable } from '../sql/gate.ts';
import type { SqliteConnection } from './connection.ts';
import { enterStep, recordStep } from './journal.ts';

const definitions = [
  `create table if not exists gestand_gate (
    subject_table text not null, subject_key text not null, purpose text not null, category text not null,
    recipient text not null, mark text not null, kind text not null,
    since text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    primary key (subject_table, subject_key, purpose, category, recipient, mark)) without rowid`,
  'create index if not exists gestand_gate_by_mark on gestand_gate (mark)',
];

const gate: GateTable = {
  dialect: sqliteDialect,
  name: sql.id('gestand_gate'),
  orLeave: sql`on conflict do nothing`,
};

/** The gate table in the customer's own file. */
export function sqliteGate(connection: SqliteConnection): GateKeeper {
  const exists = async () => {
    const { rows } = await connection.run({
      sql: `select count(*) as tables from main.sqlite_schema where name = 'gestand_gate'`,
      parameters: [],
    });
    return Number(rows[0]?.['tables']) > 0;
  };
  return {
    changeMarks: (order, bindings, options) =>
      changeMarksOnce(
        (work) =>
          connection.transaction('write', async (session) => {
            for (const definition of definitions) await session.run({ sql: definition, parameters: [] });
            return work(session);
          }),
        { gate, journal: { enterStep, recordStep } },
        { order, bindings, options },
      ),
    countMarks: async (marks) =>
      (await exists()) ? connection.transaction('read', (session) => countMarks(session, gate, marks)) : [],
    clearMarks: async (selection, bindings) => {
      if (await exists())
        await connection.transaction('write', (session) =>
          clearMarks(session, gate, { selection, bindings }),
        );
    },
  };
}
