import type { Rule } from '../rule.ts';

/** Art. 26: joint controllers settle who does what, and tell people its essence (D11). */
export const jointControllerWithoutArrangement: Rule = {
  code: 'joint-controller-without-arrangement',
  severity: 'warning',
  *check(draft) {
    for (const recipient of draft.recipients.values()) {
      if (recipient.role !== 'joint-controller' || recipient.agreement !== null) continue;
      yield {
        place: recipient.place,
        message: `joint controller "${recipient.id}" has no arrangement`,
        hint: 'add agreement: { signedOn: 2026-01-31 } with the date of the arrangement',
      };
    }
  },
};
