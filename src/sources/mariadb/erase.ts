import { present } from '../../base/assert.ts';
import type { SourceBindings, SourceErasure } from '../../plan/plan.ts';
import type { EraseFaultPoint } from '../erase-fault-points.ts';
import { atOnce } from '../pace.ts';
import { recordable, recordedCounts } from '../recorded-counts.ts';
import type { Session } from '../session.ts';
import type { EraseOptions, ErasureCount } from '../source.ts';
import {
  type CircleDeletion,
  compileJoinedErasure,
  type JoinedErasure,
  type Stage,
} from '../sql/joined-erasure.ts';
import { mariadbDialect } from '../sql/mariadb-dialect.ts';
import type { MariadbConnection } from './connection.ts';
import { checkErasable } from './erasable.ts';
import { isReferredTo } from './failure.ts';
import { enterStep, prepareJournal, recordStep } from './journal.ts';
import { knotted } from './knots.ts';

/** An erasure as it is carried out here. */
export interface Erasure {
  readonly plan: SourceErasure;
  readonly bindings: SourceBindings;
  readonly options: EraseOptions;
  /** The user may keep our journal: see contact.ts. */
  readonly markers: boolean;
}

/**
 * In one transaction, with its marker. Rows that the changes are decided on are locked until its end.
 *
 * @throws GestandError `lost-lease`, `source-unreachable`, `source-failed`
 */
export async function eraseInMariadb(
  source: string,
  connection: MariadbConnection,
  { plan, bindings, options, markers }: Erasure,
): Promise<readonly ErasureCount[]> {
  const marker = markers ? options.marker : null;
  const reach = (point: EraseFaultPoint) => options.faultPoint(point);
  if (marker !== null) await prepareJournal(connection);
  const erasure = compileJoinedErasure(mariadbDialect, plan, bindings);
  if (erasure !== null) await checkErasable(source, connection, plan);
  const { turn = atOnce } = options;
  const eraseInOne = async (session: Session): Promise<readonly ErasureCount[]> => {
    const done = marker === null ? null : await enterStep(session, marker);
    if (done !== null) return recordedCounts(done);
    await reach('erase.entered');
    const counted = erasure === null ? [] : await run(session, erasure, { source, options });
    if (marker !== null) await recordStep(session, marker, recordable(counted));
    await reach('erase.recorded');
    return counted;
  };
  const counts = await turn(() => connection.writing(eraseInOne));
  await reach('erase.committed');
  return counts;
}

interface Running {
  readonly source: string;
  readonly options: EraseOptions;
}

/** Runs an erasure in a transaction of its own. */
async function run(
  session: Session,
  erasure: JoinedErasure,
  running: Running,
): Promise<readonly ErasureCount[]> {
  for (const before of erasure.prelude) await session.run(before);
  const counts: ErasureCount[] = [];
  for (const statement of erasure.kept) {
    const row = present((await session.run(statement)).rows[0], 'a count');
    const since = row['since'];
    counts.push({
      table: statement.table,
      effect: 'keep',
      rows: Number(row['rows']),
      latestStart: typeof since === 'string' ? since : null,
    });
  }
  let total = 0;
  for (const fill of erasure.fills) total += (await session.run(fill)).count;
  let finished = 0;
  for (const stage of erasure.stages) {
    for (const count of await runStage(session, stage, running.source)) {
      // That rows let go of each other before they are deleted is not an effect of its own.
      if (count.effect !== 'unlink') counts.push({ ...count, effect: count.effect, latestStart: null });
      finished += count.rows;
    }
    running.options.onProgress?.(finished, total);
  }
  for (const after of erasure.cleanup) await session.run(after);
  return addedUp(counts);
}

interface StageCount {
  readonly table: string;
  readonly effect: ErasureCount['effect'] | 'unlink';
  readonly rows: number;
}

async function runStage(session: Session, stage: Stage, source: string): Promise<readonly StageCount[]> {
  if (stage.kind === 'single') {
    const { count } = await session.run(stage);
    return [{ table: stage.table, effect: stage.effect, rows: count }];
  }
  return deleteCircle(session, stage.deletions, source);
}

/**
 * Rows that may refer to each other and cannot let go: those to which none refers any more, until no such are left.
 * What then remains is a true circle, and goes only where a key says ON DELETE CASCADE.
 *
 * @throws GestandError `source-failed` when rows remain; the transaction is rolled back.
 */
async function deleteCircle(
  session: Session,
  deletions: readonly CircleDeletion[],
  source: string,
): Promise<readonly StageCount[]> {
  const counts: StageCount[] = [];
  for (const { table, size } of deletions) {
    const { rows } = await session.run(size);
    counts.push({ table, effect: 'delete', rows: Number(rows[0]?.['rows']) });
  }
  for (let gone = -1; gone !== 0; ) {
    gone = 0;
    for (const { loose } of deletions) gone += (await session.run(loose)).count;
  }
  for (const { all } of deletions) {
    try {
      await session.run(all);
    } catch (error) {
      if (!isReferredTo(error)) throw error;
      throw knotted(source, deletions);
    }
  }
  return counts;
}

/** One count for each table and effect, without what concerns no row. */
function addedUp(counts: readonly ErasureCount[]): readonly ErasureCount[] {
  const sums = new Map<string, ErasureCount>();
  for (const count of counts) {
    if (count.rows === 0) continue;
    const key = `${count.effect} ${count.table}`;
    sums.set(key, { ...count, rows: count.rows + (sums.get(key)?.rows ?? 0) });
  }
  return [...sums.values()];
}
