import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type TestStore, testStore } from '../../test/support/test-store.ts';
import { openCase, renewAccessToken } from './case-file.ts';
import { claimMails, countMails, listMails, markMailFailed, markMailSent, queueMail } from './outbox-mail.ts';
import {
  destroyExpiredPackages,
  findPackage,
  findPackageToken,
  openPackage,
  writePackage,
} from './package-file.ts';

async function write(test: TestStore, content: readonly Uint8Array[]) {
  const { file } = await openCase(test.store, {
    wish: { kind: 'access' },
    language: 'nl',
    channel: 'portal',
    safeDate: '2026-11-20',
    legalDate: '2026-12-02',
    contact: { email: 'a@x.example' },
    actor: 'person',
  });
  const wanted = { caseId: file.id, fileName: 'uw-gegevens.zip', expiresAt: '2026-11-16T09:00:00Z' };
  async function* stream(): AsyncGenerator<Uint8Array> {
    yield* content;
  }
  return writePackage(test.store, wanted, stream());
}

async function digest(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of content) hash.update(part);
  return hash.digest('hex');
}

test.each([
  ['nothing', []],
  ['one piece exactly', [1024 * 1024]],
  ['parts of all sizes', [1, 700_000, 1_500_000, 3, 1024 * 1024 - 4]],
])('a package of %s comes out as it went in, and the download is counted', async (_name, sizes) => {
  await using test = await testStore();
  const parts = sizes.map((size) => randomBytes(size));
  const { file, token } = await write(test, parts);
  const opened = await openPackage(test.store, token);
  expect(await digest(opened.content)).toBe(await digest(parts));
  expect(opened.file).toMatchObject({ fileName: 'uw-gegevens.zip', downloads: 1, byteCount: file.byteCount });
  expect((await findPackage(test.store, token))?.downloads).toBe(1);
  await expect(openPackage(test.store, 'another')).rejects.toMatchObject({ code: 'not-found' });
});

test('the link to the status page opens the package, and no other link does', async () => {
  await using test = await testStore();
  const { store } = test;
  const before = await write(test, [Buffer.from('x')]);
  const { caseId } = before.file;
  expect(await findPackageToken(store, { caseId, accessToken: 'another' })).toBeUndefined();
  const accessToken = await renewAccessToken(store, caseId);
  expect(await findPackageToken(store, { caseId, accessToken })).toBeUndefined();
  test.clock.advance({ seconds: 1 });
  const wanted = { caseId, fileName: 'uw-gegevens.zip', expiresAt: '2026-11-16T09:00:00Z' };
  async function* content(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('y');
  }
  const { token } = await writePackage(store, wanted, content());
  expect(await findPackageToken(store, { caseId, accessToken })).toBe(token);
  test.clock.advance({ days: 20 });
  expect(await findPackageToken(store, { caseId, accessToken })).toBeUndefined();
});

test('what is kept neither shows the content nor opens without the link', async () => {
  await using test = await testStore();
  const { token } = await write(test, [Buffer.from('Vera woont in Delft')]);
  const { rows } = await sql<{ row: string }>`select to_jsonb(f)::text || to_jsonb(c)::text ||
    encode(content, 'escape') as row from gestand.package_file f, gestand.package_chunk c`.execute(
    test.store.db,
  );
  expect(rows[0]?.row).not.toMatch(/Vera|Delft/);
  expect(rows[0]?.row).not.toContain(token);
});

test.each([
  [
    'cut off at the end',
    `delete from gestand.package_chunk where ordinal = 2;
     update gestand.package_file set chunk_count = 2`,
  ],
  [
    'put in another order',
    `update gestand.package_chunk set ordinal = ordinal + 10;
     update gestand.package_chunk set ordinal = case ordinal when 10 then 1 when 11 then 0 else 2 end`,
  ],
  [
    'changed in one byte',
    `update gestand.package_chunk
     set content = set_byte(content, 5, get_byte(content, 5) # 1) where ordinal = 1`,
  ],
])('a package that was %s does not open', async (_what, damage) => {
  await using test = await testStore();
  const { token } = await write(test, [randomBytes(2_500_000)]);
  await sql.raw(damage.split(';')[0] ?? '').execute(test.store.db);
  const then = damage.split(';')[1];
  if (then !== undefined) await sql.raw(then).execute(test.store.db);
  const { content } = await openPackage(test.store, token);
  await expect(digest(content)).rejects.toThrow(/damaged/);
});

test('a link ends at its time, and the package with it', async () => {
  await using test = await testStore();
  const { file, token } = await write(test, [randomBytes(2_000_000)]);
  expect(await destroyExpiredPackages(test.store, 10)).toEqual([]);
  test.clock.advance({ days: 14 });
  await expect(openPackage(test.store, token)).rejects.toMatchObject({ code: 'gone' });
  expect(await destroyExpiredPackages(test.store, 10)).toEqual([file.id]);
  await expect(openPackage(test.store, token)).rejects.toMatchObject({ code: 'not-found' });
  const left = await sql<{ n: number }>`select count(*) as n from gestand.package_chunk`.execute(
    test.store.db,
  );
  expect(left.rows[0]?.n).toBe(0);
});

test('mail lies encrypted, goes to one sender at a time, and is tried again', async () => {
  await using test = await testStore();
  const { store, clock } = test;
  const mail = {
    to: 'vera@voorbeeld.example',
    subject: 'Uw verzoek',
    text: 'Uw code',
    html: '<p>Uw code</p>',
  };
  for (let i = 0; i < 6; i++) await queueMail(store, mail);
  const { rows } = await sql<{ row: string }>`select encode(recipient || message, 'escape') as row
    from gestand.outbox_mail`.execute(store.db);
  expect(rows.map(({ row }) => row).join()).not.toMatch(/vera|verzoek|code/);

  const claims = await Promise.all([1, 2, 3].map(() => claimMails(store, { limit: 3, leaseSeconds: 60 })));
  const claimed = claims.flat();
  expect(claimed).toHaveLength(6);
  expect(new Set(claimed.map(({ id }) => id)).size).toBe(6);
  const [first, second, third] = claimed;
  if (!first || !second || !third) throw new Error('fewer than three');
  expect(first).toMatchObject({ ...mail, attempts: 1, state: 'queued' });
  await markMailSent(store, first.id);
  await markMailFailed(store, second.id, 300);
  await markMailFailed(store, third.id, undefined);
  clock.advance({ seconds: 60 });
  // The three whose sender was not heard of again; the one to be tried later is not among them.
  expect(await claimMails(store, { limit: 10, leaseSeconds: 60 })).toHaveLength(3);
  clock.advance({ seconds: 240 });
  expect((await claimMails(store, { limit: 10, leaseSeconds: 60 })).map(({ id }) => id)).toContain(second.id);
  expect(Object.fromEntries(await countMails(store))).toEqual({ queued: 4, sent: 1, failed: 1 });
  expect(await listMails(store, { limit: 2 })).toHaveLength(2);
});
