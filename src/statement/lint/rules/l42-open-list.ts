import type { TextRule } from '../lint-rule.ts';
import { faultsAt } from '../linted-text.ts';

export const openList: TextRule = {
  id: 'L42',
  severity: 'warning',
  kind: 'misleading',
  law: '13(1)(d), 14(1)(d), 5(1)(a)',
  what: {
    nl: 'De lijst van gegevens is open gelaten.',
    en: 'The list of data is left open.',
  },
  advice: {
    nl: '"Veelal" of "onder andere" houdt de lijst open; maak haar volledig per dienst.',
    en: '"Mostly" or "including" leaves the list open; make it complete for each service.',
  },
  judge: (text) => (text.says('list-closed') ? [] : faultsAt(text.hits('list-open'))),
};
