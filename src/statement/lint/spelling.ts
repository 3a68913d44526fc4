import { type Language, languages } from '../../domain/language.ts';
import type { StatementDocument } from '../reading/document.ts';
import { isKnownWord, isListed, isSlipOfAWord } from './dictionary.ts';
import type { Fault } from './fault.ts';
import type { KnownMistakes } from './known-mistakes.ts';
import { englishMistakes } from './spelling-en.ts';
import { dutchMistakes } from './spelling-nl.ts';

const mistakes: Readonly<Record<Language, KnownMistakes>> = { nl: dutchMistakes, en: englishMistakes };

/** Every place with an error of spelling or grammar that statements often have. Not a spelling checker: what is found is wrong. */
export function spellingFaults({ sentences }: StatementDocument): readonly Fault[] {
  return sentences.flatMap((sentence): readonly Fault[] => {
    const { patterns, apart } = mistakes[sentence.language];
    const found = patterns.flatMap((pattern) => {
      const match = pattern.exec(sentence.text);
      // A title in capitals is often in the language of the trade.
      return match === null || match[0] === match[0].toUpperCase()
        ? []
        : [{ sentence, start: match.index, detail: match[0].trim() }];
    });
    const slips = [...sentence.text.matchAll(smallWord)]
      .filter(({ 0: word }) => isMisspelt(word, sentence.language))
      .map(({ 0: detail, index: start }) => ({ sentence, start, detail }));
    const split = (apart === undefined ? [] : [...sentence.text.matchAll(apart)])
      .filter(({ 1: first, 2: last }) => isListed(`${first}${last}`, sentence.language))
      .map(({ 0: detail, index: start }) => ({ sentence, start, detail }));
    return [...found, ...slips, ...split];
  });
}

/** Words in small letters, which are no names; no parts of addresses, file names or code. */
const smallWord = /(?<![\p{L}\p{N}'’.@/_:#&*-])\p{Ll}[\p{Ll}'’-]{3,}\p{Ll}(?![\p{L}\p{N}@/_*]|[.:=]\p{L})/gu;

/**
 * A word that no list knows and that is nearly one it does. Statements quote words of the other language, and names of
 * programs and cookies that are near nothing.
 */
function isMisspelt(written: string, language: Language): boolean {
  const word = written.replaceAll('’', "'");
  const bare = language === 'en' ? word.replace(/'s?$/u, '') : word;
  if (isKnownWord(bare, language)) return false;
  const parts = bare.split('-').filter((part) => part.length > 3);
  const unknown = parts.filter(
    (part) => !isKnownWord(part, language) && !languages.some((other) => isListed(part, other)),
  );
  return unknown.some((part) => isSlipOfAWord(part, language));
}
