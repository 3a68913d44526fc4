import { describe, expect, it } from 'vitest';
import type { Bindings, ErasePlan } from './plan.ts';
import { isSealedBy, sealPlan } from './seal.ts';

const plan: ErasePlan = {
  format: 1,
  kind: 'erase',
  on: '2026-11-23',
  policyHash: 'p',
  people: 1,
  sources: [],
};
const bindings: Bindings = { nonce: 'n', sources: { crm: { customers: [{ person: 0, key: ['7'] }] } } };

describe('the seal of a plan', () => {
  it('does not depend on the order in which its parts were written', () => {
    const { kind, format, ...rest } = plan;
    expect(sealPlan({ ...rest, format, kind }, bindings)).toBe(sealPlan(plan, bindings));
  });

  it('breaks when anything of the plan or of whom it is about changes', () => {
    const seal = sealPlan(plan, bindings);
    expect(isSealedBy(seal, plan, bindings)).toBe(true);
    expect(isSealedBy(seal, { ...plan, on: '2026-11-24' }, bindings)).toBe(false);
    const other: Bindings = { ...bindings, sources: { crm: { customers: [{ person: 0, key: ['8'] }] } } };
    expect(isSealedBy(seal, plan, other)).toBe(false);
  });

  it('cannot be guessed from whom a plan is about', () => {
    expect(sealPlan(plan, { ...bindings, nonce: 'm' })).not.toBe(sealPlan(plan, bindings));
  });
});
