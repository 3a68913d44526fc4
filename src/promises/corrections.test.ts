import { expect, test } from 'vitest';
import { type PromiseWorld, promiseWorld } from '../../test/support/promise-world.ts';
import { tidyStore } from '../app/tidy-store.ts';
import { watchCorrections } from '../app/watch-corrections.ts';
import { listCaseEvents } from '../store/case-event.ts';
import { countCellStates } from '../store/corrected-cell.ts';

const old = 'vera@voorbeeld.example';
const corrected = [{ category: 'contact', now: old, wanted: 'vera@nieuw.example' }];

/** An hour later, as the round does. */
async function watch(world: PromiseWorld): Promise<void> {
  world.test.clock.advance({ hours: 2 });
  await watchCorrections(world.app({ kind: 'system' }));
}

test('P37 turns with a value that comes back, and back when it is mended', async () => {
  await using world = await promiseWorld();
  expect(await world.verdict('P37')).toMatchObject({ state: 'unproven' });
  const caseId = await world.ask(corrected);
  await world.answer(caseId);
  expect(await world.verdict('P37')).toMatchObject({ state: 'kept', evidence: { reverted: 0 } });
  await watch(world);
  expect(await world.verdict('P37')).toMatchObject({ state: 'kept', evidence: { standing: 2 } });
  // As a restored backup does.
  await world.crm(`update customers set email = 'Vera@Voorbeeld.example' where id = 1`);
  await watch(world);
  const turned = await world.verdict('P37');
  expect(turned).toMatchObject({ state: 'broken', evidence: { reverted: 1, standing: 1, cases: [caseId] } });
  expect(JSON.stringify(turned).toLowerCase()).not.toContain('vera@');
  const events = await listCaseEvents(world.test.store, caseId);
  expect(events.at(-1)).toMatchObject({
    kind: 'correction-reverted',
    detail: { places: [{ column: 'crm.customers.email', cells: 1 }] },
  });
  await world.crm(`update customers set email = 'vera@nieuw.example' where id = 1`);
  await watch(world);
  expect(await world.verdict('P37')).toMatchObject({ state: 'kept', evidence: { reverted: 0, standing: 2 } });
  expect((await listCaseEvents(world.test.store, caseId)).at(-1)?.kind).toBe('correction-restored');
});

test('P37 does not take a new value for the old one, nor a row that went', async () => {
  await using world = await promiseWorld();
  await world.answer(await world.ask(corrected));
  await world.crm(`update customers set email = 'vera@elders.example' where id = 1`);
  world.list('delete from subscribers');
  await watch(world);
  expect(await world.verdict('P37')).toMatchObject({
    state: 'unproven',
    evidence: { reverted: 0, changed: 1, gone: 1 },
  });
});

test('P37 says nothing when nobody looked for a day', async () => {
  await using world = await promiseWorld();
  await world.answer(await world.ask(corrected));
  world.test.clock.advance({ hours: 25 });
  expect(await world.verdict('P37')).toMatchObject({ state: 'unproven' });
});

test('what stood there goes with the file of the case', async () => {
  await using world = await promiseWorld();
  await world.answer(await world.ask(corrected));
  const { store, clock } = world.test;
  expect(await countCellStates(store)).not.toEqual([]);
  clock.advance({ hours: 24 * 366 * 2 + 48 });
  await tidyStore(world.app({ kind: 'system' }));
  expect(await countCellStates(store)).toEqual([]);
});
