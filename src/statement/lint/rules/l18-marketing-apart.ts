import type { TextRule } from '../lint-rule.ts';
import { faultsAt, type LintedText } from '../linted-text.ts';
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
    const tied = text.facts.purposes.filter(
      ({ value, sentence }) => value.bases.length > 0 && text.announcesMarketing(sentence),
    );
    const byContract = tied.filter(({ value }) => value.bases.length === 1 && value.bases[0] === 'contract');
    const follows = text.marketingFollows;
    // A row of its own with its basis is what is asked for, unless that basis is the contract again.
    if (tied.length > byContract.length)
      return faultsAt(follows.filter(({ sentence }) => sentence.kind !== 'row'));
    return [
      ...faultsAt([...follows, ...text.hits('marketing-mixed')]),
      ...byContract.map(({ sentence }) => ({ sentence, start: 0 })),
      ...(hasOwnBasis(text) ? [] : marketingUnasked(text)),
    ];
  },
};

/** "We write to clients about seminars; for that we rely on our interest": a purpose of its own, whatever the law on mail asks. */
function hasOwnBasis(text: LintedText): boolean {
  return text.marketingSent.some(({ sentence }) => {
    const next = text.document.sentences[sentence.at + 1];
    return (
      text.saysIn('basis-interest', sentence) ||
      (next?.block === sentence.block && refersBack.test(next.text) && text.saysIn('basis-interest', next))
    );
  });
}

/** A sentence that speaks on of what the one before it said. */
const refersBack =
  /\b(?:this|that|these|those|it|such|doing so|here|dat|dit|deze|die|daar\w*|hier\w*|er\w{2,}|zo'n)\b/iu;
