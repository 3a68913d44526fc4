import { present } from '../../base/assert.ts';
import type { EraseFaultPoint } from '../erase-fault-points.ts';
import { atOnce } from '../pace.ts';
import { recordable, recordedCounts } from '../recorded-counts.ts';
import { runScoped, type Session } from '../session.ts';
import type { ErasureCount } from '../source.ts';
import { postgresqlDialect } from '../sql/dialect.ts';
import { type CountRow, readCounts } from '../sql/erase-count.ts';
import { compileEraseStatement } from '../sql/erase-statement.ts';
import { batchedScript, eraseInBatches } from './batched-erase.ts';
import type { PostgresqlConnection } from './connection.ts';
import type { Erasure } from './erasure.ts';
import { enterStepAtOnce, JournalGone, recordStep, type StepState } from './journal.ts';

/** From so many subject rows on it is done in batches; fewer people do not fill a transaction. */
const subjectsInBatches = 100;

/**
 * One statement in one transaction, with its marker; in batches with a commit each where the rows are too many and
 * a journal can be kept.
 *
 * @throws GestandError `lost-lease`, `source-unreachable`, `source-failed`
 */
export async function eraseInPostgresql(
  connection: PostgresqlConnection,
  erasure: Erasure,
): Promise<readonly ErasureCount[]> {
  try {
    return await eraseWithJournal(connection, erasure);
  } catch (error) {
    if (!(error instanceof JournalGone)) throw error;
    await erasure.prepareJournal({ again: true });
    return eraseWithJournal(connection, erasure);
  }
}

async function eraseWithJournal(
  connection: PostgresqlConnection,
  erasure: Erasure,
): Promise<readonly ErasureCount[]> {
  const { options, markers } = erasure;
  const marker = markers ? options.marker : null;
  const reach = (point: EraseFaultPoint) => options.faultPoint(point);
  if (marker !== null) {
    await erasure.prepareJournal();
    const script = isLarge(erasure) ? batchedScript(erasure, marker) : null;
    if (script !== null) return eraseInBatches(connection, { ...erasure, script, marker });
  }
  const { turn = atOnce } = options;
  const eraseInOne = async (session: Session): Promise<readonly ErasureCount[] | null> => {
    const state = marker === null ? toDo : await enterStepAtOnce(session, marker);
    if (state.kind === 'done') return recordedCounts(state.recorded);
    if (state.kind === 'in-batches') return null;
    await reach('erase.entered');
    const counted = await eraseAtOnce(session, erasure);
    if (marker !== null) await recordStep(session, marker, recordable(counted));
    await reach('erase.recorded');
    return counted;
  };
  const counts = await turn(() => connection.transaction('write', eraseInOne));
  if (counts === null && marker !== null) {
    // What was begun in batches goes on in batches, however little is left.
    const script = present(batchedScript(erasure, marker), 'the script of what was begun');
    return eraseInBatches(connection, { ...erasure, script, marker });
  }
  await reach('erase.committed');
  return counts ?? [];
}

const toDo: StepState = { kind: 'to-do' };

async function eraseAtOnce(session: Session, { plan, bindings }: Erasure): Promise<readonly ErasureCount[]> {
  const statement = compileEraseStatement(postgresqlDialect, plan, bindings);
  if (statement === null) return [];
  const { rows } = await runScoped(session, statement);
  return readCounts(statement.effects, rows as unknown as readonly CountRow[]);
}

function isLarge({ bindings, options }: Erasure): boolean {
  const subjects = Object.values(bindings).reduce((sum, rows) => sum + rows.length, 0);
  return subjects >= subjectsInBatches || options.batchRows < subjectsInBatches;
}
