import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type PromiseWorld, promiseWorld } from '../../test/support/promise-world.ts';
import { newestStatement } from '../store/statement-version.ts';
import { namesRoute } from './p54-where-to-complain.ts';
import { readabilityOf } from './readability.ts';

/** Changes what is stored of the newest Dutch text, as somebody with the database's password could. */
function tamper({ test: { store } }: PromiseWorld, from: string, to: string) {
  return sql`update gestand.statement_version set html = replace(html, ${from}, ${to}) where language = 'nl'`.execute(
    store.db,
  );
}

test('P01 turns when nothing is published, a purpose is not told, or the policy changed since', async () => {
  await using world = await promiseWorld();
  expect(await world.verdict('P01')).toMatchObject({ state: 'broken', evidence: { missing: ['nl', 'en'] } });
  await world.publish();
  expect(await world.verdict('P01')).toMatchObject({ state: 'kept', evidence: { purposes: 3 } });

  await world.load([
    '  newsletter:',
    '  tastings: { name: { nl: Proeverijen, en: Tastings }, basis: consent, ground: { nl: uw toestemming, en: your consent } }\n  newsletter:',
  ]);
  const untold = await world.verdict('P01');
  expect(untold).toMatchObject({ state: 'broken', evidence: { untold: ['tastings'] } });
  expect(untold.reason).toMatchObject({
    nl: expect.stringContaining('Proeverijen'),
    en: expect.stringContaining('Tastings'),
  });
  await world.publish();
  expect(await world.verdict('P01')).toMatchObject({ state: 'kept', evidence: { purposes: 4 } });

  // Every purpose is told, but one rests on something else now.
  const onConsent = 'basis: contract, ground: { nl: de overeenkomst met u, en: the contract with you }';
  await world.load(
    [onConsent, 'basis: consent, ground: { nl: uw toestemming, en: your consent }'],
    [
      '  newsletter:',
      '  tastings: { name: { nl: Proeverijen, en: Tastings }, basis: consent, ground: { nl: uw toestemming, en: your consent } }\n  newsletter:',
    ],
  );
  expect(await world.verdict('P01')).toMatchObject({ state: 'broken' });
  await world.publish();
  expect(await world.verdict('P01')).toMatchObject({ state: 'kept' });
});

test('P01 does not mind a policy that changed without changing a word of the statement', async () => {
  await using world = await promiseWorld();
  await world.publish();
  await world.load(['connection: CRM_URL', 'connection: CUSTOMERS_URL']);
  expect(await world.verdict('P01')).toMatchObject({ state: 'kept' });
});

test('P09 turns when the statute is not in the policy or not in the statement', async () => {
  await using world = await promiseWorld();
  await world.publish(['::table[purposes]', 'Alle doelen staan op onze website.']);
  expect(await world.verdict('P09')).toMatchObject({
    state: 'broken',
    evidence: { untold: ['bookkeeping'] },
  });
  await world.publish();
  expect(await world.verdict('P09')).toMatchObject({ state: 'kept' });
  const { policy } = world.context();
  const purposes = new Map(
    [...policy.purposes].map(([id, purpose]) => [
      id,
      { ...purpose, ground: { nl: 'de wet', en: 'the law' } },
    ]),
  );
  expect(await world.verdict('P09', { policy: { ...policy, purposes } })).toMatchObject({
    state: 'broken',
    evidence: { nameless: ['bookkeeping'] },
  });
});

test('P22 and D11 turn with the dates of agreements', async () => {
  await using world = await promiseWorld();
  await world.publish();
  const { clock } = world.test;
  expect(await world.verdict('P22')).toMatchObject({ state: 'kept', evidence: { recipients: ['mailer'] } });
  expect(await world.verdict('D11')).toMatchObject({ state: 'kept', evidence: { recipients: ['counter'] } });
  clock.advance({ days: 60 });
  expect(await world.verdict('P22')).toMatchObject({ state: 'at-risk', evidence: { ending: ['mailer'] } });
  clock.advance({ days: 30 });
  expect(await world.verdict('P22')).toMatchObject({ state: 'broken', evidence: { without: ['mailer'] } });
  await world.load(['validUntil: 2027-01-10', 'validUntil: 2030-01-10']);
  expect(await world.verdict('P22')).toMatchObject({ state: 'kept' });
  await world.load([
    'checkedOn: 2026-09-01 }, agreement: { signedOn: 2025-01-10 }',
    'checkedOn: 2026-09-01 }',
  ]);
  expect(await world.verdict('D11')).toMatchObject({ state: 'broken', evidence: { without: ['counter'] } });
  await world.load();
  expect(await world.verdict('D11')).toMatchObject({ state: 'kept' });
  await world.publish(['::table[recipients]', ''], ['::table[transfers]', '']);
  expect(await world.verdict('D11')).toMatchObject({ state: 'broken', evidence: { untold: ['counter'] } });
});

