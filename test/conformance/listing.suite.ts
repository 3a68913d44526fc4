import { expect, test } from 'vitest';
import { present } from '../../src/base/assert.ts';
import type { ListedSubject } from '../../src/sources/source.ts';
import { handMade } from './hand-made-policy.ts';
import { benchOf } from './test-bench.ts';
import type { TestedKind } from './tested-kind.ts';

/** Every row of people once, in the order of the key, a page at a time. */
export function describeListing(tested: TestedKind): void {
  const { keyText, timestamp } = tested.sql;
  const people = Array.from({ length: 25 }, (_, i) => i + 1);
  const bench = benchOf(
    tested,
    `create table people (id integer primary key, email ${keyText}, made ${timestamp}, seen date);
create table seats (hall ${keyText} not null, number integer not null, email ${keyText}, primary key (hall, number));
${people.map((id) => `insert into people values (${id * 3}, 'P${id}@Example.org', '2026-03-01 10:00:00', '2026-04-01');`).join('\n')}
${people.map((id) => `insert into seats values ('${id % 2 === 0 ? 'a' : 'B'}', ${id}, 'p${id}@example.org');`).join('\n')}
insert into people values (1000, null, null, null);`,
  );
  const listed = async (table: string, rows: number): Promise<readonly (readonly ListedSubject[])[]> => {
    const { source } = bench();
    const { map } = handMade(await source.introspect(), {
      people: { subject: [{ kind: 'email', column: 'email' }], personal: ['email'] },
      seats: { subject: [{ kind: 'email', column: 'email' }], personal: ['email'] },
    });
    const mapped = present(map.tables.get(table), table);
    const moments =
      table === 'people'
        ? {
            subject: { ...present(mapped.subject, 'people'), created: 'made' },
            retention: { rule: 'any', column: 'seen' },
          }
        : {};
    return Array.fromAsync(present(source.listSubjects({ ...mapped, ...moments }, { rows }), 'pages'));
  };

  test('lists every row once, whatever the size of a page', async () => {
    for (const rows of [1, 4, 13, 26, 100]) {
      const pages = await listed('people', rows);
      expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(rows);
      const all = pages.flat();
      expect(all.map(({ key }) => key[0])).toEqual([...people.map((id) => String(id * 3)), '1000']);
      expect(all[0]?.identities).toEqual([{ kind: 'email', value: 'p1@example.org' }]);
      expect(all[0]?.created).toMatch(/^2026-03-01.1[01]:00:00/);
      expect(all[0]?.lastActive).toMatch(/^2026-04-01/);
      expect(all.at(-1)).toEqual({ key: ['1000'], identities: [], created: null, lastActive: null });
    }
  });

  test('and by a key of several columns', async () => {
    for (const rows of [1, 3, 12, 25]) {
      const all = (await listed('seats', rows)).flat();
      expect(all).toHaveLength(25);
      expect(new Set(all.map(({ key }) => key.join(' '))).size).toBe(25);
      expect(all.every(({ created, lastActive }) => created === null && lastActive === null)).toBe(true);
    }
  });
}
