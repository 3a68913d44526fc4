import type { Language } from '../../domain/language.ts';
import type { SourceAccess } from '../../plan/plan.ts';
import type { ManualSource, Policy } from '../../policy/policy.ts';
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
  /** What people looked up by hand, in the order of the sources. */
  readonly files: readonly AttachedFile[];
  /** Number of the person in the plan; 0 in a plan for one. */
  readonly person: number;
}

/** A file in the package, with its place. */
export interface PackagedFile extends Omit<AttachedFile, 'source' | 'content'> {
  readonly source: ManualSource;
  /** `data/archive/letters.pdf` */
  readonly path: string;
}

/** A file that somebody added for a source that no program reads. */
export interface AttachedFile {
  readonly source: string;
  /** As it was called where it came from. */
  readonly name: string;
  readonly bytes: number;
  /** Read once. */
  readonly content: AsyncIterable<Buffer>;
}

export interface PackagedSource {
  readonly plan: SourceAccess;
  /** The rows of one table are consecutive. Read once, from beginning to end. */
  readonly rows: AsyncIterable<AccessRow>;
}
