import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/** What the thread of the load is given; `task` is shared: its state (0 ready, 1 going, 2 over), and how many transactions it did. */
export interface ForegroundTask {
  readonly url: string;
  readonly people: number;
  readonly task: Int32Array;
}

const warmUpMilliseconds = 300;

/**
 * How many milliseconds one transaction of an ordinary application takes, over a stretch of time in which `meanwhile` is done again and
 * again, or nothing else when it is left out.
 *
 * @throws whatever `meanwhile` does; Error when there was no transaction at all.
 */
export async function foregroundTransaction(
  { url, people }: Pick<ForegroundTask, 'url' | 'people'>,
  milliseconds: number,
  meanwhile?: () => Promise<void>,
): Promise<number> {
  const task = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(join(import.meta.dirname, 'foreground-load.ts'), {
    workerData: { url, people, task } satisfies ForegroundTask,
  });
  const over = new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the load ended with ${code}`)),
    );
  });
  await sleep(warmUpMilliseconds);
  Atomics.store(task, 0, 1);
  Atomics.notify(task, 0);
  const start = performance.now();
  const until = start + milliseconds;
  if (meanwhile === undefined) await Promise.race([sleep(milliseconds), over]);
  else while (performance.now() < until) await meanwhile();
  const took = performance.now() - start;
  Atomics.store(task, 0, 2);
  await over;
  const done = task[1] ?? 0;
  if (done === 0) throw new Error('the load did no transaction: nothing can be compared');
  return took / done;
}
