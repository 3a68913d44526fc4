import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { present } from '../src/base/assert.ts';
import { formatDiagnostic } from '../src/base/diagnostic.ts';
import { buildDataMap } from '../src/catalog/build-data-map.ts';
import { compilePolicy } from '../src/policy/compile-policy.ts';
import { registerGaps } from '../src/policy/register.ts';
import { postgresqlSource } from '../src/sources/postgresql/postgresql-source.ts';
import type { Source } from '../src/sources/source.ts';
import { sqliteSource } from '../src/sources/sqlite/sqlite-source.ts';
import { emptyDatabase } from './support/test-database.ts';

const example = join(import.meta.dirname, '../examples/carconnect');

async function examplePolicy() {
  const { policy, diagnostics } = compilePolicy(
    'policy.yaml',
    await readFile(join(example, 'policy.yaml'), 'utf8'),
  );
  expect(diagnostics.map(formatDiagnostic)).toEqual([]);
  return present(policy, 'policy');
}

/** Every column mapped, every look-up served by an index, nothing held that a cascade would take. */
async function expectMapped(source: Source): Promise<void> {
  const policy = await examplePolicy();
  const declared = present(
    policy.sources.find(({ id }) => id === source.id),
    source.id,
  );
  const { map, findings: found } = buildDataMap(declared, await source.introspect());
  expect(found.filter(({ severity }) => severity !== 'info').map(formatDiagnostic)).toEqual([]);
  expect(map?.tables.size).toBe(declared.tables.length);
}

describe('the policy of the example company', () => {
  it('leaves no gap in the register of art. 30', async () => {
    expect(registerGaps(await examplePolicy())).toEqual([]);
  });

  it.each(['crm', 'billing'])('maps every column of %s', async (id) => {
    await using database = await emptyDatabase();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(await readFile(join(example, `${id}.sql`), 'utf8'));
    await client.end();
    const source = postgresqlSource(id, database.url);
    try {
      await expectMapped(source);
    } finally {
      await source.close();
    }
  });

  it('maps every column of the newsletter list', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gestand-'));
    const file = join(folder, 'newsletter.sqlite');
    const database = new DatabaseSync(file);
    database.exec(await readFile(join(example, 'newsletter.sql'), 'utf8'));
    database.close();
    const source = sqliteSource('newsletter', file);
    try {
      await expectMapped(source);
    } finally {
      await source.close();
      await rm(folder, { recursive: true });
    }
  });
});
