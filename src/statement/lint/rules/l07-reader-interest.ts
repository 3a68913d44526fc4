import type { TextRule } from '../lint-rule.ts';
import { faultsAt } from '../linted-text.ts';

export const readerInterest: TextRule = {
  id: 'L07',
  severity: 'error',
  kind: 'misleading',
  law: '6(1)',
  what: {
    nl: 'Het belang of gemak van de lezer staat er als reden om gegevens te gebruiken.',
    en: 'The reader’s own interest or benefit is given as what allows the use.',
  },
  advice: {
    nl: '"In uw belang" is geen grondslag. Kies overeenkomst, toestemming of gerechtvaardigd belang.',
    en: '"In your interest" is not a legal basis. Choose contract, consent or legitimate interest.',
  },
  judge: (text) => faultsAt(text.hits('reader-benefit')),
};
