import type { Fault } from './fault.ts';
import type { LintedText } from './linted-text.ts';

/** Where advertising is announced, when nothing says that it is asked for or about own similar products for customers; else nothing. */
export function marketingUnasked(text: LintedText): readonly Fault[] {
  if (!text.hasMarketing) return [];
  const follows = new Set(text.marketingFollows.map(({ sentence }) => sentence));
  // A yes to photographs is none to advertising, and what follows from being a customer asks for no yes.
  const asked = text
    .hitsWithout('marketing-consent', 'about-pictures', 'consent-to-else')
    .some(({ sentence }) => !follows.has(sentence));
  const tied = text.facts.purposes.some(
    ({ value, sentence }) =>
      value.bases.includes('consent') && sentence.kind === 'row' && text.saysIn('marketing', sentence),
  );
  return asked || tied || tellsOwnWares(text)
    ? []
    : text.missingAt(...text.marketingSent, ...text.marketingFollows);
}

/** That customers hear of own similar wares alone (Telecommunicatiewet art. 11.7(3)). */
export function tellsOwnWares(text: LintedText): boolean {
  return text.hitsWithout('marketing-own-customers', 'others-wares').length > 0;
}