test('P54 turns when the statement does not name the authority, and every letter with an outcome names the way', async () => {
  await using world = await promiseWorld();
  await world.publish(['Autoriteit Persoonsgegevens', 'toezichthouder']);
  expect(await world.verdict('P54')).toMatchObject({
    state: 'broken',
    evidence: { lettersWithoutRoute: [] },
  });
  await world.publish();
  expect(await world.verdict('P54')).toMatchObject({
    state: 'kept',
    evidence: { letters: 20, lettersWithoutRoute: [] },
  });
});

test('a letter without the court, or without the authority, does not name the way', () => {
  const authority = 'Klaag bij https://www.autoriteitpersoonsgegevens.nl.';
  expect(namesRoute(`${authority} U kunt ook naar de rechter.`, 'nl')).toBe(true);
  expect(namesRoute(authority, 'nl')).toBe(false);
  expect(namesRoute('U kunt ook naar de rechter.', 'nl')).toBe(false);
});

test('P55 turns with a recipient abroad that the statement does not name', async () => {
  await using world = await promiseWorld();
  await world.publish();
  expect(await world.verdict('P55')).toMatchObject({ state: 'kept', evidence: { outside: ['counter'] } });
  await world.load(
    ['name: Voorbeeldmail B.V., role: processor', 'name: Exemple Courriel, role: processor'],
    ['country: NL', 'country: CH, transfer: { mechanism: adequacy, checkedOn: 2026-09-01 }'],
  );
  expect(await world.verdict('P55')).toMatchObject({ state: 'broken', evidence: { untold: ['mailer'] } });
  await world.publish();
  expect(await world.verdict('P55')).toMatchObject({
    state: 'kept',
    evidence: { outside: ['mailer', 'counter'] },
  });
});

test('P56 and P59 turn when the mechanism falls or nobody checked it for a year', async () => {
  await using world = await promiseWorld();
  await world.publish();
  expect(await world.verdict('P56')).toMatchObject({ state: 'kept' });
  expect(await world.verdict('P59')).toMatchObject({ state: 'kept' });
  world.test.clock.advance({ days: 304 });
  expect(await world.verdict('P56')).toMatchObject({
    state: 'at-risk',
    evidence: { checkTooOld: ['counter'] },
  });
  expect(await world.verdict('P59')).toMatchObject({
    state: 'at-risk',
    evidence: { checkTooOld: ['counter'] },
  });
  await world.load(['checkedOn: 2026-09-01', 'checkedOn: 2027-08-31']);
  expect(await world.verdict('P56')).toMatchObject({ state: 'kept' });
  // The statement still says the old date.
  expect(await world.verdict('P59')).toMatchObject({ state: 'broken', evidence: { wrong: ['counter'] } });
  await world.publish();
  expect(await world.verdict('P59')).toMatchObject({ state: 'kept' });
  // The United Kingdom's decision ends on 28 December 2031, whatever it was when somebody looked.
  await world.load([
    'country: US, transfer: { mechanism: DPF, checkedOn: 2026-09-01 }',
    'country: GB, transfer: { mechanism: adequacy, checkedOn: 2027-08-31 }',
  ]);
  expect(await world.verdict('P56')).toMatchObject({ state: 'kept' });
  world.test.clock.advance({ days: 1700 });
  expect(await world.verdict('P56')).toMatchObject({ state: 'broken', evidence: { without: ['counter'] } });
});

test('P59 turns with a statement that relies on the Privacy Shield', async () => {
  await using world = await promiseWorld();
  await world.publish(['Wij antwoorden altijd.', 'Onze partners zijn Privacy Shield-gecertificeerd.']);
  expect(await world.verdict('P59')).toMatchObject({ state: 'broken' });
  await world.publish();
  expect(await world.verdict('P59')).toMatchObject({ state: 'kept', evidence: { privacyShield: [] } });
});

test('P61 and P62 turn when the text of a version was changed, and back when it is put back', async () => {
  await using world = await promiseWorld();
  await world.publish();
  await world.publish(['Wij houden het kort.', 'Wij houden het beknopt.']);
  expect(await world.verdict('P61')).toMatchObject({ state: 'kept', evidence: { versions: 4 } });
  expect(await world.verdict('P62')).toMatchObject({ state: 'unproven', evidence: { changed: [] } });
  // Only the older version says this: the newest is what it was.
  await tamper(world, 'Wij houden het kort.', 'Wij houden ons aan niets.');
  expect(await world.verdict('P61')).toMatchObject({
    state: 'broken',
    evidence: { changed: [expect.stringMatching(/^stmt_/)] },
  });
  expect(await world.verdict('P62')).toMatchObject({ state: 'unproven', evidence: { changed: [] } });
  await tamper(world, 'Wij houden ons aan niets.', 'Wij houden het kort.');
  expect(await world.verdict('P61')).toMatchObject({ state: 'kept' });
  await tamper(world, 'Wij houden het beknopt.', 'Wij houden ons aan niets.');
  expect(await world.verdict('P62')).toMatchObject({ state: 'broken' });
  await tamper(world, 'Wij houden ons aan niets.', 'Wij houden het beknopt.');
  expect(await world.verdict('P62')).toMatchObject({ state: 'unproven', evidence: { changed: [] } });
  await sql`delete from gestand.statement_version where language = 'nl' and version = '1'`.execute(
    world.test.store.db,
  );
  expect(await world.verdict('P61')).toMatchObject({ state: 'broken', evidence: { gaps: 1, changed: [] } });
});

