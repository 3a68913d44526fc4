import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { present } from '../base/assert.ts';
import type { CaseId } from '../base/ids.ts';
import { type MarkScope, type Use, type UseMark, uses } from '../domain/use-mark.ts';
import type { Scope } from '../domain/wish.ts';
import { compilePolicy } from './compile-policy.ts';
import { effectOfWish, type StoppingWish } from './effect-of-wish.ts';
import { mayUse, type ReasonCode, type UseDecision } from './may-use.ts';
import { useReasonText } from './use-reason-text.ts';

const example = join(import.meta.dirname, '../../examples/carconnect/policy.yaml');
const policy = present(compilePolicy('policy.yaml', readFileSync(example, 'utf8')).policy, 'the example');
const caseId: CaseId = 'case_1';
const received = '2026-11-23T10:00:00Z';

function mark(kind: UseMark['kind'], scope: Partial<MarkScope> = {}, more: Partial<UseMark> = {}): UseMark {
  return {
    kind,
    ground: kind === 'restricted' ? 'accuracy-contested' : null,
    scope: { purposes: 'all', categories: 'all', recipients: 'all', ...scope },
    caseId,
    since: received,
    until: null,
    ...more,
  };
}

/** The marks of a wish, once everything it needs is shown. */
function marksOf(wish: StoppingWish): readonly UseMark[] {
  return effectOfWish(policy, wish).marks.map((wished) => mark(wished.kind, wished.scope, wished));
}

const ask = (
  marks: readonly UseMark[],
  purpose: string,
  more: {
    readonly category?: string;
    readonly recipient?: string;
    readonly use?: Use;
    readonly at?: string;
  } = {},
): UseDecision => {
  const { use = 'use', at = '2026-11-23T10:00:30Z', ...part } = more;
  return mayUse(policy, marks, { purpose, use, at: Temporal.Instant.from(at), ...part });
};

const deny = (code: ReasonCode) => ({ decision: 'deny', reasons: [{ code }] });
const permit = (code: ReasonCode) => ({ decision: 'permit', reasons: [{ code }] });

describe('what the policy does not know is denied', () => {
  test.each([
    ['gifts', {}, 'unknown-purpose'],
    ['service', { category: 'shoe-size' }, 'unknown-category'],
    ['service', { recipient: 'nobody' }, 'unknown-recipient'],
    ['service', { recipient: 'mailer' }, 'recipient-without-purpose'],
  ] as const)('%s %o', (purpose, part, code) => {
    expect(ask([], purpose, part)).toMatchObject(deny(code));
  });

  test('and what it does know is permitted as long as nothing stands against it', () => {
    for (const purpose of policy.purposes.keys())
      expect(ask([], purpose)).toMatchObject(permit('nothing-against'));
    expect(ask([], 'newsletter', { recipient: 'mailer', category: 'contact' })).toMatchObject(
      permit('nothing-against'),
    );
  });
});

describe('a restriction (art. 18)', () => {
  const all = [mark('restricted')];

  // Art. 18(2): kept, with consent, for claims, for another person, for an important public interest; and nothing else.
  test.each(uses)('of everything, and the use is %s', (use) => {
    for (const purpose of ['service', 'billing', 'own-offers', 'bookkeeping'])
      expect(ask(all, purpose, { use })).toMatchObject(
        use === 'use' ? deny('restricted') : permit('despite-restriction'),
      );
  });

  test('lets through what rests on consent, unless it was named', () => {
    expect(ask(all, 'newsletter')).toMatchObject(permit('despite-restriction'));
    expect(ask([mark('restricted', { purposes: ['newsletter'] })], 'newsletter')).toMatchObject(
      deny('restricted'),
    );
  });

  test('of one purpose leaves the others', () => {
    const one = [mark('restricted', { purposes: ['quality'] })];
    expect(ask(one, 'quality')).toMatchObject(deny('restricted'));
    expect(ask(one, 'service')).toMatchObject(permit('nothing-against'));
  });

  test('stands from its moment until its end', () => {
    const ended = [mark('restricted', {}, { until: '2026-11-24T10:00:00Z' })];
    expect(ask(ended, 'service', { at: '2026-11-23T09:59:59Z' }).decision).toBe('permit');
    expect(ask(ended, 'service', { at: received }).decision).toBe('deny');
    expect(ask(ended, 'service', { at: '2026-11-24T09:59:59Z' }).decision).toBe('deny');
    expect(ask(ended, 'service', { at: '2026-11-24T10:00:00Z' }).decision).toBe('permit');
  });
});

function objection(
  purposes: Scope,
  part: { readonly categories?: Scope; readonly recipients?: Scope } = {},
): StoppingWish {
  return { kind: 'objection', purposes, categories: 'all', recipients: 'all', reason: null, ...part };
}

