import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate/node';
import { describe, expect, test } from 'vitest';
import { erasureLetters } from '../../../test/support/erasure-letters.ts';
import { stoppingLetters } from '../../../test/support/stopping-letters.ts';
import { present } from '../../base/assert.ts';
import { type CaseKind, caseKinds } from '../../domain/case-file.ts';
import type { ComplaintFinding } from '../../domain/complaint-finding.ts';
import { languages } from '../../domain/language.ts';
import { mandateKinds } from '../../domain/mandate.ts';
import type { ExtensionReason } from '../../law/deadlines.ts';
import { groundById } from '../../law/grounds.ts';
import type { Controller } from '../../policy/policy.ts';
import type { Letter, LetterContext, LetterKind } from './letter.ts';
import { writeLetter } from './write-letter.ts';

const golden = join(import.meta.dirname, '../../../test/golden/letters');

const controller: Controller = {
  name: 'CarConnect',
  legalName: 'CarConnect B.V.',
  tradeRegister: '12345678',
  address: 'Voorbeeldstraat 1, 1234 AB Utrecht',
  email: 'privacy@carconnect.example',
  phone: '+31 30 000 0000',
  website: 'https://www.carconnect.example',
  contactPoint: {
    nl: 'Ons contactpunt privacy helpt u graag.',
    en: 'Our privacy contact point is glad to help.',
  },
};

const crm = { nl: 'Klantensysteem', en: 'Customer system' };
const billing = { nl: 'Facturatie', en: 'Billing' };
const addresses = { nl: 'E-mailadres en telefoonnummer', en: 'E-mail address and telephone number' };
const invoices = { nl: 'Facturen', en: 'Invoices' };

