import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { LintedText } from '../../src/statement/lint/linted-text.ts';
import { textRules } from '../../src/statement/lint/text-rules.ts';
import { readDocument } from '../../src/statement/reading/read-document.ts';

/** Single sentences in words that stand in no statement: what the phrases know beyond the texts they were made on. */
const phrasings = z
  .record(z.string(), z.record(z.string(), z.array(z.string())))
  .parse(parse(readFileSync(join(import.meta.dirname, 'phrasings.yaml'), 'utf8')));
const mistakes = z
  .record(z.string(), z.strictObject({ fires: z.array(z.string()), silent: z.array(z.string()) }))
  .parse(parse(readFileSync(join(import.meta.dirname, 'mistakes.yaml'), 'utf8')));

describe('a promise in other words', () => {
  const cases = Object.entries(phrasings).flatMap(([id, byLanguage]) =>
    Object.entries(byLanguage).flatMap(([language, sentences]) =>
      sentences.map((sentence) => ({ id, language, sentence })),
    ),
  );

  test('is recognised nineteen times in twenty', () => {
    const missed = cases.filter(
      ({ id, language, sentence }) => !read(sentence, language).promises.some((promise) => promise.id === id),
    );
    expect(
      missed.length,
      missed.map(({ id, sentence }) => `${id} ${sentence}`).join('\n'),
    ).toBeLessThanOrEqual(cases.length / 20);
  });
});

describe.each(Object.entries(mistakes))('%s', (id, { fires, silent }) => {
  const judge = textRules.find((rule) => rule.id === id)?.judge;

  test.each(fires)('fires on: %s', (sentence) => {
    expect(judge?.(read(sentence)) ?? []).not.toEqual([]);
  });

  test.each(silent)('is silent on: %s', (sentence) => {
    expect(judge?.(read(sentence))).toEqual([]);
  });
});

const filler: Readonly<Record<string, string>> = {
  nl: 'Dit is een tekst die wij voor u hebben geschreven en die niet over iets gaat.',
  en: 'This is a text that we wrote for you and that is not about any of it.',
};

/** A document in which the sentence stands under its heading. */
function read(sentence: string, language?: string): LintedText {
  const [heading, text] = sentence.includes(' // ') ? sentence.split(' // ') : ['X', sentence];
  const before = language === undefined ? '' : `${filler[language]}\n\n`;
  return new LintedText(
    readDocument({ file: 'a.md', source: `# T\n\n${before}## ${heading}\n\n${text}\n` }, 'md'),
  );
}
