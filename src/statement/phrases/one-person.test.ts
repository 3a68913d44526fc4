import { describe, expect, test } from 'vitest';
import { asWrittenByOrganisation, isOfOnePerson } from './one-person.ts';
import { tokensOf } from './tokens.ts';

const read = (text: string) => asWrittenByOrganisation(tokensOf(text)).map(({ word }) => word);

describe('a text by one person', () => {
  test('is known by who speaks', () => {
    expect(isOfOnePerson(tokensOf('I keep your photographs. My studio is small.'))).toBe(true);
    expect(isOfOnePerson(tokensOf('Ik bewaar uw foto’s op mijn eigen computer.'))).toBe(true);
    expect(isOfOnePerson(tokensOf('What may I ask? We answer within a month, at our own cost.'))).toBe(false);
  });

  test('is read as an organisation’s', () => {
    expect(read("I'm the one who answers: ask me.")).toEqual(read('We are the one who answers: ask us.'));
    expect(read('Mail mij, dan wis ik het van mijn schijf.')).toEqual(
      read('Mail ons, dan wis wij het van onze schijf.'),
    );
  });
});
