import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { planWaitingRequests } from '../../src/app/plan-request.ts';
import { runProgram } from '../../src/cli/run-program.ts';
import { heardTerminal } from '../support/heard-terminal.ts';
import { type FoundCompany, foundCompany } from './found-company.ts';
import { jsonOf } from './gestand.ts';

/** What an officer reads of a refusal that another proposed, and what waits until it is decided. */
let company: FoundCompany;
beforeAll(async () => {
  company = await foundCompany();
}, 120_000);
afterAll(async () => {
  await company?.[Symbol.asyncDispose]();
});

const lotte = plantedCases['one-of-everything'].person;
const willem = plantedCases['invoices-under-and-past-retention'].person;

/** A request with a plan. */
async function planned(kind: string, email: string): Promise<string> {
  const words = ['requests', 'open', '--kind', kind, '--email', email, '--sure', 'Ik belde terug.', '--json'];
  const { reference } = jsonOf<{ reference: string }>(await company.desk(...words));
  await planWaitingRequests(company.app);
  return reference;
}

async function listed(reference: string): Promise<Record<string, unknown>> {
  const all = jsonOf<readonly Record<string, unknown>[]>(await company.desk('requests', '--json'));
  return all.find((each) => each['reference'] === reference) ?? {};
}

const refuse = (reference: string, ...words: readonly string[]) =>
  company.desk('requests', 'refuse', reference, ...words);
const propose = (reference: string) =>
  refuse(reference, '--ground', 'excessive', '--text', 'Dit is het negende verzoek.', '--as', 'anna');

it('stands in the list and where the request is shown, and nothing is approved before it is decided', async () => {
  const reference = await planned('erasure', lotte.email);
  expect(await listed(reference)).toMatchObject({ awaits: 'approval', proposedBy: null });
  expect(await propose(reference)).toMatchObject({ code: 0 });

  const confirm = `gestand requests refuse ${reference} --confirm`;
  expect(await listed(reference)).toMatchObject({
    awaits: 'refusal-approval',
    proposedBy: 'officer_anna',
  });
  const line = (await company.desk('requests')).out.split('\n').find((each) => each.includes(reference));
  expect(line).toContain(confirm);
  expect(line).not.toContain(`gestand approve`);
  const shown = await company.desk('requests', 'show', reference);
  expect(shown.out).toContain(confirm);
  expect(shown.out).toContain(`gestand requests refuse ${reference} --withdraw`);
  expect(jsonOf(await company.desk('requests', 'show', reference, '--json'))).toMatchObject({
    state: 'planned',
    awaits: 'refusal-approval',
    proposedRefusal: { ground: 'excessive', proposedBy: 'officer_anna' },
  });

  const approved = await company.desk('approve', reference, '--yes');
  expect(approved).toMatchObject({ code: 5, out: '' });
  expect(approved.err).toContain(confirm);
  expect(approved.err).toContain('--withdraw');
  const many = jsonOf(await company.desk(...allPlanned, '--yes', '--json'));
  expect(many).toMatchObject({ requests: [], leftOut: [{ reference, why: 'refusal-proposed' }] });
  expect((await company.desk(...allPlanned, '--yes')).out).toContain(confirm);

  // Taken back, it goes on as it was; and there is nothing to confirm.
  expect(await refuse(reference, '--withdraw', '--as', 'hoofd')).toMatchObject({ code: 0 });
  expect(await listed(reference)).toMatchObject({ awaits: 'approval', proposedBy: null });
  const nothing = await refuse(reference, '--confirm', '--yes', '--as', 'hoofd');
  expect(nothing).toMatchObject({ code: 5 });
  expect(nothing.err).toContain('Nobody proposed');
  expect(await refuse(reference, '--withdraw')).toMatchObject({ code: 5 });
  expect(await company.desk('approve', reference, '--yes')).toMatchObject({ code: 0 });
  expect(jsonOf(await company.desk('ledger', 'verify', '--json'))).toMatchObject({ verdict: { ok: true } });
}, 120_000);

const allPlanned = ['requests', 'approve', '--all-planned', '--kind', 'erasure'];

it('is not put before the officer who proposed it', async () => {
  const reference = await planned('access', willem.email);
  await propose(reference);
  const asked = vi.fn(async () => 'ja');
  const terminal = { ...heardTerminal({ screen: true, answer: 'ja' }), ask: asked };
  const { folder, environment = {} } = company.place;
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const policy = ['--policy', join(folder, 'policy.yaml')];
  const confirm = ['requests', ...policy, 'refuse', reference, '--confirm', '--as'];
  try {
    expect(await runProgram([...confirm, 'anna'], terminal)).toBe(4);
    expect(asked).not.toHaveBeenCalled();
    expect(terminal.heard.out).toBe('');
    expect(terminal.heard.err).toContain('yourself');
    expect(await runProgram([...confirm, 'hoofd'], terminal)).toBe(0);
    expect(asked).toHaveBeenCalledOnce();
  } finally {
    vi.unstubAllEnvs();
  }
  const again = await refuse(reference, '--confirm', '--yes', '--as', 'hoofd');
  expect(again.err).toMatch(/was refused before, on \d{4}-\d{2}-\d{2}/);
}, 120_000);
