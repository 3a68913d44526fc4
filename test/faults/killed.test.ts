import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { advanceRun } from '../../src/execute/advance-run.ts';
import { runFaultPoints } from '../../src/execute/fault-points.ts';
import { transferFaults } from '../portability/transfer-faults.ts';
import type { ChildTask } from './child.ts';
import { type EndOfRun, endOfRun } from './end-of-run.ts';
import { type FaultKind, makeTemplate, makeWorld, newAddress, type WorldTemplate } from './fault-world.ts';
import { runUntilKilled } from './killed-child.ts';
import { sharedServer } from './shared-server.ts';

const person = plantedCases['one-of-everything'].person;

/** Steps of an erasure from 1: identify, erase ×3, verify ×3, record, notify. */
const eraseFaults = [
  'run.claimed',
  'step.started#1',
  'step.started#2',
  ...Array.from({ length: 9 }, (_, i) => `step.effected#${i + 1}`),
  'step.completing#1',
  'step.completing#2',
  'step.completing#8',
  'step.completing#9',
  'step.completed#2',
  'step.completed#9',
  'run.closing',
  'run.closed',
  // Of the first source (PostgreSQL) and the third (SQLite).
  ...['erase.entered', 'erase.recorded', 'erase.committed'].flatMap((name) => [`${name}#1`, `${name}#3`]),
];
/** In the second source, whose tables all have a key; rows without one are never told apart in parts. */
const batchedFaults = [
  'erase.entered#2',
  'erase.between-batches#1',
  'erase.between-batches#3',
  'erase.recorded#2',
  'erase.committed#2',
];
const accessFaults = [
  'run.claimed',
  'step.started',
  'package.streaming',
  'package.written',
  'step.effected',
  'step.completing',
  'step.completed',
  'run.closing',
  'run.closed',
];
/** Steps of a correction from 1: rectify ×3, verify ×3, record, notify; sources as above. */
const rectifyFaults = [
  'run.claimed',
  'step.effected#1',
  'step.effected#4',
  'step.effected#8',
  'step.completing#1',
  'step.completed#3',
  'run.closing',
  'rectify.entered#1',
  ...['rectify.captured', 'rectify.recorded', 'rectify.committed'].flatMap((name) => [
    `${name}#1`,
    `${name}#3`,
  ]),
];
/** Steps of a plan that marks, from 1: identify, mark ×3, look ×3, settle. */
const gateFaults = [
  'run.claimed',
  'step.effected#1',
  'step.effected#2',
  'step.effected#5',
  'step.effected#8',
  'step.completing#4',
  'step.completing#8',
  'step.completed#8',
  'run.closing',
  // Of the first source (PostgreSQL) and the third (SQLite).
  ...['gate.entered', 'gate.recorded', 'gate.committed'].flatMap((name) => [`${name}#1`, `${name}#3`]),
];
const wholeAtOnce = 50_000;
const oneRow = 1;

const setupMilliseconds = 120_000;

let template: WorldTemplate;
const undisturbed = new Map<FaultKind, EndOfRun>();

beforeAll(async () => {
  template = await makeTemplate(sharedServer);
  for (const kind of ['erase', 'access', 'rectify', 'gate'] as const) {
    await using world = await makeWorld(sharedServer, template, { kind, person });
    await using opened = await world.open();
    expect(await advanceRun(opened.context, world.runId)).toEqual({ kind: 'completed' });
    undisturbed.set(kind, await endOfRun(world));
  }
}, setupMilliseconds);

afterAll(async () => {
  await template[Symbol.asyncDispose]();
});

