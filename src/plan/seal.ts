import type { Json } from '../base/canonical-json.ts';
import { equalInConstantTime, hashOf } from '../base/hash.ts';
import type { Bindings, Plan } from './plan.ts';

/**
 * The hash that is approved and that runs: SHA-256 over the canonical JSON of the plan and of whom it is about.
 * The bindings' random nonce is part of it, so that nobody can find out from a seal in the ledger whether a
 * plan was about a certain customer number.
 */
export function sealPlan(plan: Plan, bindings: Bindings): string {
  return hashOf({ plan: asJson(plan), bindings: asJson(bindings) });
}

export function isSealedBy(hash: string, plan: Plan, bindings: Bindings): boolean {
  return equalInConstantTime(hash, sealPlan(plan, bindings));
}

// A plan and its bindings are JSON by their types' own promise; `undefined` members would vanish alike everywhere.
function asJson(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
