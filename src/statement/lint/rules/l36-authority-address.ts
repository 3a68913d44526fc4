import { authoritySite } from '../authority-site.ts';
import type { TextRule } from '../lint-rule.ts';

export const authorityAddress: TextRule = {
  id: 'L36',
  severity: 'info',
  kind: 'missing',
  law: '13(2)(d)',
  what: {
    nl: 'Het webadres van de toezichthouder ontbreekt.',
    en: 'The web address of the authority is missing.',
  },
  advice: {
    nl: 'Voeg autoriteitpersoonsgegevens.nl toe.',
    en: 'Add the web address of the authority (autoriteitpersoonsgegevens.nl).',
  },
  judge: (text) => (text.matches(authoritySite) ? [] : text.missing('complain-to-authority')),
};