const cases: Readonly<Record<string, Letter>> = {
  ...stoppingLetters,
  ...erasureLetters,
  'identity-code': {
    kind: 'identity-code',
    code: '402 917',
    validMinutes: 15,
    codeLink: 'https://privacy.carconnect.example/request/GS-2026-7K3M9/code',
  },
  ...Object.fromEntries(
    caseKinds.map((request): [string, Letter] => [
      `request-received-${request}`,
      {
        kind: 'request-received',
        request,
        receivedOn: '2026-11-09',
        legalDate: '2026-12-09',
        statusLink: 'https://privacy.carconnect.example/nl/verzoek/abc?x=1&y=2',
      },
    ]),
  ),
  'message-received': {
    kind: 'message-received',
    receivedOn: '2026-11-09',
    opened: {
      legalDate: '2026-12-09',
      statusLink: 'https://privacy.carconnect.example/request/GS-2026-7K3M9?t=abc',
    },
    notTakenIn: [],
    limitMegabytes: 25,
    formLink: 'https://privacy.carconnect.example/request',
  },
  'message-received-not-taken-in': {
    kind: 'message-received',
    receivedOn: '2026-11-09',
    opened: null,
    notTakenIn: ['identity-document', 'citizen-number', 'too-many', 'too-large'],
    limitMegabytes: 25,
    formLink: 'https://privacy.carconnect.example/request',
  },
  'written-reply': {
    kind: 'written-reply',
    paragraphs: ['Dat kan.', 'Zie https://privacy.carconnect.example/privacy voor meer.'],
  },
  'identity-question': { kind: 'identity-question', ask: null },
  'identity-question-page': { kind: 'identity-question', ask: null, link: 'https://x.example/facts?t=s' },
  'identity-question-in-words': {
    kind: 'identity-question',
    ask: 'Op welke dag kocht u de auto, en wat is uw klantnummer?',
  },
  ...Object.fromEntries(
    mandateKinds.flatMap((mandate): readonly [string, Letter][] => [
      [`mandate-question-${mandate}`, { kind: 'mandate-question', mandate }],
      [`represented-${mandate}`, { kind: 'represented', mandate }],
    ]),
  ),
  'mandate-refused': { kind: 'mandate-refused', reason: 'De handtekening is van iemand anders.' },
  'access-ready': {
    kind: 'access-ready',
    link: 'https://privacy.carconnect.example/nl/gegevens/abc',
    expiresAt: Temporal.Instant.from('2026-11-23T14:04:00Z'),
    explanation: ['Klantensysteem: 14 rijen uit 6 tabellen.', 'Facturatie: 3 rijen uit 2 tabellen.'],
  },
  'rectification-done': {
    kind: 'rectification-done',
    correctedOn: '2026-11-09',
    changed: [
      { source: crm, table: { nl: 'Klanten', en: 'Customers' }, category: addresses, rows: 1 },
      {
        source: crm,
        table: { nl: 'Verzonden aanbiedingen', en: 'Offers sent' },
        category: addresses,
        rows: 12,
      },
      { source: { nl: 'Archief', en: 'Archive' }, table: null, category: addresses, rows: 2 },
    ],
    kept: [
      {
        source: billing,
        table: invoices,
        rows: 3,
        ground: present(groundById('tax-records'), 'ground'),
        until: '2033-12-31',
      },
    ],
    unchanged: [
      {
        category: addresses,
        place: { source: crm, table: { nl: 'Adressen', en: 'Addresses' }, rows: 1 },
        why: 'shared',
      },
      {
        category: addresses,
        place: { source: crm, table: { nl: 'Berichten', en: 'Messages' }, rows: 2 },
        why: 'not-chosen',
      },
    ],
    notSearched: [{ source: crm, table: { nl: 'Aanvragen', en: 'Enquiries' } }],
  },
  'rectification-done-everywhere': {
    kind: 'rectification-done',
    correctedOn: '2026-11-09',
    changed: [{ source: crm, table: { nl: 'Klanten', en: 'Customers' }, category: addresses, rows: 1 }],
    kept: [],
    unchanged: [],
    notSearched: [],
  },
  'rectification-done-nothing': {
    kind: 'rectification-done',
    correctedOn: '2026-11-09',
    changed: [],
    kept: [],
    unchanged: [{ category: addresses, place: null, why: 'not-found' }],
    notSearched: [],
  },
  'address-noted': { kind: 'address-noted' },
  'erasure-found-nothing': { kind: 'erasure-found-nothing', searched: [crm, billing], erasedBefore: null },
  'access-found-nothing': { kind: 'access-found-nothing', searched: [crm, billing], erasedBefore: null },
  'access-found-nothing-any-more': {
    kind: 'access-found-nothing',
    searched: [crm, billing],
    erasedBefore: '2026-03-02',
  },
  ...Object.fromEntries(
    caseKinds.map((request): [string, Letter] => [
      `request-withdrawn-${request}`,
      { kind: 'request-withdrawn', request, withdrawnOn: '2026-11-10' },
    ]),
  ),
  'request-joined': {
    kind: 'request-joined',
    request: 'erasure',
    receivedOn: '2026-11-09',
    first: { reference: 'GS-2026-2B4C6', receivedOn: '2026-11-02', legalDate: '2026-12-02' },
    answerTo: 'other-address',
  },
  'portability-ready': {
    kind: 'portability-ready',
    link: 'https://privacy.carconnect.example/request/GS-2026-7K3M9?t=abc',
    expiresAt: Temporal.Instant.from('2026-11-23T14:04:00Z'),
    insteadOf: null,
    explanation: [
      'U neemt mee uit Klantensysteem: klanten (1) en afspraken (3).',
      'Niet mee uit Klantensysteem: aantekeningen. Dat gaf u niet zelf; wij hebben het afgeleid of opgeschreven.',
    ],
  },
  'portability-ready-instead': {
    kind: 'portability-ready',
    link: 'https://privacy.carconnect.example/request/GS-2026-7K3M9?t=abc',
    expiresAt: Temporal.Instant.from('2026-11-23T14:04:00Z'),
    insteadOf: 'Garage Nieuwland B.V.',
    explanation: ['U neemt mee uit Klantensysteem: klanten (1).'],
  },
  'portability-found-nothing': {
    kind: 'portability-found-nothing',
    leftOut: [
      'Niet mee uit Archief: daar gaat alles met de hand. U kunt meenemen wat een computer verwerkt.',
    ],
  },
  'transfer-received': {
    kind: 'transfer-received',
    sender: {
      name: 'CarConnect B.V.',
      address: 'https://privacy.carconnect.example',
      reference: 'GS-2026-7K3M9',
    },
    receivedOn: '2026-11-09',
    categories: ['Naam en adres', 'Facturen en betalingen'],
    rows: 1204,
    keptUntil: '2026-12-09',
    statementLink: 'https://privacy.nieuwland.example/privacy',
  },
  'transfer-done': {
    kind: 'transfer-done',
    receiver: { name: 'Garage Nieuwland B.V.', address: 'https://privacy.nieuwland.example' },
    receivedAt: Temporal.Instant.from('2026-11-23T14:04:00Z'),
    digest: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
  'answer-extended-complexity': extended('complexity'),
  'answer-extended-number': extended('number'),
  'request-answered-question': answered('question', null),
  'request-answered-complaint': answered('complaint', 'upheld-in-part'),
  'request-answered-objection': answered('objection', null),
  'request-refused-access': refused('access', 'excessive'),
  'request-refused-objection': refused('objection', 'compelling-grounds'),
  'request-refused-complaint': refused('complaint', 'unfounded'),
};

function extended(reason: ExtensionReason): Letter {
  return {
    kind: 'answer-extended',
    reason,
    explanation: 'Uw gegevens staan ook in een archief op papier.\n\nDat zoeken wij met de hand door.',
    receivedOn: '2026-11-09',
    legalDate: '2027-02-09',
  };
}

function answered(request: CaseKind, finding: ComplaintFinding | null): Letter {
  const answer = 'Wij belden te vaak.\n\nDat doen wij niet meer: zie https://www.carconnect.example/bellen.';
  return { kind: 'request-answered', request, receivedOn: '2026-11-09', finding, answer };
}

function refused(request: CaseKind, ground: string): Letter {
  return {
    kind: 'request-refused',
    request,
    receivedOn: '2026-11-09',
    ground: present(groundById(ground), 'ground'),
    explanation: 'Dit is het negende verzoek in twee maanden.\nEr is sindsdien niets veranderd.',
  };
}

const context = (language: LetterContext['language']): LetterContext => ({
  controller,
  language,
  reference: 'CC-2026-0042',
  on: '2026-11-09',
});

const html = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  // A serialiser may close or not close what has no end tag; mail programs drop style sheets.
  rules: { 'no-inline-style': 'off', 'long-title': 'off' },
});

