import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { headSigner } from '../../src/app/ledger-signer.ts';
import { planRequest } from '../../src/app/plan-request.ts';
import { present } from '../../src/base/assert.ts';
import type { CaseId, RunId } from '../../src/base/ids.ts';
import { answerDeadline } from '../../src/law/deadlines.ts';
import { parseEntry } from '../../src/ledger/entry.ts';
import { moveCase, openCase, readCase } from '../../src/store/case-file.ts';
import { readLedger, sequenceLedger } from '../../src/store/ledger-entry.ts';
import { listMails } from '../../src/store/outbox-mail.ts';
import { readRun } from '../../src/store/run.ts';
import { type FoundCompany, foundCompany } from './found-company.ts';
import { ended, startGestand } from './gestand.ts';

/** A thousand take two minutes, of which planning each by itself is one: MERGED_PEOPLE=1000. */
const people = Number(process.env['MERGED_PEOPLE'] ?? 80);
const plannedAtOnce = 8;
/** Of the whole process, in which the program itself takes two hundred and fifty. */
const mostMegabytes = 450;

// The program says at its end how much memory it ever had, in kilobytes.
const sayPeak = `process.on('exit', () => console.error('peak ' + process.resourceUsage().maxRSS))`;
const environment = {
  // What lives at one moment fits in this, of however many people the plan is.
  NODE_OPTIONS: `--max-old-space-size=160 --import=data:text/javascript,${encodeURIComponent(sayPeak)}`,
};

interface Approved {
  readonly requests: readonly string[];
  readonly leftOut: readonly { readonly reference: string; readonly why: string }[];
  readonly approved: number;
  readonly runId: RunId;
}

async function askAndPlan({ app }: FoundCompany, email: string): Promise<CaseId> {
  const { store } = app;
  const deadline = answerDeadline(store.clock.now());
  const { file } = await openCase(store, {
    wish: { kind: 'erasure' },
    language: 'nl',
    channel: 'portal',
    contact: { email },
    actor: 'person',
    safeDate: deadline.planningDate.toString(),
    legalDate: deadline.legalDate.toString(),
  });
  await moveCase(store, file.id, { from: ['received'], to: 'in-progress', actor: 'person' });
  await planRequest(app, { caseId: file.id });
  return file.id;
}

/** The first customers of the example, one after the other: of each five two live together. */
async function everybodyAsks(company: FoundCompany): Promise<ReadonlyMap<CaseId, string>> {
  const customers = await company.crm(
    'select email from customers where email is not null order by id limit $1',
    [people],
  );
  const emails = [...new Set(customers.map(({ email }) => String(email)))];
  const cases = new Map<CaseId, string>();
  for (let from = 0; from < emails.length; from += plannedAtOnce)
    await Promise.all(
      emails
        .slice(from, from + plannedAtOnce)
        .map(async (email) => cases.set(await askAndPlan(company, email), email)),
    );
  return cases;
}

function peakIn(err: string): number {
  return Number(present(/^peak (\d+)$/m.exec(err), 'the peak')[1]) / 1024;
}

test(`${people} requests are approved as one plan, and everybody hears once`, {
  timeout: 1_800_000,
}, async () => {
  await using company = await foundCompany({ people: Math.max(50, people * 2), environment });
  const { store } = company.app;
  const cases = await everybodyAsks(company);
  const answer = await company.desk(
    ...['requests', 'approve', '--all-planned', '--kind', 'erasure', '--yes', '--json'],
  );
  expect(answer).toMatchObject({ code: 0 });
  const said = JSON.parse(answer.out) as Approved;
  expect(said.requests.length + said.leftOut.length).toBe(cases.size);
  expect(said.approved).toBe(said.requests.length);
  expect(new Set(said.leftOut.map(({ why }) => why))).toEqual(new Set(['shares-rows']));
  // Of two who share an address one goes; nobody else waits.
  expect(said.requests.length).toBeGreaterThan(cases.size * 0.7);

  const worker = startGestand(['worker'], company.place);
  const end = ended(worker);
  for (let state = ''; state !== 'completed'; state = (await readRun(store, said.runId))?.state ?? '') {
    expect(state).not.toBe('failed');
    await sleep(250);
  }
  worker.kill('SIGINT');
  const worked = await end;
  expect(worked.code).toBe(0);

  const letters = Map.groupBy(await listMails(store, { limit: people * 10 }), ({ to }) => to);
  const gone = new Set(said.requests);
  const entries = await entriesByCase(company);
  for (const [caseId, email] of cases) {
    const file = present(await readCase(store, caseId), email);
    const its = letters.get(email) ?? [];
    const left = await company.crm('select 1 from customers where lower(email) = lower($1)', [email]);
    if (gone.has(file.reference)) {
      expect(file.state, email).toBe('answered');
      expect(its, email).toHaveLength(1);
      expect(its[0]?.subject, email).toContain(file.reference);
      expect(left, email).toEqual([]);
      expect(entries.get(caseId), email).toEqual(
        expect.arrayContaining(['case-opened', 'plan-sealed', 'plan-approved', 'case-state', 'letter-sent']),
      );
      expect(
        entries.get(caseId)?.filter((kind) => kind === 'letter-sent'),
        email,
      ).toHaveLength(1);
    } else {
      expect(file.state, email).toBe('in-progress');
      expect(its, email).toEqual([]);
      expect(left, email).toHaveLength(1);
    }
  }
  const verified = await company.desk('ledger', 'verify', '--json');
  expect(JSON.parse(verified.out)).toMatchObject({ verdict: { ok: true } });
  const peaks = [peakIn(answer.err), peakIn(worked.err)].map(Math.round);
  console.info(`${people} requests: ${said.approved} approved, peak ${peaks.join(' and ')} MB`);
  expect(Math.max(...peaks)).toBeLessThan(mostMegabytes);
});

/** The kinds of the entries in the ledger, by the case that they are about. */
async function entriesByCase({ app }: FoundCompany): Promise<ReadonlyMap<string, readonly string[]>> {
  const sign = headSigner(app.signer);
  while ((await sequenceLedger(app.store, { limit: 1_000, sign })) > 0);
  const kinds = new Map<string, string[]>();
  for await (const { leaf } of readLedger(app.store)) {
    const { kind, subjects } = parseEntry(leaf);
    const caseId = subjects['caseId'];
    if (caseId === undefined) continue;
    const its = kinds.get(caseId) ?? [];
    its.push(kind);
    kinds.set(caseId, its);
  }
  return kinds;
}
