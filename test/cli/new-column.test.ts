import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { exampleCompany, exampleFolder } from '../app/company.ts';
import { emptyDatabase } from '../support/test-database.ts';
import { gestand } from './gestand.ts';

/** What stands under `where` in a finding of the check, as a person would copy it. */
function pasted(text: string, where: RegExp): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => where.test(line));
  expect(at, `${where} in\n${text}`).toBeGreaterThan(-1);
  return (lines[at + 1] ?? '').trim();
}

it('stops a column that nobody mapped, says what to paste, and is green when that was pasted', async () => {
  await using company = await exampleCompany();
  await using own = await emptyDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'gestand-new-column-'));
  for (const name of ['policy.yaml', 'statement.nl.md', 'statement.en.md'])
    cpSync(join(exampleFolder, name), join(folder, name));
  const environment = { ...company.secrets, GESTAND_HOME: join(folder, 'home'), DATABASE_URL: own.url };
  const run = (...words: readonly string[]) => gestand(words, { folder, environment });
  const p08 = async () => {
    const { out } = await run('promises', '--check', '--json');
    const { promises } = JSON.parse(out) as {
      promises: { id: string; state: string; reason: { nl: string } }[];
    };
    return promises.find(({ id }) => id === 'P08');
  };
  try {
    expect(await run('statement', 'publish')).toMatchObject({ code: 0 });
    expect(await run('check')).toMatchObject({ code: 0 });
    expect(await p08()).toMatchObject({ state: 'kept' });

    const client = new pg.Client({ connectionString: company.secrets['CRM_URL'] ?? '' });
    await client.connect();
    await client.query('alter table customers add column geboortedatum date');
    await client.end();

    const stopped = await run('check');
    expect(stopped.code).toBe(1);
    expect(stopped.out).toContain(
      'error unmapped-column: the database crm has a column customers.geboortedatum (date), and the policy does not say what it holds',
    );
    expect(stopped.out).toContain('the name contains “geboortedatum”');
    expect(await p08()).toMatchObject({
      state: 'broken',
      reason: { nl: expect.stringContaining('crm.customers.geboortedatum') },
    });

    const column = pasted(stopped.out, /after "last_active_on" \(line \d+\) in the columns of customers:/);
    const category = pasted(stopped.out, /under "categories:", after "employment" \(line \d+\)/);
    expect(column).toBe('geboortedatum: personal-details');
    const policy = readFileSync(join(folder, 'policy.yaml'), 'utf8')
      .replace(/^( *)last_active_on: .*purposes: \[service, own-offers\].*$/m, `$&\n$1${column}`)
      .replace(/^purposes:$/m, `  ${category}\n\n$&`);
    writeFileSync(join(folder, 'policy.yaml'), policy);

    const mended = await run('check');
    expect(mended.out).not.toContain(' error ');
    expect(mended.code).toBe(0);
    expect(await run('statement', 'publish')).toMatchObject({ code: 0 });
    expect(await p08()).toMatchObject({ state: 'kept' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 600_000);
