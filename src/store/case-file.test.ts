import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testStore } from '../../test/support/test-store.ts';
import { appendCaseEvent, listCaseEvents } from './case-event.ts';
import {
  findCaseByReference,
  findCaseByToken,
  findCasesByEmail,
  listCases,
  moveCase,
  type NewCase,
  openCase,
  readContact,
  readWish,
  removeContact,
} from './case-file.ts';
import { makeIdentityCode, tryCodeOfOthers, tryIdentityCode } from './identity-code.ts';
import { takeToken } from './rate-limit.ts';
import { newestStatement, publishStatement } from './statement-version.ts';
import { withTransaction } from './transaction.ts';

const request: NewCase = {
  wish: { kind: 'access' },
  language: 'nl',
  channel: 'portal',
  safeDate: '2026-11-23',
  legalDate: '2026-12-02',
  contact: { email: 'Vera.d’Ancona@Voorbeeld.example' },
  actor: 'person',
};

test('a case is found by reference, link and address, and tells nobody else whose it is', async () => {
  await using test = await testStore();
  const { store } = test;
  const { file, accessToken } = await openCase(store, request);
  expect(file.reference).toMatch(/^GS-2026-[2-9A-HJKMNP-TV-Z]{5}$/);
  expect(file).toMatchObject({ receivedAt: '2026-11-02T09:00:00Z', legalDate: '2026-12-02' });
  expect(await findCaseByReference(store, ` ${file.reference.toLowerCase()} `)).toEqual(file);
  expect(await findCaseByToken(store, accessToken)).toEqual(file);
  expect(await findCasesByEmail(store, 'vera.d’ancona@voorbeeld.EXAMPLE ')).toEqual([file]);
  expect(await readContact(store, file.id)).toEqual(request.contact);
  expect(await readWish(store, file)).toEqual(request.wish);

  const stored = await sql<{ row: string }>`select to_jsonb(c)::text || encode(c.contact, 'escape') as row
    from gestand.case_file as c`.execute(store.db);
  expect(stored.rows[0]?.row).not.toMatch(/vera|ancona|voorbeeld/i);
  expect(stored.rows[0]?.row).not.toContain(accessToken);

  const other = await test.another('org_other');
  expect(await findCaseByToken(other, accessToken)).toBeUndefined();
  expect(await findCasesByEmail(other, request.contact.email)).toEqual([]);
});

test('a contact that was moved to another row does not open there', async () => {
  await using test = await testStore();
  const { store } = test;
  const one = await openCase(store, request);
  const two = await openCase(store, { ...request, contact: { email: 'b@x.example' } });
  await sql`update gestand.case_file set contact = (select contact from gestand.case_file where case_id = ${one.file.id})
    where case_id = ${two.file.id}`.execute(store.db);
  await expect(readContact(store, two.file.id)).rejects.toThrow(/does not open/);
  await removeContact(store, one.file.id);
  expect(await readContact(store, one.file.id)).toBeUndefined();
  expect(await readWish(store, one.file)).toBeUndefined();
  expect(await findCasesByEmail(store, request.contact.email)).toEqual([]);
});

