import { copyFileSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { present } from '../../src/base/assert.ts';
import { buildDataMap } from '../../src/catalog/build-data-map.ts';
import type { SubjectRow } from '../../src/plan/plan.ts';
import { planAccess } from '../../src/plan/plan-access.ts';
import { planErase } from '../../src/plan/plan-erase.ts';
import { defaultHttpLimits } from '../../src/policy/http-source.ts';
import type { Policy, PolicySource, PolicyTable } from '../../src/policy/policy.ts';
import { httpSource } from '../../src/sources/http/http-source.ts';
import type { Source } from '../../src/sources/source.ts';
import { sqliteSource } from '../../src/sources/sqlite/sqlite-source.ts';
import { sqliteFile } from '../conformance/sqlite-file.ts';
import { worldDay, worldPolicy } from '../ownership/world-map.ts';
import { facadeResources, restFacade } from '../support/rest-facade.ts';

/**
 * Where each row has one owner, an API must come to what the database behind it comes to, cell by cell; and that one is held to the rule of
 * ARCHITECTURE.md by the property test of ownership.
 */
interface Tree {
  readonly tables: readonly TreeTable[];
  /** Of the people that go, by number; there are four. */
  readonly people: readonly number[];
}

interface TreeTable {
  /** Of the owner, among the tables before this one; 0 is the people's. */
  readonly owner: number;
  readonly nullable: boolean;
  readonly onErasure: 'delete' | 'redact';
  readonly hold: 'none' | 'from' | 'with';
  readonly rows: readonly { readonly owner: number | null; readonly since: string | null }[];
}

const people = 4;
const row = fc.record({
  owner: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 4 }),
  since: fc.option(fc.constantFrom('2001-01-01', '2018-12-31', '2019-01-01', '2025-06-01'), { freq: 4 }),
});
const tree: fc.Arbitrary<Tree> = fc.record({
  people: fc.uniqueArray(fc.integer({ min: 1, max: people }), { minLength: 1, maxLength: 3 }),
  tables: fc.array(
    fc.record({
      owner: fc.nat(),
      nullable: fc.boolean(),
      onErasure: fc.constantFrom('delete' as const, 'redact' as const),
      hold: fc.constantFrom('none' as const, 'from' as const, 'with' as const),
      rows: fc.array(row, { maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

const nameOf = (table: number) => (table === 0 ? 'people' : `t${table}`);
const ownerOf = (table: TreeTable, index: number) => table.owner % (index + 1);

function scriptOf({ tables }: Tree): string {
  const text = (value: string | null) => (value === null ? 'null' : `'${value}'`);
  const inserted = [people];
  const made = tables.map((table, index) => {
    const name = nameOf(index + 1);
    const owner = ownerOf(table, index);
    const most = inserted[owner] ?? 0;
    const rows = table.rows.flatMap((each, at) => {
      const to = each.owner === null || most === 0 ? null : ((each.owner - 1) % most) + 1;
      const refers = to ?? (table.nullable ? null : most === 0 ? undefined : 1);
      return refers === undefined
        ? []
        : [`(${at + 1}, 'soft ${at}', 'hard ${at}', ${text(each.since)}, ${refers})`];
    });
    inserted.push(rows.length);
    return `create table ${name} (id integer primary key, soft text, hard text not null, since date,
      owner_id integer ${table.nullable ? '' : 'not null'} references ${nameOf(owner)} (id));
      ${rows.length === 0 ? '' : `insert into ${name} values ${rows.join(', ')};`}`;
  });
  const persons = Array.from(
    { length: people },
    (_, i) => `(${i + 1}, 'p${i + 1}@example.org', 'name ${i + 1}')`,
  );
  return `create table people (id integer primary key, email text, name text not null);
    insert into people values ${persons.join(', ')}; ${made.join('\n')}`;
}

const place = { file: 'policy.yaml', line: 1, column: 1 };
const text = { nl: 'iets', en: 'something' };

function tablesOf({ tables }: Tree): readonly PolicyTable[] {
  const column = (name: string, personal: boolean) =>
    personal
      ? {
          kind: 'personal' as const,
          name,
          category: 'any',
          purposes: [],
          about: null,
          origin: 'provided' as const,
          onAccess: 'show' as const,
          onErasure: 'null' as const,
          place,
        }
      : { kind: 'not-personal' as const, name, place };
  const head = { use: 'personal' as const, name: text, purposes: ['service'], retention: null, place };
  return [
    {
      ...head,
      id: 'people',
      subject: { group: 'people', identities: [{ kind: 'email', column: 'email' }] },
      columns: [column('id', false), column('email', true), column('name', true)],
      links: [],
      hold: null,
      onErasure: 'delete',
    },
    ...tables.map((table, index): PolicyTable => {
      const { onErasure } = table;
      const owner = ownerOf(table, index);
      const ownerHeld = owner > 0 && tables[owner - 1]?.hold !== 'none';
      return {
        ...head,
        id: nameOf(index + 1),
        subject: null,
        columns: ['id', 'soft', 'hard', 'since', 'owner_id'].map((name) =>
          column(name, name === 'soft' || name === 'hard'),
        ),
        links: [
          {
            name: 'owner_id',
            kind: 'owned-by',
            table: nameOf(owner),
            reference: 'row',
            rowColumns: ['owner_id'],
            otherColumns: [],
            place,
          },
        ],
        hold:
          table.hold === 'from'
            ? { kind: 'from', rule: 'seven-years', column: 'since' }
            : table.hold === 'with' && ownerHeld
              ? { kind: 'with', rule: 'seven-years', link: 'owner_id' }
              : null,
        onErasure,
      };
    }),
  ];
}

async function outcome(source: Source, declared: PolicySource, { people: who }: Tree) {
  const policy: Policy = { ...worldPolicy, sources: [declared] };
  const { map, findings } = buildDataMap(declared, await source.introspect());
  const maps = [present(map, findings.map(({ message }) => message).join())];
  const on = Temporal.PlainDate.from(worldDay);
  const rows: readonly SubjectRow[] = who.map((number, person) => ({ person, key: [String(number)] }));
  const access = present(
    planAccess(policy, maps, { people: who.length, language: 'nl', on }).sources[0],
    'access',
  );
  const erasure = present(planErase(policy, maps, { people: who.length, on }).sources[0], 'erasure');
  const bindings = { people: rows };
  const told = await Array.fromAsync(source.readAccess(access, bindings));
  const counted = await source.countErasure(erasure, bindings);
  const options = { marker: null, batchRows: 1000, faultPoint: async () => undefined };
  const erased = await source.erase(erasure, bindings, options);
  await source.close();
  const copies = told.map((each) => JSON.stringify(each)).sort();
  return { copies, counted, erased };
}

test('an API comes to what the database behind it comes to', async () => {
  await fc.assert(
    fc.asyncProperty(tree, async (drawn) => {
      await using database = await sqliteFile();
      await database.script(scriptOf(drawn));
      const copy = `${database.connectionString}.copy`;
      copyFileSync(database.connectionString, copy);
      await using facade = await restFacade(copy);
      const head = { id: 'tested', connection: 'TESTED', name: text, tables: tablesOf(drawn), place };
      const limits = { ...defaultHttpLimits, requestsPerSecond: 1000 };
      const api = {
        ...head,
        kind: 'http' as const,
        authentication: null,
        limits,
        ping: null,
        resources: facadeResources(copy),
      };
      const direct = await outcome(
        sqliteSource('tested', database.connectionString),
        { ...head, kind: 'sqlite' },
        drawn,
      );
      const overHttp = await outcome(
        httpSource(api, () => facade.url),
        api,
        drawn,
      );
      expect(overHttp).toEqual(direct);
      for (const table of ['people', ...drawn.tables.map((_, i) => nameOf(i + 1))]) {
        const left = await database.rows(`select * from ${table} order by id`);
        expect(rowsIn(copy, table)).toEqual(left);
      }
      rmSync(copy);
    }),
    { numRuns: Number(process.env['HTTP_OWNERSHIP_CASES'] ?? 20) },
  );
}, 600_000);

function rowsIn(file: string, table: string): readonly unknown[] {
  using database = new DatabaseSync(file);
  return database.prepare(`select * from ${table} order by id`).all();
}
