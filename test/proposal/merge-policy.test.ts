import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { importFides } from '../../src/app/import-fides.ts';
import { present } from '../../src/base/assert.ts';
import { formatDiagnostic } from '../../src/base/diagnostic.ts';
import { buildDataMap } from '../../src/catalog/build-data-map.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { type LookedAt, type MergedPolicy, mergePolicy } from '../../src/catalog/proposal/merge-policy.ts';
import { proposeMap } from '../../src/catalog/proposal/propose-map.ts';
import { connectionName, writePolicy } from '../../src/catalog/proposal/write-policy.ts';
import { compilePolicy } from '../../src/policy/compile-policy.ts';
import { parseYamlTree, valueAt } from '../../src/policy/yaml-tree.ts';
import { postgresqlSource } from '../../src/sources/postgresql/postgresql-source.ts';
import { sqliteSchema } from '../../src/sources/schema-file/sqlite-schema.ts';
import { catalogOf, column, foreignKey, table } from '../support/catalog-of.ts';
import { emptyDatabase } from '../support/test-database.ts';

const example = join(import.meta.dirname, '../../examples/carconnect');
const policy = readFileSync(join(example, 'policy.yaml'), 'utf8');

function lookAt(catalog: Catalog): LookedAt {
  return { catalog, proposal: proposeMap(catalog) };
}

async function postgresql(source: string): Promise<Catalog> {
  await using database = await emptyDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(readFileSync(join(example, `${source}.sql`), 'utf8'));
  await client.end();
  const opened = postgresqlSource(source, database.url);
  try {
    return await opened.introspect();
  } finally {
    await opened.close();
  }
}

let looks: readonly LookedAt[] = [];
beforeAll(async () => {
  const text = readFileSync(join(example, 'newsletter.sql'), 'utf8');
  const newsletter = sqliteSchema({ source: 'newsletter', file: 'newsletter.sql', text });
  looks = [await postgresql('crm'), await postgresql('billing'), await newsletter].map(lookAt);
}, 120_000);

function merge(text: string, looked = looks): MergedPolicy {
  return mergePolicy({
    file: 'policy.yaml',
    text,
    looks: looked,
    language: 'en',
    connection: connectionName,
  });
}

/** The lines that are in the first and not in the second, where the second has those of the first in their order. */
function linesLost(before: string, after: string): readonly string[] {
  const lines = after.split('\n');
  let at = 0;
  return before.split('\n').filter((line) => {
    const found = lines.indexOf(line, at);
    if (found === -1) return true;
    at = found + 1;
    return false;
  });
}

function errorsOf(text: string): readonly string[] {
  return compilePolicy('policy.yaml', text)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(formatDiagnostic);
}

/** The pieces of the example's sources that a person could have left out: where each begins and ends, by lines. */
function pieces(
  text: string,
): readonly { readonly what: string; readonly from: number; readonly to: number }[] {
  const lines = text.split('\n');
  const start = lines.indexOf('sources:');
  const indentOf = (line: string) => line.length - line.trimStart().length;
  return lines.flatMap((line, from) => {
    if (from < start || line.trim() === '' || line.trim().startsWith('#')) return [];
    const indent = indentOf(line);
    const what =
      indent === 6 ? 'table' : line.startsWith('          - {') ? 'link' : indent === 10 ? 'column' : null;
    if (what === null) return [];
    const next = lines.findIndex((each, i) => i > from && each.trim() !== '' && indentOf(each) <= indent);
    const end = next === -1 ? lines.length - 1 : next;
    return [{ what, from, to: what === 'table' ? end : from + 1 }];
  });
}

describe('merging into a policy written by hand', () => {
  it('changes nothing where nothing is new', () => {
    expect(merge(policy)).toEqual({ text: policy, added: [], gone: [], byHand: [] });
  });

  it('keeps every line, is done at once, and leaves nothing unmapped', () => {
    const all = pieces(policy);
    const some = fc.uniqueArray(fc.integer({ min: 0, max: all.length - 1 }), { minLength: 1, maxLength: 12 });
    let accepted = 0;
    fc.assert(
      fc.property(some, (chosen) => {
        const removed = new Set(
          chosen.flatMap((i) => {
            const { from, to } = present(all[i], 'piece');
            return Array.from({ length: to - from }, (_, line) => from + line);
          }),
        );
        const text = policy
          .split('\n')
          .filter((_, line) => !removed.has(line))
          .join('\n');
        // What a person left with nothing under it is no policy any more.
        fc.pre(
          parseYamlTree('policy.yaml', text).diagnostics.length === 0 &&
            !/^ +(columns|links|subject):\n(?! {10})/m.test(text),
        );
        const merged = merge(text);
        expect(linesLost(text, merged.text)).toEqual([]);
        expect(merged).toMatchObject({ gone: [], byHand: [] });
        expect(merge(merged.text)).toEqual({ text: merged.text, added: [], gone: [], byHand: [] });
        expectComplete(merged.text);
        const compiled = compilePolicy('policy.yaml', merged.text);
        if (compiled.policy !== null) {
          accepted++;
          for (const { catalog } of looks) {
            const declared = present(
              compiled.policy.sources.find(({ id }) => id === catalog.source),
              'source',
            );
            const { findings } = buildDataMap(declared, catalog);
            expect(findings.filter(({ severity }) => severity === 'error').map(formatDiagnostic)).toEqual([]);
          }
        }
        // What is left to decide is about whose the rows are, or a name that a person's own entry refers to.
        for (const error of errorsOf(merged.text))
          expect(error).toMatch(
            / error (personal-table-without-owner|unknown-link|subject-with-owner|owner-not-personal|context-link-to-personal-table|hold-link|unknown-column|about-context)[\w-]*: .* → ./,
          );
      }),
      { numRuns: Number(process.env['GESTAND_MERGE_CASES'] ?? 60) },
    );
    expect(accepted).toBeGreaterThan(10);
  }, 300_000);
});

