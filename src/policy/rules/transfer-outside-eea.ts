import { insideEea } from '../eea.ts';
import type { Rule } from '../rule.ts';

/** Art. 44: outside the European Economic Area only under a mechanism of chapter V, and somebody checked it (P55, P59). */
export const transferOutsideEea: Rule = {
  code: 'transfer-without-mechanism',
  severity: 'error',
  *check(draft) {
    for (const recipient of draft.recipients.values()) {
      if (insideEea(recipient.country) || recipient.transfer !== null) continue;
      yield {
        place: draft.place('recipients', recipient.id, 'country'),
        message: `recipient "${recipient.id}" is in ${recipient.country}, outside the EEA, and no transfer mechanism is given`,
        hint: 'add transfer: { mechanism: adequacy | DPF | SCC | BCR | art-49, checkedOn: 2026-01-31 }',
      };
    }
  },
};
