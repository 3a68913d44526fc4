import type { Rule } from '../rule.ts';

/** A maximum says when data must go; it is no reason to keep them. */
export const maximumRuleWithGround: Rule = {
  code: 'maximum-rule-with-ground',
  severity: 'error',
  *check(draft) {
    for (const rule of draft.retention.values()) {
      if (rule.kind !== 'maximum' || rule.ground === null) continue;
      yield {
        place: draft.keyPlace('retention', rule.id, 'ground'),
        message: `retention rule "${rule.id}" is a maximum and has a ground to keep`,
        hint: 'write kind: statutory when a law says it must stay, or leave the ground out',
      };
    }
  },
};
