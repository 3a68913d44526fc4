import type { Language } from '../domain/language.ts';
import { type LintFinding, lint } from '../statement/lint/lint.ts';
import { readStatementFile, type StatementFile } from './read-statement-file.ts';

export interface LintedStatement {
  /** Of the statement. */
  readonly language: Language;
  /** By place. */
  readonly findings: readonly LintFinding[];
  readonly errors: number;
  readonly warnings: number;
  /** Rules that need a policy, where there was none. */
  readonly notJudged: readonly string[];
}

/**
 * What is missing, misleading or stale in a statement that anybody wrote. `language`: of the messages; where it is left out, that
 * of the statement.
 *
 * @throws GestandError as `readStatementFile` does.
 */
export function lintStatement(file: StatementFile, language?: Language): LintedStatement {
  const { document, policy } = readStatementFile(file);
  const { findings, notJudged } = lint(document, {
    register: policy === null ? undefined : { policy, on: file.on },
    language: language ?? document.language,
  });
  const count = (severity: LintFinding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    language: document.language,
    findings,
    errors: count('error'),
    warnings: count('warning'),
    notJudged,
  };
}
