import type { ConceptName } from '../../concepts/all-concepts.ts';
import type { Hit } from '../../concepts/text-search.ts';
import type { TextRule } from '../lint-rule.ts';
import { faultsAt, type LintedText, oncePerSentence } from '../linted-text.ts';

export const legalDutyLimitsAccess: TextRule = {
  id: 'L32',
  severity: 'warning',
  kind: 'misleading',
  law: '15(4), 17(3), 12(4)',
  what: {
    nl: 'Een wettelijke plicht of andere algemene uitzondering beperkt inzage, correctie of alle rechten samen.',
    en: 'A legal duty or another general exception limits access, correction or all rights together.',
  },
  advice: {
    nl: 'Wettelijke plicht kan wissen beperken, niet zomaar inzage of rectificatie. Splits per recht.',
    en: 'A legal duty limits erasure, not generally access or rectification. Say it for each right.',
  },
  judge: (text) => {
    const told = [
      ...text.hitsWithout('legal-limits-access', 'access-always', 'staff-sees', 'limit-on-another-right'),
      ...text.hitsWithout('rights-limited', 'limit-allowed', 'access-always', 'staff-sees'),
      ...text.hitsWithout('limit-on-all', 'limit-explained', 'limit-of-law', 'access-always'),
      ...text.hitsWithout('duty-before-all', 'limit-of-law', 'access-always'),
      ...saidOverTwo(text),
    ];
    return faultsAt(oncePerSentence(told).filter(({ sentence }) => !limitsErasureAlone(sentence.text)));
  },
};

/** "… unless a duty is against it. The same goes for access"; "We cannot always do what you ask. Think of laws that …". */
function saidOverTwo(text: LintedText): readonly Hit[] {
  const follows = (concept: ConceptName, before: ConceptName) =>
    text.hits(concept).filter(({ sentence: { at, section } }) => {
      const previous = text.document.sentences[at - 1];
      return previous?.section === section && text.saysIn(before, previous);
    });
  return [...follows('limit-carried-over', 'limit-said'), ...follows('limit-exemplified', 'not-all-done')];
}

/** "See your data, have them erased in so far as no law is against it, and object": a limit within the clause of erasing is of that clause. */
function limitsErasureAlone(text: string): boolean {
  const clauses = text.split(/[,;]/u).filter((clause) => limit.test(clause));
  return (
    clauses.length > 0 && clauses.every((clause) => erasesUnless.test(clause) && !seesOrCorrects.test(clause))
  );
}

const limit =
  /\b(?:unless|in ?so ?far|except|save|provided|to the extent|as (?:long|far) as|tenzij|voor zover|mits|behalve|behoudens|zolang)\b/iu;
const erasesUnless =
  /(?:eras|delet|remov|destr|wip|wis|verwijder|vernietig|weghal|weggooi).*\b(?:unless|in ?so ?far|except|save|provided|to the extent|as (?:long|far) as|tenzij|voor zover|mits|behalve|behoudens|zolang)\b/iu;
const seesOrCorrects =
  /access|\bsee\b|inspect|\bview|cop(?:y|ies)|correct|rectif|amend|chang|inzage|inzien|bekijk|kopie|correct|corrig|verbeter|aanpas|wijzig|rechten|rights|verzoek|request/iu;
