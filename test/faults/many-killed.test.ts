import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { present } from '../../src/base/assert.ts';
import { advanceRun } from '../../src/execute/advance-run.ts';
import { readReceipt } from '../../src/execute/receipt.ts';
import { readCase } from '../../src/store/case-file.ts';
import { listMails } from '../../src/store/outbox-mail.ts';
import { listPlanCases } from '../../src/store/plan-case.ts';
import { readRun } from '../../src/store/run.ts';
import type { ChildTask } from './child.ts';
import { type EndOfRun, endOfRun } from './end-of-run.ts';
import { makeTemplate, makeWorld, type World, type WorldTemplate } from './fault-world.ts';
import { runUntilKilled } from './killed-child.ts';
import { sharedServer } from './shared-server.ts';

/** Nobody of them shares a row with another. */
const person = plantedCases['one-of-everything'].person;
const others = [
  plantedCases['invoices-under-and-past-retention'].person,
  plantedCases['same-person-two-spellings'].person,
];
const people = [person, ...others];

let template: WorldTemplate;
let undisturbed: EndOfRun;

beforeAll(async () => {
  template = await makeTemplate(sharedServer);
  await using world = await makeWorld(sharedServer, template, { kind: 'erase', person, others });
  await using opened = await world.open();
  expect(await advanceRun(opened.context, world.runId)).toEqual({ kind: 'completed' });
  undisturbed = await endOfMany(world);
  expect(undisturbed.states).toEqual({ run: 'completed', plan: 'executed', case: 'answered' });
}, 240_000);

afterAll(async () => {
  await template[Symbol.asyncDispose]();
});

/** One plan and one receipt; of everybody their own answer, once. */
async function endOfMany(world: World): Promise<EndOfRun> {
  await using opened = await world.open();
  const { store } = opened.context;
  const run = present(await readRun(store, world.runId), 'run');
  const cases = await listPlanCases(store, run.planId);
  expect(cases.map(({ leftOut }) => leftOut)).toEqual(people.map(() => null));
  for (const { caseId } of cases) expect(await readCase(store, caseId)).toMatchObject({ state: 'answered' });
  const mails = await listMails(store, { limit: 20 });
  const received = people.map(({ email }) => mails.filter(({ to }) => to === email).length);
  expect(received).toEqual(people.map(() => 1));
  expect(await readReceipt(store, world.runId)).toBeDefined();
  const end = await endOfRun(world);
  // References differ from world to world.
  return {
    ...end,
    letters: end.letters.map((text) => text.replace(/GS-\d{4}-[0-9A-Z]{5}/g, 'REFERENCE')).toSorted(),
  };
}

const faults = [
  'step.effected#1',
  'erase.recorded#1',
  'erase.between-batches#4',
  'step.completing#3',
  'step.effected#9',
  'step.completing#9',
  'run.closing',
];

describe.concurrent('several erasures as one plan, killed at', { timeout: 240_000 }, () => {
  test.each(faults)('%s end as if nothing had happened', async (fault) => {
    await using world = await makeWorld(sharedServer, template, { kind: 'erase', person, others });
    const batchRows = fault.includes('batches') ? 2 : 50_000;
    const task: ChildTask = { address: world.address, runId: world.runId, fault, batchRows };
    await runUntilKilled(join(import.meta.dirname, 'child.ts'), task);
    await using opened = await world.open();
    expect(await advanceRun(opened.context, world.runId)).toEqual({ kind: 'completed' });
    expect(await advanceRun(opened.context, world.runId)).toEqual({ kind: 'not-claimed' });
    expect(await endOfMany(world)).toEqual(undisturbed);
  });
});
