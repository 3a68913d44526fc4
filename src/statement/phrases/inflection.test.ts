import { describe, expect, test } from 'vitest';
import { formsOf } from './inflection.ts';

describe('the forms of a word', () => {
  test.each([
    ['describe', 'en', 'describes described describing'],
    ['stop', 'en', 'stops stopped stopping'],
    ['copy', 'en', 'copies copied copying'],
    ['pass', 'en', 'passes passed passing'],
    ['tell', 'en', 'tells told telling'],
    ['geven', 'nl', 'geef geeft gaf gegeven'],
    ['verstrekken', 'nl', 'verstrek verstrekt verstrekte'],
    ['beschrijven', 'nl', 'beschrijf beschrijft beschreef beschreven'],
    ['informeren', 'nl', 'informeer informeert geinformeerd'],
    ['verbeteren', 'nl', 'verbeter verbetert verbeterd verbeterde'],
    ['aanpassen', 'nl', 'aanpas aanpast aangepast aangepaste'],
    ['doorgeven', 'nl', 'doorgeef doorgeeft doorgegeven'],
    ['delen', 'nl', 'deel deelt deelde gedeeld'],
    ['verkopen', 'nl', 'verkoop verkoopt verkocht'],
    ['leveren', 'nl', 'lever levert geleverd'],
  ] as const)('of %s in %s', (word, language, expected) => {
    expect(formsOf(word, language)).toEqual(expect.arrayContaining([word, ...expected.split(' ')]));
  });
});
