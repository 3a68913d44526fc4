import { sql } from 'kysely';
import { present } from '../../base/assert.ts';
import type { SourceRectification } from '../../plan/plan.ts';
import { runScoped, type Session } from '../session.ts';
import type { CapturedCell, CellCapture, CorrectedPeople, RectificationCount } from '../source.ts';
import {
  type CellDialect,
  type CellStep,
  type Cells,
  cellRows,
  cellsOf,
  readSpellings,
  type Spellings,
  spellingsStatement,
  takenRows,
} from './corrected-cells.ts';
import type { Fragment } from './dialect.ts';
import { keyParts } from './scope.ts';
import { compileScoped } from './scoped-statement.ts';

/** A correction, and where it is compiled for. */
export interface Rectification {
  readonly on: CellDialect;
  readonly plan: SourceRectification;
  readonly people: CorrectedPeople;
}

/** What a correction would do. Two or three statements that change nothing, each at one moment. */
export async function countRectification(
  session: Session,
  rectification: Rectification,
): Promise<readonly RectificationCount[]> {
  const spellings = await findSpellings(session, rectification);
  const cells = newCells(rectification);
  const rows = cellRows(cells, spellings, { arity: 0 });
  if (rows === null) return [];
  const counts = await runScoped(session, compileScoped(cells.scope, countsOf(sql`(${rows})`)));
  const again = newCells(rectification);
  const taken = takenRows(again, spellings);
  const taking = taken === null ? { rows: [] } : await runScoped(session, compileScoped(again.scope, taken));
  const takenSteps = new Set(
    taking.rows.filter((row) => Number(row['n']) > 0).map((row) => Number(row['step'])),
  );
  return readCounts(cells, counts.rows, takenSteps);
}

/** How a database makes and uses the table of cells: gone, at the latest, with the transaction or its connection. */
export interface CellTable {
  readonly name: Fragment;
  /** Makes it, empty: `n` counts its rows; then `(step, fate, since, k1 … kn, before)`. */
  create(arity: number): Fragment;
  /** Takes it away; null where it goes by itself. */
  readonly drop: Fragment | null;
  /**
   * Sets columns of the rows of a table that a relation of keys names.
   *
   * @param change `sets`: a value, under `t` as it was, for each column; `where`: which rows they are, `r` being one of the relation.
   */
  update(change: {
    readonly table: Fragment;
    readonly rows: Fragment;
    readonly sets: readonly { readonly column: string; readonly value: Fragment }[];
    readonly where: Fragment;
  }): Fragment;
  /** That a cell is still what it was; null where nobody else can have changed it meanwhile. */
  readonly isStill: ((now: Fragment, before: Fragment) => Fragment) | null;
}

/** Cells that go to the capture at once. */
const cellsAtOnce = 1000;

/**
 * Carries a correction out, inside a transaction: the cells are written down with what stands in them, handed to the capture,
 * and changed, table by table. Null when somebody else changed one of them meanwhile: then it must be begun again.
 */
export async function rectifyIn(
  session: Session,
  rectification: Rectification,
  { into, capture, captured }: Carrying,
): Promise<readonly RectificationCount[] | null> {
  const { dialect } = rectification.on;
  const run = (fragment: Fragment) => session.run(dialect.compile(fragment));
  await capture.begin();
  const spellings = await findSpellings(session, rectification);
  const cells = newCells(rectification);
  const arity = Math.max(1, ...cells.steps.map(({ scoped }) => keyParts(dialect, scoped.table.key).length));
  const rows = cellRows(cells, spellings, { arity });
  if (rows === null) return [];
  const names = sql.join(
    ['step', 'fate', 'since', ...range(arity).map((i) => `k${i + 1}`), 'before'].map((name) => sql.id(name)),
  );
  await run(into.create(arity));
  const fill = compileScoped(
    cells.scope,
    sql`insert into ${into.name} (${names}) select * from (${rows}) as f`,
  );
  await runScoped(session, fill);
  const counts = await run(countsOf(into.name));
  for (let after = 0; ; ) {
    const window = await run(
      sql`select n, step, fate, ${sql.join(range(arity).map((i) => sql.id(`k${i + 1}`)))}, ${sql.id('before')} from ${into.name} where n > ${sql.lit(after)} order by n limit ${sql.lit(cellsAtOnce)}`,
    );
    await capture.take(window.rows.flatMap((row) => capturedCell(cells, row, spellings) ?? []));
    const last = window.rows.at(-1);
    if (last === undefined || window.rows.length < cellsAtOnce) break;
    after = Number(last['n']);
  }
  await captured();
  for (const table of Map.groupBy(freeSteps(cells), ({ scoped }) => scoped).values()) {
    const { pivot, statement } = updateOf(cells, table, into);
    const wanted = await run(sql`select count(*) as n from (${pivot}) as p`);
    if (Number(wanted.rows[0]?.['n']) === 0) continue;
    const { count } = await run(statement);
    if (into.isStill !== null && count !== Number(wanted.rows[0]?.['n'])) return null;
  }
  if (into.drop !== null) await run(into.drop);
  return readCounts(cells, counts.rows, new Set());
}

export interface Carrying {
  readonly into: CellTable;
  readonly capture: CellCapture;
  /** Called when the capture has every cell and none is changed. */
  readonly captured: () => Promise<void>;
}

