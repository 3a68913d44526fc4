import { expect, test } from 'vitest';
import { isMarketingObjection, proposedKinds } from './proposed-kinds.ts';

test.each([
  ['Graag inzage in mijn persoonsgegevens.', ['access']],
  ['Kunt u al mijn gegevens verwijderen?', ['erasure']],
  ['Please delete my account, and stop sending me your newsletter.', ['objection', 'erasure']],
  ['Ik maak bezwaar tegen het gebruik van mijn gegevens.', ['objection']],
  ['Mijn adres klopt niet, ik ben verhuisd.', ['rectification']],
  ['Ik trek mijn toestemming in.', ['withdrawal']],
  ['How do you protect my data?', ['security-information']],
  ['Wanneer is de garage open?', []],
])('%s', (text, kinds) => {
  expect(proposedKinds(text).map(({ kind }) => kind)).toEqual(kinds);
});

test('no more marketing is told from any other objection', () => {
  expect(isMarketingObjection('Geen nieuwsbrief meer graag')).toBe(true);
  expect(isMarketingObjection('Ik maak bezwaar')).toBe(false);
});
