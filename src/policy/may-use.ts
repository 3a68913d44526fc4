import type { CaseId } from '../base/ids.ts';
import { inScope, type MarkKind, type Use, type UseMark } from '../domain/use-mark.ts';
import type { Policy, Purpose } from './policy.ts';

/** What somebody wants to do with one person's data. */
export interface UseQuestion {
  /** Ids of the policy. */
  readonly purpose: string;
  /** Absent: the data of this purpose, whatever they are. */
  readonly category?: string;
  /** Absent: we use them ourselves. */
  readonly recipient?: string;
  readonly use: Use;
  readonly at: Temporal.Instant;
}

export type ReasonCode =
  | 'nothing-against'
  | 'despite-restriction'
  | 'unknown-purpose'
  | 'unknown-category'
  | 'unknown-recipient'
  | 'recipient-without-purpose'
  | 'restricted'
  | 'objection-pending'
  | 'objected'
  | 'marketing-stopped'
  | 'withdrawn'
  | 'name-the-category';

export interface UseReason {
  readonly code: ReasonCode;
  /** The article; null: it is the policy that says so. */
  readonly law: string | null;
  /** The case the reason comes from. */
  readonly caseId: CaseId | null;
}

export interface UseDecision {
  readonly decision: 'permit' | 'deny';
  /** All of them; at least one. */
  readonly reasons: readonly UseReason[];
}

/**
 * Whether somebody's data may be used, as their marks and the policy stand. What the policy does not know is denied.
 *
 * A restriction lets through what art. 18(2) names; of consent: a purpose that rests on it, when all purposes were restricted and not
 * that one by name. An objection denies every use for its purpose but for claims in law (art. 21(1)), against marketing every use
 * (art. 21(3)); a withdrawal likewise (art. 7(3)). A mark on a part of the data denies who does not say which data they mean.
 */
export function mayUse(
  policy: Pick<Policy, 'purposes' | 'categories' | 'recipients'>,
  marks: readonly UseMark[],
  question: UseQuestion,
): UseDecision {
  const purpose = policy.purposes.get(question.purpose);
  if (purpose === undefined) return denied('unknown-purpose');
  const { category, recipient } = question;
  if (category !== undefined && !policy.categories.has(category)) return denied('unknown-category');
  if (recipient !== undefined) {
    const declared = policy.recipients.get(recipient);
    if (declared === undefined) return denied('unknown-recipient');
    if (!declared.purposes.includes(purpose.id)) return denied('recipient-without-purpose');
  }
  const standing = marks.filter((mark) => stands(mark, question.at) && concerns(mark, purpose, question));
  const against = standing.filter((mark) => !letsThrough(mark, purpose, question.use));
  if (against.length > 0)
    return { decision: 'deny', reasons: against.map((mark) => reasonOf(mark, purpose, question)) };
  return {
    decision: 'permit',
    reasons:
      standing.length === 0
        ? [{ code: 'nothing-against', law: null, caseId: null }]
        : standing.map(({ caseId }) => ({ code: 'despite-restriction', law: 'art. 18(2)', caseId })),
  };
}

/** Whether a purpose is among those of a mark. */
export function marksPurpose({ scope }: Pick<UseMark, 'scope'>, purpose: Purpose): boolean {
  return scope.purposes === 'marketing' ? purpose.marketing : inScope(scope.purposes, purpose.id);
}

/**
 * The purposes that a mark stops. What rests on consent goes on (art. 18(2)), when everything was restricted and not that purpose by
 * name.
 */
export function stoppedPurposes(
  { purposes }: Pick<Policy, 'purposes'>,
  mark: Pick<UseMark, 'kind' | 'scope'>,
): readonly Purpose[] {
  return [...purposes.values()].filter(
    (purpose) => marksPurpose(mark, purpose) && !(mark.kind === 'restricted' && goesOn(mark, purpose)),
  );
}

function goesOn({ scope }: Pick<UseMark, 'scope'>, { basis }: Purpose): boolean {
  return basis === 'consent' && scope.purposes === 'all';
}

function denied(code: ReasonCode): UseDecision {
  return { decision: 'deny', reasons: [{ code, law: 'art. 5(1)(b)', caseId: null }] };
}

function stands({ since, until }: UseMark, at: Temporal.Instant): boolean {
  return (
    Temporal.Instant.compare(since, at) <= 0 && (until === null || Temporal.Instant.compare(at, until) < 0)
  );
}

function concerns(mark: UseMark, purpose: Purpose, { category, recipient }: UseQuestion): boolean {
  const { categories, recipients } = mark.scope;
  if (!marksPurpose(mark, purpose)) return false;
  if (category !== undefined && !inScope(categories, category)) return false;
  // Who objects to a recipient does not object to what is done here.
  return recipient === undefined ? recipients === 'all' : inScope(recipients, recipient);
}

function letsThrough(mark: UseMark, purpose: Purpose, use: Use): boolean {
  switch (mark.kind) {
    case 'restricted':
      return use !== 'use' || goesOn(mark, purpose);
    case 'objected':
      return use === 'legal-claims' && !purpose.marketing;
    case 'withdrawn':
      return false;
  }
}

function reasonOf(mark: UseMark, purpose: Purpose, { category }: UseQuestion): UseReason {
  const { caseId } = mark;
  if (category === undefined && mark.scope.categories !== 'all')
    return { code: 'name-the-category', law: lawOf[mark.kind], caseId };
  if (mark.kind === 'restricted' && mark.ground === 'objection-pending')
    return { code: 'objection-pending', law: 'art. 18(1)(d)', caseId };
  if (mark.kind === 'objected' && purpose.marketing)
    return { code: 'marketing-stopped', law: 'art. 21(3)', caseId };
  return { code: mark.kind, law: lawOf[mark.kind], caseId };
}

const lawOf: Readonly<Record<MarkKind, string>> = {
  restricted: 'art. 18(2)',
  objected: 'art. 21(1)',
  withdrawn: 'art. 7(3)',
};
