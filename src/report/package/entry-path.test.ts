import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EntryPaths } from './entry-path.ts';

test.each([
  ['customers', 'data/crm/customers'],
  ['sales.orders', 'data/crm/sales.orders'],
  ['"odd.name"', 'data/crm/_odd.name_'],
  ['../../etc/passwd', 'data/crm/__.._etc_passwd'],
  ['C:\\x', 'data/crm/C_x'],
  ['klánten', 'data/crm/klánten'],
  ['con', 'data/crm/_con'],
  ['', 'data/crm/_'],
])('%j', (table, path) => {
  expect(new EntryPaths().pathOf('crm', table)).toBe(path);
});

test('two tables never share a place, and none leaves its folder', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (tables) => {
      const paths = new EntryPaths();
      const all = tables.map((table) => paths.pathOf('crm', table));
      expect(new Set(all.map((path) => path.toLowerCase())).size).toBe(all.length);
      for (const path of all) expect(path).toMatch(/^data\/crm\/[\p{L}\p{N}_-][\p{L}\p{N}._-]*$/u);
    }),
  );
});
