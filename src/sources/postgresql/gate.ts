import { sql } from 'kysely';
import { changeMarksOnce } from '../change-marks.ts';
import type { GateKeeper } from '../gate.ts';
import { postgresqlDialect } from '../sql/dialect.ts';
import { clearMarks, countMarks, type GateTable } from '../sql/gate.ts';
import type { PostgresqlConnection } from './connection.ts';
import { createOnce, enterStep, recordStep } from './journal.ts';

const definitions = [
  'create schema if not exists gestand',
  `create table if not exists gestand.gate (
    subject_table text not null, subject_key text not null, purpose text not null, category text not null,
    recipient text not null, mark text not null, kind text not null, since timestamptz not null default now(),
    primary key (subject_table, subject_key, purpose, category, recipient, mark))`,
  'create index if not exists gate_by_mark on gestand.gate (mark)',
];

const gate: GateTable = {
  dialect: postgresqlDialect,
  name: sql.id('gestand', 'gate'),
  orLeave: sql`on conflict do nothing`,
};

/** The gate table in the schema `gestand`, where the role may keep one. */
export function postgresqlGate(
  connection: PostgresqlConnection,
  prepareJournal: () => Promise<unknown>,
): GateKeeper {
  const exists = async () => {
    const { rows } = await connection.run({
      sql: `select to_regclass('gestand.gate') is not null as present`,
      parameters: [],
    });
    return rows[0]?.['present'] === true;
  };
  return {
    changeMarks: async (order, bindings, options) => {
      await prepareJournal();
      if (!(await exists()))
        for (const definition of definitions)
          await createOnce(connection, { sql: definition, parameters: [] });
      return changeMarksOnce(
        (work) => connection.transaction('write', work),
        { gate, journal: { enterStep, recordStep } },
        { order, bindings, options },
      );
    },
    countMarks: async (marks) => ((await exists()) ? countMarks(connection, gate, marks) : []),
    clearMarks: async (selection, bindings) => {
      if (await exists())
        await connection.transaction('write', (session) =>
          clearMarks(session, gate, { selection, bindings }),
        );
    },
  };
}
