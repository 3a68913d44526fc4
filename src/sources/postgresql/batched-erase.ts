import { sql } from 'kysely';
import { present } from '../../base/assert.ts';
import { atOnce } from '../pace.ts';
import { recordable, recordedCounts } from '../recorded-counts.ts';
import { runScoped, type Session, type StatementResult } from '../session.ts';
import type { ErasureCount } from '../source.ts';
import { type Fragment, postgresqlDialect } from '../sql/dialect.ts';
import { type CountRow, readCounts } from '../sql/erase-count.ts';
import {
  compileEraseScript,
  type EraseScript,
  scriptCounts,
  type WorkingWindow,
} from '../sql/erase-script.ts';
import { define, relation, unionOf } from '../sql/scope.ts';
import type { StepMarker } from '../step-marker.ts';
import type { PostgresqlConnection } from './connection.ts';
import type { Erasure } from './erasure.ts';
import { enterStep, recordStep } from './journal.ts';

interface BatchedErasure extends Erasure {
  readonly script: EraseScript;
  readonly marker: StepMarker;
}

/** What there is to do, as it was when the working set was written. */
interface Begun {
  /** How many rows each effect of the script concerns. */
  readonly sizes: readonly number[];
  readonly kept: readonly ErasureCount[];
}

/** How far a statement is: up to which position of the working set, and what it changed so far. */
interface Progress {
  readonly cursor: number;
  readonly changed: readonly number[];
}

/** Where the working set keeps what is not its rows: `part`s from 0 are the effects of the script. */
const begunPart = -1;
const progressPart = -2;

/**
 * Keys stand together in one row of the working set, at the position of the last of them: a row a key costs more to write down than
 * the rows cost to delete. As many as PostgreSQL expects of a set in one value.
 */
const keysTogether = 100;

/** The statements of an erasure over a working set in our journal. Null: these people own nothing here. */
export function batchedScript({ plan, bindings, options }: Erasure, marker: StepMarker): EraseScript | null {
  const together = Math.min(keysTogether, options.batchRows);
  return compileEraseScript(postgresqlDialect, plan, {
    bindings,
    fill: ({ scope, parts, arity, kept }) => {
      const keys = keyNames(arity).map(
        (name) => sql`${sql.lit(name)}, to_jsonb(array_agg(${sql.id('s', name)}))`,
      );
      // Numbered part by part: over all of them together the database would have to sort.
      const rows = parts.map(
        (part) => sql`select s.effect, max(s.at), jsonb_build_object(${sql.join(keys)})
    from (select n.*, row_number() over () as at from (${part}) as n) as s
    group by s.effect, (s.at - 1) / ${sql.lit(together)}`,
      );
      const written = define(
        scope,
        'written',
        () => sql`insert into gestand.working_row (run, step, part, position, row)
    select ${marker.run}, ${marker.step}::int, p.* from (${unionOf(rows, 'union all')}) as p
    returning part, jsonb_array_length(row -> 'k1') as keys`,
      );
      const sizes = sql`select 'size' as of, part as effect, sum(keys) as rows, null as since from ${relation(scope, written)} group by part`;
      return kept === null
        ? sizes
        : sql`${sizes} union all select 'kept', k.effect, k.rows, k.since from (${kept}) as k`;
    },
  });
}

function keyNames(arity: number): readonly string[] {
  return Array.from({ length: arity }, (_, i) => `k${i + 1}`);
}

/**
 * An erasure too large for one transaction. Its working set is written down first, whole: when the first batch is
 * gone, the people's rows no longer lead to the others. Each batch commits together with how far it came, so that
 * whoever resumes goes on where the last commit was.
 */
export async function eraseInBatches(
  connection: PostgresqlConnection,
  erasure: BatchedErasure,
): Promise<readonly ErasureCount[]> {
  const { options, script, marker } = erasure;
  const { turn = atOnce } = options;
  const inTurn = <T>(work: (session: Session) => Promise<T>) =>
    turn(() => connection.transaction('write', work));
  const done = await inTurn(async (session) => {
    const recorded = await enterStep(session, marker);
    if (recorded !== null) return recordedCounts(recorded);
    await options.faultPoint('erase.entered');
    await begin(session, erasure);
    return null;
  });
  if (done !== null) return done;
  let finished = 0;
  for (let from = 0; from < script.statements.length; ) {
    const batch = await inTurn((session) => runBatch(session, erasure, from));
    from = batch.next;
    finished += batch.rows;
    options.onProgress?.(finished, batch.total);
    if (from < script.statements.length) await options.faultPoint('erase.between-batches');
  }
  const counts = await inTurn((session) => conclude(session, erasure));
  await options.faultPoint('erase.committed');
  return counts;
}

/**
 * Writes the working set, once. Statements that must see it whole run at once, in this transaction, and so do those
 * that come before them: the order is that of the keys.
 */
async function begin(session: Session, erasure: BatchedErasure): Promise<void> {
  const { script, marker } = erasure;
  if ((await readBegun(session, marker)) !== null) return;
  const { rows } = await runScoped(session, script.fill);
  const sizes: number[] = [];
  for (const row of rows) if (row['of'] === 'size') sizes[Number(row['effect'])] = Number(row['rows']);
  const kept = rows.filter((row) => row['of'] === 'kept') as unknown as readonly CountRow[];
  const begun = {
    sizes: Array.from(sizes, (size = 0) => size),
    kept: recordable(readCounts(script.kept, kept)),
  };
  await writeNote(session, marker, { part: begunPart, position: 0, note: begun });
  const last = script.statements.findLastIndex((statement) => statement.whole);
  for (let index = 0; index <= last; index++) {
    const size = sizeOf(script, begun, index);
    await advance(session, erasure, { index, size, most: size });
  }
}

