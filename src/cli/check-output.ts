import type { CheckReport } from '../app/check.ts';
import { adviceText, type Diagnostic, formatDiagnostic, type Severity } from '../base/diagnostic.ts';
import { sha256Hex } from '../base/hash.ts';

/** What a finding says beyond its place in the policy, when it is about a database. */
interface About {
  readonly source?: string | null;
  readonly table?: string | null;
  readonly column?: string | null;
}

/** For a person: a line a finding, what to paste below it, and what it comes to. */
export function checkLines(report: CheckReport): readonly string[] {
  const { findings, errors, warnings, sources, drift } = report;
  const seen = sources.length === 0 ? 'no sources looked at' : `sources: ${sources.join(', ')}`;
  const changed = drift.filter(({ changes }) => changes !== null && changes > 0);
  const drifted = changed.map(
    ({ source, since, changes }) => `${source} changed in ${count(changes ?? 0, 'way')} since ${since}`,
  );
  return [
    ...findings.map(formatDiagnostic),
    [`${count(errors, 'error')}, ${count(warnings, 'warning')}`, seen, ...drifted].join('; '),
  ];
}

/**
 * For a program. Stable: within one `format` keys are only added. Every finding has every key; `source`, `table` and
 * `column` are null where it is about a text.
 */
export function checkJson({ findings, errors, warnings, sources, drift }: CheckReport): object {
  return {
    format: 1,
    errors,
    warnings,
    sources,
    drift,
    findings: findings.map((finding) => {
      const { paste = [] } = finding;
      return { ...findingJson(finding), paste, ...aboutOf(finding) };
    }),
  };
}

/** What every finding has, whatever it is about. */
export function findingJson({ severity, code, message, hint, place }: Diagnostic): object {
  const { line, column, file } = place;
  return { severity, code, message, hint, place: { file, line, column } };
}

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** For code scanning: SARIF 2.1.0 (OASIS, 27 March 2020). Our lines and columns count from 1, as SARIF's do. */
export function checkSarif(
  { findings }: { readonly findings: readonly Diagnostic[] },
  version: string,
  describe: (code: string) => string = sentence,
): object {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Gestand',
            version,
            rules: codes.map((id) => ({ id, shortDescription: { text: describe(id) } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => ({
          ruleId: finding.code,
          ruleIndex: codes.indexOf(finding.code),
          level: levels[finding.severity],
          message: { text: `${finding.message}${adviceText(finding)}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(finding.place.file) },
                region: { startLine: finding.place.line, startColumn: finding.place.column },
              },
            },
          ],
          partialFingerprints: { 'gestand/v1': fingerprint(finding) },
          properties: aboutOf(finding),
        })),
      },
    ],
  };
}

// Not the line: a finding stays the same one when the policy grows above it.
function fingerprint(finding: Diagnostic): string {
  const { source, table, column } = aboutOf(finding);
  return sha256Hex(
    JSON.stringify([finding.code, source, table, column, finding.place.file, finding.message]),
  );
}

function aboutOf(finding: Diagnostic & About): Required<About> {
  const { source = null, table = null, column = null } = finding;
  return { source, table, column };
}

function uriOf(file: string): string {
  return file.split(/[\\/]/).map(encodeURIComponent).join('/');
}

/** `unmapped-column` is "Unmapped column". */
function sentence(code: string): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
