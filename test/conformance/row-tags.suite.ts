import { expect, test, vi } from 'vitest';
import { present } from '../../src/base/assert.ts';
import { benchOf, describeWith } from './test-bench.ts';
import type { TestedKind } from './tested-kind.ts';

/** A database counts what changed within seconds, and some keep a change apart from the next only after two. */
const patience = { timeout: 20_000, interval: 200 };

/** What may not pass unseen, each in a table of its own. */
const changes = {
  came: `insert into came (id, visited_on) values (3, '2026-03-01')`,
  moved: `update moved set visited_on = '2019-01-01' where id = 1`,
  went: 'delete from went where id = 2',
  refilled: `delete from refilled; insert into refilled (id, visited_on) values (1, '2026-01-01')`,
  renamed:
    'alter table renamed rename column visited_on to other; alter table renamed rename column entered_on to visited_on',
} as const;
const tables = [...Object.keys(changes), 'quiet'];

export function describeRowTags(tested: TestedKind): void {
  describeWith(tested, { feature: 'row-tags', name: 'tagRows' }, () => {
    const bench = benchOf(
      tested,
      tables
        .map(
          (table) => `create table ${table} (id integer primary key, visited_on date, entered_on date);
            insert into ${table} (id, visited_on) values (1, '2026-01-01'), (2, '2026-02-01')`,
        )
        .join(';'),
    );
    const tag = (table: string) => bench().source.tagRows({ table, column: 'visited_on' });
    const settled = (table: string) =>
      vi.waitFor(async () => {
        const first = present(await tag(table), 'a tag');
        expect(await tag(table)).toBe(first);
        return first;
      }, patience);

    test('gives another tag after every change of a row or of the column, and the same after a look', async () => {
      const before = new Map<string, string>();
      for (const table of tables) before.set(table, await settled(table));
      await bench().source.countBefore({ table: 'quiet', column: 'visited_on', before: '2026-06-01' });
      for (const table of tables) expect(await tag(table), table).toBe(before.get(table));
      for (const change of Object.values(changes)) await bench().database.script(change);
      await bench().source.introspect();
      for (const table of Object.keys(changes))
        await vi.waitFor(async () => expect(await tag(table), table).not.toBe(before.get(table)), patience);
    }, 120_000);
  });
}
