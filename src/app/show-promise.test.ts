import { expect, test } from 'vitest';
import { promiseWorld } from '../../test/support/promise-world.ts';
import { present } from '../base/assert.ts';
import { checkPromises } from '../promises/board.ts';
import { readCase } from '../store/case-file.ts';
import { showPromise } from './show-promise.ts';

test('a promise about periods names the rows that are past theirs, the oldest first, and whose key tells who somebody is', async () => {
  await using world = await promiseWorld();
  const officer = world.app({ kind: 'officer', id: 'desk-2' });
  expect((await showPromise(officer, { promiseId: 'P25', limit: 5 })).rows).toEqual([]);
  await world.crm(
    `insert into visits values (3, 1, null, '2026-10-03'), (4, 1, null, '2026-10-02'), (5, 1, null, '2020-01-01')`,
  );
  world.list(`insert into subscribers values ('old@voorbeeld.example', null, '2024-11-01')`);
  const { entry, rows } = await showPromise(officer, { promiseId: 'p25', limit: 5 });
  expect(entry).toMatchObject({ id: 'P25', brokenWhen: { en: expect.any(String) } });
  expect(rows).toEqual([
    {
      ...{
        source: 'crm',
        table: 'visits',
        column: 'visited_on',
        before: '2026-10-03',
        mayStay: false,
        rows: 2,
      },
      oldest: { columns: ['id'], keys: [['5'], ['4']] },
      personal: false,
    },
    {
      ...{
        source: 'list',
        table: 'subscribers',
        column: 'last_seen_on',
        before: '2024-11-02',
        mayStay: false,
      },
      rows: 1,
      oldest: { columns: ['email'], keys: [['old@voorbeeld.example']] },
      personal: true,
    },
  ]);
  expect((await showPromise(officer, { promiseId: 'P04', limit: 5 })).rows).toEqual([]);
  await expect(showPromise(officer, { promiseId: 'P99', limit: 5 })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(
    showPromise(world.app({ kind: 'visitor' }), { promiseId: 'P25', limit: 5 }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('the requests that break a promise are named as an officer opens them', async () => {
  await using world = await promiseWorld();
  const officer = world.app({ kind: 'officer', id: 'desk-2' });
  const id = await world.request('access');
  world.test.clock.advance({ days: 60 });
  await checkPromises(world.context(), { only: ['P36'] });
  const { entry, requests } = await showPromise(officer, { promiseId: 'P36', limit: 5 });
  expect(entry).toMatchObject({ state: 'broken', evidence: { overdue: [id] } });
  const { reference } = present(await readCase(world.test.store, id), 'the request');
  expect(requests).toEqual([{ found: 'overdue', reference }]);
});
