import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { present } from '../../src/base/assert.ts';
import { launchBrowser } from '../support/browser.ts';
import { type ServedCompany, serveExample } from './served-company.ts';
import { Visitor } from './visitor.ts';

/** What no plan answers: from the form on the page, over an officer's command line, to the letter in the mailbox. */
let company: ServedCompany;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  company = await serveExample(50);
  browser = await launchBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.[Symbol.asyncDispose]();
  await company?.[Symbol.asyncDispose]();
});

/** Fills in the form of a kind and gives the reference. */
async function write(
  visitor: Visitor,
  kind: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const { page } = visitor;
  await page.goto(`${company.url}/request`);
  await page.getByRole('link', { name: kind }).click();
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
  await page.getByRole('button', { name: 'Verzoek versturen' }).click();
  await page.getByText(/GS-\d{4}-[0-9A-Z]+/).waitFor();
  return present(/GS-\d{4}-[0-9A-Z]+/.exec(await visitor.text())?.[0], 'the reference');
}

/** The newest letter, once it says what is waited for: a letter is written by another process. */
async function letter(visitor: Visitor, email: string, says: string): Promise<string> {
  for (let tries = 0; tries < 120; tries++) {
    const text = await visitor.newestMail(email);
    if (text.includes(says)) return text;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`no letter says ${says}`);
}

describe('what an officer answers', () => {
  it('a question is asked on the page, answered on the command line and read in the mailbox', async () => {
    await using visitor = await Visitor.arrive(browser, company.url);
    const email = 'vraag@voorbeeld.example';
    const reference = await write(visitor, 'Een vraag stellen', {
      'Uw vraag': 'Hoelang bewaart u mijn offerte?',
      'E-mailadres': email,
    });
    const receipt = await letter(visitor, email, 'Wij hebben uw vraag ontvangen');
    expect(receipt).toContain(reference);
    expect(await company.gestand('requests')).toContain(`gestand requests answer ${reference}`);
    const shown = await company.gestand('requests', 'show', reference);
    expect(shown).toContain('question, by portal, taken-up');
    expect(shown).not.toContain('offerte');
    await company.gestand('requests', 'answer', reference, '--text', 'Twee jaar na de laatste offerte.');
    const answer = await letter(visitor, email, 'Ons antwoord op uw vraag');
    expect(answer).toContain('Twee jaar na de laatste offerte.');
    const link = present(/http\S+\/request\/\S+\?t=[\w-]+/.exec(receipt)?.[0], 'the link');
    await visitor.page.goto(`${company.url}${new URL(link).pathname}${new URL(link).search}`);
    expect(await visitor.text()).toContain('Het antwoord staat in de e-mail die u kreeg.');
  }, 180_000);

  it('a complaint is answered with what came of it', async () => {
    await using visitor = await Visitor.arrive(browser, company.url);
    const email = 'klacht@voorbeeld.example';
    const reference = await write(visitor, 'Een klacht indienen', {
      'Uw klacht': 'U belt mij steeds.',
      'E-mailadres': email,
    });
    await letter(visitor, email, 'Wij hebben uw klacht ontvangen');
    await expect(company.gestand('requests', 'answer', reference, '--text', 'Sorry.')).rejects.toMatchObject({
      code: 2,
    });
    await company.gestand('requests', 'answer', reference, '--finding', 'upheld', '--text', 'Dat was fout.');
    const answer = await letter(visitor, email, 'Ons antwoord op uw klacht');
    expect(answer).toContain('Uw klacht is terecht.');
    expect(answer).toContain('autoriteitpersoonsgegevens.nl');
  }, 180_000);

  it('a refusal takes two officers, and tells the ground, the authority and the court', async () => {
    await using visitor = await Visitor.arrive(browser, company.url);
    const email = 'weiger@voorbeeld.example';
    const reference = await visitor.ask({ kind: 'Mijn gegevens inzien', email });
    const status = visitor.page.url();
    const refuse = (...words: readonly string[]) =>
      company.gestand('requests', 'refuse', reference, ...words);
    const why = 'Dit is het negende verzoek in twee maanden.';
    await expect(refuse('--ground', 'tax-records', '--text', why)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('excessive'),
    });
    await refuse('--ground', 'excessive', '--text', why, '--as', 'balie');
    await expect(refuse('--confirm', '--yes', '--as', 'balie')).rejects.toMatchObject({ code: 4 });
    await refuse('--confirm', '--yes', '--as', 'hoofd');
    const text = await letter(visitor, email, 'Wij doen niet wat u vroeg');
    expect(text).toContain('artikel 12 lid 5 AVG');
    expect(text).toContain(why);
    expect(text).toContain('autoriteitpersoonsgegevens.nl');
    expect(text).toContain('rechtbank');
    await visitor.page.goto(status);
    expect(await visitor.text()).toContain('Geweigerd');
    const { timeline } = JSON.parse(await company.gestand('requests', 'show', reference, '--json')) as {
      readonly timeline: readonly { readonly kind: string; readonly actor: string }[];
    };
    expect(timeline.slice(-2).map(({ kind, actor }) => `${kind} ${actor}`)).toEqual([
      'refusal-proposed officer_balie',
      'refused officer_hoofd',
    ]);
  }, 180_000);
});
