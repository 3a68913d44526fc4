import { insideEea } from '../eea.ts';
import type { Rule } from '../rule.ts';

/** Inside the EEA nothing is transferred in the sense of chapter V; saying so would mislead. */
export const transferInsideEea: Rule = {
  code: 'transfer-inside-eea',
  severity: 'warning',
  *check(draft) {
    for (const recipient of draft.recipients.values()) {
      if (recipient.transfer === null || !insideEea(recipient.country)) continue;
      yield {
        place: draft.keyPlace('recipients', recipient.id, 'transfer'),
        message: `recipient "${recipient.id}" is in ${recipient.country}, inside the EEA, where no transfer mechanism is needed`,
        hint: 'leave "transfer" out, or write the country the data really goes to',
      };
    }
  },
};
