import type { Token } from './tokens.ts';

/** What one person says of himself, as an organisation would. */
const asOrganisation: Readonly<Record<string, string>> = {
  i: 'we',
  me: 'us',
  my: 'our',
  mine: 'ours',
  myself: 'ourselves',
  am: 'are',
  ik: 'wij',
  mij: 'ons',
  mijn: 'onze',
  mezelf: 'onszelf',
  mijzelf: 'onszelf',
};

const one = new Set(['i', 'my', 'ik', 'mijn']);
const several = new Set(['we', 'our', 'us', 'wij', 'ons', 'onze']);

/** Whether a text is written by one person about the own business: "I" where others write "we". */
export function isOfOnePerson(tokens: readonly Token[]): boolean {
  const count = (words: ReadonlySet<string>) => tokens.filter(({ word }) => words.has(word)).length;
  return count(one) > count(several);
}

/** The words of such a text as an organisation would write them, each in its place. */
export function asWrittenByOrganisation(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token) => ({ ...token, word: asOrganisation[token.word] ?? token.word }));
}