test('an undisturbed run ends as it should, or the comparisons below say nothing', () => {
  const erase = undisturbed.get('erase');
  expect(erase?.states).toEqual({ run: 'completed', plan: 'executed', case: 'answered' });
  expect(withoutNotices(erase)).toEqual([
    'case-opened',
    'case-state in-progress',
    'run-started',
    'step-done identify 0',
    'step-done erase 1',
    'step-done erase 2',
    'step-done erase 3',
    'step-done verify 4',
    'step-done verify 5',
    'step-done verify 6',
    'erasure-recorded',
    'step-done record 7',
    'letter-sent erasure-done queued',
    'step-done notify 8',
    'case-state answered',
    'run-closed completed',
  ]);
  expect(erase?.letters).toHaveLength(1);
  expect(erase?.forgotten).toBe(true);
  expect(erase?.erasureRecords).toBeGreaterThan(0);
  const access = undisturbed.get('access');
  expect(access?.states).toEqual({ run: 'completed', plan: 'executed', case: 'answered' });
  expect(access?.packages).toHaveLength(1);
  expect(access?.packages[0]?.length).toBeGreaterThan(10);
  expect(access?.letters).toHaveLength(1);
  expect(access?.sources).not.toEqual(erase?.sources);
  const rectify = undisturbed.get('rectify');
  expect(rectify?.states).toEqual({ run: 'completed', plan: 'executed', case: 'answered' });
  expect(withoutNotices(rectify)).toEqual([
    'case-opened',
    'case-state in-progress',
    'run-started',
    'step-done rectify 0',
    'step-done rectify 1',
    'step-done rectify 2',
    'step-done verify 3',
    'step-done verify 4',
    'step-done verify 5',
    'correction-recorded',
    'step-done record 6',
    'letter-sent rectification-done queued',
    'letter-sent address-noted queued',
    'step-done notify 7 rectification-done',
    'case-state answered',
    'run-closed completed',
  ]);
  expect(rectify?.letters).toHaveLength(2);
  expect(rectify?.forgotten).toBe(true);
  const places = rectify?.corrected.map((cell) => (JSON.parse(cell) as string[]).slice(0, 3).join('.'));
  expect(new Set(places)).toEqual(
    new Set([
      'crm.customers.email',
      'crm.campaign_deliveries.email',
      'crm.call_log.email',
      'billing.debtors.email',
      'billing.reminders.sent_to',
      'newsletter.subscribers.email',
      'newsletter.opens.email',
      'newsletter.clicks.email',
    ]),
  );
  expect(rectify?.corrected.every((cell) => JSON.parse(cell)[5] === newAddress)).toBe(true);
  const gate = undisturbed.get('gate');
  expect(gate?.states).toEqual({ run: 'completed', plan: 'executed', case: 'answered' });
  expect(gate?.letters).toHaveLength(1);
  expect(gate?.forgotten).toBe(true);
  for (const place of ['crm gate', 'billing gate', 'newsletter.gestand_gate'])
    expect([place, gate?.sources[place]]).toEqual([place, expect.stringMatching(/^[1-9]/)]);
});

test('every fault point of a run has its kill', () => {
  const killed = new Set(
    [
      ...eraseFaults,
      ...batchedFaults,
      ...accessFaults,
      ...rectifyFaults,
      ...gateFaults,
      ...transferFaults,
    ].map((fault) => fault.split('#')[0]),
  );
  expect(runFaultPoints.filter((name) => !killed.has(name))).toEqual([]);
});

describe.concurrent('an erasure killed at', { timeout: 90_000 }, () => {
  test.each(eraseFaults)('%s ends as if nothing had happened', async (fault) => {
    await killAndResume({ kind: 'erase', fault, batchRows: wholeAtOnce });
  });
});

describe.concurrent('an erasure in batches killed at', { timeout: 90_000 }, () => {
  test.each(batchedFaults)('%s ends as if nothing had happened', async (fault) => {
    await killAndResume({ kind: 'erase', fault, batchRows: oneRow });
  });
});

describe.concurrent('an access run killed at', { timeout: 90_000 }, () => {
  test.each(accessFaults)('%s ends as if nothing had happened', async (fault) => {
    await killAndResume({ kind: 'access', fault, batchRows: wholeAtOnce });
  });
});

describe.concurrent('a correction killed at', { timeout: 90_000 }, () => {
  test.each(rectifyFaults)('%s ends as if nothing had happened', async (fault) => {
    await killAndResume({ kind: 'rectify', fault, batchRows: wholeAtOnce });
  });
});

describe.concurrent('marks that are set, killed at', { timeout: 90_000 }, () => {
  test.each(gateFaults)('%s end as if nothing had happened', async (fault) => {
    await killAndResume({ kind: 'gate', fault, batchRows: wholeAtOnce });
  });
});

/** What recipients are told has tests of its own; here it is enough that some are. */
function withoutNotices(end: EndOfRun | undefined): readonly string[] {
  const ledger = end?.ledger ?? [];
  const others = ledger.filter((entry) => entry !== 'notice-made');
  expect(others.length).toBeLessThan(ledger.length);
  return others;
}

interface Killing {
  readonly kind: FaultKind;
  readonly fault: string;
  readonly batchRows: number;
}

async function killAndResume({ kind, fault, batchRows }: Killing): Promise<void> {
  await using world = await makeWorld(sharedServer, template, { kind, person });
  const task: ChildTask = { address: world.address, runId: world.runId, fault, batchRows };
  await runUntilKilled(join(import.meta.dirname, 'child.ts'), task);
  await using opened = await world.open();
  const closed = fault === 'run.closed';
  const again = await advanceRun(opened.context, world.runId);
  expect(again).toEqual({ kind: closed ? 'not-claimed' : 'completed' });
  // Whoever comes late finds nothing to do.
  expect(await advanceRun(opened.context, world.runId)).toEqual({ kind: 'not-claimed' });
  const end = await endOfRun(world);
  expect(end).toEqual(undisturbed.get(kind));
}
