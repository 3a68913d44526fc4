import fc from 'fast-check';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { emptyDatabase } from '../support/test-database.ts';
import { compareAccess, compareAgain, compareErasure, makeCase } from './case.ts';
import { compareCounts, plansFor, sortedCounts } from './compare-plans.ts';
import { PostgresqlWorld, worldSchema } from './postgresql-world.ts';
import { SqliteWorld } from './sqlite-world.ts';

/**
 * Plans against the rule, on random schemas with random rows: the database after an erasure, and the copy a
 * person receives, are what the interpreter says, cell by cell: complete, minimal, and with the database's own
 * foreign keys intact. A failure prints the world's seed; `OWNERSHIP_CASES=10000 npm test` runs more.
 */
const cases = Number(process.env['OWNERSHIP_CASES'] ?? 2_000);
const onPostgresql = Math.ceil(cases * 0.3);

describe('the ownership rule', () => {
  it('holds on SQLite', async () => {
    let deleted = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const subject = makeCase(seed, 'sqlite');
        if (subject === null) return;
        using world = new SqliteWorld(subject);
        const plans = plansFor(subject, 'sqlite', 'main');
        compareAccess(subject, world.access(plans.access));
        const counts = world.count(plans.erasure);
        world.erase(plans.erasure);
        const expected = compareErasure(subject.world, subject.people, world.rows());
        compareCounts(expected, counts);
        const once = world.rows();
        world.erase(plans.erasure);
        compareAgain(expected, once, world.rows());
        deleted += expected.deleted.size;
      }),
      { numRuns: cases - onPostgresql },
    );
    // The worlds are not empty: a rule that deletes nothing would be found out.
    expect(deleted).toBeGreaterThan(cases / 4);
  }, 600_000);

  it.each(['in one statement', 'by a script'] as const)(
    'holds on PostgreSQL, erasing %s',
    async (manner) => {
      await using database = await emptyDatabase();
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      try {
        await fc.assert(
          fc.asyncProperty(fc.integer(), async (seed) => {
            const subject = makeCase(seed, 'postgresql');
            if (subject === null) return;
            await using world = await PostgresqlWorld.create(client, subject);
            const plans = plansFor(subject, 'postgresql', worldSchema);
            compareAccess(subject, await world.access(plans.access));
            const counts = await world.count(plans.erasure);
            if (manner === 'by a script') await world.eraseByScript(plans.erasure);
            else expect(sortedCounts(await world.eraseAtOnce(plans.erasure))).toEqual(sortedCounts(counts));
            compareCounts(compareErasure(subject.world, subject.people, await world.rows()), counts);
          }),
          { numRuns: onPostgresql / 2 },
        );
      } finally {
        await client.end();
      }
    },
    600_000,
  );
});
