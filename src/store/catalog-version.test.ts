import { expect, test } from 'vitest';
import { catalogOf, column, table } from '../../test/support/catalog-of.ts';
import { testStore } from '../../test/support/test-store.ts';
import { catalogHash } from '../catalog/catalog.ts';
import { keepCatalogVersion, newestCatalogVersions } from './catalog-version.ts';

const first = catalogOf([table('customers', [column('id', 'bigint')], { primaryKey: ['id'] })]);
const second = catalogOf([table('customers', [column('id', 'bigint'), column('email', 'text')])]);

test('the shape that was accepted last is the one that counts, also when it was there before', async () => {
  await using test = await testStore('2026-11-02T09:00:00Z');
  const { store, clock } = test;
  expect(await newestCatalogVersions(store)).toEqual(new Map());
  for (const catalog of [first, second, first, { ...second, source: 'shop' }]) {
    await keepCatalogVersion(store, { catalog, acceptedBy: 'system' });
    clock.advance({ hours: 1 });
  }
  const newest = await newestCatalogVersions(store);
  expect([...newest.keys()]).toEqual(['crm', 'shop']);
  expect(newest.get('crm')).toEqual({
    catalog: first,
    hash: catalogHash(first),
    acceptedAt: '2026-11-02T11:00:00Z',
  });
  expect(newest.get('shop')?.hash).toBe(catalogHash(second));
  expect(await newestCatalogVersions(await test.another('org_other'))).toEqual(new Map());
});