test('a case moves only from where it is, and its timeline has every step once', async () => {
  await using test = await testStore();
  const { store, clock } = test;
  const { file } = await openCase(store, request);
  clock.advance({ days: 2 });
  const moves = [1, 2, 3].map(() =>
    moveCase(store, file.id, { from: ['received'], to: 'in-progress', actor: 'staff_1' }),
  );
  const outcomes = await Promise.allSettled(moves);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const answered = await moveCase(store, file.id, {
    from: ['in-progress'],
    to: 'answered',
    actor: 'staff_1',
  });
  expect(answered.answeredAt).toBe('2026-11-04T09:00:00Z');
  await Promise.all(
    [1, 2, 3, 4, 5].map(() =>
      appendCaseEvent(store, file.id, { kind: 'letter', actor: 'system', detail: {} }),
    ),
  );
  const events = await listCaseEvents(store, file.id);
  expect(events.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(events.slice(0, 3).map(({ kind }) => kind)).toEqual(['received', 'in-progress', 'answered']);
});

test('cases come in pages, the most urgent first', async () => {
  await using test = await testStore();
  const { store } = test;
  for (const legalDate of ['2026-12-05', '2026-12-01', '2026-12-01', '2026-12-03'])
    await openCase(store, { ...request, legalDate });
  const first = await listCases(store, { states: ['received'], limit: 3 });
  const after = first.at(-1);
  const second = await listCases(store, { states: ['received'], limit: 3, ...(after ? { after } : {}) });
  expect([...first, ...second].map(({ legalDate }) => legalDate)).toEqual([
    '2026-12-01',
    '2026-12-01',
    '2026-12-03',
    '2026-12-05',
  ]);
});

test('a code confirms once, ends after its time, and five wrong guesses are all there are', async () => {
  await using test = await testStore();
  const { store, clock } = test;
  const { file } = await openCase(store, request);
  const [at, network] = [{ lifetimeSeconds: 900, network: 'hers' }, 'hers'];
  const attempt = (code: string) => tryIdentityCode(store, file.id, { code, network });
  expect(await attempt('123456')).toBe('wrong');

  const code = await makeIdentityCode(store, file.id, at);
  expect(code).toMatch(/^\d{6}$/);
  const both = await Promise.all([attempt(code), attempt(code)]);
  expect(both.toSorted()).toEqual(['confirmed', 'expired']);

  const late = await makeIdentityCode(store, file.id, at);
  clock.advance({ seconds: 900 });
  expect(await attempt(late)).toBe('expired');

  const guarded = await makeIdentityCode(store, file.id, at);
  const wrong = guarded === '000000' ? '000001' : '000000';
  await Promise.all(Array.from({ length: 5 }, () => attempt(wrong)));
  expect(await attempt(guarded)).toBe('wrong');
  // The attempts were those of this network; and who asked on the road may use the code at home.
  const road = await makeIdentityCode(store, file.id, { ...at, network: 'road' });
  expect(await tryCodeOfOthers(store, file.id, { code: road, network: 'road' })).toBe('wrong');
  expect(await tryCodeOfOthers(store, file.id, { code: guarded, network: 'road' })).toBe('confirmed');
  // All codes of a case end with the one that was used.
  expect(await tryIdentityCode(store, file.id, { code: road, network: 'road' })).toBe('expired');
});

test('callers at once get no more tokens than the limit, and more after the window', async () => {
  await using test = await testStore();
  const { store, clock } = test;
  const bucket = { name: 'code:198.51.100.7', limit: 3, windowSeconds: 60 };
  const taken = await Promise.all(Array.from({ length: 10 }, () => takeToken(store, bucket)));
  expect(taken.filter(({ granted }) => granted)).toHaveLength(3);
  clock.advance({ seconds: 20 });
  expect(await takeToken(store, bucket)).toEqual({ granted: false, retryAfterSeconds: 40 });
  clock.advance({ seconds: 40 });
  expect((await takeToken(store, bucket)).granted).toBe(true);
});

test('published statements stay, and the newest is what people read', async () => {
  await using test = await testStore();
  const { store, clock } = test;
  const text = { language: 'nl', policyHash: 'p1', markdown: '#', html: '<h1>', plainText: 't' } as const;
  const first = await publishStatement(store, { ...text, version: '1.0', contentHash: 'a' });
  expect(await publishStatement(store, { ...text, version: '1.0', contentHash: 'a' })).toEqual(first);
  await expect(publishStatement(store, { ...text, version: '1.0', contentHash: 'b' })).rejects.toMatchObject({
    code: 'conflict',
  });
  clock.advance({ days: 1 });
  const second = await publishStatement(store, { ...text, version: '1.1', contentHash: 'b' });
  expect(await newestStatement(store, 'nl')).toEqual(second);
  expect(await newestStatement(store, 'en')).toBeUndefined();
});

test('work that two transactions do in each other’s way is done again, and rolled back as a whole', async () => {
  await using test = await testStore();
  const { store } = test;
  const a = (await openCase(store, request)).file.id;
  const b = (await openCase(store, request)).file.id;
  const event = { kind: 'note', actor: 'system', detail: {} };
  const pass = Promise.withResolvers<void>();
  let arrived = 0;
  // Each takes its first row and waits until the other has too: the second rows are then a deadlock.
  const cross = (first: typeof a, second: typeof a) =>
    withTransaction(store, async (inside) => {
      await appendCaseEvent(inside, first, event);
      if (++arrived === 2) pass.resolve();
      await pass.promise;
      await appendCaseEvent(inside, second, event);
    });
  await Promise.all([cross(a, b), cross(b, a)]);
  expect(arrived).toBe(3);
  expect(await listCaseEvents(store, a)).toHaveLength(3);

  await expect(
    withTransaction(store, async (inside) => {
      await appendCaseEvent(inside, a, event);
      throw new Error('stop');
    }),
  ).rejects.toThrow('stop');
  expect(await listCaseEvents(store, a)).toHaveLength(3);
});
