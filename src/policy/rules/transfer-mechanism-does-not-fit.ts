import { transferBasis } from '../../law/transfers.ts';
import { insideEea } from '../eea.ts';
import type { Recipient } from '../policy.ts';
import type { Rule } from '../rule.ts';

/** Art. 45: a decision of adequacy, or the framework with the United States, has to have been there on the day of the check. */
export const transferMechanismDoesNotFit: Rule = {
  code: 'transfer-mechanism-does-not-fit',
  severity: 'error',
  *check(draft) {
    for (const recipient of draft.recipients.values()) {
      if (insideEea(recipient.country)) continue;
      const why = misfit(recipient);
      if (why === null) continue;
      yield {
        place: draft.place('recipients', recipient.id, 'transfer', 'mechanism'),
        message: `recipient "${recipient.id}": ${why}`,
        hint: 'use SCC or BCR with the recipient, and check again',
      };
    }
  },
};

function misfit({ country, transfer }: Recipient): string | null {
  if (transfer === null || (transfer.mechanism !== 'adequacy' && transfer.mechanism !== 'DPF')) return null;
  const checkedOn = Temporal.PlainDate.from(transfer.checkedOn);
  // Before the GDPR there is no list to look in, and no check that counts.
  if (Temporal.PlainDate.compare(checkedOn, '2018-05-25') < 0)
    return `a check of ${transfer.checkedOn} is older than the GDPR`;
  const basis = transferBasis(country, checkedOn);
  const framework = basis.kind === 'adequacy' && basis.decision.scope === 'certified';
  if (transfer.mechanism === 'DPF' && !framework)
    return `the Data Privacy Framework did not cover ${country} on ${transfer.checkedOn}`;
  if (transfer.mechanism === 'adequacy' && basis.kind !== 'adequacy')
    return `there was no decision of adequacy for ${country} on ${transfer.checkedOn}`;
  if (transfer.mechanism === 'adequacy' && framework)
    return `the decision for ${country} covers certified organisations only; write DPF when the recipient is on its list`;
  return null;
}
