import { expect, test } from 'vitest';
import type { DataMap } from '../catalog/data-map.ts';
import { bindingsOf } from './find-person.ts';

test('rows are bound to their table, whatever its name', () => {
  const tables = ['customers', 'constructor', '__proto__', 'customers'];
  const rows = tables.map((table, i) => ({ source: 'crm', table, key: [String(i)] }));
  const map = { source: 'crm' } as DataMap;
  const bound = bindingsOf(rows, [map], 'nonce').sources['crm'] ?? {};
  expect(Object.entries(bound)).toEqual([
    ['customers', [0, 3].map((i) => ({ person: 0, key: [String(i)] }))],
    ['constructor', [{ person: 0, key: ['1'] }]],
    ['__proto__', [{ person: 0, key: ['2'] }]],
  ]);
});
