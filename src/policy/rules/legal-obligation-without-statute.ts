import { languages } from '../../domain/language.ts';
import type { Rule } from '../rule.ts';

/** Art. 6(1)(c) and 6(3): the obligation is laid down in a law, and the register names it (P09). */
export const legalObligationWithoutStatute: Rule = {
  code: 'legal-obligation-without-statute',
  severity: 'error',
  *check(draft) {
    for (const purpose of draft.purposes.values()) {
      if (purpose.basis !== 'legal-obligation') continue;
      for (const language of languages) {
        if (namesArticle.test(purpose.ground[language])) continue;
        yield {
          place: draft.place('purposes', purpose.id, 'ground', language),
          message: `purpose "${purpose.id}" rests on a legal obligation, and its ground names no article of a law`,
          hint:
            language === 'nl'
              ? 'noem het artikel en de wet: "artikel 52 AWR"'
              : 'name the article and the law: "article 52 AWR"',
        };
      }
    }
  },
};

export const namesArticle = /(\b(artikel(en)?|articles?|art\.?|section)|§)\s*\d/i;
