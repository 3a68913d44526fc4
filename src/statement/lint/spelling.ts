import type { Language } from '../../domain/language.ts';
import { tokensOf } from '../phrases/tokens.ts';
import type { StatementDocument } from '../reading/document.ts';
import type { Fault } from './fault.ts';
import type { KnownMistakes } from './known-mistakes.ts';
import { englishMistakes } from './spelling-en.ts';
import { dutchMistakes } from './spelling-nl.ts';

const mistakes: Readonly<Record<Language, KnownMistakes>> = { nl: dutchMistakes, en: englishMistakes };

/** Every place with an error of spelling or grammar that statements often have. Not a spelling checker: what is found is wrong. */
export function spellingFaults({ sentences }: StatementDocument): readonly Fault[] {
  return sentences.flatMap((sentence): readonly Fault[] => {
    const { patterns, subjectWords } = mistakes[sentence.language];
    const found = patterns.flatMap((pattern) => {
      const match = pattern.exec(sentence.text);
      // A title in capitals is often in the language of the trade.
      return match === null || match[0] === match[0].toUpperCase()
        ? []
        : [{ sentence, start: match.index, detail: match[0].trim() }];
    });
    const slips = tokensOf(sentence.text)
      .filter(
        ({ word }) =>
          word.length >= 7 && /^\p{L}+$/u.test(word) && subjectWords.some((meant) => isSlip(word, meant)),
      )
      .map(({ start, end }) => ({ sentence, start, detail: sentence.text.slice(start, end) }));
    return [...found, ...slips];
  });
}

/** A letter too many, too few or two in the wrong order, not at the end, where words are inflected. */
export function isSlip(word: string, meant: string): boolean {
  if (word === meant || Math.abs(word.length - meant.length) > 1) return false;
  let same = 0;
  while (same < word.length && word[same] === meant[same]) same++;
  if (same < 2 || same > Math.min(word.length, meant.length) - 3) return false;
  if (word.length === meant.length)
    return (
      word[same] === meant[same + 1] &&
      word[same + 1] === meant[same] &&
      word.slice(same + 2) === meant.slice(same + 2)
    );
  return word.length > meant.length
    ? word.slice(same + 1) === meant.slice(same) && word[same] === word[same - 1]
    : word.slice(same) === meant.slice(same + 1);
}
