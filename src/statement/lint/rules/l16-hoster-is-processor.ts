import type { TextRule } from '../lint-rule.ts';
import { faultsAt } from '../linted-text.ts';

export const hosterIsProcessor: TextRule = {
  id: 'L16',
  severity: 'error',
  kind: 'misleading',
  law: '4(8), 28',
  what: {
    nl: 'Een hoster, beheerder of softwareleverancier met toegang zou geen verwerker zijn.',
    en: 'A hoster, administrator or software supplier with access is said to be no processor.',
  },
  advice: {
    nl: 'Hosters en beheerders met toegang zijn meestal wél verwerker. Beoordeel per partij en sluit art. 28-overeenkomsten.',
    en: 'Hosters and administrators are normally processors. Judge each party and sign article 28 agreements.',
  },
  judge: (text) => faultsAt(text.hitsWithout('not-processor', 'no-access-left')),
};
