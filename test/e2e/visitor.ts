import type { Browser, Page } from 'playwright-core';
import { present } from '../../src/base/assert.ts';

/** Somebody with a browser that runs no scripts, at a served example. */
export class Visitor implements AsyncDisposable {
  readonly page: Page;
  readonly #url: string;

  private constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
  }

  static async arrive(browser: Browser, url: string): Promise<Visitor> {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      locale: 'nl-NL',
      acceptDownloads: true,
    });
    return new Visitor(await context.newPage(), url);
  }

  /** Fills in the form, reads the code in the mailbox, types it; ends on the status page. Gives the reference. */
  async ask(wish: {
    readonly kind: string;
    readonly email: string;
    /** Fills in what the form of this kind asks besides. */
    readonly fill?: (page: Page) => Promise<void>;
  }): Promise<string> {
    const { page } = this;
    await page.goto(`${this.#url}/request`);
    await page.getByRole('link', { name: wish.kind }).click();
    await page.getByLabel('E-mailadres', { exact: true }).fill(wish.email);
    await wish.fill?.(page);
    await page.getByRole('button', { name: 'Verzoek versturen' }).click();
    await page.getByRole('textbox', { name: /code/i }).waitFor();
    const form = page.url();
    const reference = present(/GS-\d{4}-[0-9A-Z]+/.exec(form)?.[0], 'the reference');
    const code = present(/\b(\d{3}) ?(\d{3})\b/.exec(await this.newestMail(wish.email)), 'the code');
    await page.goto(form);
    await page.getByRole('textbox', { name: /code/i }).fill(`${code[1]}${code[2]}`);
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByText(reference).first().waitFor();
    return reference;
  }

  /** The text of the newest mail to an address, as the example's mailbox shows it. */
  async newestMail(email: string): Promise<string> {
    for (let tries = 0; tries < 60; tries++) {
      await this.page.goto(`${this.#url}/mailbox`);
      const row = this.page.locator('li, tr', { hasText: new RegExp(email, 'i') }).first();
      if ((await row.count()) > 0) {
        await row.getByRole('link').first().click();
        return this.text();
      }
      await pause();
    }
    throw new Error('no mail came');
  }

  async reloadUntil(...texts: readonly string[]): Promise<void> {
    for (let tries = 0; tries < 120; tries++) {
      const shown = await this.text();
      if (texts.every((wanted) => shown.includes(wanted))) return;
      await pause();
      await this.page.reload();
    }
    throw new Error(`the page does not say ${texts.join(', ')}:\n${await this.text()}`);
  }

  async text(): Promise<string> {
    return (await this.page.locator('main').textContent()) ?? '';
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.page.context().close();
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 250));
}
