import { type NoticeScope, scopesMeet } from '../domain/notice.ts';
import { inScope, type MarkScope, type UseMark } from '../domain/use-mark.ts';
import type { Scope } from '../domain/wish.ts';
import { stoppedPurposes } from './may-use.ts';
import type { Policy } from './policy.ts';

type Stop = Pick<UseMark, 'kind' | 'scope'>;
type Declared = Pick<Policy, 'purposes' | 'categories' | 'recipients'>;

/** A stop that goes on when another one ends, and for which part of what that one stopped. */
export interface StayingStop<Mark extends Stop> {
  readonly mark: Mark;
  readonly scope: MarkScope;
}

/** Of what some marks stop, what other marks of the same person stop as well: that stays stopped when the first are lifted. */
export function stopsThatStay<Mark extends Stop>(
  policy: Declared,
  lifted: readonly Stop[],
  others: readonly Mark[],
): readonly StayingStop<Mark>[] {
  return others.flatMap((mark) => {
    const [first, ...more] = lifted.filter((each) => overlaps(policy, each, mark));
    if (first === undefined) return [];
    const its = new Set([first, ...more].flatMap((each) => purposesOf(policy, each)));
    const all =
      [first, ...more].some(({ scope }) => scope.purposes === 'all') && mark.scope.purposes === 'all';
    const scope: MarkScope = {
      purposes: all ? 'all' : purposesOf(policy, mark).filter((id) => its.has(id)),
      // The marks of one wish are of one part.
      categories: common(first.scope.categories, mark.scope.categories),
      recipients: common(first.scope.recipients, mark.scope.recipients),
    };
    return [{ mark, scope }];
  });
}

/** The purposes for which something of what a mark stops may be used again when it ends: by us, or by somebody who has the data. */
export function freedPurposes(policy: Declared, mark: Stop, others: readonly Stop[]): readonly string[] {
  return purposesOf(policy, mark).filter((purpose) => {
    const against = othersOn(policy, purpose, { mark, others });
    if (against.length === 0) return true;
    const { categories, recipients } = mark.scope;
    // Who objects to a recipient does not object to what is done here.
    const ours = against.filter(({ scope }) => scope.recipients === 'all');
    if (recipients === 'all' && !isNothing(without(policy, categories, ours))) return true;
    return parties(policy, purpose, recipients).some((id) => !isNothing(left(policy, mark, { id, against })));
  });
}

/**
 * What recipients may use again when a mark ends: nothing of what another mark of the same person stops them from using. More than one
 * scope where they differ by purpose or recipient.
 */
export function freedScopes(policy: Declared, mark: Stop, others: readonly Stop[]): readonly NoticeScope[] {
  const { categories, recipients } = mark.scope;
  const parts = purposesOf(policy, mark).flatMap((purpose): readonly NoticeScope[] => {
    const against = othersOn(policy, purpose, { mark, others });
    const purposes = [purpose];
    if (against.length === 0) return [{ purposes, categories, recipients }];
    const freed = parties(policy, purpose, recipients)
      .map((id) => ({ id, categories: left(policy, mark, { id, against }) }))
      .filter((part) => !isNothing(part.categories));
    return [...Map.groupBy(freed, (part) => JSON.stringify(part.categories)).values()].flatMap((same) =>
      same[0] === undefined
        ? []
        : [{ purposes, categories: same[0].categories, recipients: same.map(({ id }) => id) }],
    );
  });
  return [
    ...Map.groupBy(parts, (part) => JSON.stringify([part.categories, part.recipients])).values(),
  ].flatMap((same) =>
    same[0] === undefined ? [] : [{ ...same[0], purposes: same.flatMap(({ purposes }) => purposes) }],
  );
}

function purposesOf(policy: Declared, mark: Stop): readonly string[] {
  return stoppedPurposes(policy, mark).map(({ id }) => id);
}

function overlaps(policy: Declared, one: Stop, other: Stop): boolean {
  const purposes = purposesOf(policy, other);
  return (
    purposesOf(policy, one).some((id) => purposes.includes(id)) &&
    scopesMeet(one.scope.categories, other.scope.categories) &&
    scopesMeet(one.scope.recipients, other.scope.recipients)
  );
}

function othersOn(
  policy: Declared,
  purpose: string,
  { mark, others }: { readonly mark: Stop; readonly others: readonly Stop[] },
): readonly Stop[] {
  return others.filter(
    (other) => overlaps(policy, mark, other) && purposesOf(policy, other).includes(purpose),
  );
}

/** The recipients of a scope that have the data for a purpose. */
function parties({ recipients }: Declared, purpose: string, scope: Scope): readonly string[] {
  return [...recipients.values()]
    .filter(({ id, purposes }) => inScope(scope, id) && purposes.includes(purpose))
    .map(({ id }) => id);
}

function left(
  policy: Declared,
  { scope }: Stop,
  { id, against }: { readonly id: string; readonly against: readonly Stop[] },
): Scope {
  return without(
    policy,
    scope.categories,
    against.filter((other) => inScope(other.scope.recipients, id)),
  );
}

function without(policy: Declared, categories: Scope, stops: readonly Stop[]): Scope {
  if (stops.length === 0) return categories;
  const all = categories === 'all' ? [...policy.categories.keys()] : categories;
  return all.filter((id) => !stops.some(({ scope }) => inScope(scope.categories, id)));
}

function isNothing(scope: Scope): boolean {
  return scope !== 'all' && scope.length === 0;
}

function common(a: Scope, b: Scope): Scope {
  if (a === 'all') return b;
  return b === 'all' ? a : a.filter((id) => b.includes(id));
}
