import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type PromiseWorld, promiseWorld } from '../../test/support/promise-world.ts';
import type { CaseId } from '../base/ids.ts';
import type { WishOf } from '../domain/wish.ts';
import { answerDeadline } from '../law/deadlines.ts';
import { moveCase, openCase } from '../store/case-file.ts';

async function takeAlong({ test }: PromiseWorld, to: WishOf<'portability'>['to'] = 'self'): Promise<CaseId> {
  const { store } = test;
  const deadline = answerDeadline(store.clock.now());
  const { file } = await openCase(store, {
    wish: { kind: 'portability', to },
    language: 'nl',
    channel: 'portal',
    safeDate: deadline.planningDate.toString(),
    legalDate: deadline.legalDate.toString(),
    contact: { email: 'vera@voorbeeld.example' },
    actor: 'person',
  });
  await moveCase(store, file.id, { from: ['received'], to: 'in-progress', actor: 'person' });
  return file.id;
}

test('P45 turns with what a package left out or let through, and back', async () => {
  await using world = await promiseWorld();
  const { store } = world.test;
  expect(await world.verdict('P45')).toMatchObject({ state: 'unproven' });
  await world.answer(await takeAlong(world));
  expect(await world.verdict('P45')).toMatchObject({
    state: 'kept',
    evidence: { runs: 1, missing: [], leaked: [] },
  });

  // A plan as an earlier mistake could have made it: a column too few, then a system too few.
  const { rows } = await sql<{ plan: string }>`select sealed_content::text as plan from gestand.plan`.execute(
    store.db,
  );
  const plan = rows[0]?.plan ?? '';
  const keep = (changed: string) =>
    sql`update gestand.plan set sealed_content = ${changed}::jsonb`.execute(store.db);
  const parsed = JSON.parse(plan) as {
    sources: { source: string; steps: { table: string; use: string; shown: string[] }[] }[];
  };
  const step = parsed.sources[0]?.steps.find(({ use }) => use === 'personal');
  const shown = step?.shown ?? [];
  const gone = shown.at(-1) ?? '';
  if (step !== undefined) step.shown = shown.slice(0, -1);
  await keep(JSON.stringify(parsed));
  expect(await world.verdict('P45')).toMatchObject({
    state: 'broken',
    evidence: { missing: [`crm.${step?.table}.${gone}`], leaked: [] },
  });
  await keep(plan);
  expect(await world.verdict('P45')).toMatchObject({ state: 'kept' });

  await keep(JSON.stringify({ ...JSON.parse(plan), sources: JSON.parse(plan).sources.slice(1) }));
  expect(await world.verdict('P45')).toMatchObject({ state: 'broken' });
  await keep(plan);
  expect(await world.verdict('P45')).toMatchObject({ state: 'kept' });

  // The same package under a policy that says that a column of it is derived: it let through what it may not.
  const stricter = await world.load([
    'name: name, last_active_on',
    'name: { category: name, origin: derived }, last_active_on',
  ]);
  await keep(JSON.stringify({ ...JSON.parse(plan), policyHash: stricter.hash }));
  expect(await world.verdict('P45')).toMatchObject({
    state: 'broken',
    evidence: { missing: [], leaked: ['crm.customers.name'] },
  });
  await keep(plan);
  expect(await world.verdict('P45')).toMatchObject({ state: 'kept' });
});

test('P45 turns with the clock', async () => {
  await using world = await promiseWorld();
  const id = await takeAlong(world);
  expect(await world.verdict('P45')).toMatchObject({ state: 'unproven', evidence: { open: 1 } });
  world.test.clock.advance({ days: 24 });
  expect(await world.verdict('P45')).toMatchObject({ state: 'at-risk', evidence: { soon: [id] } });
  world.test.clock.advance({ days: 30 });
  expect(await world.verdict('P45')).toMatchObject({ state: 'broken', evidence: { overdue: [id] } });
});

test('P46 turns when a wish was answered with neither a transfer nor a link, and back', async () => {
  await using world = await promiseWorld();
  expect(await world.verdict('P46')).toMatchObject({ state: 'unproven' });
  const id = await takeAlong(world, { receiver: 'no web address' });
  await world.answer(id);
  expect(await world.verdict('P46')).toMatchObject({
    state: 'kept',
    evidence: { direct: 1, receipts: 0, without: [] },
  });
  const { store } = world.test;
  const ofPackage = (state: string) =>
    sql`update gestand.run_step set state = ${state} where name = 'package'`.execute(store.db);
  await ofPackage('waiting');
  expect(await world.verdict('P46')).toMatchObject({ state: 'broken', evidence: { without: [id] } });
  await ofPackage('completed');
  expect(await world.verdict('P46')).toMatchObject({ state: 'kept' });
  // Somebody said that it was answered, and it was not.
  const second = await takeAlong(world);
  await moveCase(store, second, { from: ['in-progress'], to: 'answered', actor: 'officer' });
  expect(await world.verdict('P46')).toMatchObject({ state: 'broken', evidence: { without: [second] } });
});
