import type { Rule } from '../rule.ts';

/** Art. 6 and 21(2), Telecommunicatiewet art. 11.7: advertising rests on consent, or on an interest one can object to (P14). */
export const marketingWithoutChoice: Rule = {
  code: 'marketing-without-choice',
  severity: 'error',
  *check(draft) {
    for (const purpose of draft.purposes.values()) {
      if (!purpose.marketing || purpose.basis === 'consent' || purpose.basis === 'legitimate-interests')
        continue;
      yield {
        place: draft.place('purposes', purpose.id, 'basis'),
        message: `marketing purpose "${purpose.id}" rests on ${purpose.basis}`,
        hint: 'write consent, or legitimate-interests for your own customers and similar products',
      };
    }
  },
};
