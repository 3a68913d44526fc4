import type { TextRule } from '../lint-rule.ts';
import { faultsAt } from '../linted-text.ts';

export const breachThreshold: TextRule = {
  id: 'L29',
  severity: 'warning',
  kind: 'misleading',
  law: '34(1), 12(1)',
  what: {
    nl: 'De drempel voor bericht van een datalek is onduidelijk of niet die van de wet.',
    en: 'The threshold for notice of a breach is unclear or not the law’s.',
  },
  advice: {
    nl: 'Gebruik "waarschijnlijk hoog risico" (of beloof bewust meer).',
    en: 'Use "likely high risk", or promise more deliberately.',
  },
  judge: (text) => {
    const clear = text
      .hits('breach-notice')
      .some(({ sentence }) => text.saysIn('breach-clear-threshold', sentence));
    return clear
      ? []
      : faultsAt(
          text.hits('breach-notice').filter(({ sentence }) => text.saysIn('breach-threshold', sentence)),
        );
  },
};
