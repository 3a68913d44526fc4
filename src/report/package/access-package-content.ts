import type { Language } from '../../domain/language.ts';
import type { SourceAccess } from '../../plan/plan.ts';
import type { Policy } from '../../policy/policy.ts';
import type { AccessRow } from '../../sources/source.ts';

/** What one person receives under GDPR art. 15. */
export interface AccessPackageContent {
  readonly policy: Policy;
  readonly language: Language;
  /** ISO date of the copy. */
  readonly on: string;
  /** Of the case. */
  readonly reference: string;
  /** The plan's own sentences about what was read. */
  readonly explanation: readonly string[];
  readonly sources: readonly PackagedSource[];
  /** Number of the person in the plan; 0 in a plan for one. */
  readonly person: number;
}

export interface PackagedSource {
  readonly plan: SourceAccess;
  /** The rows of one table are consecutive. Read once, from beginning to end. */
  readonly rows: AsyncIterable<AccessRow>;
}
