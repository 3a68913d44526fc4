import { heldData } from '../held-data.ts';
import type { Recipient } from '../policy.ts';
import type { Rule } from '../rule.ts';

/**
 * Art. 19 and 28(3)(e): who has the data hears what was done to them. Without a way to tell them, that waits for somebody each time.
 * What an authority gets it gets for a task of its own, and is told of by hand.
 */
export const recipientWithoutNotice: Rule = {
  code: 'recipient-without-notice',
  severity: 'warning',
  needsWhole: true,
  *check(draft) {
    const heldFor = new Set(draft.sources.flatMap(heldData).flatMap(({ purposes }) => purposes));
    for (const { id, role, notify, purposes, place } of draft.recipients.values()) {
      if (role === 'authority' || notify !== null || !purposes.some((purpose) => heldFor.has(purpose)))
        continue;
      yield {
        place,
        message: `${named[role]} "${id}" has personal data, and nothing says how it is told what was done to them`,
        hint: 'add notify: { email: privacy@recipient.example }, or notify: { api: { url: https://…, secret: NAME_OF_A_SETTING } }',
      };
    }
  },
};

const named: Readonly<Record<Exclude<Recipient['role'], 'authority'>, string>> = {
  processor: 'processor',
  'sub-processor': 'sub-processor',
  'joint-controller': 'joint controller',
  controller: 'controller',
};
