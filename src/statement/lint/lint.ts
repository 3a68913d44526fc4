import { type Diagnostic, sortDiagnostics } from '../../base/diagnostic.ts';
import type { Language } from '../../domain/language.ts';
import type { StatementDocument } from '../reading/document.ts';
import type { Fault } from './fault.ts';
import type { LintKind, PolicyRule, Register, TextRule } from './lint-rule.ts';
import { LintedText } from './linted-text.ts';
import { policyRules } from './policy-rules.ts';
import { textRules } from './text-rules.ts';

/** What a rule found at one place. The code of the diagnostic is the rule. */
export interface LintFinding extends Diagnostic {
  readonly kind: LintKind;
  readonly law: string;
  /** The sentence it is about; empty for the text as a whole. */
  readonly sentence: string;
}

export interface LintReport {
  /** By place. */
  readonly findings: readonly LintFinding[];
  /** Rules that need a policy, where there was none. */
  readonly notJudged: readonly string[];
}

export interface LintWish {
  /** What the organisation really does: without it some rules cannot judge. */
  readonly register?: Register | undefined;
  /** The language of messages. */
  readonly language: Language;
}

/** Holds a statement against every rule. What a rule finds more than once in a sentence is said once. */
export function lint(document: StatementDocument, { register, language }: LintWish): LintReport {
  const text = new LintedText(document);
  const judged = textRules.flatMap((rule) => findingsOf(rule, rule.judge(text), { document, language }));
  if (register === undefined) return { findings: sorted(judged), notJudged: policyRules.map(({ id }) => id) };
  const compared = policyRules.flatMap((rule) =>
    findingsOf(rule, rule.judge(text, register), { document, language }),
  );
  return { findings: sorted([...judged, ...compared]), notJudged: [] };
}

/** Every rule there is, by id. */
export const lintRules: readonly (TextRule | PolicyRule)[] = [...textRules, ...policyRules].sort((a, b) =>
  a.id < b.id ? -1 : 1,
);

interface Where {
  readonly document: StatementDocument;
  readonly language: Language;
}

function findingsOf(
  rule: TextRule | PolicyRule,
  faults: readonly Fault[],
  { document, language }: Where,
): readonly LintFinding[] {
  const { id, severity, kind, law } = rule;
  return faults.map(({ sentence, start, detail }) => ({
    severity,
    code: id,
    kind,
    law,
    message: detail === undefined ? rule.what[language] : `${rule.what[language]} (${detail})`,
    hint: rule.advice[language],
    sentence: sentence?.text ?? '',
    place: sentence === null ? { file: document.file, line: 1, column: 1 } : sentence.placeAt(start),
  }));
}

function sorted(findings: readonly LintFinding[]): readonly LintFinding[] {
  return sortDiagnostics(findings);
}
