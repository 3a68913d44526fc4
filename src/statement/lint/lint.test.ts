import { describe, expect, it } from 'vitest';
import { readDocument } from '../reading/read-document.ts';
import { isKnownWord, isSlipOfAWord } from './dictionary.ts';
import { lint, lintRules } from './lint.ts';
import { LintedText } from './linted-text.ts';

describe('the rules', () => {
  it('are fifty-eight, each with an article, a fault and advice in both languages', () => {
    expect(lintRules.map(({ id }) => id)).toEqual(
      Array.from({ length: 58 }, (_, at) => `L${String(at + 1).padStart(2, '0')}`),
    );
    for (const { id, law, what, advice } of lintRules) {
      expect(law, id).toMatch(/\d/);
      for (const text of [what, advice]) {
        expect(text.nl, id).toMatch(/\.$/);
        expect(text.en, id).toMatch(/\.$/);
        expect(text.nl, id).not.toBe(text.en);
      }
    }
  });

  it('say once what is found in one sentence more than once, in the order of the text', () => {
    const source =
      'Wij vertrouwen op het Privacy Shield, want het Privacy Shield is goed.\n\nWij doen ons best voor uw gegevens.\n';
    const { findings } = lint(readDocument({ file: 'a.txt', source }, 'txt'), { language: 'nl' });
    expect(findings.filter(({ code }) => code === 'L01')).toHaveLength(1);
    const places = findings.map(({ place }) => place.line * 1000 + place.column);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('point at the line where the words stand, when a sentence runs over lines', () => {
    const source = '# Privacy\n\nWij bewaren uw gegevens en steunen\ndaarvoor op het Privacy Shield.\n';
    const { findings } = lint(readDocument({ file: 'a.md', source }, 'md'), { language: 'nl' });
    expect(findings.find(({ code }) => code === 'L01')?.place).toEqual({ file: 'a.md', line: 4, column: 17 });
  });
});

describe('rights and the term of an answer', () => {
  const codes = (source: string, language: 'nl' | 'en') =>
    lint(readDocument({ file: 'a.txt', source }, 'txt'), { language }).findings.flatMap(({ code }) =>
      code >= 'L53' ? [code] : [],
    );

  it('misses each right that is not named, also when others are', () => {
    expect(codes('Wij verkopen fietsen.\n', 'nl')).toEqual(['L53', 'L54', 'L55', 'L56', 'L57']);
    expect(codes('U kunt uw gegevens inzien, verbeteren en laten verwijderen.\n', 'nl')).toEqual([
      'L56',
      'L57',
    ]);
    expect(
      codes(
        'You can ask for a copy of your data, have mistakes corrected, have your data deleted and object to our use of them. ' +
          'You can complain to the data protection authority.\n',
        'en',
      ),
    ).toEqual([]);
  });

  it.each([
    ['nl', 'Wij reageren binnen zes weken op uw verzoek om inzage.', true],
    ['nl', 'Wij reageren binnen vier weken op uw verzoek om inzage.', false],
    [
      'nl',
      'Wij antwoorden binnen een maand op uw verzoek. Die termijn kan met twee maanden worden verlengd.',
      false,
    ],
    ['en', 'We will respond to your request within 90 days.', true],
    ['en', 'We will respond to your request within 30 days.', false],
    ['en', 'We will respond to your request.', false],
  ] as const)('%s: %s', (language, source, late) => {
    expect(codes(`${source}\n`, language).includes('L58')).toBe(late);
  });
});

describe('facts and spelling', () => {
  it.each([
    ['capitals', 'Aa Bb '.repeat(20_000)],
    ['addresses', 'a@a.a.a.'.repeat(20_000)],
    ['half addresses', 'www.a-'.repeat(20_000)],
    ['numbers', '+31 0 1 2 3 '.repeat(10_000)],
    ['brackets', 'Naam (a, b; c: '.repeat(10_000)],
    ['one letter', 'aaaaaaaaab'.repeat(20_000)],
    ['words that repeat', 'de de wordt bewaart gegevens '.repeat(8000)],
  ])(
    'end on %s without end',
    (_, source) => {
      expect(new LintedText(readDocument({ file: 'a.txt', source }, 'txt')).facts.controller).toBeDefined();
    },
    60_000,
  );

  it('know a slip of the hand from a compound, a name of a program and a word of the other language', () => {
    const slip = (word: string, language: 'nl' | 'en') =>
      !isKnownWord(word, language) && isSlipOfAWord(word, language);
    for (const word of ['toestemmming', 'verwijdring', 'persoonsgegvens', 'gerechtvaardigt', 'onmiddelijk'])
      expect(slip(word, 'nl'), word).toBe(true);
    for (const word of ['recieve', 'responsability', 'confidencial'])
      expect(slip(word, 'en'), word).toBe(true);
    for (const word of ['verwerkte', 'bewonersportaal', 'lessenkaart', 'verwerkersovereenkomst', 'phpsessid'])
      expect(slip(word, 'nl'), word).toBe(false);
    for (const word of ['rehoming', 'anonymised', 'programme', 'subprocessor', 'phpsessid'])
      expect(slip(word, 'en'), word).toBe(false);
  });
});
