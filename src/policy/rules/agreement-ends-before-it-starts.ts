import type { Rule } from '../rule.ts';

/** An agreement that was never valid proves nothing (P22). */
export const agreementEndsBeforeItStarts: Rule = {
  code: 'agreement-ends-before-it-starts',
  severity: 'error',
  *check(draft) {
    for (const { id, agreement } of draft.recipients.values()) {
      if (agreement?.validUntil == null || agreement.validUntil >= agreement.signedOn) continue;
      yield {
        place: draft.place('recipients', id, 'agreement', 'validUntil'),
        message: `the agreement with "${id}" ends on ${agreement.validUntil}, before it was signed on ${agreement.signedOn}`,
        hint: 'correct one of the two dates',
      };
    }
  },
};
