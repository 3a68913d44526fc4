import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { present } from '../base/assert.ts';
import { inScope, type MarkScope, markKinds, type UseMark } from '../domain/use-mark.ts';
import type { Scope } from '../domain/wish.ts';
import { compilePolicy } from './compile-policy.ts';
import { freedPurposes, freedScopes, stopsThatStay } from './freed-uses.ts';
import { mayUse } from './may-use.ts';

const example = join(import.meta.dirname, '../../examples/carconnect/policy.yaml');
const policy = present(compilePolicy('policy.yaml', readFileSync(example, 'utf8')).policy, 'the example');
const at = Temporal.Instant.from('2026-11-23T12:00:00Z');
const purposes = ['service', 'billing', 'newsletter', 'own-offers', 'quality'];
const categories = ['contact', 'name-address', 'billing'];
const recipients = ['hosting', 'mailer', 'administration'];

const scopeOf = (ids: readonly string[]): fc.Arbitrary<Scope> =>
  fc.oneof(fc.constant('all' as const), fc.subarray([...ids], { minLength: 1 }));
const anyMark: fc.Arbitrary<UseMark> = fc
  .record({
    kind: fc.constantFrom(...markKinds),
    scope: fc.record<MarkScope>({
      purposes: fc.oneof(scopeOf(purposes), fc.constant('marketing' as const)),
      categories: scopeOf(categories),
      recipients: scopeOf(recipients),
    }),
  })
  .map((mark) => ({
    ...mark,
    ground: mark.kind === 'restricted' ? 'accuracy-contested' : null,
    caseId: 'case_1' as const,
    since: '2026-11-23T10:00:00Z',
    until: null,
  }));

const denies = (marks: readonly UseMark[], purpose: string, category: string, recipient?: string) =>
  mayUse(policy, marks, {
    purpose,
    category,
    use: 'use',
    at,
    ...(recipient === undefined ? {} : { recipient }),
  }).decision === 'deny';

test('recipients may use again exactly what this mark stopped and no other does', () => {
  fc.assert(
    fc.property(anyMark, fc.array(anyMark, { maxLength: 3 }), (mark, others) => {
      const scopes = freedScopes(policy, mark, others);
      for (const { id: recipient, purposes: its } of policy.recipients.values())
        for (const purpose of its)
          for (const category of policy.categories.keys()) {
            const freed = scopes.some(
              (scope) =>
                inScope(scope.purposes, purpose) &&
                inScope(scope.categories, category) &&
                inScope(scope.recipients, recipient),
            );
            const isRight =
              denies([mark], purpose, category, recipient) && !denies(others, purpose, category, recipient);
            expect([recipient, purpose, category, freed]).toEqual([recipient, purpose, category, isRight]);
          }
    }),
  );
});

test('a purpose is among what goes on exactly where something of it does, and what stays names each stop that keeps some', () => {
  fc.assert(
    fc.property(anyMark, fc.array(anyMark, { maxLength: 3 }), (mark, others) => {
      const freed = freedPurposes(policy, mark, others);
      const staying = stopsThatStay(policy, [mark], others);
      for (const { id: purpose } of policy.purposes.values()) {
        const parties = [...policy.recipients.values()].filter(({ purposes: its }) => its.includes(purpose));
        const cells = [...policy.categories.keys()].flatMap((category) =>
          [undefined, ...parties.map(({ id }) => id)].map((recipient) => [category, recipient] as const),
        );
        const stopped = cells.filter(([category, recipient]) => denies([mark], purpose, category, recipient));
        const goesOn = stopped.some(([category, recipient]) => !denies(others, purpose, category, recipient));
        // Of a recipient that has no data for the purpose there is nothing to say.
        if (stopped.length > 0) expect([purpose, freed.includes(purpose)]).toEqual([purpose, goesOn]);
        for (const [category, recipient] of stopped)
          for (const other of others)
            if (denies([other], purpose, category, recipient))
              expect(staying.some((each) => each.mark === other)).toBe(true);
      }
    }),
  );
});
