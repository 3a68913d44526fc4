import { tokensOf } from '../phrases/tokens.ts';
import type { StatementDocument } from '../reading/document.ts';

const small = new Set(
  'en of de het een van uw je voor met aan op in die dat als onze ons and or the a an of your our for with at to in that which data gegevens information informatie naam name'.split(
    ' ',
  ),
);

/** Whether a text has the words of a name, in any order and inflection: two thirds of those that carry meaning. */
export function speaksOf(document: StatementDocument, name: string): boolean {
  const words = tokensOf(name)
    .map(({ word }) => word)
    .filter((word) => word.length > 2 && !small.has(word));
  if (words.length === 0) return true;
  const said = document.sentences.flatMap(({ text }) => tokensOf(text).map(({ word }) => word));
  const found = words.filter((word) => said.some((other) => sameStem(word, other)));
  return found.length * 3 >= words.length * 2;
}

/** The beginning two words share decides: "invoices" and "invoicing". */
function sameStem(word: string, other: string): boolean {
  const stem = word.slice(0, Math.max(3, word.length - 3));
  return other.startsWith(stem) || (word.length >= 6 && other.includes(word));
}
