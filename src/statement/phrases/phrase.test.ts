import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conceptNames } from '../concepts/all-concepts.ts';
import { phrasesOf, TextSearch } from '../concepts/text-search.ts';
import { readDocument } from '../reading/read-document.ts';
import { findAlternative } from './match.ts';
import { PhraseReader } from './phrase.ts';
import { tokensOf } from './tokens.ts';
import { Vocabulary } from './vocabulary.ts';

const reader = new PhraseReader({ animal: ['cat|dog', 'guinea pig'] }, 'en');

function found(phrase: string, text: string): boolean {
  const vocabulary = new Vocabulary();
  const words = tokensOf(text).map(({ word }) => vocabulary.add(word));
  return reader
    .read(phrase)
    .parts.every(
      ({ absent, alternatives }) =>
        alternatives.some((alternative) => findAlternative(alternative, { words, vocabulary }) !== null) !==
        absent,
    );
}

describe('a phrase', () => {
  it.each([
    ['the cat', 'I saw the cat.', true],
    ['the cat', 'The black cat', false],
    ['the .. cat', 'The black cat', true],
    ['the .. cat', 'The one two three four five six seven cat', false],
    ['{animal} sleeps', 'Our guinea pig sleeps', true],
    ['sleep* & {animal}', 'A dog was sleeping', true],
    ['sleep* & !{animal}', 'A dog was sleeping', false],
    ['*ball', 'We play football', true],
    ['*oot*', 'We play football', true],
    ['in_the_end|at_last we', 'At last we sleep', true],
    ['^we sleep', 'At night we sleep', false],
    ['e-mail', 'Send an email', true],
    ['cats? sleep+', 'Cats slept or were sleeping', true],
    ['write+|describe+ it', 'He has written it', true],
    ['describe+ it', 'Describing it is hard', true],
    ['describe+ it', 'A description of it', false],
  ])('%s in "%s": %s', (phrase, text, expected) => {
    expect(found(phrase, text)).toBe(expected);
  });

  it('is refused when it names no list or asks for nothing', () => {
    expect(() => reader.read('{plant} grows')).toThrow('no word list {plant}');
    expect(() => reader.read('!cat')).toThrow('asks for nothing');
    expect(() => reader.read('{animal sleeps')).toThrow('no word');
  });

  it('is readable in every concept, in both languages', () => {
    for (const concept of conceptNames)
      for (const language of ['nl', 'en'] as const)
        expect(phrasesOf(concept, language).length, `${concept} ${language}`).toBeGreaterThan(0);
  });
});

describe('words', () => {
  it('are without what writers disagree about', () => {
    expect(
      tokensOf('On a need-to-know basis')
        .map(({ word }) => word)
        .join(' '),
    ).toBe('on a need to know basis');
    expect(tokensOf("Foto's en/of e-mail: geïnformeerd, B.V. (US)").map(({ word }) => word)).toEqual([
      'fotos',
      'en',
      'of',
      'email',
      'geinformeerd',
      'bv',
      'usa',
    ]);
  });
});

describe('a few words under a heading', () => {
  const says = (text: string) =>
    new TextSearch(
      readDocument(
        {
          file: 'a.md',
          source: `# Privacy\n\nWe use your data.\n\n## Right to data portability\n\n${text}\n`,
        },
        'md',
      ),
    ).says('portability');

  it.each([
    ['yes, with one button', true],
    ['by the button on your page', true],
    ['none', false],
    ['Our office is open on Mondays.', false],
  ])('"%s" completes it: %s', (text, expected) => {
    expect(says(text)).toBe(expected);
  });
});

describe('searching', () => {
  const words = 'wij u gegevens niet bewaren toestemming we you data not keep consent if als , . : a'.split(
    ' ',
  );

  it('ends, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 400, maxLength: 900 }), (list) => {
        const search = new TextSearch(readDocument({ file: 'a.txt', source: list.join(' ') }, 'txt'));
        for (const concept of conceptNames) search.find(concept);
      }),
      { numRuns: 5 },
    );
  }, 60_000);

  it.each([
    ['one word without end', 'gegevens '.repeat(40_000)],
    ['letters without a space', 'a'.repeat(400_000)],
    ['brackets', '(('.repeat(50_000)],
    ['numbers', '0 1 2 3 4 5 6 7 8 9 '.repeat(8000)],
    ['capitals', 'A B C '.repeat(30_000)],
    ['headings', '# a\n\n'.repeat(5000)],
  ])(
    'ends on %s',
    (_, source) => {
      const search = new TextSearch(readDocument({ file: 'a.md', source }, 'txt'));
      for (const concept of conceptNames) search.find(concept);
    },
    60_000,
  );
});
