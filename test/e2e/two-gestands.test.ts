import { afterAll, beforeAll, expect, it } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { launchBrowser } from '../support/browser.ts';
import { until } from './desk.ts';
import { type ServedCompany, serveExample } from './served-company.ts';
import { Visitor } from './visitor.ts';

/** Two installations on one machine: somebody moves from the one to the other, and the second says what came in, from whom and why. */
const lotte = plantedCases['one-of-everything'].person;

let first: ServedCompany;
let second: ServedCompany;
beforeAll(async () => {
  const settings = { TRANSFER_NETWORKS: 'loopback' };
  first = await serveExample(50, { settings });
  second = await serveExample(50, { settings });
}, 900_000);
afterAll(async () => {
  await first?.[Symbol.asyncDispose]();
  await second?.[Symbol.asyncDispose]();
}, 120_000);

interface Listed {
  readonly received: readonly { readonly id: string; readonly state: string }[];
  readonly sent: readonly { readonly id: string; readonly state: string }[];
}

async function transfersOf(company: ServedCompany): Promise<Listed> {
  return JSON.parse(await company.gestand('transfers', '--all', '--json'));
}

it('what goes straight to another is shown there by gestand transfers: from whom, on which basis, and what', async () => {
  await using browser = await launchBrowser();
  await using visitor = await Visitor.arrive(browser, first.url);
  const reference = await visitor.ask({
    kind: 'Mijn gegevens meenemen',
    email: lotte.email,
    fill: async (page) => {
      await page.locator('label[for="to-receiver"]').click();
      await page.locator('[name="receiver"]').fill(second.url);
    },
  });
  const shownPlan = await first.gestand('approve', reference, '--yes');
  expect(shownPlan).toContain(`Wij sturen het bestand rechtstreeks naar CarConnect B.V., op ${second.url}`);

  const arrived = await until(
    () => transfersOf(second),
    ({ received }) => received.length > 0,
  );
  expect(arrived.received).toMatchObject([{ state: 'quarantined' }]);
  const [{ id } = { id: '' }] = arrived.received;
  const shown = await second.gestand('transfers', 'show', id);
  expect(shown).toContain('CarConnect B.V.');
  expect(shown).toContain(first.url);
  expect(shown).toContain('20(2)');
  // Whose it is stands on a screen alone.
  expect(shown.toLowerCase()).not.toContain(lotte.email);
  await second.gestand('transfers', 'accept', id, '--yes');
  expect((await transfersOf(second)).received).toMatchObject([{ state: 'accepted' }]);
  await using there = await Visitor.arrive(browser, second.url);
  expect(await there.newestMail(lotte.email)).toContain('Wij kregen gegevens over u van CarConnect B.V.');
  await second.gestand('transfers', 'fetch', id, '--to', 'package.zip');
  expect((await transfersOf(first)).sent).toMatchObject([{ state: 'delivered' }]);
}, 900_000);
