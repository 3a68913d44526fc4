import { hasDate } from '../date-or-version.ts';
import type { TextRule } from '../lint-rule.ts';

export const dateOrVersion: TextRule = {
  id: 'L39',
  severity: 'warning',
  kind: 'missing',
  law: '5(2), 12',
  what: {
    nl: 'De verklaring heeft geen datum en geen versie.',
    en: 'The statement has no date and no version.',
  },
  advice: {
    nl: 'Zet versienummer en datum in de verklaring en bewaar oude versies.',
    en: 'Add a version and a date, and keep old versions.',
  },
  judge: (text) => (hasDate(text.document) ? [] : text.missing()),
};
