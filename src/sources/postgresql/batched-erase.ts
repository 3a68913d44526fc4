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
  type ScriptStatement,
  scriptCounts,
} from '../sql/erase-script.ts';
import type { StepMarker } from '../step-marker.ts';
import type { PostgresqlConnection } from './connection.ts';
import type { Erasure } from './erasure.ts';
import { enterStep, recordStep } from './journal.ts';

interface BatchedErasure extends Erasure {
  readonly script: EraseScript;
  readonly marker: StepMarker;
}

/** Where the working set keeps what is not a row of a statement: its `part`s from 0 are those. */
const keptPart = -1;
const changedPart = -2;

/** The statements of an erasure over a working set in our journal. Null: these people own nothing here. */
export function batchedScript({ plan, bindings }: Erasure, marker: StepMarker): EraseScript | null {
  return compileEraseScript(postgresqlDialect, plan, {
    bindings,
    // The whole row goes in and its keys are taken out by name: how many there are is known afterwards.
    into: (rows) => sql`insert into gestand.working_row (run, step, part, position, row)
    select ${marker.run}, ${marker.step}::int, s.effect, row_number() over (partition by s.effect), to_jsonb(s) - 'effect'
    from (${rows}) as s`,
  });
}

/**
 * An erasure too large for one transaction. Its working set is written down first, whole: when the first batch is
 * gone, the people's rows no longer lead to the others. Each batch then commits with the working rows it used up, so
 * that whoever resumes goes on where the last commit was.
 */
export async function eraseInBatches(
  connection: PostgresqlConnection,
  erasure: BatchedErasure,
): Promise<readonly ErasureCount[]> {
  const { options, script, marker } = erasure;
  const begun = await connection.transaction('write', async (session) => {
    const done = await enterStep(session, marker);
    if (done !== null) return { done: recordedCounts(done), total: 0 };
    await options.faultPoint('erase.entered');
    return { done: null, total: await writeWorkingSet(session, erasure) };
  });
  if (begun.done !== null) return begun.done;
  let finished = 0;
  for (const statement of script.statements) {
    for (;;) {
      const used = await connection.transaction('write', async (session) => {
        const done = await enterStep(session, marker);
        return done === null ? runBatch(session, erasure, statement) : 0;
      });
      finished += used;
      options.onProgress?.(finished, begun.total);
      if (used < options.batchRows) break;
      await options.faultPoint('erase.between-batches');
    }
  }
  const counts = await connection.transaction('write', (session) => conclude(session, erasure));
  await options.faultPoint('erase.committed');
  return counts;
}

/** Returns how many working rows there are; those of an interrupted run stay as they are. */
async function writeWorkingSet(session: Session, erasure: BatchedErasure): Promise<number> {
  const { plan, bindings, script, marker } = erasure;
  const left = await run(
    session,
    sql`select count(*) as rows, count(*) filter (where part = ${keptPart}) as begun
    from gestand.working_row where ${ofStep(marker)}`,
  );
  if (Number(left.rows[0]?.['begun']) > 0) return Number(left.rows[0]?.['rows']) - 1;
  const kept = (await countErasure({ dialect: postgresqlDialect, session }, plan, bindings)).filter(
    (count) => count.effect === 'keep',
  );
  const written = await runScoped(session, script.fill);
  await note(session, marker, { part: keptPart, position: 0, row: JSON.stringify(recordable(kept)) });
  return written.count;
}

/** Changes the next rows of a statement, and returns how many working rows that used up. */
async function runBatch(
  session: Session,
  { script, marker, options }: BatchedErasure,
  statement: ScriptStatement,
): Promise<number> {
  const window = await run(
    session,
    sql`select max(position) as last, count(*) as rows from (
      select position from gestand.working_row where ${ofStep(marker)} and part = ${statement.effect}::int
      order by position limit ${options.batchRows}::bigint) as b`,
  );
  const used = Number(window.rows[0]?.['rows']);
  if (used === 0) return 0;
  const inWindow = sql`${ofStep(marker)} and part = ${statement.effect}::int and position <= ${window.rows[0]?.['last']}::bigint`;
  const keys = keyNames(script).map((name) => sql`row->>${sql.lit(name)} as ${sql.id(name)}`);
  const changed = await session.run(
    statement.over({
      from: sql`(select ${sql.join(keys)} from gestand.working_row where ${inWindow})`,
      where: sql`true`,
    }),
  );
  await run(session, sql`delete from gestand.working_row where ${inWindow}`);
  await note(session, marker, { part: changedPart, position: statement.effect, row: `${changed.count}` });
  return used;
}

/** Adds up what the batches did, clears the working set away and records the step as done. */
async function conclude(session: Session, { script, marker, options }: BatchedErasure) {
  const done = await enterStep(session, marker);
  if (done !== null) return recordedCounts(done);
  const notes = await run(
    session,
    sql`select part, position, row from gestand.working_row where ${ofStep(marker)} and part < 0`,
  );
  const changed = script.statements.map(({ effect }) => {
    const found = notes.rows.find((row) => row['part'] === changedPart && Number(row['position']) === effect);
    return Number(found?.['row'] ?? 0);
  });
  const kept = present(
    notes.rows.find((row) => row['part'] === keptPart),
    'what is kept',
  );
  const counts = scriptCounts(script, changed, kept['row'] as readonly ErasureCount[]);
  await run(session, sql`delete from gestand.working_row where ${ofStep(marker)}`);
  await recordStep(session, marker, recordable(counts));
  await options.faultPoint('erase.recorded');
  return counts;
}

/** Keeps a number or list beside the working rows; a number is added to what stands there. */
async function note(
  session: Session,
  marker: StepMarker,
  { part, position, row }: { readonly part: number; readonly position: number; readonly row: string },
): Promise<void> {
  await run(
    session,
    sql`insert into gestand.working_row as w (run, step, part, position, row)
    values (${marker.run}, ${marker.step}::int, ${part}::int, ${position}::bigint, ${row}::jsonb)
    on conflict (run, step, part, position) do update set row = to_jsonb((w.row)::bigint + (excluded.row)::bigint)`,
  );
}

function ofStep({ run: id, step }: StepMarker): Fragment {
  return sql`run = ${id} and step = ${step}::int`;
}

function keyNames(script: EraseScript): readonly string[] {
  return Array.from({ length: script.arity }, (_, i) => `k${i + 1}`);
}

function run(session: Session, fragment: Fragment): Promise<StatementResult> {
  return session.run(postgresqlDialect.compile(fragment));
}
