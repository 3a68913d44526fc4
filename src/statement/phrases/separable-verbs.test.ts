import { describe, expect, test } from 'vitest';
import { joinSeparableVerbs } from './separable-verbs.ts';
import { tokensOf } from './tokens.ts';

const joined = (text: string) => joinSeparableVerbs(text, tokensOf(text))?.words.join(' ') ?? null;

describe('separable verbs', () => {
  test.each([
    ['Wij passen deze tekst soms aan.', 'wij passen deze tekst soms aanpassen'],
    ['U hebt het recht uw gegevens in te zien.', 'u hebt het recht uw gegevens inzien'],
    ['Wij geven uw gegevens door aan de bank.', 'wij geven uw gegevens doorgeven aan de bank'],
    ['Om gegevens over te laten dragen.', 'om gegevens overdragen'],
    ['Zij slaat het op.', 'zij slaat het opslaan'],
    ['Trek uw toestemming in via de site.', 'trek uw toestemming intrekken via de site'],
    ['Onze leverancier levert dit aan.', 'onze leverancier levert dit aanleveren'],
  ])('%s', (text, whole) => {
    expect(joined(text)).toBe(whole);
  });

  test.each([
    'Wij geven de door u genoemde gegevens.',
    'Wij werken in een kantoor.',
    'Het dossier is aangepast.',
    'Wij sturen u een brief over de zaak.',
  ])('nothing in: %s', (text) => {
    expect(joined(text)).toBeNull();
  });

  test('keeps where each word stands', () => {
    const text = 'om het aan te passen nu';
    expect(joinSeparableVerbs(text, tokensOf(text))).toEqual({
      words: ['om', 'het', 'aanpassen', 'nu'],
      from: [0, 1, 2, 5],
      to: [1, 2, 5, 6],
    });
  });
});