/** Carries statements on, from one of them, until a batch is full; unless another node has concluded the step meanwhile. */
async function runBatch(
  session: Session,
  erasure: BatchedErasure,
  from: number,
): Promise<{ readonly next: number; readonly rows: number; readonly total: number }> {
  const { script, marker, options } = erasure;
  const end = script.statements.length;
  const recorded = await enterStep(session, marker);
  if (recorded !== null) return { next: end, rows: 0, total: 0 };
  const begun = present(await readBegun(session, marker), 'what there is to do');
  let rows = 0;
  let index = from;
  while (index < end && rows < options.batchRows) {
    const size = sizeOf(script, begun, index);
    const done = await advance(session, erasure, { index, size, most: options.batchRows - rows });
    rows += done.rows;
    if (done.more) break;
    index++;
  }
  return { next: index, rows, total: begun.sizes.reduce((sum, size) => sum + size, 0) };
}

function sizeOf({ statements }: EraseScript, { sizes }: Pick<Begun, 'sizes'>, index: number): number {
  const { parts } = present(statements[index], 'statement');
  return parts.reduce((sum, { effect }) => sum + (sizes[effect] ?? 0), 0);
}

async function advance(
  session: Session,
  { script, marker }: BatchedErasure,
  { index, size, most }: { readonly index: number; readonly size: number; readonly most: number },
): Promise<{ readonly more: boolean; readonly rows: number }> {
  const statement = present(script.statements[index], 'statement');
  const nothing: Progress = { cursor: 0, changed: statement.parts.map(() => 0) };
  if (size === 0) return { more: false, rows: 0 };
  const place = { part: progressPart, position: index };
  const { cursor, changed } = ((await readNote(session, marker, place)) as Progress | null) ?? nothing;
  if (cursor >= size) return { more: false, rows: 0 };
  const next = Math.min(cursor + most, size);
  const between = sql`position > ${cursor}::bigint and position <= ${next}::bigint`;
  const window = workingWindow(script, marker, statement.whole ? sql`true` : between);
  const now = statement.changed(await session.run(statement.over(window)));
  const note: Progress = { cursor: next, changed: changed.map((rows, i) => rows + (now[i] ?? 0)) };
  await writeNote(session, marker, { ...place, note });
  return { more: next < size, rows: next - cursor };
}

function workingWindow(script: EraseScript, marker: StepMarker, where: Fragment): WorkingWindow {
  const names = keyNames(script.arity);
  const values = names.map((name) => sql`jsonb_array_elements_text(row -> ${sql.lit(name)})`);
  const columns = sql.join(names.map((name) => sql.id(name)));
  return {
    from: sql`(select part as effect, ${columns} from gestand.working_row, rows from (${sql.join(values)}) as e (${columns}) where ${ofStep(marker)} and part >= 0 and ${where})`,
    where: sql`true`,
  };
}

/** Adds up what the batches did, clears the working set away and records the step as done. */
async function conclude(session: Session, { script, marker, options }: BatchedErasure) {
  const recorded = await enterStep(session, marker);
  if (recorded !== null) return recordedCounts(recorded);
  const changed: (readonly number[])[] = [];
  for (const position of script.statements.keys()) {
    const progress = await readNote(session, marker, { part: progressPart, position });
    const { parts } = present(script.statements[position], 'statement');
    changed.push((progress as Progress | null)?.changed ?? parts.map(() => 0));
  }
  const { kept } = present(await readBegun(session, marker), 'what there was to do');
  const counts = scriptCounts(script, changed, kept);
  await run(session, sql`delete from gestand.working_row where ${ofStep(marker)}`);
  await recordStep(session, marker, recordable(counts));
  await options.faultPoint('erase.recorded');
  return counts;
}

async function readBegun(session: Session, marker: StepMarker): Promise<Begun | null> {
  return (await readNote(session, marker, { part: begunPart, position: 0 })) as Begun | null;
}

interface NotePlace {
  readonly part: number;
  readonly position: number;
}

async function readNote(
  session: Session,
  marker: StepMarker,
  { part, position }: NotePlace,
): Promise<unknown> {
  const { rows } = await run(
    session,
    sql`select row from gestand.working_row
    where ${ofStep(marker)} and part = ${part}::int and position = ${position}::bigint`,
  );
  return rows[0]?.['row'] ?? null;
}

async function writeNote(
  session: Session,
  marker: StepMarker,
  { part, position, note }: NotePlace & { readonly note: unknown },
): Promise<void> {
  await run(
    session,
    sql`insert into gestand.working_row (run, step, part, position, row)
    values (${marker.run}, ${marker.step}::int, ${part}::int, ${position}::bigint, ${JSON.stringify(note)}::jsonb)
    on conflict (run, step, part, position) do update set row = excluded.row`,
  );
}

function ofStep({ run: id, step }: StepMarker): Fragment {
  return sql`run = ${id} and step = ${step}::int`;
}

function run(session: Session, fragment: Fragment): Promise<StatementResult> {
  return session.run(postgresqlDialect.compile(fragment));
}
