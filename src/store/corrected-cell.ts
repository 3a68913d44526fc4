import { type Selectable, sql } from 'kysely';
import type { CaseId, RunId } from '../base/ids.ts';
import { decryptText, encryptText, hashFor } from './encryption.ts';
import type { CellState, Database } from './schema.ts';
import { nowOf, type StoreScope } from './store.ts';

/** A cell that a correction changed, or left because a law holds its row: personal data, kept encrypted. */
export interface CorrectedCell extends CellContent {
  readonly at: CellAt;
  readonly caseId: CaseId;
  readonly source: string;
  readonly table: string;
  readonly column: string;
  readonly state: CellState;
}

interface CellContent {
  /** Of its row, as text. */
  readonly key: readonly string[];
  readonly before: string | null;
  readonly after: string | null;
}

/** Where a cell is kept. */
interface CellAt {
  readonly runId: RunId;
  readonly step: number;
  readonly capture: string;
  /** The keyed hash of source, table, column and key. */
  readonly place: string;
}

/** The cells of one attempt of a step: which of several attempts had its effect is known when the step is done. */
export interface CellBatch {
  readonly runId: RunId;
  readonly step: number;
  readonly capture: string;
  readonly caseId: CaseId;
  readonly source: string;
}

export interface NewCell extends CellContent {
  readonly table: string;
  readonly column: string;
  readonly effect: 'set' | 'keep';
}

/** Forgets what one attempt kept. */
export async function forgetCells(
  { db, organisationId }: StoreScope,
  { runId, step, capture }: Pick<CellBatch, 'runId' | 'step' | 'capture'>,
): Promise<void> {
  await db
    .deleteFrom('corrected_cell')
    .where('organisation_id', '=', organisationId)
    .where('run_id', '=', runId)
    .where('step', '=', step)
    .where('capture', '=', capture)
    .execute();
}

/** Keeps cells before they change. One that the attempt has already stays as it was kept first. */
export async function keepCells(
  scope: StoreScope,
  batch: CellBatch,
  cells: readonly NewCell[],
): Promise<void> {
  const { runId, step, capture, caseId, source } = batch;
  const { db, organisationId, keys } = scope;
  const rows = cells.map(({ key, before, after, table, column, effect }) => {
    const place = placeHash(scope, { source, table, column, key });
    return {
      organisation_id: organisationId,
      run_id: runId,
      step,
      capture,
      case_id: caseId,
      source,
      table_id: table,
      column_name: column,
      place_hash: place,
      content: encryptText(
        keys,
        JSON.stringify({ key, before, after }),
        boundTo({ runId, step, capture, place }),
      ),
      effect,
      state: 'captured' as const,
      captured_at: nowOf(scope),
    };
  });
  // PostgreSQL takes at most 65,535 values in a statement.
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await db
      .insertInto('corrected_cell')
      .values(rows.slice(from, from + rowsAtOnce))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

const rowsAtOnce = 1000;

/**
 * Ends a step: the cells of the attempt that had the effect stand from now on, the others are forgotten, and an earlier correction
 * of the same cell is no longer looked after. Returns how many cells changed, and how many were noted beside held rows.
 */
export async function settleCells(
  scope: StoreScope,
  { runId, step, capture }: Pick<CellBatch, 'runId' | 'step' | 'capture'>,
): Promise<{ readonly set: number; readonly noted: number }> {
  const { db, organisationId } = scope;
  await db
    .deleteFrom('corrected_cell')
    .where('organisation_id', '=', organisationId)
    .where('run_id', '=', runId)
    .where('step', '=', step)
    .where('capture', '<>', capture)
    .execute();
  await sql`
    update gestand.corrected_cell as older set state = 'superseded'
    from gestand.corrected_cell as newer
    where older.organisation_id = ${organisationId} and newer.organisation_id = ${organisationId}
      and newer.run_id = ${runId} and newer.step = ${step} and newer.effect = 'set'
      and older.place_hash = newer.place_hash and older.run_id <> ${runId}
      and older.state in ('standing', 'reverted')`.execute(db);
  const settled = await db
    .updateTable('corrected_cell')
    .set({ state: sql<CellState>`case when effect = 'set' then 'standing' else 'noted' end` })
    .where('organisation_id', '=', organisationId)
    .where('run_id', '=', runId)
    .where('step', '=', step)
    .returning('effect')
    .execute();
  const set = settled.filter(({ effect }) => effect === 'set').length;
  return { set, noted: settled.length - set };
}

/** The cells that one step of a run changed, in a fixed order; `after` is the last place of the page before. */
export async function listCellsOfStep(
  scope: StoreScope,
  page: { readonly runId: RunId; readonly step: number; readonly after: string; readonly limit: number },
): Promise<readonly CorrectedCell[]> {
  const rows = await cells(scope)
    .where('run_id', '=', page.runId)
    .where('step', '=', page.step)
    .where('effect', '=', 'set')
    .where('place_hash', '>', page.after)
    .orderBy('place_hash')
    .limit(page.limit)
    .execute();
  return rows.map((row) => fromRow(scope, row));
}

/** Cells to look at again, those that were looked at longest ago first. */
export async function listWatchedCells(
  scope: StoreScope,
  { lookedBefore, limit }: { readonly lookedBefore: Temporal.Instant; readonly limit: number },
): Promise<readonly CorrectedCell[]> {
  const rows = await cells(scope)
    .where('state', 'in', ['standing', 'reverted'])
    .where(sql<boolean>`coalesce(looked_at, captured_at) < ${lookedBefore.toString()}::timestamptz`)
    .orderBy(sql`coalesce(looked_at, captured_at)`)
    .orderBy('place_hash')
    .limit(limit)
    .execute();
  return rows.map((row) => fromRow(scope, row));
}

/** Writes down how cells stand. Returns those that stood as they were read: of two who look at once, one tells what it saw. */
export async function markCells<Cell extends Pick<CorrectedCell, 'at' | 'state'>>(
  scope: StoreScope,
  looked: readonly (Cell & { readonly now: CellState })[],
): Promise<readonly (Cell & { readonly now: CellState })[]> {
  const marked: (Cell & { readonly now: CellState })[] = [];
  for (const cell of looked) {
    const { at, state, now } = cell;
    const { numUpdatedRows } = await scope.db
      .updateTable('corrected_cell')
      .set({ state: now, looked_at: nowOf(scope) })
      .where('organisation_id', '=', scope.organisationId)
      .where('run_id', '=', at.runId)
      .where('step', '=', at.step)
      .where('capture', '=', at.capture)
      .where('place_hash', '=', at.place)
      .where('state', '=', state)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) marked.push(cell);
  }
  return marked;
}

