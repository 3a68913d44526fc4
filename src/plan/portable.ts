import { present } from '../base/assert.ts';
import type { MappedColumn } from '../catalog/data-map.ts';
import type { LawfulBasis } from '../domain/lawful-basis.ts';
import type { Policy } from '../policy/policy.ts';
import type { LeftOutReason } from './plan.ts';

type PersonalData = NonNullable<MappedColumn['personal']>;

/**
 * Why a person may not take a column along; null when they may (GDPR art. 20(1)): what they provided or what was observed
 * of them, on consent or contract. That it also serves another purpose does not take the right away.
 */
export function leftOutReason(
  policy: Policy,
  { origin, purposes, onAccess }: PersonalData,
): LeftOutReason | null {
  if (onAccess === 'mask') return 'masked';
  if (origin === 'derived') return 'derived';
  return purposes.some((id) => isPortableBasis(present(policy.purposes.get(id), id).basis)) ? null : 'basis';
}

/** Art. 20(1)(a). */
export function isPortableBasis(basis: LawfulBasis): boolean {
  return basis === 'consent' || basis === 'contract';
}
