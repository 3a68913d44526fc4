import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { listTransfers } from '../../src/app/list-transfers.ts';
import { systemClock } from '../../src/base/clock.ts';
import { advanceRun } from '../../src/execute/advance-run.ts';
import { readCase } from '../../src/store/case-file.ts';
import { listMails } from '../../src/store/outbox-mail.ts';
import { listTransfersOfCase } from '../../src/store/transfer.ts';
import type { ChildTask } from '../faults/child.ts';
import { makeTemplate, makeWorld, type WorldTemplate } from '../faults/fault-world.ts';
import { runUntilKilled } from '../faults/killed-child.ts';
import { sharedServer } from '../faults/shared-server.ts';
import { testParty } from '../support/test-party.ts';
import { transferFaults } from './transfer-faults.ts';
import { door, freePort, type Neighbour, neighbour } from './two-gestands.ts';

const person = plantedCases['one-of-everything'].person;

let template: WorldTemplate;
let there: Neighbour;
let publicUrl: string;
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  template = stack.use(await makeTemplate(sharedServer));
  publicUrl = `http://localhost:${await freePort()}`;
  stack.use(await door(testParty(publicUrl)));
  // Between the clock of the process that dies and that of the one that goes on later.
  there = stack.use(await neighbour({ now: systemClock.now().add({ minutes: 3 }).toString() }));
}, 120_000);

afterAll(() => stack.disposeAsync());

describe('a sender that is killed at', { timeout: 90_000 }, () => {
  test.each(transferFaults)('%s delivers once, with one receipt and one letter', async (fault) => {
    const { address, name, endpoint, encryptionKey, signingKey } = there.party;
    const to = {
      kind: 'receiver',
      receiver: { address, name, endpoint, encryptionKey, signingKey },
    } as const;
    await using world = await makeWorld(sharedServer, template, { kind: 'export', person, to, publicUrl });
    const before = await received();
    const task: ChildTask = { address: world.address, runId: world.runId, fault, batchRows: 50_000 };
    await runUntilKilled(join(import.meta.dirname, '../faults/child.ts'), task);
    await using opened = await world.open();
    expect(await advanceRun(opened.context, world.runId)).toEqual({ kind: 'completed' });
    const { store } = opened.context;
    expect((await readCase(store, world.caseId))?.state).toBe('answered');
    const transfers = await listTransfersOfCase(store, world.caseId);
    expect(transfers.map(({ state }) => state)).toEqual(['delivered']);
    expect(await received()).toBe(before + 1);
    expect(await listMails(store, { limit: 10 })).toHaveLength(1);
    const entries = await store.db.selectFrom('ledger_entry').select('leaf').execute();
    expect(entries.filter(({ leaf }) => leaf.includes('"transfer-delivered"'))).toHaveLength(1);
    expect(await store.db.selectFrom('transfer_chunk').selectAll().execute()).toEqual([]);
  });
});

async function received(): Promise<number> {
  // Strangers may leave no more than twenty: what a test left is looked at.
  await there.context.store.db.deleteFrom('rate_limit').execute();
  return (await listTransfers(there.context, { all: true, limit: 100 })).received.length;
}