export interface CellStanding {
  readonly state: CellState;
  readonly cells: number;
  /** The longest that one of them was not looked at: an instant. */
  readonly lookedAtLast: string;
  readonly cases: readonly CaseId[];
}

/** How all corrected cells stand, by state. */
export async function countCellStates({ db, organisationId }: StoreScope): Promise<readonly CellStanding[]> {
  const { rows } = await sql<{
    readonly state: CellState;
    readonly cells: number;
    readonly looked: string;
    readonly cases: readonly CaseId[];
  }>`
    select state, count(*) as cells, min(coalesce(looked_at, captured_at)) as looked,
      (array_agg(distinct case_id))[1:20] as cases
    from gestand.corrected_cell where organisation_id = ${organisationId} group by state`.execute(db);
  return rows.map(({ state, cells: count, looked, cases }) => ({
    state,
    cells: count,
    lookedAtLast: looked,
    cases,
  }));
}

function placeHash(
  { keys }: StoreScope,
  { source, table, column, key }: Pick<CorrectedCell, 'source' | 'table' | 'column' | 'key'>,
): string {
  return hashFor(keys, 'corrected-cell', JSON.stringify([source, table, column, key]));
}

function boundTo({ runId, step, capture, place }: CellAt): string {
  return `corrected_cell.content:${runId}:${step}:${capture}:${place}`;
}

function cells(scope: StoreScope) {
  return scope.db
    .selectFrom('corrected_cell')
    .selectAll()
    .where('organisation_id', '=', scope.organisationId);
}

function fromRow({ keys }: StoreScope, row: Selectable<Database['corrected_cell']>): CorrectedCell {
  const at = { runId: row.run_id as RunId, step: row.step, capture: row.capture, place: row.place_hash };
  const content = JSON.parse(decryptText(keys, row.content, boundTo(at))) as CellContent;
  return {
    ...content,
    at,
    caseId: row.case_id as CaseId,
    source: row.source,
    table: row.table_id,
    column: row.column_name,
    state: row.state,
  };
}
