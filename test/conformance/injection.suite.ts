import { describe, expect, test } from 'vitest';
import { present } from '../../src/base/assert.ts';
import { tableId } from '../../src/catalog/catalog.ts';
import { handMade } from './hand-made-policy.ts';
import { benchOf } from './test-bench.ts';
import { keyOf, quoted, type TestedKind } from './tested-kind.ts';

/** Names and values that would end an identifier or a text, start a statement, or stand for a parameter. */
const hostile = [
  'x"; drop table victims; --',
  "x'; drop table victims; --",
  'x`; drop table victims; --',
  'x]); drop table victims; --',
  'x\\"; drop table victims; --',
  'x$$; drop table victims; --',
  '"; drop table victims; --"',
  '$1',
  '?',
  ':name',
  '%s',
  '{0}',
  'a.b."c"',
  'line\nbreak',
  'select',
  '🙂" -- ',
];

const reached = ['table', 'column', 'key', 'foreign key', 'value', ...['schema']] as const;

/** Tries a hostile name in every place where a statement of ours names something, and as every value. */
export function describeInjection(tested: TestedKind): void {
  describe(`no name or value gets out of its place (${reached.join(', ')})`, () => {
    const bench = benchOf(
      tested,
      'create table victims (id integer primary key); insert into victims values (1);',
    );
    const possible = hostile.filter(
      (name) => tested.lacks['rare-names'] === undefined || !/[^\0-\uffff]/u.test(name),
    );
    test.each(possible)('%j', async (name) => {
      const { database } = bench();
      const schema = tested.lacks.schemas === undefined ? `s ${name}` : null;
      const inSchema = (table: string) =>
        schema === null ? quoted(table) : `${quoted(schema)}.${quoted(table)}`;
      const [parent, child] = [`p ${name}`, `c ${name}`];
      const [key, email, at, link] = [`k ${name}`, `e ${name}`, `t ${name}`, `l ${name}`];
      const { json, keyText } = tested.sql;
      const parentKey = keyOf(tested, inSchema(parent), quoted(key));
      const childKey = tested.lacks.keyless === undefined ? 'integer' : 'integer primary key';
      const text = `'${name.replaceAll("'", "''")}'`;
      await database.script(`${schema === null ? '' : `create schema ${quoted(schema)};`}
        create table ${inSchema(parent)} (${quoted(key)} ${keyText} primary key, ${quoted(email)} text, ${quoted(name)} text,
          ${quoted(at)} date, ${quoted('self')} ${keyText} references ${parentKey});
        create table ${inSchema(child)} (${quoted(key)} ${childKey}, ${quoted(link)} ${keyText},
          ${quoted(name)} ${json}, constraint ${quoted(name)} foreign key (${quoted(link)}) references ${parentKey});
        insert into ${inSchema(parent)} values (${text}, ${text}, ${text}, '2020-01-01', ${text}), ('other', 'other', 'x', null, null);
        insert into ${inSchema(child)} values (1, ${text}, null), (2, 'other', null);`);
      // Opened when its tables are there, as a policy is written for what is there.
      const source = tested.open('tested', database.connectionString);
      const catalog = await source.introspect();
      const id = (table: string) => tableId(schema ?? 'main', table, schema === null ? 'main' : 'public');
      const { map, access, erasure } = handMade(catalog, {
        [id(parent)]: {
          subject: [
            { kind: 'email', column: email },
            { kind: 'account-id', column: key },
            { kind: 'phone', column: name },
          ],
          personal: [email, name, at],
        },
        [id(child)]: {
          personal: [name],
          links: [{ kind: 'owned-by', columns: [link], to: id(parent) }],
        },
      });

      const found = await source.find(map, [
        { kind: 'email', value: name },
        { kind: 'account-id', value: name },
        { kind: 'phone', value: '1' },
      ]);
      expect(found.map((match) => match.key)).toEqual([[name]]);
      expect((await source.search(map, [name])).map(({ rows }) => rows)).toEqual([1, 1, 1, 1, 1]);
      expect(await source.countBefore({ table: id(parent), column: at, before: '2021-01-01' })).toBe(1);
      const bindings = { [id(parent)]: [{ person: 0, key: present(found[0], 'match').key }] };
      const rows = await Array.fromAsync(source.readAccess(access, bindings));
      expect(rows.map((row) => row.table).sort()).toEqual([id(parent), id(child)].sort());
      expect(rows.find((row) => row.table === id(parent))?.values[name]).toBe(name);
      expect(await source.countAccess(access, bindings)).toHaveLength(2);
      await source.countErasure(erasure, bindings);
      await source.erase(erasure, bindings, {
        marker: { run: name, step: 0, fence: 1n },
        batchRows: 1000,
        faultPoint: async () => undefined,
      });

      await source.close();
      expect(await database.rows(`select * from ${inSchema(parent)}`)).toHaveLength(1);
      expect(await database.rows(`select * from ${inSchema(child)}`)).toHaveLength(1);
      expect(await database.rows('select * from victims')).toHaveLength(1);
    });
  });
}
