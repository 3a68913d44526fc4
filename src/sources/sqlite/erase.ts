import { sql } from 'kysely';
import type { SourceBindings, SourceErasure } from '../../plan/plan.ts';
import { countErasure } from '../count.ts';
import type { EraseFaultPoint } from '../erase-fault-points.ts';
import { atOnce } from '../pace.ts';
import { recordable, recordedCounts } from '../recorded-counts.ts';
import { runScoped, type Session } from '../session.ts';
import type { EraseOptions, ErasureCount } from '../source.ts';
import { sqliteDialect } from '../sql/dialect.ts';
import { compileEraseScript, type EraseScript, scriptCounts } from '../sql/erase-script.ts';
import { unionOf } from '../sql/scope.ts';
import type { SqliteConnection } from './connection.ts';
import { enterStep, recordStep } from './journal.ts';

/**
 * In one transaction, with its marker: SQLite has one writer at a time, so that a large erasure gains nothing by
 * being cut up.
 *
 * @throws GestandError `lost-lease`, `source-unreachable`, `source-failed`
 */
export async function eraseInSqlite(
  connection: SqliteConnection,
  plan: SourceErasure,
  { bindings, options }: { readonly bindings: SourceBindings; readonly options: EraseOptions },
): Promise<readonly ErasureCount[]> {
  const { marker } = options;
  const reach = (point: EraseFaultPoint) => options.faultPoint(point);
  const { turn = atOnce } = options;
  const eraseInOne = async (session: Session): Promise<readonly ErasureCount[]> => {
    const done = marker === null ? null : await enterStep(session, marker);
    if (done !== null) return recordedCounts(done);
    await reach('erase.entered');
    const kept = (await countErasure({ dialect: sqliteDialect, session }, plan, bindings)).filter(
      (count) => count.effect === 'keep',
    );
    const script = compileEraseScript(sqliteDialect, plan, {
      bindings,
      fill: ({ parts }) => sql`insert into ${working} select * from (${unionOf(parts, 'union all')})`,
    });
    const counted = script === null ? kept : await runScript(session, script, { kept, options });
    if (marker !== null) await recordStep(session, marker, recordable(counted));
    await reach('erase.recorded');
    return counted;
  };
  const counts = await turn(() => connection.transaction('write', eraseInOne));
  await reach('erase.committed');
  return counts;
}

const working = sql`temp.gestand_working_row`;

// The working set is a temporary table: it lives in memory and goes with the connection.
async function runScript(
  session: Session,
  script: EraseScript,
  { kept, options }: { readonly kept: readonly ErasureCount[]; readonly options: EraseOptions },
): Promise<readonly ErasureCount[]> {
  const keys = Array.from({ length: script.arity }, (_, i) => sql.id(`k${i + 1}`));
  const run = (fragment: typeof working) => session.run(sqliteDialect.compile(fragment));
  // Columns without a type keep each value as it is.
  await run(sql`create temp table gestand_working_row (effect integer, ${sql.join(keys)})`);
  const total = await runScoped(session, script.fill);
  await run(sql`create index temp.gestand_working_effect on gestand_working_row (effect)`);
  const changed: (readonly number[])[] = [];
  let finished = 0;
  for (const statement of script.statements) {
    const result = await session.run(statement.over({ from: working, where: sql`true` }));
    changed.push(statement.changed(result));
    finished += result.count;
    options.onProgress?.(finished, total.count);
  }
  return scriptCounts(script, changed, kept);
}