describe('an objection (art. 21)', () => {
  test('to marketing holds at once, against every use, whatever the basis: 10:00:00 received, 10:00:30 sent', () => {
    const marks = marksOf(objection(['own-offers', 'newsletter']));
    for (const use of uses)
      for (const purpose of ['own-offers', 'newsletter'])
        expect(ask(marks, purpose, { use })).toMatchObject(deny('marketing-stopped'));
    expect(effectOfWish(policy, objection(['own-offers'])).marks).toMatchObject([
      { kind: 'objected', proof: 'address', rule: 'art. 21(3)' },
    ]);
  });

  test('to everything also reaches marketing that the policy gets later', () => {
    const later = {
      ...policy,
      purposes: new Map([
        ...policy.purposes,
        ['raffle', { ...present(policy.purposes.get('own-offers'), 'purpose'), id: 'raffle' }] as const,
      ]),
    };
    const at = Temporal.Instant.from(received);
    expect(mayUse(later, marksOf(objection('all')), { purpose: 'raffle', use: 'use', at })).toMatchObject(
      deny('marketing-stopped'),
    );
  });

  test('to a legitimate interest restricts until it is weighed, and denies when it is upheld', () => {
    const [pending] = marksOf(objection(['quality']));
    const restricted = present(pending, 'mark');
    expect(ask([restricted], 'quality')).toMatchObject(deny('objection-pending'));
    expect(ask([restricted], 'quality', { use: 'store' })).toMatchObject(permit('despite-restriction'));
    const upheld: UseMark = { ...restricted, kind: 'objected', ground: null };
    expect(ask([upheld], 'quality', { use: 'store' })).toMatchObject(deny('objected'));
    expect(ask([upheld], 'quality', { use: 'legal-claims' }).decision).toBe('permit');
  });

  test.each([['billing'], ['service'], ['bookkeeping'], ['employment']])(
    'to %s is no right: explained, not applied',
    (purpose) => {
      expect(effectOfWish(policy, objection([purpose]))).toEqual({
        marks: [],
        unstopped: [{ purpose, why: 'no-objection-to-this-basis' }],
      });
    },
  );

  test('to what was consented to takes the consent back', () => {
    expect(effectOfWish(policy, objection(['analytics'])).marks).toMatchObject([
      { kind: 'withdrawn', proof: 'address', scope: { purposes: ['analytics'] } },
    ]);
  });

  test('to everything: stops, rests or explains each purpose, and forgets none', () => {
    const { marks, unstopped } = effectOfWish(policy, objection('all'));
    const touched = new Set(unstopped.map(({ purpose }) => purpose));
    const asMarks = marks.map((wished) => mark(wished.kind, wished.scope, wished));
    for (const purpose of policy.purposes.keys())
      expect([purpose, ask(asMarks, purpose).decision]).toEqual([
        purpose,
        touched.has(purpose) ? 'permit' : 'deny',
      ]);
  });

  test('to one recipient leaves our own use', () => {
    const marks = marksOf(objection(['own-offers'], { recipients: ['mailer'] }));
    expect(ask(marks, 'own-offers', { recipient: 'mailer' })).toMatchObject(deny('marketing-stopped'));
    expect(ask(marks, 'own-offers').decision).toBe('permit');
  });

  test('to one category leaves the others, and denies who does not say which they mean', () => {
    const marks = marksOf(objection(['own-offers'], { categories: ['vehicle'] }));
    expect(ask(marks, 'own-offers', { category: 'vehicle' })).toMatchObject(deny('marketing-stopped'));
    expect(ask(marks, 'own-offers', { category: 'contact' }).decision).toBe('permit');
    expect(ask(marks, 'own-offers')).toMatchObject(deny('name-the-category'));
  });

  test('to a purpose that the policy does not have is said to be so', () => {
    expect(effectOfWish(policy, objection(['gifts']))).toEqual({
      marks: [],
      unstopped: [{ purpose: 'gifts', why: 'not-in-the-policy' }],
    });
  });
});

describe('a withdrawal (art. 7(3))', () => {
  test('of one purpose denies every use for it, and leaves other consents', () => {
    const marks = marksOf({ kind: 'withdrawal', purposes: ['newsletter'] });
    for (const use of uses) expect(ask(marks, 'newsletter', { use })).toMatchObject(deny('withdrawn'));
    expect(ask(marks, 'analytics').decision).toBe('permit');
  });

  test('of everything is of what rests on consent', () => {
    const marks = marksOf({ kind: 'withdrawal', purposes: 'all' });
    const denied = [...policy.purposes.keys()].filter((purpose) => ask(marks, purpose).decision === 'deny');
    expect(denied).toEqual(['newsletter', 'analytics']);
  });

  test('of what rests on something else is explained', () => {
    expect(effectOfWish(policy, { kind: 'withdrawal', purposes: ['service', 'newsletter'] })).toMatchObject({
      marks: [{ kind: 'withdrawn', scope: { purposes: ['newsletter'] } }],
      unstopped: [{ purpose: 'service', why: 'does-not-rest-on-consent' }],
    });
  });
});

test('several marks give several reasons, and every reason has its sentence', () => {
  const marks = [mark('restricted'), mark('objected', { purposes: 'marketing' })];
  const { reasons } = ask(marks, 'own-offers');
  expect(reasons.map(({ code }) => code)).toEqual(['restricted', 'marketing-stopped']);
  for (const { nl, en } of Object.values(useReasonText)) expect(nl.length * en.length).toBeGreaterThan(0);
});
