import type { DataMap } from '../catalog/data-map.ts';
import type { Plan } from '../plan/plan.ts';
import type { Policy } from '../policy/policy.ts';

/** Whether a plan is of an earlier day, an earlier policy or an earlier schema: what would happen today may be something else. */
export function isStalePlan(
  plan: Plan,
  now: { readonly today: string; readonly policy: Policy; readonly maps: readonly DataMap[] },
): boolean {
  if (plan.on !== now.today || plan.policyHash !== now.policy.hash) return true;
  return plan.sources.some(
    ({ source, catalogHash }) => now.maps.find((map) => map.source === source)?.catalogHash !== catalogHash,
  );
}
