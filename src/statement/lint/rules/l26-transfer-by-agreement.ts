import type { TextRule } from '../lint-rule.ts';
import { faultsAt } from '../linted-text.ts';

export const transferByAgreement: TextRule = {
  id: 'L26',
  severity: 'warning',
  kind: 'misleading',
  law: '44-49',
  what: {
    nl: 'Een afspraak, voorwaarden of het gebruik van de site zou doorgifte toestaan.',
    en: 'An agreement, terms or the use of a site is given as what allows a transfer.',
  },
  advice: {
    nl: 'Een schriftelijke afspraak alleen maakt doorgifte niet rechtmatig; er moet een hoofdstuk V-middel zijn.',
    en: 'A written agreement alone does not legitimise a transfer; chapter V asks for a mechanism.',
  },
  judge: (text) => faultsAt(text.hits('transfer-by-agreement')),
};
