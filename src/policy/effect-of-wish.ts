import type { MarkKind, MarkScope } from '../domain/use-mark.ts';
import type { RestrictionGround, Scope, WishOf } from '../domain/wish.ts';
import type { Policy, Purpose } from './policy.ts';

/** What somebody can ask that stops a use. */
export type StoppingWish = WishOf<'restriction' | 'objection' | 'withdrawal'>;

/** A mark that a wish asks for. */
export interface WishedMark {
  readonly kind: MarkKind;
  readonly ground: RestrictionGround | null;
  readonly scope: MarkScope;
  /**
   * What must be shown first: `address`: nothing but the address it was asked for, because to stop a mailing that somebody else
   * asked to be stopped harms nobody; `identity`: that it is theirs (art. 12(6)).
   */
  readonly proof: 'address' | 'identity';
  /** The article that sets it without anybody's decision. */
  readonly rule: 'art. 7(3)' | 'art. 18(1)' | 'art. 18(1)(d)' | 'art. 21(3)';
}

/** A purpose that a wish names and cannot stop, and why. */
export interface UnstoppedPurpose {
  readonly purpose: string;
  readonly why: 'no-objection-to-this-basis' | 'does-not-rest-on-consent' | 'not-in-the-policy';
}

export interface WishEffect {
  readonly marks: readonly WishedMark[];
  /** Explained to the person (art. 12(4)). */
  readonly unstopped: readonly UnstoppedPurpose[];
}

/**
 * What a wish does, by the basis of each purpose it is about. Art. 21(1) gives a right to object only where the basis is a legitimate
 * interest or a public task, and then the use rests until it is weighed; art. 21(2) against all marketing, at once. Who objects to what
 * they consented to takes their consent back: art. 7(3) asks for no other word.
 */
export function effectOfWish({ purposes }: Pick<Policy, 'purposes'>, wish: StoppingWish): WishEffect {
  switch (wish.kind) {
    case 'restriction':
      return effectOfRestriction(wish, purposes);
    case 'withdrawal':
      return effectOfWithdrawal(wish, purposes);
    case 'objection':
      return effectOfObjection(wish, purposes);
  }
}

type Purposes = Policy['purposes'];

function effectOfRestriction(
  { purposes: scope, ground }: WishOf<'restriction'>,
  purposes: Purposes,
): WishEffect {
  const { named, unknown } = namedIn(scope, purposes);
  const ids: Scope = scope === 'all' ? 'all' : named.map(({ id }) => id);
  const mark: WishedMark = {
    kind: 'restricted',
    ground,
    scope: { purposes: ids, categories: 'all', recipients: 'all' },
    proof: 'identity',
    rule: 'art. 18(1)',
  };
  return { marks: ids.length === 0 ? [] : [mark], unstopped: unknown };
}

function effectOfWithdrawal({ purposes: scope }: WishOf<'withdrawal'>, purposes: Purposes): WishEffect {
  const { named, unknown } = namedIn(scope, purposes);
  const given = named.filter(({ basis }) => basis === 'consent');
  // Who takes all consent back does not ask about what never rested on it.
  const others = scope === 'all' ? [] : named.filter(({ basis }) => basis !== 'consent');
  return {
    marks: withdrawal(given, { categories: 'all', recipients: 'all' }),
    unstopped: [...others.map((purpose) => unstopped(purpose, 'does-not-rest-on-consent')), ...unknown],
  };
}

function effectOfObjection(wish: WishOf<'objection'>, purposes: Purposes): WishEffect {
  const { categories, recipients } = wish;
  const { named, unknown } = namedIn(wish.purposes, purposes);
  const marketing = named.filter((purpose) => purpose.marketing);
  const others = named.filter((purpose) => !purpose.marketing);
  const weighed = others.filter(({ basis }) => mayBeObjectedTo.has(basis));
  const consented = others.filter(({ basis }) => basis === 'consent');
  const rest = others.filter(({ basis }) => !mayBeObjectedTo.has(basis) && basis !== 'consent');
  const marks: WishedMark[] = [];
  if (marketing.length > 0)
    marks.push({
      kind: 'objected',
      ground: null,
      scope: {
        purposes: wish.purposes === 'all' ? 'marketing' : marketing.map(({ id }) => id),
        categories,
        recipients,
      },
      proof: 'address',
      rule: 'art. 21(3)',
    });
  marks.push(...withdrawal(consented, { categories, recipients }));
  if (weighed.length > 0)
    marks.push({
      kind: 'restricted',
      ground: 'objection-pending',
      scope: { purposes: weighed.map(({ id }) => id), categories, recipients },
      proof: 'identity',
      rule: 'art. 18(1)(d)',
    });
  return {
    marks,
    unstopped: [...rest.map((purpose) => unstopped(purpose, 'no-objection-to-this-basis')), ...unknown],
  };
}

const mayBeObjectedTo: ReadonlySet<Purpose['basis']> = new Set(['legitimate-interests', 'public-task']);

function withdrawal(
  given: readonly Purpose[],
  part: Pick<MarkScope, 'categories' | 'recipients'>,
): readonly WishedMark[] {
  if (given.length === 0) return [];
  const scope: MarkScope = { purposes: given.map(({ id }) => id), ...part };
  return [{ kind: 'withdrawn', ground: null, scope, proof: 'address', rule: 'art. 7(3)' }];
}

function namedIn(
  scope: Scope,
  purposes: Purposes,
): { readonly named: readonly Purpose[]; readonly unknown: readonly UnstoppedPurpose[] } {
  if (scope === 'all') return { named: [...purposes.values()], unknown: [] };
  const ids = [...new Set(scope)];
  return {
    named: ids.flatMap((id) => purposes.get(id) ?? []),
    unknown: ids
      .filter((id) => !purposes.has(id))
      .map((purpose) => ({ purpose, why: 'not-in-the-policy' as const })),
  };
}

function unstopped({ id }: Purpose, why: UnstoppedPurpose['why']): UnstoppedPurpose {
  return { purpose: id, why };
}
