import type { TextRule } from '../lint-rule.ts';
import { faultsAt } from '../linted-text.ts';

export const agreementContent: TextRule = {
  id: 'L17',
  severity: 'warning',
  kind: 'misleading',
  law: '28(3)',
  what: {
    nl: 'De afspraak met verwerkers is niet meer dan dat zij zich aan de wet houden.',
    en: 'The agreement with processors is described by no more than that they comply with the law.',
  },
  advice: {
    nl: '"Alle verplichtingen van de AVG" is geen inhoud; de overeenkomst moet a t/m h van art. 28 lid 3 regelen.',
    en: '"Comply with the law" is no content; the contract must contain article 28(3)(a) to (h).',
  },
  judge: (text) =>
    text.hitsWithout('agreement-specified', 'not-processor').length > 0
      ? []
      : faultsAt(text.hitsWithout('only-comply', 'law-kept-otherwise', 'privacy-shield')),
};
