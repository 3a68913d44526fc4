import type { CaseId } from '../base/ids.ts';
import type { RestrictionGround, Scope } from './wish.ts';

/**
 * What stands against a use of somebody's data: they had it restricted (GDPR art. 18), objected (art. 21), or took their
 * consent back (art. 7(3)). All marks of a person together are their standing.
 */
export const markKinds = ['restricted', 'objected', 'withdrawn'] as const;
export type MarkKind = (typeof markKinds)[number];

/** Which uses a mark is about: those that fit all three. Ids of the policy, so that it says nothing of anybody. */
export interface MarkScope {
  /** `marketing`: every purpose that is marketing, also one that the policy gets later. */
  readonly purposes: Scope | 'marketing';
  readonly categories: Scope;
  readonly recipients: Scope;
}

export interface UseMark {
  readonly kind: MarkKind;
  /** Of a restriction: why. */
  readonly ground: RestrictionGround | null;
  readonly scope: MarkScope;
  readonly caseId: CaseId;
  /** ISO 8601 in UTC. */
  readonly since: string;
  /** From then on it stands no longer; null: until it is lifted. */
  readonly until: string | null;
}

/**
 * What is to be done with data. All but the first are what art. 18(2) lets through a restriction: to keep them, to do what the
 * person consents to now, to make or answer a claim in law, to protect the rights of another person, an important public interest.
 */
export const uses = [
  'use',
  'store',
  'with-consent',
  'legal-claims',
  'protect-person',
  'public-interest',
] as const;
export type Use = (typeof uses)[number];

/** Whether a scope of ids holds one. */
export function inScope(scope: Scope, id: string): boolean {
  return scope === 'all' || scope.includes(id);
}
