import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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

it('needs no connection, and no server for a SQLite schema', { timeout: 120_000 }, async () => {
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

it('says what is missing or does not go together', { timeout: 300_000 }, async () => {
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

it('reads what mariadb-dump writes, without any server', async () => {
  const policy = readFileSync(join(example, 'policy.yaml'), 'utf8');
  const [, head = ''] = /^([\s\S]*\nsources:\n)/.exec(policy) ?? [];
  const table =
    '{ name: { nl: Mensen, en: People }, purposes: [employment], subject: { group: employee, identities: { email: email } }, columns: { id: not-personal, email: contact } }';
  writeFileSync(
    join(folder, 'shop.yaml'),
    `${head}  shop: { kind: mariadb, connection: SHOP_URL, name: { nl: Winkel, en: Shop }, tables: { people: ${table} } }\n`,
  );
  const dump = (more: string) => `/*M!999999\\- enable the sandbox mode */
/*!40101 SET NAMES utf8mb4 */;
CREATE TABLE \`people\` (
  \`id\` int(11) NOT NULL AUTO_INCREMENT,
  \`email\` varchar(120) DEFAULT NULL,${more}
  PRIMARY KEY (\`id\`),
  KEY \`email\` (\`email\`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!50001 CREATE VIEW \`old\` AS SELECT 1 AS \`id\` */;
`;
  const look = (text: string) => {
    writeFileSync(join(folder, 'shop.sql'), text);
    return check('--policy', 'shop.yaml', '--against', 'shop.sql');
  };
  expect((await look(dump(''))).out).not.toContain('unmapped');
  const found = await look(dump('\n  `geboortedatum` date DEFAULT NULL,'));
  expect(found.code).toBe(1);
  expect(found.out).toContain('a column people.geboortedatum (date)');
  const odd = await look(dump('\n  `x` serial NOT NULL,'));
  expect(odd.code).toBe(2);
  expect(odd.err).toContain('shop.sql:6: ');
  expect(odd.err).toContain('mariadb-dump --no-data');
  const filled = await look(`${dump('')}INSERT INTO \`people\` VALUES (1,'jan@example.org');`);
  expect(filled.err).toContain('means that there are rows in it');
  expect(filled.err).not.toContain('jan@');
}, 300_000);
