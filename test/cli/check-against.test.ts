import { appendFileSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { gestand, type Place } from './gestand.ts';

const example = join(import.meta.dirname, '../../examples/carconnect');
const folder = mkdtempSync(join(tmpdir(), 'gestand-against-'));
const place: Place = { folder };
const check = (...words: readonly string[]) => gestand(['check', ...words], place);

beforeAll(() => {
  for (const name of ['policy.yaml', 'statement.nl.md', 'statement.en.md', 'crm.sql', 'newsletter.sql'])
    cpSync(join(example, name), join(folder, name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('needs no connection, and no server for a SQLite schema', async () => {
  const { code, out, err } = await check('--against', 'newsletter.sql', '--source', 'newsletter');
  expect({ code, err }).toEqual({ code: 0, err: 'Looking at newsletter\n' });
  expect(out).toContain('sources: newsletter');
  expect(existsSync(join(folder, '.gestand/postgres'))).toBe(false);
});

it('fails on a column that is in no policy, before it is live', { timeout: 120_000 }, async () => {
  expect(await check('--against', 'crm.sql', '--source', 'crm')).toMatchObject({ code: 0 });
  appendFileSync(join(folder, 'crm.sql'), '\nalter table customers add column geboortedatum date;\n');
  const { code, out } = await check('--against', 'crm.sql', '--source', 'crm', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    errors: 1,
    sources: ['crm'],
    findings: expect.arrayContaining([
      expect.objectContaining({ code: 'unmapped-column', table: 'customers', column: 'geboortedatum' }),
    ]),
  });
});

it('says what is missing or does not go together', async () => {
  writeFileSync(join(folder, 'archive.dump'), 'PGDMP');
  const said = async (...words: readonly string[]) => {
    const { code, err } = await check(...words);
    return `${code} ${err}`;
  };
  expect(await said('--against', 'crm.sql')).toMatch(
    /^2 [\s\S]*Say which source the file is of: --source crm/,
  );
  expect(await said('--against', 'crm.sql', '--source', 'crn')).toContain('did you mean "crm"?');
  expect(await said('--source', 'crm')).toContain('name the file with --against FILE');
  expect(await said('--against', 'nowhere.sql', '--source', 'crm')).toContain('2 nowhere.sql cannot be read');
  writeFileSync(join(folder, 'empty.sql'), '-- nothing');
  expect(await said('--against', 'empty.sql', '--source', 'crm')).toContain('empty.sql makes no table');
  expect(await said('--against', 'archive.dump', '--source', 'crm')).toContain('pg_restore --schema-only');
  expect(await said('--against', 'crm.sql', '--accept')).toMatch(/^2 .*cannot be used with/);
});
