import type { TextRule } from '../lint-rule.ts';
import { faultsAt } from '../linted-text.ts';

export const basisForEachPurpose: TextRule = {
  id: 'L05',
  severity: 'error',
  kind: 'misleading',
  law: '13(1)(c)',
  what: {
    nl: 'Niet elk doel heeft zijn eigen grondslag.',
    en: 'Not every purpose has a basis of its own.',
  },
  advice: {
    nl: 'Koppel elk doel aan precies één grondslag; "in een aantal gevallen" en "meestal" zijn te vaag.',
    en: 'Map every purpose to exactly one legal basis; "in some cases" and "mostly" are too vague.',
  },
  judge: (text) => {
    if (text.vagueBases) return faultsAt(text.hits('basis-hedged').slice(0, 1));
    return text.tiesPurposesToBases ? [] : text.missing('billing', 'communication', 'marketing');
  },
};
