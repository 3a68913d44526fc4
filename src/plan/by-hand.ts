import type { DataMap } from '../catalog/data-map.ts';
import type { ManualSource, Policy } from '../policy/policy.ts';
import type { WorkByHand } from './plan.ts';

/** The system of a policy in which a person does the work; undefined when a program does it there. */
export function manualSource({ sources }: Policy, id: string): ManualSource | undefined {
  const declared = sources.find((source) => source.id === id);
  return declared?.kind === 'manual' ? declared : undefined;
}

/** What a plan says of a source in which a person does the work; nothing of others. */
export function workByHand(policy: Policy, { source }: DataMap): { readonly byHand?: WorkByHand } {
  const manual = manualSource(policy, source);
  return manual === undefined ? {} : { byHand: { dueDays: manual.dueDays } };
}
