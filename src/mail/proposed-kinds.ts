import type { CaseKind } from '../domain/case-file.ts';

/** A kind of request that the words of a mail suggest, for whoever decides. Nothing is ever done on the strength of it. */
export interface ProposedKind {
  readonly kind: CaseKind;
  /** The words that suggest it, as they stand there. */
  readonly words: string;
}

/*
 * In the order in which they are proposed: an objection to marketing first, because it takes effect at once (GDPR art. 21(3)). Words
 * of the law and of people who never read it, Dutch and English.
 */
const signs: readonly (readonly [CaseKind, RegExp])[] = [
  [
    'objection',
    /\b(?:afmelden|uitschrijven|schrijf me uit|geen (?:reclame|nieuwsbrief|nieuwsbrieven|mailings?|aanbiedingen) meer|unsubscribe|opt[ -]?out|stop (?:sending|e-?mailing|mailing)|no (?:more )?(?:marketing|newsletters?))\b/iu,
  ],
  [
    'erasure',
    /\b(?:(?:verwijder|wis|vernietig)(?:en|ing|t)?|vergetelheid|erase|erasure|delete|remove all|be forgotten|art(?:ikel|icle|\.)? ?17)\b/iu,
  ],
  [
    'access',
    /\b(?:inzage|inzien|kopie van mijn (?:persoons)?gegevens|welke (?:persoons)?gegevens|subject access|access to my|copy of my (?:personal )?data|(?:what|which) (?:personal )?data|art(?:ikel|icle|\.)? ?15)\b/iu,
  ],
  [
    'rectification',
    /\b(?:rectificatie|corrigeer|corrigeren|klopt niet|kloppen niet|onjuist|aanpassen|verhuisd|rectif(?:y|ication)|incorrect|correct my|art(?:ikel|icle|\.)? ?16)\b/iu,
  ],
  [
    'restriction',
    /\b(?:beperking van de verwerking|beperk de verwerking|restrict(?:ion)? (?:of )?(?:the )?processing|art(?:ikel|icle|\.)? ?18)\b/iu,
  ],
  [
    'portability',
    /\b(?:overdra(?:gen|agbaarheid|cht) van mijn gegevens|dataportabiliteit|overdraagbaarheid|portability|transfer my data|art(?:ikel|icle|\.)? ?20)\b/iu,
  ],
  ['objection', /\b(?:bezwaar|object to|objection|art(?:ikel|icle|\.)? ?21)\b/iu],
  ['withdrawal', /\b(?:toestemming (?:in|intrekken)|trek mijn toestemming|withdraw (?:my )?consent)\b/iu],
  ['complaint', /\b(?:klacht|klagen|complain|complaint)\b/iu],
  [
    'security-information',
    /\b(?:hoe (?:beveilig|bescherm)\p{L}*|beveiligingsmaatregelen|security measures|how do you (?:protect|secure))\b/iu,
  ],
];

const mostWords = 60;

/** What the words of a mail suggest, each kind once, the most pressing first. */
export function proposedKinds(text: string): readonly ProposedKind[] {
  const proposed = new Map<CaseKind, ProposedKind>();
  for (const [kind, sign] of signs) {
    const [words] = sign.exec(text) ?? [];
    if (words !== undefined && !proposed.has(kind))
      proposed.set(kind, { kind, words: words.slice(0, mostWords) });
  }
  return [...proposed.values()];
}

/** Whether somebody says in so many words that they want no more marketing. */
export function isMarketingObjection(text: string): boolean {
  const [, sign] = signs[0] ?? [];
  return sign?.test(text) ?? false;
}
