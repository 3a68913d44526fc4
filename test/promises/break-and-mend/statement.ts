import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { present } from '../../../src/base/assert.ts';
import { renderingHash } from '../../../src/promises/published-text.ts';
import { newestStatement } from '../../../src/store/statement-version.ts';
import type { ExamplePromises } from '../example-promises.ts';
import { type BreakAndMend, broken, kept, unproven } from './step.ts';

/** Changes what is stored of the Dutch text of one number, as whoever has the password of our own database could. */
async function tamper({ test }: ExamplePromises, from: string, to: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    update gestand.statement_version set html = replace(html, ${from}, ${to})
    where language = 'nl' and version = '1' returning statement_version_id as id`.execute(test.store.db);
  return present(rows[0], 'the first version').id;
}

const raffle =
  '  raffle: { name: { nl: Verloting, en: Raffle }, basis: consent, ground: { nl: uw toestemming, en: your consent } }\n';
const printer =
  '  printer: { name: Voorbeeld Drukwerk Inc., role: processor, task: { nl: drukt brieven, en: prints letters }, purposes: [quality], country: US, transfer: { mechanism: SCC, checkedOn: 2026-09-01 }, agreement: { signedOn: 2026-01-02 } }\n';

/** What the published statement says. */
export const aboutStatement = {
  P01: async function* (world) {
    yield kept({ purposes: 13 });
    // A purpose is in the policy before anybody told people of it.
    await world.load(['\npurposes:\n', `\npurposes:\n${raffle}`]);
    yield broken({ untold: ['raffle'] });
    await world.publish();
    yield kept({ purposes: 14 });
  },
  P08: async function* (world) {
    yield kept({ held: 15 });
    // Somebody adds a column to the customer system that is on no list.
    await world.crm('alter table customers add column birth_date date');
    yield broken({ unlisted: ['crm.customers.birth_date'] });
    const birth =
      '  birth: { name: { nl: Uw geboortedatum, en: Your date of birth }, dpv: "pd:BirthDate" }\n';
    await world.load(
      ['\ncategories:\n', `\ncategories:\n${birth}`],
      [
        '          customer_no: { category: customer-number, purposes',
        '          birth_date: { category: birth, purposes: [service] }\n          customer_no: { category: customer-number, purposes',
      ],
    );
    yield broken({ untold: ['birth'] });
    await world.publish();
    yield kept({ held: 16 });
    await world.crm('alter table customers add column nickname text');
    yield broken({ unlisted: ['crm.customers.nickname'] });
    await world.crm('alter table customers drop column nickname');
    yield kept();
  },
  P09: async function* (world) {
    yield kept({ purposes: ['bookkeeping', 'accountability'] });
    await world.load(
      ['nl: artikel 52 Algemene wet', 'nl: artikel 47 Algemene wet'],
      ['en: article 52 of the', 'en: article 47 of the'],
    );
    yield broken({ untold: ['bookkeeping'] });
    await world.publish();
    yield kept();
  },
  P54: async function* (world) {
    yield kept({ lettersWithoutRoute: [] });
    await world.publish({ en: [['Autoriteit Persoonsgegevens', 'supervisor']] });
    yield broken({ lettersWithoutRoute: [] });
    await world.publish();
    yield kept();
  },
  P55: async function* (world) {
    yield kept({ outside: ['google-analytics', 'linkedin', 'facebook'] });
    await world.load(['\nrecipients:\n', `\nrecipients:\n${printer}`]);
    yield broken({ untold: ['printer'] });
    await world.load();
    yield kept();
    await world.load(['\nrecipients:\n', `\nrecipients:\n${printer}`]);
    await world.publish();
    yield kept({ outside: ['printer', 'google-analytics', 'linkedin', 'facebook'] });
  },
  P59: async function* (world) {
    yield kept({ wrong: [] });
    await world.publish({ nl: [['SCC staat voor', 'Zij vallen onder het Privacy Shield. SCC staat voor']] });
    yield broken({ privacyShield: [expect.any(String)] });
    await world.publish();
    yield kept();
    // Somebody checked the mechanism again; the statement still has the old date.
    await world.load(['checkedOn: 2026-09-01', 'checkedOn: 2026-11-20']);
    yield broken({ wrong: ['google-analytics', 'linkedin', 'facebook'] });
    await world.publish();
    yield kept();
  },
  P61: async function* (world) {
    await world.publish({ nl: [['## Tot slot', '## Ten slotte']] });
    yield kept({ versions: 4, changed: [] });
    const version = await tamper(world, 'CarConnect', 'CarDisconnect');
    yield broken({ changed: [version] });
    await tamper(world, 'CarDisconnect', 'CarConnect');
    yield kept({ changed: [] });
    // Somebody who knows how the fingerprint is made makes it fit the text they put there.
    const { db } = world.test.store;
    const whole = await db
      .selectFrom('statement_version')
      .selectAll()
      .where('statement_version_id', '=', version)
      .executeTakeFirstOrThrow();
    const another = { language: 'nl' as const, version: '1', publishedAt: whole.published_at };
    const html = whole.html.replace('CarConnect', 'CarDisconnect');
    const content_hash = renderingHash({ ...another, html, plainText: whole.plain_text });
    const put = (cells: { readonly html: string; readonly content_hash: string }) =>
      db.updateTable('statement_version').set(cells).where('statement_version_id', '=', version).execute();
    await put({ html, content_hash });
    yield broken({ changed: [version], gaps: 0 });
    await put({ html: whole.html, content_hash: whole.content_hash });
    yield kept({ published: 4 });
    // The newest is taken away: the numbers that are left have no gap.
    const taken = await db
      .deleteFrom('statement_version')
      .where('version', '=', '2')
      .returningAll()
      .execute();
    yield broken({ changed: [], gaps: 2 });
    await db.insertInto('statement_version').values(taken).execute();
    yield kept({ gaps: 0 });
  },
  P62: async function* (world) {
    const texts = new Map<string, string>();
    for (const [path, language] of [
      ['/privacy.txt', 'nl'],
      ['/en/privacy.txt', 'en'],
    ] as const)
      texts.set(path, present(await newestStatement(world.test.store, language), language).plainText);
    const server = createServer((request, response) => {
      const text = texts.get(request.url ?? '');
      response
        .writeHead(text === undefined ? 404 : 200, { 'content-type': 'text/plain; charset=utf-8' })
        .end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      yield kept(
        {
          pages: [
            { language: 'nl', found: 'same' },
            { language: 'en', found: 'same' },
          ],
        },
        { publicUrl },
      );
      const right = present(texts.get('/privacy.txt'), 'the text');
      texts.set('/privacy.txt', 'Een oude kopie.');
      yield broken(
        {
          pages: [
            { language: 'nl', found: 'other' },
            { language: 'en', found: 'same' },
          ],
        },
        { publicUrl },
      );
      texts.delete('/privacy.txt');
      yield broken(
        {
          pages: [
            { language: 'nl', found: 'away' },
            { language: 'en', found: 'same' },
          ],
        },
        { publicUrl },
      );
      texts.set('/privacy.txt', right);
      yield kept({}, { publicUrl });
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  },
  P63: async function* (world) {
    yield kept();
    const long = `Wij hopen, nu u deze verklaring hebt gelezen, ${'en nog eens gelezen, '.repeat(200)}dat u een beeld heeft.`;
    const before = 'Wij hopen dat u nu een helder beeld heeft.';
    await world.publish({ nl: [[before, `${before} ${long} `.repeat(8)]] });
    yield broken({});
    await world.publish();
    yield kept();
  },
  P64: async function* (world) {
    yield unproven;
    const asked = await world.ask({ kind: 'question', text: 'Hoelang bewaart u mijn facturen?' });
    yield kept({ contactPoint: true, address: true, open: 1 });
    await world.load(['privacycoördinator.', 'bedrijfsleider.'], ['privacy coordinator.', 'manager.']);
    yield broken({ contactPoint: false });
    await world.publish();
    yield kept();
    // A question that nobody answers breaks it too.
    world.pass({ days: 60 });
    yield broken({ overdue: [asked] });
  },
} as const satisfies Record<string, BreakAndMend>;
