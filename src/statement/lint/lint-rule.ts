import type { Severity } from '../../base/diagnostic.ts';
import type { Localised } from '../../domain/language.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Fault } from './fault.ts';
import type { LintedText } from './linted-text.ts';

/**
 * `missing`: something that must be said is not. `misleading`: something wrong, vague or unlawful is said. `stale`: it was
 * right once. `advice`: nothing is wrong. `readability`: how it is said.
 */
export type LintKind = 'missing' | 'misleading' | 'stale' | 'advice' | 'readability';

interface RuleHead {
  /** `L01` to `L58`. */
  readonly id: string;
  readonly severity: Severity;
  readonly kind: LintKind;
  /** Articles of the GDPR (AVG) unless another law is named. */
  readonly law: string;
  /** What is wrong, in a sentence. */
  readonly what: Localised;
  /** What to do about it. */
  readonly advice: Localised;
}

/** A rule that a text alone is judged by. */
export interface TextRule extends RuleHead {
  readonly judge: (text: LintedText) => readonly Fault[];
}

/** What the organisation really does, on a day. */
export interface Register {
  readonly policy: Policy;
  readonly on: Temporal.PlainDate;
}

/** A rule that needs to know what the organisation really does. */
export interface PolicyRule extends RuleHead {
  readonly judge: (text: LintedText, register: Register) => readonly Fault[];
}
