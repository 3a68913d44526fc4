import { describe, expect, test } from 'vitest';
import { describeErasure } from './erasure.suite.ts';
import { describeGate } from './gate.suite.ts';
import { describeIdentities } from './identity.suite.ts';
import { describeInjection } from './injection.suite.ts';
import { describeIntrospection } from './introspection.suite.ts';
import { describeListing } from './listing.suite.ts';
import { describeReading } from './reading.suite.ts';
import { describeRectification } from './rectification.suite.ts';
import { describeRowTags } from './row-tags.suite.ts';
import { describeSampling } from './sampling.suite.ts';
import { describeWith, failureOf, testWith } from './test-bench.ts';
import type { TestedKind } from './tested-kind.ts';

/** What every kind of source must do; the one suite all of them pass. */
export function describeSource(name: string, tested: TestedKind): void {
  describe(name, () => {
    describeWith(tested, { feature: 'rows', name: 'connection' }, () => describeConnection(tested));
    describeIntrospection(tested);
    describeWith(tested, { feature: 'rows', name: 'reading' }, () => describeReading(tested));
    describeWith(tested, { feature: 'rows', name: 'tags' }, () => describeRowTags(tested));
    describeWith(tested, { feature: 'rows', name: 'identities' }, () => describeIdentities(tested));
    describeWith(tested, { feature: 'rows', name: 'listing' }, () => describeListing(tested));
    describeWith(tested, { feature: 'sampling', name: 'sampling' }, () => describeSampling(tested));
    describeWith(tested, { feature: 'rows', name: 'erasure' }, () => describeErasure(tested));
    describeWith(tested, { feature: 'rows', name: 'rectification' }, () => describeRectification(tested));
    describeWith(tested, { feature: 'markers', name: 'marks' }, () => describeGate(tested));
    describeWith(tested, { feature: 'rows', name: 'injection' }, () => describeInjection(tested));
  });
}

function describeConnection(tested: TestedKind): void {
  test('says that it cannot be reached, and does not make what is not there', async () => {
    const source = tested.open('lost', tested.nowhere);
    const error = await failureOf(source.ping());
    expect(error.code).toBe('source-unreachable');
    expect(error.message).toContain('lost');
    expect((await failureOf(source.introspect())).code).toBe('source-unreachable');
    await source.close();
  });

  test('leaves no connection when it is closed', async () => {
    await using database = await tested.database();
    await database.script('create table things (id integer primary key)');
    const source = tested.open('tested', database.connectionString);
    await source.ping();
    await Promise.all([source.introspect(), source.introspect(), source.ping()]);
    await source.close();
    await expect.poll(() => database.openConnections()).toBe(0);
  });

  testWith(
    tested,
    { feature: 'markers', name: 'can keep markers where its role may create a table' },
    async () => {
      await using database = await tested.database();
      const source = tested.open('tested', database.connectionString);
      await source.ping();
      expect(source.capabilities).toMatchObject({ markers: true, gates: true, snapshot: true });
      await source.close();
    },
  );

  testWith(tested, { feature: 'roles', name: 'keeps no markers where its role may not' }, async () => {
    await using database = await tested.database();
    const role = `reader_${Math.random().toString(36).slice(2)}`;
    await database.script(tested.sql.createRole(role));
    const url = new URL(database.connectionString);
    url.username = role;
    url.password = 'x';
    const source = tested.open('tested', url.href);
    await source.ping();
    expect(source.capabilities).toEqual({
      markers: false,
      gates: false,
      batches: false,
      snapshot: true,
      scans: true,
    });
    await source.close();
    await database.script(tested.sql.dropRole(role));
  });
}
