import type { TextRule } from '../lint-rule.ts';
import { faultsAt } from '../linted-text.ts';
import { marketingUnasked } from '../marketing-unasked.ts';

export const marketingApart: TextRule = {
  id: 'L18',
  severity: 'error',
  kind: 'misleading',
  law: '5(1)(b), 6(4)',
  what: {
    nl: 'Reclame volgt uit de dienst of het klant-zijn, of staat tussen andere doelen.',
    en: 'Marketing follows from the service or from being a customer, or is mixed in with other purposes.',
  },
  advice: {
    nl: 'Marketing volgt niet uit facturering of dienstverlening; beschrijf het als apart doel met eigen grondslag.',
    en: 'Marketing does not follow from billing or service; make it a separate purpose with a basis of its own.',
  },
  judge: (text) => {
    const apart = text.facts.purposes.some(
      ({ value, sentence }) => value.bases.length > 0 && text.saysIn('marketing', sentence),
    );
    const follows = faultsAt(text.hits('marketing-follows'));
    // A row of its own with its basis is what is asked for, unless that basis is the contract again.
    const byContract = new Set(
      text.facts.purposes.flatMap(({ value, sentence }) =>
        value.bases.length === 1 && value.bases[0] === 'contract' ? [sentence] : [],
      ),
    );
    return apart
      ? follows.filter(({ sentence }) => sentence?.kind !== 'row' || byContract.has(sentence))
      : [...follows, ...faultsAt(text.hits('marketing-mixed')), ...marketingUnasked(text)];
  },
};
