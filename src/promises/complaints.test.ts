import { expect, test } from 'vitest';
import { promiseWorld } from '../../test/support/promise-world.ts';
import { moveCase, openCase } from '../store/case-file.ts';

const officer = 'officer_1';

test('P52 turns with the clock of a complaint and with its receipt, and back', async () => {
  await using world = await promiseWorld();
  const { store, clock } = world.test;
  expect(await world.verdict('P52')).toMatchObject({ state: 'unproven' });
  const id = await world.request('complaint');
  expect(await world.verdict('P52')).toMatchObject({ state: 'kept' });
  clock.advance({ days: 25 });
  expect(await world.verdict('P52')).toMatchObject({ state: 'at-risk', evidence: { soon: [id] } });
  clock.advance({ days: 15 });
  expect(await world.verdict('P52')).toMatchObject({ state: 'broken', evidence: { overdue: [id] } });
  await moveCase(store, id, { from: ['in-progress'], to: 'answered', actor: officer });
  // Late is late, for as long as it says how things go.
  expect(await world.verdict('P52')).toMatchObject({ state: 'broken', evidence: { late: [id] } });
  clock.advance({ days: 100 });
  expect(await world.verdict('P52')).toMatchObject({ state: 'kept' });

  const { file } = await openCase(store, {
    wish: { kind: 'complaint', text: 'U belt mij steeds.' },
    language: 'nl',
    channel: 'mail',
    safeDate: '2027-06-01',
    legalDate: '2027-06-01',
    contact: { email: 'vera@voorbeeld.example' },
    actor: 'system',
  });
  expect(await world.verdict('P52')).toMatchObject({ state: 'kept' });
  clock.advance({ days: 5 });
  expect(await world.verdict('P52')).toMatchObject({
    state: 'broken',
    evidence: { unacknowledged: [file.id] },
  });
  // A receipt that came too late does not mend it.
  await moveCase(store, file.id, { from: ['received'], to: 'in-progress', actor: 'system' });
  expect(await world.verdict('P52')).toMatchObject({ state: 'broken' });
});

test('P53 turns with a complaint that was settled without an outcome, and back', async () => {
  await using world = await promiseWorld();
  const { store } = world.test;
  expect(await world.verdict('P53')).toMatchObject({ state: 'unproven' });
  const id = await world.request('complaint');
  expect(await world.verdict('P53')).toMatchObject({ state: 'unproven' });
  await moveCase(store, id, { from: ['in-progress'], to: 'answered', actor: officer });
  expect(await world.verdict('P53')).toMatchObject({ state: 'broken', evidence: { withoutFinding: [id] } });
  await moveCase(store, id, { from: ['answered'], to: 'in-progress', actor: officer });
  const detail = { finding: 'upheld' };
  await moveCase(store, id, { from: ['in-progress'], to: 'answered', actor: officer, detail });
  expect(await world.verdict('P53')).toMatchObject({ state: 'kept' });
});

test('D07 gives an extended answer its later date, and no more', async () => {
  await using world = await promiseWorld();
  const { store, clock } = world.test;
  const id = await world.request('erasure');
  clock.advance({ days: 25 });
  expect(await world.verdict('D07')).toMatchObject({ state: 'at-risk' });
  await moveCase(store, id, {
    from: ['in-progress'],
    to: 'extended',
    actor: officer,
    legalDate: '2027-02-02',
    safeDate: '2027-02-02',
  });
  expect(await world.verdict('D07')).toMatchObject({ state: 'kept' });
  clock.advance({ days: 65 });
  expect(await world.verdict('D07')).toMatchObject({ state: 'at-risk' });
  clock.advance({ days: 5 });
  expect(await world.verdict('D07')).toMatchObject({ state: 'broken' });
});
