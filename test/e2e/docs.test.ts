import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { launchBrowser } from '../support/browser.ts';
import { type ServedCompany, serveExample } from './served-company.ts';
import { Visitor } from './visitor.ts';

/** Every command of the README and the manual is run, beside the example as `npm start` serves it. */
const root = join(import.meta.dirname, '../..');
const documents = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const commands = documents.flatMap((file) => commandsIn(file).map((line) => [file, line] as const));

let company: ServedCompany;
let reference = '';
let unapproved = '';
let correcting = '';
beforeAll(async () => {
  company = await serveExample(50);
  const browser = await launchBrowser();
  const visitor = await Visitor.arrive(browser, company.url);
  const { email } = plantedCases['vehicle-that-changed-owner'].seller;
  const { email: oneOfEverything } = plantedCases['one-of-everything'].person;
  reference = await visitor.ask({ kind: 'Mijn gegevens inzien', email });
  unapproved = await visitor.ask({ kind: 'Mijn gegevens inzien', email: oneOfEverything });
  const { email: wrong } = plantedCases['couple-one-car'].first;
  correcting = await visitor.ask({
    kind: 'Mijn gegevens laten verbeteren',
    email: wrong,
    fill: async (page) => {
      await page.locator('[name="category-1"]').selectOption('contact');
      await page.locator('[name="now-1"]').fill(wrong);
      await page.locator('[name="wanted-1"]').fill('fatima@verhuisd.example');
    },
  });
  await browser.close();
}, 180_000);
afterAll(async () => {
  await company?.[Symbol.asyncDispose]();
});

describe('the manual', () => {
  it('has commands, and no link that leads nowhere', () => {
    expect(commands.length).toBeGreaterThan(10);
    for (const file of documents) {
      const folder = join(root, file, '..');
      for (const [, target = ''] of readFileSync(join(root, file), 'utf8').matchAll(/\]\(([^)#]+)\)/g)) {
        if (!/^https?:/.test(target))
          expect(() => readFileSync(join(folder, target)), `${file}: ${target}`).not.toThrow();
      }
    }
  });

  it.each(commands.filter(([, line]) => line.startsWith('npm ')))('%s: %s', (_, line) => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    // `npm start` is what serves the company of this test, and `npm test` what runs it.
    expect(Object.keys(scripts)).toContain(line.replace(/^npm (run )?/, '').split(' ')[0]);
  });

  // One request can be approved once; the second time a document approves it, the answer is that it was.
  const seen = new Set<string>();
  it.each(commands.filter(([, line]) => !line.startsWith('npm ')))(
    '%s: %s',
    async (_, line) => {
      expect(line).toMatch(/^npx gestand /);
      const args = line
        .replace('npx gestand ', '')
        .replace(/GS-\d{4}-[0-9A-Z]+/, requestOf(line))
        .replace('schema.sql', join(root, 'examples/carconnect/crm.sql'))
        .replace('test/statement-corpus', join(root, 'test/statement-corpus'))
        .split(' ');
      if (args[0] === 'approve') {
        if (seen.has(line)) return;
        args.push('--yes');
      }
      seen.add(line);
      await expect(company.gestand(...args)).resolves.toBeDefined();
    },
    60_000,
  );
});

/** The request that a command can be about. */
function requestOf(line: string): string {
  if (/ rectify /.test(line)) return correcting;
  return / identify /.test(line) ? unapproved : reference;
}

function commandsIn(file: string): readonly string[] {
  const blocks = readFileSync(join(root, file), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm);
  return [...blocks].flatMap(([, block = '']) => block.split('\n').filter((line) => line !== ''));
}
