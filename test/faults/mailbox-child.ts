// Reads a mailbox that exists, and dies where it is told to. Its task is in the environment.
import { readInboxOnce } from '../../src/app/inbox-reader.ts';
import { fixedClock } from '../../src/base/clock.ts';
import { faultAt } from '../../src/execute/fault-points.ts';
import { openStore } from '../../src/store/store.ts';
import { inboxContext } from '../mailbox/mailbox-world.ts';
import { testOrganisation, testSecret } from '../support/test-store.ts';

export interface MailboxTask {
  readonly storeUrl: string;
  readonly mailUrl: string;
  readonly now: string;
  readonly fault: string;
}

// Not on the command line, where everybody on the machine could read the passwords of the servers.
const task = JSON.parse(process.env['GESTAND_TEST_TASK'] ?? '') as MailboxTask;
await using store = await openStore({
  url: task.storeUrl,
  organisationId: testOrganisation,
  clock: fixedClock(task.now),
  secret: testSecret,
  connections: 3,
});
await readInboxOnce(inboxContext(store, task.mailUrl, faultAt(task.fault)));
process.stdout.write('read');
