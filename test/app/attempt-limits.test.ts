import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { actingAs, type PolicyContext } from '../../src/app/context.ts';
import { compileOrRefuse } from '../../src/app/load-policy.ts';
import { openRequest } from '../../src/app/open-request.ts';
import { resendCode } from '../../src/app/resend-code.ts';
import { submitCode } from '../../src/app/submit-code.ts';
import { silentLog } from '../../src/base/log.ts';
import { listMails } from '../../src/store/outbox-mail.ts';
import { type TestStore, testStore } from '../support/test-store.ts';
import { examplePolicy, publicUrl } from './company.ts';

const zoe = 'zoe@example.org';
const wrong = '000000';

async function desk({ store }: TestStore) {
  const { policy } = compileOrRefuse(await examplePolicy());
  const context: PolicyContext = {
    actor: { kind: 'visitor' },
    store,
    log: silentLog,
    policy,
    publicUrl,
  };
  const open = (email: string, clientKey: string) =>
    openRequest(context, {
      wish: { kind: 'access' },
      channel: 'portal',
      email,
      customerNumber: null,
      language: 'nl',
      clientKey,
    });
  return {
    open,
    /** The reference of a request that was opened. */
    opened: async (email: string, clientKey: string): Promise<string> => {
      const result = await open(email, clientKey);
      if (result.kind !== 'opened') throw new Error(result.kind);
      return result.reference;
    },
    resend: (reference: string, clientKey: string) => resendCode(context, { reference, clientKey }),
    guess: (reference: string, clientKey: string) =>
      submitCode(actingAs(context, { kind: 'visitor' }), { reference, clientKey, code: wrong }),
    mailsTo: async (email: string): Promise<number> =>
      (await listMails(store, { limit: 1000 })).filter(({ to }) => to === email).length,
  };
}

test('who has used up their own attempts uses up those of nobody else', async () => {
  await using it = await testStore();
  const { open } = await desk(it);
  for (let i = 0; i < 30; i++) await open(`somebody.${i}@example.org`, 'guesser');
  for (let i = 0; i < 40; i++) expect(await open(zoe, 'guesser')).toMatchObject({ kind: 'too-many' });
  for (let network = 0; network < 3; network++)
    expect(await open(zoe, `her own ${network}`)).toMatchObject({ kind: 'opened' });
});

test('one network that keeps asking for an address does not keep its owner from asking', async () => {
  await using it = await testStore();
  const { open, opened, resend, mailsTo } = await desk(it);
  const reference = await opened(zoe, 'pest');
  for (let i = 0; i < 10; i++) await open(zoe, 'pest');
  for (let i = 0; i < 10; i++) await resend(reference, 'pest');
  expect(await mailsTo(zoe)).toBe(6);
  expect(await open(zoe, 'her own')).toMatchObject({ kind: 'opened' });
});

test('an address gets so many mails, from however many networks, requests and codes sent again', async () => {
  await using it = await testStore();
  const { open, opened, resend, mailsTo } = await desk(it);
  const references: string[] = [];
  for (let i = 0; i < 9; i++) references.push(await opened(zoe, `network ${i}`));
  for (const [i, reference] of references.entries())
    expect(await resend(reference, `other ${i}`)).toEqual({ kind: 'sent' });
  expect(await resend(references[0] ?? '', 'third')).toMatchObject({ kind: 'too-many' });
  expect(await mailsTo(zoe)).toBe(18);
  expect(await open(zoe.toUpperCase(), 'yet another')).toMatchObject({ kind: 'too-many' });
  it.clock.advance({ hours: 6 });
  expect(await open(zoe, 'yet another')).toMatchObject({ kind: 'opened' });
});

test('a reference is one reference, however it is spelled', async () => {
  await using it = await testStore();
  const { opened, resend, guess } = await desk(it);
  const reference = await opened(zoe, 'a');
  const spellings = [reference, ` ${reference}`, `${reference.toLowerCase()}\u00a0`, `\t${reference}\n`];
  for (let i = 0; i < 4; i++) await resend(spellings[i] ?? '', `resend ${i}`);
  expect(await resend(`  ${reference}`, 'last')).toMatchObject({ kind: 'too-many' });
  for (let i = 0; i < 12; i++) await guess(spellings[i % 4] ?? '', `guess ${i}`);
  expect(await guess(` ${reference} `, 'last')).toMatchObject({ kind: 'too-many' });
});

test('what is no reference at all is a reference nobody knows', async () => {
  await using it = await testStore();
  const { resend, guess } = await desk(it);
  for (const reference of ['\0', 'GS-2026-\0AAAA', 'GS-2026-AAAAA'.repeat(1000), '']) {
    expect(await guess(reference, 'a')).toEqual({ kind: 'wrong' });
    expect(await resend(reference, 'a')).toEqual({ kind: 'sent' });
  }
});

test('the mail goes to the characters that are looked for', async () => {
  await using it = await testStore();
  const { open, mailsTo } = await desk(it);
  // The sign of the kelvin is a K to whoever compares addresses, and another mailbox to a mail server.
  await open('\u212Aees@example.org', 'a');
  expect(await mailsTo('Kees@example.org')).toBe(1);
});

test('every letter leaves an entry in the ledger, which does not say to whom', async () => {
  await using it = await testStore();
  const { opened, resend } = await desk(it);
  await resend(await opened(zoe, 'a'), 'a');
  const { rows } = await sql<{ leaf: string }>`
    select leaf from gestand.ledger_entry where leaf like '%letter-sent%'`.execute(it.store.db);
  expect(rows.map(({ leaf }) => /"letter":"([a-z-]+)"/.exec(leaf)?.[1])).toEqual([
    'identity-code',
    'identity-code',
  ]);
  expect(JSON.stringify(rows)).not.toContain('zoe');
});
