import type { LintedStatement } from '../app/lint-statement.ts';
import type { Severity } from '../base/diagnostic.ts';
import type { Language } from '../domain/language.ts';
import { type LintFinding, lintRules } from '../statement/lint/lint.ts';
import { checkSarif, count, findingJson } from './check-output.ts';

const severities: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'advice' };

/** For a person: what is wrong, where, by which article, and what to do. */
export function lintLines({ findings, errors, warnings, notJudged }: LintedStatement): readonly string[] {
  const advice = findings.length - errors - warnings;
  const left = notJudged.length === 0 ? '' : `; not judged without --policy: ${notJudged.join(', ')}`;
  return [
    ...findings.flatMap(findingLines),
    `${count(errors, 'error')}, ${count(warnings, 'warning')}, ${advice} advice${left}`,
  ];
}

function findingLines({
  place,
  severity,
  code,
  law,
  message,
  hint,
  sentence,
}: LintFinding): readonly string[] {
  const head = `${place.file}:${place.line}:${place.column} ${severities[severity]} ${code} (${law}): ${message}`;
  return [head, ...(sentence === '' ? [] : [`    “${shortened(sentence)}”`]), `    → ${hint}`];
}

function shortened(sentence: string): string {
  return sentence.length <= 160 ? sentence : `${sentence.slice(0, 157).trimEnd()}…`;
}

/** For a program. Within one `format` keys are only added. */
export function lintJson({ language, findings, errors, warnings, notJudged }: LintedStatement): object {
  return {
    format: 1,
    language,
    errors,
    warnings,
    notJudged,
    findings: findings.map((finding) => ({
      ...findingJson(finding),
      kind: finding.kind,
      law: finding.law,
      sentence: finding.sentence,
    })),
  };
}

/** For code scanning. */
export function lintSarif(linted: LintedStatement, version: string, language: Language): object {
  return checkSarif(
    linted,
    version,
    (code) => lintRules.find(({ id }) => id === code)?.what[language] ?? code,
  );
}
