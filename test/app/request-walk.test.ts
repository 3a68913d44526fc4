import { buffer, text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { approvePlan } from '../../src/app/approve-plan.ts';
import { actingAs } from '../../src/app/context.ts';
import { headSigner } from '../../src/app/ledger-signer.ts';
import { listRequests } from '../../src/app/list-requests.ts';
import type { PortalServices, RequestKey } from '../../src/app/portal-services.ts';
import { livePortalServices } from '../../src/app/portal-services-live.ts';
import { previewPlan } from '../../src/app/preview-plan.ts';
import { showRequest } from '../../src/app/show-request.ts';
import { verifyLedger } from '../../src/app/verify-ledger.ts';
import { present } from '../../src/base/assert.ts';
import { sequenceLedger } from '../../src/store/ledger-entry.ts';
import { type Company, exampleCompany, officer } from './company.ts';

const lotte = plantedCases['one-of-everything'].person;
const { first: pieter, second: thomas } = plantedCases['two-customers-one-address'];

function pages(company: Company): PortalServices {
  return livePortalServices(company.app, { mailboxFrom: 'privacy@carconnect.example' });
}

async function preview(
  context: Parameters<typeof previewPlan>[0],
  email: string,
): Promise<readonly string[]> {
  const made = await previewPlan(context, {
    kind: 'access',
    given: [{ kind: 'email', value: email }],
    language: 'nl',
  });
  if (made.kind !== 'planned') throw new Error('several people');
  return made.sentences;
}

/** Asks, reads the code in the mail, and types it. */
async function ask(
  { test }: Company,
  services: PortalServices,
  { kind, email }: { readonly kind: 'access' | 'erasure'; readonly email: string },
): Promise<RequestKey> {
  // Mails of one moment have no order, and the newest is the one that is read.
  test.clock.advance({ seconds: 1 });
  const opened = await services.openRequest({
    wish: { kind },
    email,
    customerNumber: null,
    language: 'nl',
    clientKey: '192.0.2.0/24',
  });
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  const { reference } = opened;
  const code = await codeIn(services, email);
  const submitted = await services.submitCode({ reference, code, clientKey: '192.0.2.0/24' });
  if (submitted.kind !== 'ok') throw new Error(submitted.kind);
  return { reference, token: submitted.token };
}

async function codeIn(services: PortalServices, email: string): Promise<string> {
  const mailbox = present(services.mailbox, 'mailbox');
  const summary = (await mailbox.list(10)).find(({ to, subject }) => to === email && /code/i.test(subject));
  const mail = present(await mailbox.get(present(summary, 'the mail with a code').id), 'mail');
  return present(/\b(\d{3}) ?(\d{3})\b/.exec(mail.text), 'code')
    .slice(1)
    .join('');
}

async function newestLetter(services: PortalServices): Promise<string> {
  const mailbox = present(services.mailbox, 'mailbox');
  const [newest] = await mailbox.list(1);
  return present(await mailbox.get(present(newest, 'a letter').id), 'mail').text;
}

async function approve({ app, test }: Company, reference: string): Promise<readonly string[]> {
  test.clock.advance({ seconds: 1 });
  const context = actingAs(app, officer);
  const { plan, file } = await showRequest(context, { reference, language: 'nl' });
  const shown = present(plan, 'plan');
  const { id: planId, sealedHash } = shown.record;
  await approvePlan(context, { caseId: file.id, planId, sealedHash });
  return shown.sentences;
}

async function filesOf(stream: ReadableStream<Uint8Array>): Promise<ReadonlyMap<string, string>> {
  const zip = await fromBufferPromise(await buffer(stream));
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  return files;
}

describe('a person asks for their data and then to be erased', () => {
  it('receives their rows from all three sources, and afterwards is in none', async () => {
    await using company = await exampleCompany();
    const services = pages(company);
    const key = await ask(company, services, { kind: 'access', email: lotte.email.toUpperCase() });
    const planned = present(await services.requestStatus({ ...key, language: 'nl' }), 'status');
    expect(planned).toMatchObject({ state: 'planned', kind: 'access', mayWithdraw: true, package: null });
    expect(planned.dueOn.toString()).toBe('2026-12-23');
    expect(planned.planSentences.join(' ')).toContain('Nieuwsbrieflijst');
    expect(await services.openPackage(key)).toEqual({ kind: 'not-ready' });

    const sentences = await approve(company, key.reference);
    expect(sentences).toEqual(planned.planSentences);
    const done = present(await services.requestStatus({ ...key, language: 'en' }), 'status');
    expect(done).toMatchObject({ state: 'done', mayWithdraw: false, package: { downloads: 0 } });
    expect(done.timeline.map(({ kind }) => kind)).toEqual([
      'received',
      'verified',
      'planned',
      'approved',
      'started',
      'package-ready',
      'done',
    ]);

    const opened = await services.openPackage(key);
    if (opened.kind !== 'ok') throw new Error(opened.kind);
    const files = await filesOf(opened.stream);
    const all = [...files.values()].join('\n');
    expect(
      [...files.keys()].filter((name) => /customers|invoices|subscribers/.test(name)).length,
    ).toBeGreaterThan(2);
    expect(all).toContain(lotte.email);
    expect(all).toContain('NL98VOOR0100000012');
    expect(all).not.toContain(pieter.email);
    expect(await services.requestStatus({ ...key, language: 'nl' })).toMatchObject({
      package: { downloads: 1 },
    });

    // The link in the letter opens the same page, also when the one of the status page was lost.
    const letter = present((await present(services.mailbox, 'mailbox').list(1))[0], 'letter');
    const mail = present(await present(services.mailbox, 'mailbox').get(letter.id), 'mail');
    const token = present(/\?t=([\w-]+)/.exec(mail.text)?.[1], 'token');
    expect(token).not.toBe(key.token);
    expect(await services.requestStatus({ ...key, token, language: 'nl' })).toMatchObject({
      package: { downloads: 1 },
    });
    expect(await services.openPackage({ ...key, reference: 'GS-2026-AAAAA' })).toEqual({ kind: 'unknown' });

    const erase = await ask(company, services, { kind: 'erasure', email: lotte.email });
    await approve(company, erase.reference);
    const erased = present(await services.requestStatus({ ...erase, language: 'nl' }), 'status');
    expect(erased.state).toBe('done');
    expect(erased.timeline.map(({ kind }) => kind)).toContain('erased');
    expect(erased.kept.length).toBeGreaterThan(0);
    expect(erased.kept[0]?.ground).toMatch(/bewaren/);
    const after = await previewPlan(
      { ...company.app, actor: officer, clock: company.test.clock },
      { kind: 'access', given: [{ kind: 'email', value: lotte.email }], language: 'nl' },
    );
    expect(after).toMatchObject({
      search: { tables: [] },
      found: [],
      sentences: ['Wij hebben geen gegevens van u gevonden.'],
    });

    const { store, signer } = company.app;
    await sequenceLedger(store, { limit: 1000, sign: headSigner(signer) });
    const report = await verifyLedger({ ...company.app, actor: officer });
    expect(report.verdict.ok).toBe(true);
    expect(report.waiting).toBe(0);
  });

  it('says to whoever is nowhere that nothing was found, and claims no erasure', async () => {
    await using company = await exampleCompany();
    const services = pages(company);
    const key = await ask(company, services, { kind: 'erasure', email: 'niemand@example.org' });
    expect(await services.requestStatus({ ...key, language: 'nl' })).toMatchObject({
      state: 'planned',
      foundNothing: true,
    });
    await approve(company, key.reference);
    const done = present(await services.requestStatus({ ...key, language: 'nl' }), 'status');
    expect(done).toMatchObject({ state: 'done', foundNothing: true });
    expect(done.timeline.map(({ kind }) => kind)).not.toContain('erased');
    expect(await newestLetter(services)).toContain('niets hoeven wissen');
  });

  it('does not say that there is nothing of whose invoices were kept when they were erased', async () => {
    await using company = await exampleCompany();
    const services = pages(company);
    const { email } = plantedCases['invoices-under-and-past-retention'].person;
    const erase = await ask(company, services, { kind: 'erasure', email });
    await approve(company, erase.reference);
    const later = await ask(company, services, { kind: 'access', email: email.toUpperCase() });
    await approve(company, later.reference);
    const letter = await newestLetter(services);
    expect(letter).toContain('Op 23 november 2026 beantwoordden wij voor dit e-mailadres al een verzoek');
    expect(letter).not.toContain('geen gegevens van u onder dit adres');
  });

  it('leaves who shares an address with them as they were', async () => {
    await using company = await exampleCompany();
    const services = pages(company);
    const context = { ...company.app, actor: officer, clock: company.test.clock };
    const before = await preview(context, thomas.email);
    const erase = await ask(company, services, { kind: 'erasure', email: pieter.email });
    await approve(company, erase.reference);
    expect(await services.requestStatus({ ...erase, language: 'nl' })).toMatchObject({ state: 'done' });
    expect(await preview(context, thomas.email)).toEqual(before);
  });
});

describe('what nobody may learn from the pages', () => {
  it('answers the same for an address that is known and one that is not', async () => {
    await using company = await exampleCompany();
    const services = pages(company);
    for (const email of [lotte.email, 'niemand@example.org']) {
      const key = await ask(company, services, { kind: 'access', email });
      expect(await services.requestStatus({ ...key, language: 'nl' })).toMatchObject({ state: 'planned' });
    }
    const unknown = { reference: 'GS-2026-AAAAA', clientKey: '198.51.100.0/24' };
    expect(await services.resendCode(unknown)).toEqual({ kind: 'sent' });
    expect(await services.submitCode({ ...unknown, code: '123456' })).toEqual({ kind: 'wrong' });
  });

  it('gives up on guessing, and on a code that is too old', async () => {
    await using company = await exampleCompany();
    const services = pages(company);
    const open = (email: string, clientKey: string) =>
      services.openRequest({
        wish: { kind: 'access' },
        email,
        customerNumber: null,
        language: 'nl',
        clientKey,
      });
    const opened = await open(lotte.email, '192.0.2.0/24');
    if (opened.kind !== 'opened') throw new Error(opened.kind);
    const { reference } = opened;
    const right = await codeIn(services, lotte.email);
    const wrong = right === '000000' ? '000001' : '000000';
    const guess = (code: string) => services.submitCode({ reference, code, clientKey: '198.51.100.0/24' });
    for (let i = 0; i < 12; i++) expect(await guess(wrong)).toEqual({ kind: 'wrong' });
    expect(await guess(right)).toMatchObject({ kind: 'too-many' });
    company.test.clock.advance({ seconds: 1 });
    expect(await services.resendCode({ reference, clientKey: 'a' })).toEqual({ kind: 'sent' });
    company.test.clock.advance({ minutes: 16 });
    const late = await codeIn(services, lotte.email);
    expect(await services.submitCode({ reference, code: late, clientKey: 'a' })).toEqual({ kind: 'expired' });
  });

  it('shows a request to nobody before identity is proven, and withdraws it only before it is carried out', async () => {
    await using company = await exampleCompany();
    const services = pages(company);
    const key = await ask(company, services, { kind: 'erasure', email: lotte.email });
    expect(await services.withdraw({ ...key, token: 'another' })).toBe('unknown');
    expect(await services.withdraw(key)).toBe('withdrawn');
    // A second click is no news, and not "too late".
    expect(await services.withdraw(key)).toBe('withdrawn');
    expect(await services.requestStatus({ ...key, language: 'nl' })).toMatchObject({
      state: 'withdrawn',
      planSentences: [],
      kept: [],
    });
    expect(await listRequests(actingAs(company.app, officer), { all: false, limit: 10 })).toEqual([]);
    const second = await ask(company, services, { kind: 'access', email: lotte.email });
    await approve(company, second.reference);
    expect(await services.withdraw(second)).toBe('too-late');
    await expect(
      showRequest(actingAs(company.app, { kind: 'visitor' }), { reference: key.reference, language: 'nl' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });
});
