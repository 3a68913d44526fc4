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
import { examplePolicy, officer, publicUrl } from './company.ts';

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
    confirm: (reference: string, code: string | undefined, clientKey: string) =>
      submitCode(context, { reference, clientKey, code: code ?? '' }),
    /** The codes that were mailed, the newest first. */
    codesTo: async (email: string): Promise<readonly string[]> =>
      (await listMails(store, { limit: 1000 }))
        .filter(({ to }) => to === email)
        .map(({ text }) => (/\b(\d{3}) (\d{3})\b/.exec(text) ?? []).slice(1).join('')),
    call: (email: string, sure?: string) =>
      openRequest(actingAs(context, officer), {
        wish: { kind: 'access' },
        channel: 'telephone',
        email,
        customerNumber: null,
        language: 'nl',
        clientKey: null,
        ...(sure === undefined ? {} : { proof: 'officer-judgement', proofReason: sure }),
      }),
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

test('three networks together do not keep the owner of an address from asking', async () => {
  await using it = await testStore();
  const { open, opened, resend, mailsTo, confirm, codesTo } = await desk(it);
  for (let network = 0; network < 3; network++)
    for (let i = 0; i < 10; i++) await open(zoe, `pest ${network}`);
  expect(await mailsTo(zoe)).toBe(18);
  expect(await open(zoe.toUpperCase(), 'pest 0')).toMatchObject({ kind: 'too-many' });
  it.clock.advance({ seconds: 1 });
  const reference = await opened(zoe, 'her own');
  const [code] = await codesTo(zoe);
  expect(await confirm(reference, code, 'her own')).toMatchObject({ kind: 'ok' });
  // And when her code has expired meanwhile, there is another.
  const second = await opened('anna@example.org', 'her own');
  for (let network = 0; network < 3; network++)
    for (let i = 0; i < 10; i++) await open('anna@example.org', `pest ${network}`);
  it.clock.advance({ minutes: 20 });
  await resend(second, 'her own');
  const [another] = await codesTo('anna@example.org');
  expect(await confirm(second, another, 'her own')).toMatchObject({ kind: 'ok' });
});

test('an address gets fifty mails in six hours and no more, from however many networks; an officer still lets its owner in', async () => {
  await using it = await testStore();
  const { open, mailsTo, call } = await desk(it);
  for (let network = 0; network < 60; network++) await open(zoe, `network ${network}`);
  expect(await mailsTo(zoe)).toBe(50);
  expect(await open(zoe, 'yet another')).toMatchObject({ kind: 'too-many' });
  expect(await call(zoe)).toMatchObject({ kind: 'opened', state: 'identity' });
  expect(await call(zoe, 'Ik belde terug op het bekende nummer.')).toMatchObject({ state: 'in-progress' });
  it.clock.advance({ hours: 6 });
  expect(await open(zoe, 'yet another')).toMatchObject({ kind: 'opened' });
});

test('who knows a reference uses up the attempts and codes of nobody else', async () => {
  await using it = await testStore();
  const { opened, resend, guess, confirm, codesTo } = await desk(it);
  const reference = await opened(zoe, 'her own');
  const [hers] = await codesTo(zoe);
  for (let network = 0; network < 10; network++) {
    for (let i = 0; i < 10; i++) await guess(reference, `pest ${network}`);
    for (let i = 0; i < 4; i++) await resend(reference, `pest ${network}`);
  }
  // The attempts of strangers are used up, also for who has the right code; and nobody is told so.
  expect(await confirm(reference, hers, 'her telephone')).toEqual({ kind: 'wrong' });
  it.clock.advance({ seconds: 1 });
  expect(await resend(reference, 'her telephone')).toEqual({ kind: 'sent' });
  const [newest] = await codesTo(zoe);
  expect(newest).not.toBe(hers);
  // Nobody replaced the code that she asked for first.
  expect(await confirm(reference, hers, 'her own')).toMatchObject({ kind: 'ok' });
  expect(await confirm(reference, newest, 'her telephone')).toEqual({ kind: 'expired' });
});

test('a stranger gets twelve attempts at a code in six hours, from however many networks', async () => {
  await using it = await testStore();
  const { opened, guess, confirm, codesTo } = await desk(it);
  const reference = await opened(zoe, 'her own');
  const [hers] = await codesTo(zoe);
  for (let network = 0; network < 11; network++) await guess(reference, `stranger ${network}`);
  it.clock.advance({ minutes: 1 });
  await guess(reference, 'stranger 11');
  expect(await confirm(reference, hers, 'stranger 12')).toEqual({ kind: 'wrong' });
});

test('a code is sent again, or not, with the same answer for a reference that is known and one that is not', async () => {
  await using it = await testStore();
  const { opened, open, resend, guess, mailsTo } = await desk(it);
  const waiting = await opened(zoe, 'her own');
  for (let network = 0; network < 60; network++) await open(zoe, `network ${network}`);
  const sent = await mailsTo(zoe);
  const answers = async (reference: string) => {
    const told: unknown[] = [];
    for (const network of ['her own', 'network 1', 'new'])
      for (let i = 0; i < 6; i++) told.push(await resend(reference, `${network}`));
    for (let i = 0; i < 14; i++) told.push(await guess(reference, 'guesser'));
    return told;
  };
  const known = await answers(waiting);
  expect(await answers('GS-2026-AAAAA')).toEqual(known);
  // There was no more room for mails to this address but for those of the network that asked first.
  expect(await mailsTo(zoe)).toBe(sent);
});

test('a reference is one reference, however it is spelled', async () => {
  await using it = await testStore();
  const { opened, resend, guess } = await desk(it);
  const reference = await opened(zoe, 'a');
  const spellings = [reference, ` ${reference}`, `${reference.toLowerCase()}\u00a0`, `\t${reference}\n`];
  for (let i = 0; i < 4; i++) await resend(spellings[i] ?? '', 'a');
  expect(await resend(`  ${reference}`, 'a')).toMatchObject({ kind: 'too-many' });
  for (let i = 0; i < 12; i++) await guess(spellings[i % 4] ?? '', 'a');
  expect(await guess(` ${reference} `, 'a')).toMatchObject({ kind: 'too-many' });
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
