import { describe, expect, test } from 'vitest';
import { caseKinds } from '../domain/case-file.ts';
import { identityProofs } from '../domain/identity-proof.ts';
import { provesEnough, sufficientProofs } from './identity-proofs.ts';

const on = Temporal.PlainDate.from('2026-11-23');

describe('what is enough to know who asks', () => {
  test.each(['question', 'security-information', 'complaint'] as const)(
    'nobody is asked for a %s',
    (kind) => {
      expect(provesEnough('not-needed', { kind, special: true, on })).toBe(true);
    },
  );

  test('every other kind is proven, and any way will do where nothing special is handed over', () => {
    const asked = caseKinds.filter((kind) => !provesEnough('not-needed', { kind, special: false, on }));
    expect(asked).toEqual([
      'access',
      'rectification',
      'erasure',
      'restriction',
      'objection',
      'portability',
      'withdrawal',
    ]);
    for (const kind of asked) {
      for (const proof of identityProofs.filter((each) => each !== 'not-needed'))
        expect(provesEnough(proof, { kind, special: false, on })).toBe(true);
    }
  });

  test.each(['access', 'portability'] as const)('a code alone hands over no special data: %s', (kind) => {
    expect(sufficientProofs({ kind, special: true, on })).toEqual([
      'signed-session',
      'known-facts',
      'officer-judgement',
    ]);
  });

  test.each(['erasure', 'objection', 'withdrawal'] as const)('it does for a %s', (kind) => {
    expect(provesEnough('mailed-code', { kind, special: true, on })).toBe(true);
  });

  test('before the table begins nothing is enough', () => {
    const before = Temporal.PlainDate.from('2018-05-24');
    for (const kind of caseKinds) expect(sufficientProofs({ kind, special: false, on: before })).toEqual([]);
  });
});
