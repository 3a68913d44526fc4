import type { Rule } from '../rule.ts';

/** Art. 28(3) and 28(9): no processor without a written agreement (P22). */
export const processorWithoutAgreement: Rule = {
  code: 'processor-without-agreement',
  severity: 'error',
  *check(draft) {
    for (const recipient of draft.recipients.values()) {
      const processor = recipient.role === 'processor' || recipient.role === 'sub-processor';
      if (!processor || recipient.agreement !== null) continue;
      yield {
        place: recipient.place,
        message: `${recipient.role} "${recipient.id}" has no agreement`,
        hint: 'add agreement: { signedOn: 2026-01-31 }, or stop giving it data until it is signed',
      };
    }
  },
};
