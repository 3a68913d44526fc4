import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { languages } from '../../domain/language.ts';
import { noticeDeeds } from '../../domain/notice.ts';
import type { LetterContext } from '../letters/letter.ts';
import { writeDeskLetter } from './desk-letter.ts';
import { type RecipientLetter, writeRecipientLetter } from './recipient-letter.ts';

const golden = join(import.meta.dirname, '../../../test/golden/recipient-letters');

const context = (language: LetterContext['language']): LetterContext => ({
  controller: {
    name: 'CarConnect',
    legalName: 'CarConnect B.V.',
    address: 'Havenstraat 1, 3500 AB Utrecht',
    tradeRegister: '12345678',
    email: 'privacy@carconnect.example',
    phone: '+31 30 000 0000',
    website: 'https://www.carconnect.example',
    contactPoint: {
      nl: 'Vragen over privacy: privacy@carconnect.example',
      en: 'Questions about privacy: privacy@carconnect.example',
    },
  },
  language,
  reference: 'GS-2026-7K3M9',
  on: '2026-11-09',
});

const base: RecipientLetter = {
  deed: 'erasure',
  recipient: 'Voorbeeldmail B.V.',
  task: 'het versturen van onze nieuwsbrief',
  people: [{ kind: 'email', value: 'lotte.vandermeer@example.nl' }],
  purposes: [],
  categories: [],
  corrections: [],
  dueOn: '2026-11-16',
  link: 'https://privacy.carconnect.example/notice/4f7a',
  again: false,
};

const cases: Readonly<Record<string, RecipientLetter>> = {
  ...Object.fromEntries(noticeDeeds.map((deed) => [deed, { ...base, deed }])),
  rectification: {
    ...base,
    deed: 'rectification',
    corrections: [
      { category: 'Naam en adres', now: 'Lote & co', wanted: 'Lotte' },
      { category: 'Telefoonnummer', now: null, wanted: '+31612345678' },
    ],
  },
  objection: { ...base, deed: 'objection', purposes: ['Eigen aanbiedingen'], categories: ['E-mailadres'] },
  'erasure-again': { ...base, again: true, task: null },
};

const html = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  // A serialiser may close or not close what has no end tag; mail programs drop style sheets.
  rules: { 'no-inline-style': 'off', 'long-title': 'off' },
});

describe.each(languages)('%s', (language) => {
  test.each(Object.entries(cases))('%s', async (name, letter) => {
    const written = writeRecipientLetter(letter, context(language));
    const report = await html.validateString(written.html);
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    expect(written.text).toContain(letter.link);
    compare(`${name}.${language}.txt`, `${written.subject}\n\n${written.text}`);
    compare(`${name}.${language}.html`, written.html);
  });

  test('what the desk must do by hand, without whom it is about', () => {
    const letter = { recipient: 'Archief B.V.', dueOn: '2026-11-16', noticeId: 'notice_01kb' };
    const written = writeDeskLetter(letter, context(language));
    compare(`desk.${language}.txt`, `${written.subject}\n\n${written.text}`);
    compare(`desk.${language}.html`, written.html);
  });
});

test('whom it is about does not stand in the subject', () => {
  for (const letter of Object.values(cases))
    expect(writeRecipientLetter(letter, context('nl')).subject).not.toContain('lotte');
});

function compare(file: string, text: string): void {
  const path = join(golden, file);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(golden, { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(readFileSync(path, 'utf8'));
}