test('P62 fetches the page as anybody does', async () => {
  await using world = await promiseWorld();
  await world.publish();
  const texts = new Map<string, string>();
  for (const [path, language] of [
    ['/privacy.txt', 'nl'],
    ['/en/privacy.txt', 'en'],
  ] as const)
    texts.set(path, (await newestStatement(world.test.store, language))?.plainText ?? '');
  const server = createServer((request, response) => {
    const text = texts.get(request.url ?? '');
    response
      .writeHead(text === undefined ? 404 : 200, { 'content-type': 'text/plain; charset=utf-8' })
      .end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  expect(await world.verdict('P62', { publicUrl })).toMatchObject({
    state: 'kept',
    evidence: { pages: [{ found: 'same' }, { found: 'same' }] },
  });
  const right = texts.get('/en/privacy.txt') ?? '';
  texts.set('/en/privacy.txt', 'An old copy.');
  expect(await world.verdict('P62', { publicUrl })).toMatchObject({
    state: 'broken',
    evidence: { pages: [{ found: 'same' }, { found: 'other' }] },
  });
  texts.delete('/en/privacy.txt');
  expect(await world.verdict('P62', { publicUrl })).toMatchObject({
    state: 'broken',
    evidence: { pages: [{ found: 'same' }, { found: 'away' }] },
  });
  texts.set('/en/privacy.txt', 'x'.repeat(3_000_000));
  expect(await world.verdict('P62', { publicUrl })).toMatchObject({ state: 'broken' });
  texts.set('/en/privacy.txt', right);
  expect(await world.verdict('P62', { publicUrl })).toMatchObject({ state: 'kept' });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  const away = await world.verdict('P62', { publicUrl });
  expect(away.state).toBe('broken');
  expect(away.reason.nl).toContain('niet bereikbaar');
});

test('P63 turns with long sentences, and back with short ones', async () => {
  await using world = await promiseWorld();
  const long = `Wij leggen in deze verklaring, die u op onze website vindt, uit ${'en nog eens uit '.repeat(30)}wat wij doen.`;
  await world.publish(['Wij leggen uit wat wij doen.', long]);
  const turned = await world.verdict('P63');
  expect(turned).toMatchObject({
    state: 'broken',
    evidence: { measured: [{ language: 'nl' }, { language: 'en' }] },
  });
  expect(turned.reason.nl).toMatch(/gemiddeld \d+,\d woorden per zin/);
  await world.publish();
  expect(await world.verdict('P63')).toMatchObject({ state: 'kept' });
});

test('only running text counts for readability', () => {
  const html = `<h2 id="a">Een kop. Nog een.</h2><p>Eén twee drie. Vier vijf.</p>
    <ul><li>naam en adres</li><li>Zes <strong>zeven</strong> acht!</li></ul>
    <table><tr><td>Dit telt niet mee.</td></tr></table>`;
  expect(readabilityOf(html, 'nl')).toEqual({ sentences: 3, averageWords: 8 / 3, longShare: 0 });
  const word = 'woord ';
  expect(readabilityOf(`<p>${word.repeat(26)}.</p><p>${word.repeat(25)}.</p>`, 'nl')).toMatchObject({
    longShare: 0.5,
  });
});

test('P64 turns when the statement names no contact point or no address', async () => {
  await using world = await promiseWorld();
  await world.publish([':value[controller.email]', 'het bekende adres']);
  expect(await world.verdict('P64')).toMatchObject({
    state: 'broken',
    evidence: { contactPoint: true, address: false },
  });
  await world.request('question');
  await world.publish();
  expect(await world.verdict('P64')).toMatchObject({ state: 'kept' });
  await world.load(['Ons contactpunt is de privacycoördinator.', 'Vraag naar de bedrijfsleider.']);
  expect(await world.verdict('P64')).toMatchObject({ state: 'broken', evidence: { contactPoint: false } });
});

test('D08 turns with a gap in the register', async () => {
  await using world = await promiseWorld();
  expect(await world.verdict('D08')).toMatchObject({ state: 'kept', evidence: { activities: 3 } });
  await world.load([
    'security: { nl: Versleuteling en toegang per taak., en: Encryption and access by task. }\n',
    '',
  ]);
  expect(await world.verdict('D08')).toMatchObject({
    state: 'broken',
    evidence: { gaps: [{ letter: 'g', purpose: null }] },
  });
  await world.load();
  expect(await world.verdict('D08')).toMatchObject({ state: 'kept' });
});
