import { present } from '../../base/assert.ts';
import { normaliseIdentity } from '../../domain/identity.ts';
import type { SetStep, SourceRectification } from '../../plan/plan.ts';
import type { SelectedColumn } from '../../plan/selection.ts';
import type { RectifyFaultPoint } from '../rectify-fault-points.ts';
import type {
  CapturedCell,
  CellQuestion,
  CorrectedPeople,
  RectificationCount,
  Rectified,
  RectifyOptions,
} from '../source.ts';
import { identityIn } from '../subject-question.ts';
import { heldRows } from './fates.ts';
import { type PersonRow, peopleIn, personRows, subjectOf } from './person-rows.ts';
import { type OpenApi, resourceOf } from './read.ts';
import { carryOut, requireChanged } from './row-change.ts';

export interface HttpRectification {
  readonly plan: SourceRectification;
  readonly people: CorrectedPeople;
}

/** What a correction would do. Reads everything that is theirs, and changes nothing. */
export async function countRectificationOverHttp(
  api: OpenApi,
  rectification: HttpRectification,
): Promise<readonly RectificationCount[]> {
  return countCells(await decide(api, rectification));
}

/**
 * Reads everything, decides, hands the cells to the capture, then changes row by row and reads the changed rows again. An API has
 * no transaction: done again, it finds what is left.
 *
 * @throws GestandError `source-failed` when a row is still what it was; what reading throws.
 */
export async function rectifyOverHttp(
  api: OpenApi,
  rectification: HttpRectification,
  { capture, faultPoint }: RectifyOptions,
): Promise<Rectified> {
  const { selection } = rectification.plan;
  const reach = (point: RectifyFaultPoint) => faultPoint(point);
  const cells = await decide(api, rectification);
  await reach('rectify.entered');
  await capture.begin();
  await capture.take(cells.flatMap((cell) => captured(cell) ?? []));
  await reach('rectify.captured');
  const set = Map.groupBy(
    cells.filter(({ effect }) => effect === 'set'),
    ({ row }) => row,
  );
  const changes = [...set].map(([row, its]) => ({
    row,
    columns: Object.fromEntries(its.map(({ column, wanted }) => [column.name, jsonValue(column, wanted)])),
  }));
  for (const [table, its] of Map.groupBy(changes, ({ row }) => row.table)) {
    for (const change of its) await carryOut(api, change);
    await requireChanged(api, { selection, table, changes: its, isDone: saysTheSame });
  }
  await reach('rectify.recorded');
  await reach('rectify.committed');
  return { counts: countCells(cells), capture: null };
}

/** What stands in these cells now. Only people's own rows can be asked for by their key alone: of others, null. */
export async function lookAtCellsOverHttp(
  api: OpenApi,
  { table, column, keys }: CellQuestion,
): Promise<readonly (string | null | undefined)[] | null> {
  const { parent, read } = resourceOf(api, table.id);
  if (parent !== null || read === null) return null;
  const found: (string | null | undefined)[] = [];
  for (const key of keys) {
    const { row, gone } = await subjectOf(api, table.id, key);
    found.push(gone ? undefined : textOf(row[column.name]));
  }
  return found;
}

interface Cell {
  readonly row: PersonRow;
  readonly step: SetStep;
  readonly column: SelectedColumn;
  readonly before: string | null;
  readonly wanted: string | null;
  readonly effect: RectificationCount['effect'];
  readonly why: RectificationCount['why'];
  readonly since: string | null;
}

async function decide(api: OpenApi, { plan, people }: HttpRectification): Promise<readonly Cell[]> {
  const { selection, steps } = plan;
  const { bindings, values } = people;
  const rows: PersonRow[] = [];
  for (const person of peopleIn(bindings))
    for await (const row of personRows(api, { selection, bindings, person }, 'personal')) rows.push(row);
  const held = heldRows(rows);
  const sets = steps.filter((step) => step.kind === 'set');
  return rows.flatMap((row) =>
    sets.flatMap((step): readonly Cell[] => {
      if (step.table !== row.table.id) return [];
      const column = present(
        row.table.columns.find(({ name }) => name === step.column),
        step.column,
      );
      const { now, wanted } = present(values[step.correction], 'the values of a correction');
      const before = textOf(row.row[column.name]);
      if (!isMeant(step, column, { before, now }) || before === wanted) return [];
      const why = whyNot(api, { row, step, column });
      const effect = held.has(row) ? 'keep' : why === null ? 'set' : 'left';
      const since = held.get(row) ?? null;
      return [{ row, step, column, before, wanted, effect, why: effect === 'left' ? why : null, since }];
    }),
  );
}

function isMeant(
  { compared }: SetStep,
  column: SelectedColumn,
  { before, now }: { readonly before: string | null; readonly now: string | null },
): boolean {
  if (compared === 'empty') return before === null || (column.family === 'text' && before === '');
  if (before === null || now === null) return false;
  if (compared === 'exact') return before === now;
  return identityIn(column, compared, before).value === normaliseIdentity(compared, now).value;
}

// An API finds a row by its key, so that a row whose key changed could not be looked at again.
function whyNot(
  api: OpenApi,
  { row, step, column }: Pick<Cell, 'row' | 'step' | 'column'>,
): RectificationCount['why'] {
  if (step.bar !== null) return step.bar;
  if (row.table.key.some(({ name }) => name === column.name)) return 'key';
  return resourceOf(api, row.table.id).rectify === null ? 'unwritable' : null;
}

function countCells(cells: readonly Cell[]): readonly RectificationCount[] {
  const groups = Map.groupBy(cells, ({ step, effect, why }) =>
    JSON.stringify([step.table, step.column, step.correction, effect, why]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { step, effect, why } = first;
    const starts = group.map(({ since }) => since);
    const latestStart =
      effect !== 'keep' || starts.includes(null) ? null : (starts.toSorted().at(-1) ?? null);
    const { table, column, correction } = step;
    return [{ table, column, correction, effect, why, rows: group.length, latestStart }];
  });
}

function captured({ row, step, effect, before }: Cell): CapturedCell | null {
  if (effect !== 'set' && effect !== 'keep') return null;
  const { table, column, correction } = step;
  return { table, column, key: row.key, effect, correction, before };
}

/** As JSON has it: a number where the column holds numbers that JavaScript keeps exactly. */
function jsonValue({ family }: SelectedColumn, wanted: string | null): unknown {
  if (wanted === null || (family !== 'integer' && family !== 'decimal')) return wanted;
  const number = Number(wanted);
  return String(number) === wanted ? number : wanted;
}

function saysTheSame(found: unknown, wanted: unknown): boolean {
  if (typeof wanted === 'number') return found !== null && Number(found) === wanted;
  return textOf(found) === textOf(wanted);
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
