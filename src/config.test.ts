import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from './config.ts';

interface Folder extends Disposable {
  readonly path: string;
}

function temporaryFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'gestand-config-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

test('an empty environment is enough, and the secret stays the same', () => {
  using folder = temporaryFolder();
  const GESTAND_HOME = join(folder.path, 'home');
  const first = loadConfig({ GESTAND_HOME, DATABASE_URL: '' });
  expect(first).toMatchObject({ port: 8080, publicUrl: 'http://localhost:8080', databaseUrl: undefined });
  expect(first.secret).toHaveLength(32);
  expect(loadConfig({ GESTAND_HOME }).secret).toEqual(first.secret);
  expect(statSync(join(GESTAND_HOME, 'secret')).mode & 0o777).toBe(0o600);
});

test('says which folder cannot be written, and needs no right to write once there is a secret', () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'a-file');
  writeFileSync(file, '');
  expect(() => loadConfig({ GESTAND_HOME: file })).toThrow(
    `The folder ${file} cannot be written (EEXIST). Give this user the right`,
  );
  writeFileSync(join(folder.path, 'secret'), 'ab'.repeat(32));
  const before = statSync(folder.path).mtimeMs;
  expect(loadConfig({ GESTAND_HOME: folder.path }).secret).toHaveLength(32);
  expect(statSync(folder.path).mtimeMs).toBe(before);
});

test('erasures take a fifth of the time unless it says otherwise, and never none or more than all', () => {
  using folder = temporaryFolder();
  const GESTAND_HOME = folder.path;
  expect(loadConfig({ GESTAND_HOME }).erasureShare).toBe(0.2);
  expect(loadConfig({ GESTAND_HOME, GESTAND_ERASURE_SHARE: '1' }).erasureShare).toBe(1);
  for (const wrong of ['0', '1.5', 'half', '-0.2'])
    expect(() => loadConfig({ GESTAND_HOME, GESTAND_ERASURE_SHARE: wrong })).toThrow(
      'GESTAND_ERASURE_SHARE is not a number from 0.01 to 1.',
    );
});

test('reads every setting', () => {
  using folder = temporaryFolder();
  const config = loadConfig({
    GESTAND_HOME: folder.path,
    GESTAND_SECRET: 'ab'.repeat(32),
    DATABASE_URL: 'postgres://u:p@db.example/gestand',
    SMTP_URL: 'smtp://mail.example:25',
    MAIL_FROM: 'Privacy <privacy@example.nl>',
    PUBLIC_URL: 'https://privacy.example.nl/',
    PORT: '9000',
    GESTAND_PORT: '9001',
  });
  expect(config).toMatchObject({
    port: 9001,
    publicUrl: 'https://privacy.example.nl',
    databaseUrl: 'postgres://u:p@db.example/gestand',
    mailFrom: 'Privacy <privacy@example.nl>',
  });
  expect(Buffer.from(config.secret).toString('hex')).toBe('ab'.repeat(32));
});

test('names all mistakes at once and repeats no value', () => {
  using folder = temporaryFolder();
  const wrong = {
    GESTAND_HOME: folder.path,
    GESTAND_SECRET: 'geheim',
    DATABASE_URL: 'mysql://root:hunter2@localhost/x',
    SMTP_URL: 'mail.example',
    PORT: 'eighty',
    MAIL_FROM: 'nobody',
  };
  let message = '';
  try {
    loadConfig(wrong);
  } catch (error) {
    message = (error as Error).message;
  }
  for (const name of ['GESTAND_SECRET', 'DATABASE_URL', 'SMTP_URL', 'PORT', 'MAIL_FROM'])
    expect(message).toContain(name);
  expect(message).not.toMatch(/hunter2|geheim/);
});

test('the billing of the example is where it is told to be, on a server and not in a database that is there', () => {
  using folder = temporaryFolder();
  const load = (settings: Readonly<Record<string, string>>) =>
    loadConfig({ GESTAND_HOME: folder.path, ...settings });
  expect(load({})).toMatchObject({
    exampleBilling: undefined,
    exampleMariadbUrl: 'mariadb://root@127.0.0.1:3306',
  });
  const GESTAND_EXAMPLE_MARIADB_URL = 'mariadb://u:p@db.example:3307';
  expect(load({ GESTAND_EXAMPLE_BILLING: 'mariadb', GESTAND_EXAMPLE_MARIADB_URL })).toMatchObject({
    exampleBilling: 'mariadb',
    exampleMariadbUrl: GESTAND_EXAMPLE_MARIADB_URL,
  });
  expect(() =>
    load({ GESTAND_EXAMPLE_BILLING: 'oracle', GESTAND_EXAMPLE_MARIADB_URL: 'mariadb://h/crm' }),
  ).toThrow(/names a database.*Write postgresql or mariadb/s);
});

test('a secret of the policy comes from its variable or its file, or is asked for by name', () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'crm');
  writeFileSync(file, 'postgres://crm\n');
  const config = loadConfig({
    GESTAND_HOME: folder.path,
    BILLING_URL: 'postgres://billing',
    CRM_URL_FILE: file,
  });
  expect(config.secretValue('BILLING_URL')).toBe('postgres://billing');
  expect(config.secretValue('CRM_URL')).toBe(readFileSync(file, 'utf8').trim());
  expect(() => config.secretValue('NEWSLETTER_URL')).toThrow(/NEWSLETTER_URL/);
});

test('the mailbox stands in the environment or in a file, and a wrong one is not repeated', () => {
  using folder = temporaryFolder();
  const GESTAND_HOME = folder.path;
  const file = join(folder.path, 'imap-url');
  writeFileSync(file, 'imaps://privacy:secret@mail.example/INBOX\n');
  expect(loadConfig({ GESTAND_HOME }).imapUrl).toBeUndefined();
  expect(loadConfig({ GESTAND_HOME, GESTAND_IMAP_URL_FILE: file }).imapUrl).toBe(
    'imaps://privacy:secret@mail.example/INBOX',
  );
  const wrong = { GESTAND_HOME, GESTAND_IMAP_URL: 'pop3://privacy:secret@mail.example' };
  expect(() => loadConfig(wrong)).toThrow('GESTAND_IMAP_URL is not an address Gestand can use');
  expect(() => loadConfig(wrong)).not.toThrow('secret');
  expect(() => loadConfig({ GESTAND_HOME, GESTAND_IMAP_URL_FILE: `${file}.gone` })).toThrow(
    'GESTAND_IMAP_URL_FILE cannot be read',
  );
});
