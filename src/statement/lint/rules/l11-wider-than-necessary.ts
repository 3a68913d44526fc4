import type { TextRule } from '../lint-rule.ts';
import { faultsAt } from '../linted-text.ts';

export const widerThanNecessary: TextRule = {
  id: 'L11',
  severity: 'warning',
  kind: 'misleading',
  law: '5(1)(e)',
  what: {
    nl: 'Bewaren wordt gemeten aan iets dat ruimer is dan noodzaak.',
    en: 'Retention is measured by something wider than necessity.',
  },
  advice: {
    nl: 'Vervang "nuttig" door "noodzakelijk"; nuttig is ruimer dan de wet.',
    en: 'Replace "useful" by "necessary"; useful is wider than the law.',
  },
  judge: (text) => faultsAt(text.hits('keep-too-wide')),
};
