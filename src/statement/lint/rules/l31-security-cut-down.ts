import type { TextRule } from '../lint-rule.ts';
import { faultsAt } from '../linted-text.ts';

export const securityCutDown: TextRule = {
  id: 'L31',
  severity: 'warning',
  kind: 'misleading',
  law: '32',
  what: {
    nl: 'Beveiliging is teruggebracht tot wat redelijk of betaalbaar is, of komt op risico van de lezer.',
    en: 'Security is cut down to what is reasonable or affordable, or put at the reader’s risk.',
  },
  advice: {
    nl: 'Beveiliging moet passen bij het risico; schrap "redelijk", "naar beste kunnen" en "eigen risico".',
    en: 'Security must fit the risk; leave out "reasonable", "best efforts" and "at your own risk".',
  },
  judge: (text) => faultsAt(text.hits('cut-down')),
};
