import { PgBoss } from 'pg-boss';
import { GestandError } from '../base/error.ts';
import type { RunId } from '../base/ids.ts';
import { listClaimableRuns } from '../store/run.ts';
import { advanceRun } from './advance-run.ts';
import { startChores } from './chores.ts';
import type { ExecuteContext } from './execute-context.ts';
import { codeOf, frameOf } from './run-failure.ts';

const queue = 'advance-run';
const schema = 'pgboss';

/** All that a job says. */
export interface AdvanceRunJob {
  readonly organisationId: string;
  readonly runId: RunId;
}

export interface WorkerOptions {
  /** Of our own PostgreSQL, where the queue lives beside our tables. */
  readonly databaseUrl: string;
  /** Runs this process carries out at once; 2 when not given. */
  readonly concurrency?: number;
}

export interface Worker {
  /** Has a run carried out now. Not needed: runs that wait are found within seconds. */
  dispatch(runId: RunId): Promise<void>;
  /** Takes no new work, lets what runs come to the end of its step, and lets go of the database. */
  stop(): Promise<void>;
}

const sweepSeconds = 2;
const sweepLimit = 100;
const stopPatienceMilliseconds = 30_000;

/**
 * Carries out runs as they come, here and on every other node that calls this, and does what is to be done from time
 * to time. A database that goes away and comes back is waited for.
 *
 * @throws GestandError store-unreachable when it is not there at the start.
 */
export async function startWorker(context: ExecuteContext, options: WorkerOptions): Promise<Worker> {
  const stopping = new AbortController();
  const boss = await startBoss(context, options);
  const dispatch = (runId: RunId): Promise<unknown> => {
    const job: AdvanceRunJob = { organisationId: context.store.organisationId, runId };
    return boss.send(queue, job, { singletonKey: runId });
  };
  await boss.work<AdvanceRunJob>(
    queue,
    { localConcurrency: options.concurrency ?? 2, pollingIntervalSeconds: 0.5 },
    async (jobs) => {
      for (const { data } of jobs) await carryOut(context, data, stopping.signal);
    },
  );
  const chores = startChores(context, {
    signal: stopping.signal,
    // What was never dispatched, what paused, and what a dead node left behind.
    more: [
      {
        name: 'dispatch runs',
        everySeconds: sweepSeconds,
        run: async () => {
          const runs = await listClaimableRuns(context.store, sweepLimit);
          for (const { id } of runs) await dispatch(id);
        },
      },
    ],
  });
  return {
    dispatch: async (runId) => {
      await dispatch(runId);
    },
    stop: async () => {
      stopping.abort();
      await chores;
      await boss.stop({ graceful: true, timeout: stopPatienceMilliseconds, close: true });
    },
  };
}

async function startBoss(context: ExecuteContext, { databaseUrl }: WorkerOptions): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'gestand worker',
    schema,
    max: 4,
    // Its clock knows minutes; what we repeat, we repeat within seconds.
    schedule: false,
  });
  // Unheard they would end the process. Their text may quote a statement's values.
  boss.on('error', (error) => context.log('warn', 'queue error', { code: codeOf(error) }));
  try {
    await boss.start();
    // One job a run in the queue is enough, however often it is asked for; the fence sees to one that works. Retries are
    // for what fails before a run is claimed: after that the run's own journal counts attempts and pauses.
    await boss.createQueue(queue, {
      policy: 'short',
      retryLimit: 5,
      retryDelay: 2,
      retryBackoff: true,
      retryDelayMax: 60,
      expireInSeconds: 12 * 60 * 60,
      retentionSeconds: 24 * 60 * 60,
      deleteAfterSeconds: 60 * 60,
    });
  } catch (cause) {
    await boss.stop({ graceful: false, close: true }).catch(() => undefined);
    throw new GestandError(
      'store-unreachable',
      'The queue cannot be used. Check that the database runs and that its role may create the schema pgboss.',
      { cause },
    );
  }
  return boss;
}

// Nothing but a code leaves: the queue keeps what a job throws.
async function carryOut(context: ExecuteContext, job: AdvanceRunJob, signal: AbortSignal): Promise<void> {
  if (job.organisationId !== context.store.organisationId)
    throw new GestandError('not-found', 'This job is of an organisation this worker does not serve.');
  try {
    await advanceRun(context, job.runId, { signal });
  } catch (error) {
    const frame = frameOf(error);
    const code = codeOf(error);
    context.log('warn', 'run not advanced', {
      runId: job.runId,
      code,
      ...(frame === undefined ? {} : { frame }),
    });
    throw new GestandError(code, 'The run could not be advanced.');
  }
}
