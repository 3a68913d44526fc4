import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { present } from '../../src/base/assert.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import { accessPackage } from '../../src/report/package/access-package.ts';
import { contentOf, row, stream } from '../support/access-package-example.ts';
import { launchBrowser } from '../support/browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'gestand-package-page-'));
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

/** The page of a package, as somebody reads it who unpacked the file. */
async function pageOf(language: Language): Promise<string> {
  const rows = [
    row('customers', { id: 7, first_name: 'Zoë ’t Hooft', email: 'zoe@example.org', score: null }),
    row('messages', { id: 2, body: `https://example.org/${'x'.repeat(300)}`, sent_at: null }),
  ];
  const content = { ...contentOf({ crm: stream(rows), billing: stream([]) }), language };
  const chunks: Buffer[] = [];
  for await (const chunk of accessPackage(content, { spoolFolder: join(folder, 'spool') }))
    chunks.push(chunk);
  const zip = await fromBufferPromise(Buffer.concat(chunks));
  for await (const entry of zip.eachEntry())
    if (entry.fileName === 'index.html') return text(await zip.openReadStreamPromise(entry));
  throw new Error('there is no index.html');
}

test.each(languages)('the page of a package reads well on a phone and on a desk: %s', async (language) => {
  const page = await browser.newPage();
  await page.setContent(await pageOf(language));
  for (const width of [320, 360, 1200]) {
    await page.setViewportSize({ width, height: 800 });
    const beyond = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(beyond, `at ${width} px`).toBe(0);
    expect(await page.evaluate(brokenWords), `words broken at ${width} px`).toEqual([]);
  }
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as { violations: readonly { id: string }[] };
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect(present(await page.locator('h1').textContent(), 'a title')).not.toBe('');
  await page.close();
});

/** The words of the tables, of a length that a language has, that stand on two lines; without those with a hyphen. */
const brokenWords = `[...document.querySelectorAll('th, td')].flatMap((cell) => {
  const words = [];
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    for (const { 0: word, index } of node.data.matchAll(/\\p{L}+/gu)) {
      if (word.length > 17) continue;
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      if (range.getClientRects().length > 1) words.push(word);
    }
  return words;
})`;
