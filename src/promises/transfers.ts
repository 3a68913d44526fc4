import { lookup } from '../law/law-pack.ts';
import { isEea, transferBasis } from '../law/transfers.ts';
import type { Recipient } from '../policy/policy.ts';
import type { CheckRound } from './round.ts';

/** The parties of the policy that are outside the European Economic Area today. */
export function outsideEea({ policy, today }: CheckRound): readonly Recipient[] {
  return [...policy.recipients.values()].filter(({ country }) => !isEea(country, today));
}

export type MechanismStanding = 'valid' | 'check-too-old' | 'none';

/**
 * Whether what allows a transfer (art. 45–46) holds on a day: a decision of adequacy must be in force on that day,
 * whatever it was when somebody looked, and somebody must have looked in the past months of the law pack.
 */
export function mechanismStanding(
  { country, transfer }: Recipient,
  today: Temporal.PlainDate,
): MechanismStanding {
  if (transfer === null) return 'none';
  if (transfer.mechanism === 'adequacy' || transfer.mechanism === 'DPF') {
    const basis = transferBasis(country, today);
    if (basis.kind !== 'adequacy') return 'none';
    if ((basis.decision.scope === 'certified') !== (transfer.mechanism === 'DPF')) return 'none';
  }
  const checkedOn = Temporal.PlainDate.from(transfer.checkedOn);
  const oldest = today.subtract({ months: lookup('tia.reviewMonths', today) });
  return Temporal.PlainDate.compare(checkedOn, oldest) < 0 ? 'check-too-old' : 'valid';
}
