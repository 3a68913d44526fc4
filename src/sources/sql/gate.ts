import { sql } from 'kysely';
import type { GateMark, SourceBindings } from '../../plan/plan.ts';
import type { SelectedTable, Selection } from '../../plan/selection.ts';
import type { MarkCount, MarkOrder } from '../gate.ts';
import type { Session } from '../session.ts';
import type { Dialect, Fragment } from './dialect.ts';

/** Where a database keeps our gate table, and how it is told to leave a row that is there. */
export interface GateTable {
  readonly dialect: Dialect;
  readonly name: Fragment;
  readonly orLeave: Fragment;
}

interface GateRow {
  readonly table: string;
  readonly key: string;
  readonly purpose: string;
  readonly category: string;
  readonly recipient: string;
  readonly mark: string;
  readonly kind: string;
}

const rowsInStatement = 500;

/** Carries out an order inside a transaction, and counts what stands of its marks after it. */
export async function changeMarks(
  session: Session,
  gate: GateTable,
  { order, bindings }: { readonly order: MarkOrder; readonly bindings: SourceBindings },
): Promise<readonly MarkCount[]> {
  const run = (fragment: Fragment) => session.run(gate.dialect.compile(fragment));
  const ids = order.marks.map(({ id }) => id);
  if (ids.length === 0) return [];
  switch (order.change) {
    case 'set': {
      const rows = rowsOf(order, bindings);
      for (let from = 0; from < rows.length; from += rowsInStatement)
        await run(insert(gate, rows.slice(from, from + rowsInStatement)));
      break;
    }
    case 'uphold':
      for (const { id, kind } of order.marks)
        await run(sql`update ${gate.name} set kind = ${kind} where mark = ${id}`);
      break;
    case 'lift':
      await run(sql`delete from ${gate.name} where mark in (${sql.join(ids)})`);
      break;
  }
  return countMarks(session, gate, ids);
}

export async function countMarks(
  session: Session,
  { dialect, name }: GateTable,
  marks: readonly string[],
): Promise<readonly MarkCount[]> {
  const counts: MarkCount[] = [];
  for (let from = 0; from < marks.length; from += rowsInStatement) {
    const asked = marks.slice(from, from + rowsInStatement);
    const { rows } = await session.run(
      dialect.compile(
        sql`select mark, kind, count(*) as marked from ${name} where mark in (${sql.join(asked)})
        group by mark, kind order by mark, kind`,
      ),
    );
    counts.push(
      ...rows.map((row) => ({
        mark: String(row['mark']),
        kind: String(row['kind']),
        rows: Number(row['marked']),
      })),
    );
  }
  return counts;
}

/** Takes the marks of those bound rows that are no longer in their table. */
export async function clearMarks(
  session: Session,
  gate: GateTable,
  { selection, bindings }: { readonly selection: Selection; readonly bindings: SourceBindings },
): Promise<void> {
  for (const table of selection.tables) {
    const bound = table.subject && table.key.length > 0 ? (bindings[table.id] ?? []) : [];
    for (let from = 0; from < bound.length; from += rowsInStatement) {
      const keys = bound.slice(from, from + rowsInStatement).map(({ key }) => key);
      const left = await stillThere(session, gate, { table, keys });
      const gone = keys.filter((_, i) => !left.has(i)).map(keyText);
      if (gone.length > 0)
        await session.run(
          gate.dialect.compile(
            sql`delete from ${gate.name} where subject_table = ${table.id} and subject_key in (${sql.join(gone)})`,
          ),
        );
    }
  }
}

/** Which of some keys, by their place in the list, are in the table. */
async function stillThere(
  session: Session,
  { dialect }: GateTable,
  { table, keys }: { readonly table: SelectedTable; readonly keys: readonly (readonly string[])[] },
): Promise<ReadonlySet<number>> {
  const bound = dialect.subjectRows(
    keys.map((key, person) => ({ person, key })),
    table.key.length,
  );
  const same = table.key.map(
    ({ name, type }, i) => sql`${sql.id('t', name)} = ${dialect.fromText(sql.id('s', `k${i + 1}`), type)}`,
  );
  const { rows } = await session.run(
    dialect.compile(
      sql`select s.person as place from ${bound} where exists (
        select 1 from ${sql.id(table.schema, table.name)} t where ${sql.join(same, sql` and `)})`,
    ),
  );
  return new Set(rows.map((row) => Number(row['place'])));
}

/** A key of one column is its value as text; one of several, a JSON array of them. */
function keyText(key: readonly string[]): string {
  const [only] = key;
  return key.length === 1 && only !== undefined ? only : JSON.stringify(key);
}

function rowsOf({ steps, marks }: MarkOrder, bindings: SourceBindings): readonly GateRow[] {
  return steps.flatMap(({ table }) =>
    (bindings[table] ?? []).flatMap(({ key }) =>
      marks.flatMap((mark) => cellsOf(mark).map((cell) => ({ ...cell, table, key: keyText(key) }))),
    ),
  );
}

/** Empty stands for all: a key may have no NULL in it. */
const everything = [''];

function cellsOf({ id, kind, purposes, categories, recipients }: GateMark) {
  return purposes.flatMap((purpose) =>
    (categories ?? everything).flatMap((category) =>
      (recipients ?? everything).map((recipient) => ({ mark: id, kind, purpose, category, recipient })),
    ),
  );
}

function insert({ name, orLeave }: GateTable, rows: readonly GateRow[]): Fragment {
  const values = rows.map(
    (row) =>
      sql`(${row.table}, ${row.key}, ${row.purpose}, ${row.category}, ${row.recipient}, ${row.mark}, ${row.kind})`,
  );
  return sql`insert into ${name} (subject_table, subject_key, purpose, category, recipient, mark, kind)
    values ${sql.join(values)} ${orLeave}`;
}