/** Every table of every database stands in the policy, and every column of those that are personal. */
function expectComplete(text: string): void {
  const { value } = parseYamlTree('policy.yaml', text);
  for (const { catalog } of looks) {
    for (const { id, kind, columns } of catalog.tables) {
      if (kind === 'view') continue;
      const path = ['sources', catalog.source, 'tables', id];
      const written = valueAt(value, path);
      expect(written, id).toBeDefined();
      if (typeof written !== 'object' || valueAt(written, ['context']) === true) continue;
      for (const { name } of columns)
        expect(valueAt(written, ['columns', name]), `${id}.${name}`).toBeDefined();
    }
  }
}

describe('what is new', () => {
  it('comes in its place with the words of the policy, a reason, and what to decide', () => {
    const without = policy
      .replace('          phone: { category: contact, purposes: [service, communication] }\n', '')
      .replace(/ {6}notes:\n[\s\S]*?\n\n/, '');
    const merged = merge(without);
    expect(merged.added).toEqual(['crm.customers.phone', 'crm.notes']);
    expect(merged.text).toMatch(
      / {10}last_name: name-address\n {10}phone: contact # decide: .*as customers\.email|as employees\.phone/,
    );
    expect(merged.text).toMatch(
      /\n {6}notes:\n {8}name: .*\n {8}purposes: \[service, communication, billing, own-offers\] # decide: what is this table for\?\n/,
    );
    expect(merged.text).toContain('- { kind: owned-by, column: customer_id, to: customers } # decide:');
    expect(errorsOf(merged.text)).toEqual([]);
  });

  it('brings the category, the purpose, the group and the source that the policy lacks', () => {
    const crm = catalogOf([
      table('people', [column('id', 'bigint'), column('email', 'text'), column('full_name', 'text')], {
        primaryKey: ['id'],
        uniqueKeys: [['email']],
      }),
    ]);
    const start = writePolicy({
      proposals: [proposeMap({ ...crm, source: 'web' })],
      languages: ['en'],
      comments: 'en',
    });
    const grown = catalogOf([
      ...crm.tables.map((each) => ({ ...each, columns: [...each.columns, column('birth_date', 'date')] })),
      table('staff', [column('id', 'bigint'), column('email', 'text')], {
        primaryKey: ['id'],
        uniqueKeys: [['email']],
      }),
      table('pets', [column('id', 'bigint'), column('person_id', 'bigint'), column('name', 'text')], {
        primaryKey: ['id'],
        foreignKeys: [foreignKey('pets', 'person_id', 'people')],
      }),
    ]);
    const merged = merge(start, [lookAt({ ...grown, source: 'web' }), lookAt(crm)]);
    expect(merged.added).toEqual(
      expect.arrayContaining([
        'web.people.birth_date',
        'web.staff',
        'web.pets',
        'crm',
        'categories.personal-details',
        'purposes.employment',
        'subjects.staff',
      ]),
    );
    expect(linesLost(start, merged.text)).toEqual([]);
    expect(errorsOf(merged.text)).toEqual([]);
    expect(merged.text).toContain('    connection: CRM_URL\n');
    expect(merge(merged.text, [lookAt({ ...grown, source: 'web' }), lookAt(crm)]).text).toBe(merged.text);
  });

  it('is marked where it is gone, and stays', () => {
    const left = looks.map(({ catalog }) => {
      const tables = catalog.tables
        .filter(({ id }) => id !== 'notes')
        .map((each) => ({ ...each, columns: each.columns.filter(({ name }) => name !== 'vin') }));
      return lookAt({ ...catalog, tables });
    });
    const merged = merge(policy, left);
    expect(merged.gone.toSorted()).toEqual(['crm.notes', 'crm.vehicles.vin']);
    expect(merged.text).toContain(
      '      # decide: crm has no table notes any more; take it out here, or correct the name\n      notes:\n',
    );
    expect(merged.text).toContain(
      '          # decide: crm.vehicles has no column vin any more; take it out here, or correct the name\n          vin: vehicle\n',
    );
    expect(linesLost(policy, merged.text)).toEqual([]);
    expect(merge(merged.text, left).text).toBe(merged.text);
  });

  it('goes into a policy that was imported and does not compile yet', () => {
    const file = join(import.meta.dirname, '../../examples/fides/webshop.yml');
    const imported = importFides({ file: 'webshop.yml', text: readFileSync(file, 'utf8') }, 'shop');
    const { value } = parseYamlTree('policy.yaml', imported.policy);
    const tables = Object.keys(valueAt(value, ['sources', 'shop', 'tables']) as object);
    const catalog = catalogOf([
      table('aanhangwagen', [column('id', 'bigint'), column('kenteken', 'text')], { primaryKey: ['id'] }),
      table(present(tables[0], 'table'), [column('id', 'bigint'), column('geboortedatum', 'date')], {
        primaryKey: ['id'],
      }),
    ]);
    const merged = merge(imported.policy, [lookAt({ ...catalog, source: 'shop' })]);
    expect(merged.added).toEqual(
      expect.arrayContaining(['shop.aanhangwagen', `shop.${tables[0]}.geboortedatum`]),
    );
    expect(merged.byHand).toEqual([]);
    // Between braces there is no other line to add on.
    const open = 'purposes: {} # DECIDE';
    expect(linesLost(imported.policy, merged.text)).toEqual([expect.stringContaining(open)]);
    expect(merged.text).toMatch(/^purposes: \{ service: \{ .* \} \} # DECIDE/m);
    expect(parseYamlTree('policy.yaml', merged.text).diagnostics).toEqual([]);
  });
});
