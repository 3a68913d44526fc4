import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { GestandError } from '../../src/base/error.ts';
import type { SourceErasure } from '../../src/plan/plan.ts';
import { mariadbSource } from '../../src/sources/mariadb/mariadb-source.ts';
import type { ErasureCount } from '../../src/sources/source.ts';
import { emptyMariadb, mariadbServer } from '../support/mariadb.ts';
import { compareAccess, compareAgain, compareErasure, makeCase } from './case.ts';
import { compareCounts, plansFor, sortedCounts } from './compare-plans.ts';
import { interpret } from './interpreter.ts';
import { canGoRowByRow, MariadbWorld } from './mariadb-world.ts';

/** A case makes and drops up to ten tables; the default run takes a few hundred of them. */
const cases = Math.ceil(Number(process.env['OWNERSHIP_CASES'] ?? 2_000) * 0.1);

const refused = 'refused';

/** What was done; or that rows refer to each other in a circle, which no other error may look like. */
async function erasedOrRefused(
  world: MariadbWorld,
  plan: SourceErasure,
): Promise<readonly ErasureCount[] | typeof refused> {
  try {
    return await world.erase(plan);
  } catch (error) {
    if (!(error instanceof GestandError)) throw error;
    expect(error.message).toMatch(/in a circle in which no column may be NULL/);
    return refused;
  }
}

const server = await mariadbServer();
const reason = server.kind === 'missing' ? ` (${server.reason})` : '';

describe.skipIf(server.kind === 'missing')(`the ownership rule on MariaDB${reason}`, () => {
  afterAll(async () => {
    if (server.kind === 'ready') await server.stop();
  });

  it('holds; and what cannot go row by row is refused whole', async () => {
    if (server.kind === 'missing') return;
    await using database = await emptyMariadb(server.port);
    const source = mariadbSource('world', database.url);
    const seen = { deleted: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const subject = makeCase(seed, 'mariadb');
        if (subject === null) return;
        await using world = await MariadbWorld.create(database, source, subject);
        const plans = plansFor(subject, 'mariadb', database.name);
        compareAccess(subject, await world.access(plans.access));
        const counts = await world.count(plans.erasure);
        const before = await world.rows();
        const expected = interpret(subject.world, subject.people);
        const done = await erasedOrRefused(world, plans.erasure);
        compareCounts(expected, counts);
        if (done === refused) {
          expect(canGoRowByRow(subject.world, expected.deleted)).toBe(false);
          expect(await world.rows()).toEqual(before);
          seen.refused++;
          return;
        }
        expect(sortedCounts(done)).toEqual(sortedCounts(counts));
        compareErasure(subject.world, subject.people, await world.rows());
        const once = await world.rows();
        // A row that had to stay the first time can be one of a circle the second.
        if ((await erasedOrRefused(world, plans.erasure)) === refused) {
          expect(expected.redacted.size).toBeGreaterThan(0);
          expect(await world.rows()).toEqual(once);
        } else compareAgain(expected, once, await world.rows());
        seen.deleted += expected.deleted.size;
      }),
      { numRuns: cases },
    );
    await source.close();
    // The worlds are not empty, and few are beyond what the database can do.
    expect(seen.deleted).toBeGreaterThan(cases / 4);
    expect(seen.refused).toBeLessThan(5 + cases / 5);
  }, 3_600_000);
});
