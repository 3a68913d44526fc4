import { workerData } from 'node:worker_threads';
import pg from 'pg';
import type { ForegroundTask } from './foreground.ts';

/*
 * The work of an ordinary application, in a thread of its own so that it waits for nobody but the database: one client, one small
 * transaction after another, about people who stay. Tells how many there were when the time is over.
 */

const { url, people, task } = workerData as ForegroundTask;
const client = new pg.Client({ connectionString: url });
await client.connect();
await client.query('set jit = off');
let done = 0;
/** Every tenth person is never erased. */
const somebody = () => 10 * (1 + Math.floor(Math.random() * Math.floor(people / 10)));
Atomics.wait(task, 0, 0);
while (Atomics.load(task, 0) === 1) {
  const id = somebody();
  await client.query('begin');
  await client.query('update people set phone = $2 where id = $1', [id, `+31 6 ${done}`]);
  await client.query(
    'select o.id, l.text from orders o join order_lines l on l.order_id = o.id where o.person_id = $1',
    [id],
  );
  await client.query('update preferences set changed_at = now() where person_id = $1', [id]);
  await client.query('commit');
  done++;
}
await client.end();
Atomics.store(task, 1, done);
