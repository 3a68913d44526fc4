import { expect, test } from 'vitest';
import { attestTask } from '../../src/app/attest-task.ts';
import { actingAs } from '../../src/app/context.ts';
import { keepStanding } from '../../src/app/keep-standing.ts';
import { liftMarks } from '../../src/app/lift-marks.ts';
import { listTasks } from '../../src/app/list-tasks.ts';
import { silentLog } from '../../src/base/log.ts';
import { keptMailer } from '../../src/mail/mailer.ts';
import { deliverOutbox } from '../../src/mail/outbox.ts';
import { type CaseFile, moveCase, openCase } from '../../src/store/case-file.ts';
import { jan, type ShopAndArchive, shopAndArchive } from './shop-and-archive.ts';
import { officer } from './walk.ts';

const open = (company: ShopAndArchive) =>
  listTasks(actingAs(company.app, officer), { all: false, limit: 10 });

/** Attests every task that waits; returns what they asked. */
async function attestAll(company: ShopAndArchive): Promise<readonly string[]> {
  const tasks = await open(company);
  company.test.clock.advance({ hours: 1 });
  for (const { task } of tasks)
    await attestTask(actingAs(company.app, officer), { taskId: task.id, outcome: 'done', items: 1 });
  return tasks.map(({ instructions }) => instructions?.nl ?? '');
}

async function restricted(company: ShopAndArchive, purposes: readonly string[]): Promise<CaseFile> {
  const { app } = company;
  const { file } = await openCase(app.store, {
    wish: { kind: 'restriction', ground: 'accuracy-contested', purposes, reason: null },
    language: 'nl',
    channel: 'portal',
    safeDate: '2026-12-23',
    legalDate: '2026-12-23',
    contact: { email: jan },
    actor: 'person',
  });
  await moveCase(app.store, file.id, { from: ['received'], to: 'in-progress', actor: 'person' });
  await keepStanding(app);
  await attestAll(company);
  return file;
}

test('who lifts by hand reads what another request keeps stopped', async () => {
  await using company = await shopAndArchive();
  const { app } = company;
  const wide = await restricted(company, ['service', 'billing']);
  await restricted(company, ['billing']);
  const deliver = () =>
    deliverOutbox({ store: app.store, mailer: keptMailer, log: silentLog }, { limit: 20 });
  await deliver();
  await liftMarks(actingAs(app, officer), { reference: wide.reference, reason: 'nagekeken.' });
  await deliver();
  await keepStanding(app);
  const asked = await attestAll(company);
  expect(asked.length).toBeGreaterThan(0);
  // One purpose each.
  for (const text of asked)
    expect(text).toMatch(
      /weer gebruiken voor: [^,.]+\. Een ander verzoek houdt dit nog gestopt, of een deel ervan: [^,.]+\.$/,
    );
});
