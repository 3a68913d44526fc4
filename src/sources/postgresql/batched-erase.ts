import { sql } from 'kysely';
import { present } from '../../base/assert.ts';
import { countErasure } from '../count.ts';
import { recordable, recordedCounts } from '../recorded-counts.ts';
import { runScoped, type Session, type StatementResult } from '../session.ts';
import type { ErasureCount } from '../source.ts';
import { type Fragment, postgresqlDialect } from '../sql/dialect.ts';
import {
  compileEraseScript,
  type EraseScript,
  scriptCounts,
  type WorkingWindow,
} from '../sql/erase-script.ts';
import type { StepMarker } from '../step-marker.ts';
import type { PostgresqlConnection } from './connection.ts';
import type { Erasure } from './erasure.ts';
import { enterStep, recordStep } from './journal.ts';

interface BatchedErasure extends Erasure {
  readonly script: EraseScript;
  readonly marker: StepMarker;
}

/** How far a statement is: up to which position of the working set, of how many, and what it changed so far. */
interface Progress {
  readonly cursor: number;
  readonly size: number;
  readonly changed: readonly number[];
}

/** Where the working set keeps what is not one of its rows: `part`s from 0 are the effects of the script. */
const keptPart = -1;
const progressPart = -2;

/** The statements of an erasure over a working set in our journal. Null: these people own nothing here. */
export function batchedScript({ plan, bindings }: Erasure, marker: StepMarker): EraseScript | null {
  return compileEraseScript(postgresqlDialect, plan, {
    bindings,
    into: (rows) => sql`insert into gestand.working_row (run, step, part, position, row)
    select ${marker.run}, ${marker.step}::int, s.effect, row_number() over (partition by s.effect), to_jsonb(s) - 'effect'
    from (${rows}) as s`,
  });
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
  const done = await connection.transaction('write', async (session) => {
    const recorded = await enterStep(session, marker);
    if (recorded !== null) return recordedCounts(recorded);
    await options.faultPoint('erase.entered');
    await begin(session, erasure);
    return null;
  });
  if (done !== null) return done;
  const total = await connection.run(postgresqlDialect.compile(workingRowCount(marker)));
  let finished = 0;
  for (const index of script.statements.keys()) {
    for (;;) {
      const { more, rows } = await connection.transaction('write', (session) =>
        runBatch(session, erasure, index),
      );
      finished += rows;
      options.onProgress?.(finished, Number(total.rows[0]?.['rows']));
      if (!more) break;
      await options.faultPoint('erase.between-batches');
    }
  }
  const counts = await connection.transaction('write', (session) => conclude(session, erasure));
  await options.faultPoint('erase.committed');
  return counts;
}

/**
 * Writes the working set, once. Statements that must see it whole run at once, in this transaction, and so do those
 * that come before them: the order is that of the keys.
 */
async function begin(session: Session, erasure: BatchedErasure): Promise<void> {
  const { plan, bindings, script, marker } = erasure;
  if ((await readNote(session, marker, { part: keptPart, position: 0 })) !== null) return;
  const counts = await countErasure({ dialect: postgresqlDialect, session }, plan, bindings);
  await runScoped(session, script.fill);
  const note = recordable(counts.filter((count) => count.effect === 'keep'));
  await writeNote(session, marker, { part: keptPart, position: 0, note });
  const last = script.statements.findLastIndex((statement) => statement.whole);
  for (let index = 0; index <= last; index++) await advance(session, erasure, { index, whole: true });
}

/** Carries a statement on by one batch, unless another node has concluded the step meanwhile. */
async function runBatch(session: Session, erasure: BatchedErasure, index: number) {
  const recorded = await enterStep(session, erasure.marker);
  return recorded === null ? advance(session, erasure, { index, whole: false }) : { more: false, rows: 0 };
}

async function advance(
  session: Session,
  { script, marker, options }: BatchedErasure,
  { index, whole }: { readonly index: number; readonly whole: boolean },
): Promise<{ readonly more: boolean; readonly rows: number }> {
  const statement = present(script.statements[index], 'statement');
  const place = { part: progressPart, position: index };
  const noted = (await readNote(session, marker, place)) as Progress | null;
  const all = workingWindow(script, marker, sql`true`);
  const { cursor, size, changed } = noted ?? {
    cursor: 0,
    size: Number((await session.run(statement.size(all))).rows[0]?.['rows']),
    changed: statement.parts.map(() => 0),
  };
  if (cursor >= size && noted !== null) return { more: false, rows: 0 };
  const next = whole ? size : Math.min(cursor + options.batchRows, size);
  const between = sql`position > ${cursor}::bigint and position <= ${next}::bigint`;
  const window = whole ? all : workingWindow(script, marker, between);
  const now = next > cursor ? statement.changed(await session.run(statement.over(window))) : [];
  const note: Progress = { cursor: next, size, changed: changed.map((rows, i) => rows + (now[i] ?? 0)) };
  await writeNote(session, marker, { ...place, note });
  return { more: next < size, rows: next - cursor };
}

function workingWindow(script: EraseScript, marker: StepMarker, where: Fragment): WorkingWindow {
  const keys = Array.from({ length: script.arity }, (_, i) => `k${i + 1}`);
  const columns = keys.map((name) => sql`row->>${sql.lit(name)} as ${sql.id(name)}`);
  return {
    from: sql`(select part as effect, ${sql.join(columns)} from gestand.working_row where ${ofStep(marker)} and ${where})`,
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
    changed.push((present(progress, 'progress') as Progress).changed);
  }
  const kept = present(await readNote(session, marker, { part: keptPart, position: 0 }), 'what is kept');
  const counts = scriptCounts(script, changed, kept as readonly ErasureCount[]);
  await run(session, sql`delete from gestand.working_row where ${ofStep(marker)}`);
  await recordStep(session, marker, recordable(counts));
  await options.faultPoint('erase.recorded');
  return counts;
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

function workingRowCount(marker: StepMarker): Fragment {
  return sql`select count(*) as rows from gestand.working_row where ${ofStep(marker)} and part >= 0`;
}

function ofStep({ run: id, step }: StepMarker): Fragment {
  return sql`run = ${id} and step = ${step}::int`;
}

function run(session: Session, fragment: Fragment): Promise<StatementResult> {
  return session.run(postgresqlDialect.compile(fragment));
}
