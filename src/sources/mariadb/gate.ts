import { sql } from 'kysely';
import { changeMarksOnce } from '../change-marks.ts';
import type { GateKeeper } from '../gate.ts';
import { clearMarks, countMarks, type GateTable } from '../sql/gate.ts';
import { mariadbDialect } from '../sql/mariadb-dialect.ts';
import type { MariadbConnection } from './connection.ts';
import { enterStep, prepareJournal, recordStep } from './journal.ts';

export const gateTable = 'gestand_gate';

// A key of InnoDB has at most 3,072 bytes: a character of a key can take four, one of an identifier of ours one.
const definition = `create table if not exists ${gateTable} (
  subject_table varchar(128) not null, subject_key varchar(400) not null,
  purpose varchar(100) character set ascii not null, category varchar(100) character set ascii not null,
  recipient varchar(100) character set ascii not null, mark varchar(60) character set ascii not null,
  kind varchar(20) not null, since timestamp not null default current_timestamp,
  primary key (subject_table, subject_key, purpose, category, recipient, mark), key gate_by_mark (mark)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin`;

const gate: GateTable = {
  dialect: mariadbDialect,
  name: sql.id(gateTable),
  orLeave: sql`on duplicate key update kind = kind`,
};

/** The gate table beside the customer's own, where the user may keep one. */
export function mariadbGate(connection: MariadbConnection): GateKeeper {
  const { session } = connection;
  const exists = async () => {
    const { count } = await session.run({
      sql: 'select 1 from information_schema.tables where table_schema = database() and table_name = ?',
      parameters: [gateTable],
    });
    return count > 0;
  };
  return {
    changeMarks: async (order, bindings, options) => {
      // Before the transaction: making a table ends one.
      await prepareJournal(connection);
      if (!(await exists())) await session.run({ sql: definition, parameters: [] });
      return changeMarksOnce(
        (work) => connection.writing(work),
        { gate, journal: { enterStep, recordStep } },
        { order, bindings, options },
      );
    },
    countMarks: async (marks) => ((await exists()) ? countMarks(session, gate, marks) : []),
    clearMarks: async (selection, bindings) => {
      if (await exists())
        await connection.writing((inside) => clearMarks(inside, gate, { selection, bindings }));
    },
  };
}