describe.each(languages)('%s', (language) => {
  test.each(Object.entries(cases))('%s', async (name, letter) => {
    const written = writeLetter(letter, context(language));
    const report = await html.validateString(written.html);
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    compare(`${name}.${language}.txt`, `${written.subject}\n\n${written.text}`);
    compare(`${name}.${language}.html`, written.html);
  });

  test.each(Object.entries(cases))('%s says the same in plain text as in HTML', (_name, letter) => {
    const written = writeLetter(letter, context(language));
    const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
    const shown = words(
      written.html
        .replace(/^[\s\S]*<main[^>]*>/, '')
        .replace(/<[^>]+>/g, ' ')
        .replace(/&amp;/g, '&')
        .replace(/&quot;/g, '"')
        .replace(/&#39;/g, "'"),
    );
    const plain = words(`${written.subject}\n${written.text}`);
    expect([...shown].filter((word) => !plain.has(word))).toEqual([]);
    expect([...plain].filter((word) => !shown.has(word))).toEqual([]);
  });

  test.each(Object.entries(cases))('%s names who to turn to', (_name, letter) => {
    const { text } = writeLetter(letter, context(language));
    expect(text).toContain(controller.email);
    if (
      notAnswers.includes(letter.kind) ||
      ('others' in letter && letter.others.length === 0 && letter.kind === 'objection-received')
    )
      return;
    expect(text).toContain('https://www.autoriteitpersoonsgegevens.nl');
    expect(text).toMatch(/rechter|court/);
  });
});

/** They answer nothing: nobody can disagree with what they asked themselves. */
const notAnswers: readonly LetterKind[] = [
  'identity-code',
  'request-received',
  'request-withdrawn',
  'request-joined',
  'address-noted',
  'message-received',
  'written-reply',
  'identity-question',
  'mandate-question',
  'represented',
];

test('text from a policy cannot become markup', () => {
  const hostile = { nl: '<img src=x onerror=alert(1)>', en: '"><script>alert(1)</script>' };
  for (const language of languages) {
    const { html: written } = writeLetter(
      { kind: 'access-found-nothing', searched: [hostile], erasedBefore: null },
      { ...context(language), controller: { ...controller, name: hostile.en } },
    );
    expect(written).not.toMatch(/<script|<img/);
  }
});

test('a link that is not a web address is refused', () => {
  const letter: Letter = { ...present(cases['access-ready'], 'case'), link: 'javascript:alert(1)' } as Letter;
  expect(() => writeLetter(letter, context('nl'))).toThrow(expect.objectContaining({ code: 'bad-input' }));
});

test('the code is not where a locked telephone shows it', () => {
  const { subject } = writeLetter(present(cases['identity-code'], 'case'), context('nl'));
  expect(subject).not.toMatch(/402/);
});

function compare(file: string, text: string): void {
  const path = join(golden, file);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(golden, { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(readFileSync(path, 'utf8'));
}