function newCells({ on, plan, people }: Rectification): Cells {
  return cellsOf(on, plan, people);
}

async function findSpellings(session: Session, rectification: Rectification): Promise<Spellings> {
  const cells = newCells(rectification);
  const statement = spellingsStatement(cells);
  return readSpellings(cells, statement === null ? [] : (await runScoped(session, statement)).rows);
}

function countsOf(rows: Fragment): Fragment {
  return sql`select c.step, c.fate, count(*) as n, case when count(*) = count(c.since) then max(c.since) end as since from ${rows} as c group by c.step, c.fate`;
}

function readCounts(
  { steps }: Cells,
  rows: readonly Readonly<Record<string, unknown>>[],
  taken: ReadonlySet<number>,
): readonly RectificationCount[] {
  return steps.flatMap(({ step, index }) =>
    (['set', 'shared', 'keep'] as const).flatMap((fate): readonly RectificationCount[] => {
      const row = rows.find((one) => Number(one['step']) === index && one['fate'] === fate);
      if (row === undefined) return [];
      const why = fate !== 'set' ? null : (step.bar ?? (taken.has(index) ? 'taken' : null));
      const { table, column, correction } = step;
      const since = row['since'];
      return [
        {
          table,
          column,
          correction,
          effect: why === null ? fate : 'left',
          why,
          rows: Number(row['n']),
          latestStart: fate === 'keep' && typeof since === 'string' ? since : null,
        },
      ];
    }),
  );
}

/** The steps that change something. */
function freeSteps({ steps }: Cells): readonly CellStep[] {
  return steps.filter(({ step }) => step.bar === null);
}

function capturedCell(
  cells: Cells,
  row: Readonly<Record<string, unknown>>,
  spellings: Spellings,
): CapturedCell | null {
  const each = present(
    cells.steps.find(({ index }) => index === Number(row['step'])),
    'the step of a cell',
  );
  const { step, scoped } = each;
  const fate = row['fate'];
  if (fate === 'shared' || (fate === 'set' && step.bar !== null)) return null;
  const parts = keyParts(cells.on.dialect, scoped.table.key);
  const key = parts.map((part, i) => {
    const text = String(row[`k${i + 1}`]);
    return fate === 'set' ? keyAfter(cells, { each, part: part.column, text }, spellings) : text;
  });
  const before = row['before'];
  return {
    table: step.table,
    column: step.column,
    key,
    effect: fate === 'keep' ? 'keep' : 'set',
    correction: step.correction,
    before: before === null ? null : String(before),
  };
}

// A column that tells rows apart may itself be what is corrected: the address by which a mailing list knows somebody.
function keyAfter(
  cells: Cells,
  { each, part, text }: { readonly each: CellStep; readonly part: string; readonly text: string },
  spellings: Spellings,
): string {
  const setting = freeSteps(cells).find(
    ({ scoped, column, index }) =>
      scoped === each.scoped && column.name === part && (spellings.get(index)?.includes(text) ?? false),
  );
  return setting?.wanted ?? text;
}

/** One update for a table, whose rows may get several columns at once: each by what stood there before any of them. */
function updateOf(
  cells: Cells,
  steps: readonly CellStep[],
  into: CellTable,
): { readonly pivot: Fragment; readonly statement: Fragment } {
  const { dialect, cellText } = cells.on;
  const { scoped } = present(steps[0], 'a step');
  const parts = keyParts(dialect, scoped.table.key);
  const keys = parts.map((_, i) => sql.id(`k${i + 1}`));
  const columns = [...Map.groupBy(steps, ({ column }) => column).entries()];
  const indexes = (of: readonly CellStep[]) => sql.join(of.map(({ index }) => sql.lit(index)));
  const chosen = columns.flatMap(([, of], i) => [
    sql`max(case when step in (${indexes(of)}) then step end) as ${sql.id(`s${i}`)}`,
    sql`max(case when step in (${indexes(of)}) then ${sql.id('before')} end) as ${sql.id(`b${i}`)}`,
  ]);
  const pivot = sql`select ${sql.join([...keys, ...chosen])} from ${into.name} where fate = 'set' and step in (${indexes(steps)}) group by ${sql.join(keys)}`;
  const same = parts.map(
    ({ column, type }, i) =>
      sql`${sql.id('t', column)} = ${dialect.fromText(sql.id('r', `k${i + 1}`), type)}`,
  );
  const still = into.isStill;
  const unchanged = columns.flatMap(([column], i) =>
    still === null
      ? []
      : [sql`(${sql.id('r', `s${i}`)} is null or ${still(cellText(column), sql.id('r', `b${i}`))})`],
  );
  return {
    pivot,
    statement: into.update({
      table: sql.id(scoped.table.schema, scoped.table.name),
      rows: pivot,
      sets: columns.map(([column, of], i) => ({
        column: column.name,
        value: sql`case ${sql.join(
          of.map(
            ({ index, wanted }) =>
              sql`when ${sql.id('r', `s${i}`)} = ${sql.lit(index)} then ${wanted === null ? sql`null` : sql`${wanted}`}`,
          ),
          sql` `,
        )} else ${sql.id('t', column.name)} end`,
      })),
      where: sql.join([...same, ...unchanged], sql` and `),
    }),
  };
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, i) => i);
}
