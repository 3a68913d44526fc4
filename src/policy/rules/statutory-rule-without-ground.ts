import type { Rule } from '../rule.ts';

/** Art. 17(3): what is kept against a person's wish is kept on a ground that can be named (P27, P39). */
export const statutoryRuleWithoutGround: Rule = {
  code: 'statutory-rule-without-ground',
  severity: 'error',
  *check(draft) {
    for (const rule of draft.retention.values()) {
      if (rule.kind !== 'statutory' || rule.ground !== null) continue;
      yield {
        place: rule.place,
        message: `retention rule "${rule.id}" is statutory and names no ground`,
        hint: 'add "ground:" with an id of the list of grounds, such as tax-records',
      };
    }
  },
};
