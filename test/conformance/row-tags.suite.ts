import { describe, expect, test, vi } from 'vitest';
import { present } from '../../src/base/assert.ts';
import { benchOf, describeWith } from './test-bench.ts';
import type { TestedKind } from './tested-kind.ts';

/** A database counts what changed within seconds, and some keep a change apart from the next only after two. */
const patience = { timeout: 20_000, interval: 200 };

const changes = [
  ['a row that came', `insert into visits (id, visited_on) values (3, '2026-03-01')`],
  ['a date that was moved', `update visits set visited_on = '2019-01-01' where id = 1`],
  ['a row that went', 'delete from visits where id = 2'],
  [
    'a table that was emptied and filled again',
    `delete from visits; insert into visits (id, visited_on) values (1, '2026-01-01')`,
  ],
  [
    'two columns that changed names',
    'alter table visits rename column visited_on to other; alter table visits rename column entered_on to visited_on',
  ],
] as const;

export function describeRowTags(tested: TestedKind): void {
  describeWith(tested, { feature: 'row-tags', name: 'tagRows' }, () => {
    describe.each(changes)('%s', (_name, change) => {
      const bench = benchOf(
        tested,
        `create table visits (id integer primary key, visited_on date, entered_on date);
        insert into visits (id, visited_on) values (1, '2026-01-01'), (2, '2026-02-01')`,
      );
      const tag = () => bench().source.tagRows({ table: 'visits', column: 'visited_on' });
      const settled = () =>
        vi.waitFor(async () => {
          const first = present(await tag(), 'a tag');
          expect(await tag()).toBe(first);
          return first;
        }, patience);

      test('makes another tag, and looking makes none', async () => {
        const before = await settled();
        await bench().source.countBefore({ table: 'visits', column: 'visited_on', before: '2026-06-01' });
        expect(await tag()).toBe(before);
        await bench().database.script(change);
        await bench().source.introspect();
        await vi.waitFor(async () => expect(await tag()).not.toBe(before), patience);
      }, 60_000);
    });
  });
}
