import type { TextRule } from '../lint-rule.ts';
import { faultsAt } from '../linted-text.ts';

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
    const told = text.hitsWithout('legal-limits-access', 'access-always');
    const seen = new Set(told.map(({ sentence }) => sentence.at));
    const broad = text.hitsWithout('rights-limited', 'limit-allowed', 'access-always');
    return faultsAt([...told, ...broad.filter(({ sentence }) => !seen.has(sentence.at))]);
  },
};
