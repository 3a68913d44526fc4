import { buffer, text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { type AttestTaskInput, attestTask } from '../../src/app/attest-task.ts';
import { actingAs } from '../../src/app/context.ts';
import { listTasks } from '../../src/app/list-tasks.ts';
import { lookForErased } from '../../src/app/look-for-erased.ts';
import { showTask } from '../../src/app/show-task.ts';
import { tidyStore } from '../../src/app/tidy-store.ts';
import { verifyLedger } from '../../src/app/verify-ledger.ts';
import { present } from '../../src/base/assert.ts';
import type { RunId } from '../../src/base/ids.ts';
import { advanceRun } from '../../src/execute/advance-run.ts';
import { p38 } from '../../src/promises/p38-erasure.ts';
import { p40 } from '../../src/promises/p40-every-system.ts';
import { checkRound } from '../../src/promises/round.ts';
import { listCaseEvents } from '../../src/store/case-event.ts';
import { placeWaiting } from '../../src/store/ledger-entry.ts';
import { listClaimableRuns } from '../../src/store/run.ts';
import { jan, type ShopAndArchive, shopAndArchive } from './shop-and-archive.ts';
import { approve, ask, mailTo, officer, pages } from './walk.ts';

async function openTask(company: ShopAndArchive) {
  const [task, second] = await listTasks(actingAs(company.app, officer), { all: false, limit: 10 });
  expect(second).toBeUndefined();
  return present(task, 'a task');
}

async function attest(company: ShopAndArchive, said: Omit<AttestTaskInput, 'taskId'>) {
  company.test.clock.advance({ hours: 1 });
  const { task } = await openTask(company);
  return attestTask(actingAs(company.app, officer), { taskId: task.id, ...said });
}

const judge = async (company: ShopAndArchive, promise: typeof p40 | typeof p38) => {
  const { store, policy, sources, log } = company.app;
  return promise.check(checkRound({ store, policy, sources, log, publicUrl: null }));
};

async function evidenceOf(company: ShopAndArchive): Promise<string> {
  await placeWaiting(company.app.store, company.execution.signHead);
  const { store } = company.app;
  const { rows } = { rows: await store.db.selectFrom('ledger_entry').select('leaf').execute() };
  return rows.map(({ leaf }) => leaf).join('\n');
}

describe('a request that a program and a person answer together', () => {
  test('access waits for what somebody finds, and the package holds both', async () => {
    await using company = await shopAndArchive();
    const key = await ask(company, 'access');
    const { sentences, runId, caseId } = await approve(company, key);
    expect(sentences).toEqual([
      'U ontvangt uit Webwinkel: klanten (1) en bestellingen (3).',
      'Met de hand in Papieren archief, door de archivaris, binnen 10 dagen.',
      'Gegevens van andere mensen die in dezelfde regels staan, zijn weggelaten.',
    ]);
    expect(company.advances).toEqual(['waiting']);
    expect(await listClaimableRuns(company.app.store, 10), 'nobody looks again and again').toEqual([]);
    expect(await pages(company).openPackage(key)).toEqual({ kind: 'not-ready' });

    const { task, reference, daysLeft } = await openTask(company);
    expect({ reference, daysLeft }).toEqual({ reference: key.reference, daysLeft: 10 });
    const shown = await showTask(actingAs(company.app, officer), task.id);
    expect(shown.instructions?.nl).toContain('scan alles');
    expect(shown.subject).toEqual({
      identities: [{ kind: 'email', value: jan }],
      names: [{ column: 'name', value: 'Jan Jansen' }],
    });

    const content = Buffer.from('%PDF wat Jan Jansen ooit schreef');
    await attest(company, { outcome: 'done', items: 2, file: { name: 'Brieven van Jan.pdf', content } });
    expect(company.advances).toEqual(['waiting', 'completed']);
    const opened = await pages(company).openPackage(key);
    if (opened.kind !== 'ok') throw new Error(opened.kind);
    const zip = await fromBufferPromise(await buffer(opened.stream));
    const files = new Map<string, string>();
    for await (const entry of zip.eachEntry())
      files.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
    expect(files.get('data/archive/Brieven_van_Jan.pdf')).toBe(content.toString());
    expect(files.get('data/shop/orders.json')).toContain('"oud"');
    expect(files.get('index.html')).toMatch(/Papieren archief[\s\S]*Brieven van Jan\.pdf/);
    expect([...files.values()].join()).not.toContain('Eva');

    const left = await company.app.store.db.selectFrom('task_file').selectAll().execute();
    expect(left, 'the file is in the package alone').toEqual([]);
    const events = await listCaseEvents(company.app.store, caseId);
    expect(events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['task-made', 'task-attested', 'answered']),
    );
    const told = `${await evidenceOf(company)}${JSON.stringify(events)}${company.log.join('')}`;
    expect(told).toContain('"task-attested"');
    expect(told).not.toMatch(/jan\.jansen|Jansen|Brieven/i);
    expect(runId).toMatch(/^run_/);
    expect(await judge(company, p40)).toMatchObject({ state: 'kept' });
  });

  test('an erasure goes on elsewhere, waits for the cellar, and the letter says who says what', async () => {
    await using company = await shopAndArchive();
    const key = await ask(company, 'erasure');
    await approve(company, key);
    expect(company.advances).toEqual(['waiting']);
    expect(await company.rows('select id from customers'), 'the API does not wait').toEqual([{ id: 2 }]);
    expect(await company.rows('select id from orders')).toEqual([{ id: 21 }]);

    company.test.clock.advance({ hours: 11 * 24 });
    const { task, daysLeft } = await openTask(company);
    expect(daysLeft).toBe(-1);
    expect(await judge(company, p40)).toMatchObject({ state: 'at-risk', evidence: { overdue: [task.id] } });
    company.test.clock.advance({ hours: 25 * 24 });
    const broken = await judge(company, p40);
    expect(broken).toMatchObject({ state: 'broken', evidence: { overdue: [task.id] } });
    expect(broken.reason.nl).toContain(task.id);

    await attest(company, {
      outcome: 'kept',
      items: 1,
      ground: 'tax-records',
      until: Temporal.PlainDate.from('2031-12-31'),
      note: 'Alleen de facturenmap bleef.',
    });
    expect(company.advances).toEqual(['waiting', 'completed']);
    const letter = await mailTo(pages(company), /gewist/);
    expect(letter).toContain('Webwinkel, Bestellingen: 3 rijen – gewist.');
    expect(letter).toMatch(/Papieren archief: 1 stuk, tot en met 31 december 2031/);
    const shown = await showTask(actingAs(company.app, officer), task.id);
    expect(shown).toMatchObject({ subject: null, note: 'Alleen de facturenmap bleef.' });
    await lookForErased(company.app);
    const kept = await judge(company, p38);
    expect(kept.state).toBe('kept');
    expect(kept.reason.en).toContain('attested by somebody of ours, rather than searched again: 1 task');
    expect(kept.reason.en).toContain('not searched in shop');
    await placeWaiting(company.app.store, company.execution.signHead);
    expect(await verifyLedger(actingAs(company.app, officer))).toMatchObject({ verdict: { ok: true } });
    company.test.clock.advance({ years: 3 });
    expect(await tidyStore(company.app)).toMatchObject({ contacts: 1 });
    expect((await showTask(actingAs(company.app, officer), task.id)).note, 'two years are enough').toBeNull();
  });

  test('a worker that looks while the task is open lets it wait again, and no step is done twice', async () => {
    await using company = await shopAndArchive();
    const { runId } = await approve(company, await ask(company, 'erasure'));
    company.test.clock.advance({ hours: 25 });
    expect(await advanceRun(company.execution, runId as RunId)).toEqual({ kind: 'waiting' });
    expect((await openTask(company)).task.runId).toBe(runId);
    await attest(company, { outcome: 'nothing-found' });
    expect(company.advances).toEqual(['waiting', 'completed']);
  });

  test('what was attested is not asked again when another system failed', async () => {
    await using company = await shopAndArchive();
    const key = await ask(company, 'access');
    const first = await approve(company, key);
    const { task } = await openTask(company);
    await company.script('alter table customers rename to moved');
    const content = Buffer.from('brief');
    await attest(company, { outcome: 'done', items: 1, file: { name: 'brief.txt', content } });
    expect(company.advances).toEqual(['waiting', 'paused']);
    await company.script(
      'alter table moved rename to customers; alter table customers add column birthday text',
    );
    company.test.clock.advance({ hours: 1 });
    expect(await advanceRun(company.execution, first.runId)).toMatchObject({
      kind: 'failed',
      code: 'drifted',
    });
    await company.script('alter table customers drop column birthday');
    const second = await approve(company, key);
    expect(second.runId).not.toBe(first.runId);
    expect(company.advances.at(-1)).toBe('completed');
    const all = await listTasks(actingAs(company.app, officer), { all: true, limit: 10 });
    expect(all.map(({ task: { id, runId } }) => [id, runId])).toEqual([[task.id, second.runId]]);
  });

  test.each<readonly [string, Omit<AttestTaskInput, 'taskId'>, string]>([
    ['nothing counted', { outcome: 'done', file: { name: 'a', content: Buffer.of(1) } }, 'Say how many'],
    ['no file', { outcome: 'done', items: 1 }, '--file FILE'],
    ['something where nothing was', { outcome: 'nothing-found', items: 1 }, 'nothing to count'],
    ['a ground at access', { outcome: 'kept', items: 1, ground: 'tax-records' }, 'Only an erasure'],
    [
      'a person in the note',
      { outcome: 'nothing-found', note: 'map van jan@example.org' },
      'looks like an e-mail address',
    ],
  ])('an attestation with %s is refused whole', async (_name, said, why) => {
    await using company = await shopAndArchive();
    await approve(company, await ask(company, 'access'));
    await expect(attest(company, said)).rejects.toThrow(why);
    expect((await openTask(company)).task.state).toBe('open');
  });

  test('nobody but staff sees or attests a task', async () => {
    await using company = await shopAndArchive();
    await approve(company, await ask(company, 'access'));
    const { task } = await openTask(company);
    await expect(showTask(company.app, task.id)).rejects.toMatchObject({ code: 'forbidden' });
    const said = { taskId: task.id, outcome: 'nothing-found' as const };
    await expect(attestTask(company.app, said)).rejects.toMatchObject({ code: 'forbidden' });
    await attestTask(actingAs(company.app, officer), said);
    await expect(attestTask(actingAs(company.app, officer), said)).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});
