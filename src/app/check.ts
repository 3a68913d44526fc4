import { type Diagnostic, hasErrors, sortDiagnostics } from '../base/diagnostic.ts';
import { GestandError } from '../base/error.ts';
import { buildDataMap } from '../catalog/build-data-map.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import type { Policy } from '../policy/policy.ts';
import { connectSources, type SecretValue } from './connect-sources.ts';
import type { WrittenFile } from './load-policy.ts';
import { checkStatements, type WrittenStatement } from './publish-statement.ts';

export interface CheckInput {
  readonly policy: WrittenFile;
  readonly statements: readonly WrittenStatement[];
  /** Null: the texts alone, without looking at any database. */
  readonly secretValue: SecretValue | null;
  readonly on: Temporal.PlainDate;
  readonly onProgress?: (what: string) => void;
}

export interface CheckReport {
  /** Errors, warnings and remarks, by file and line. */
  readonly findings: readonly Diagnostic[];
  readonly errors: number;
  readonly warnings: number;
  /** Sources that were looked at. */
  readonly sources: readonly string[];
}

/**
 * Holds the policy, the statement and the live databases against each other; changes nothing and needs no store. An
 * unmapped column is an error: what is not in the policy does not exist.
 *
 * @throws GestandError `bad-configuration` when a connection string is not set.
 */
export async function check(input: CheckInput): Promise<CheckReport> {
  const { policy, diagnostics } = compilePolicy(input.policy.file, input.policy.text);
  if (policy === null) return report(diagnostics, []);
  const statements = checkStatements(policy, input.statements, input.on);
  const { secretValue } = input;
  const looked = secretValue === null ? [] : await lookAtSources(policy, { ...input, secretValue });
  return report(
    [...diagnostics, ...statements, ...looked],
    secretValue === null ? [] : policy.sources.map(({ id }) => id),
  );
}

async function lookAtSources(
  policy: Policy,
  { policy: { file }, secretValue, onProgress }: CheckInput & { readonly secretValue: SecretValue },
): Promise<readonly Diagnostic[]> {
  await using opened = connectSources(policy, secretValue);
  const findings: Diagnostic[] = [];
  for (const declared of policy.sources) {
    onProgress?.(declared.id);
    try {
      const catalog = await opened.sources.get(declared.id)?.introspect();
      if (catalog !== undefined) findings.push(...buildDataMap(declared, catalog).findings);
    } catch (error) {
      if (!(error instanceof GestandError) || !error.code.startsWith('source-')) throw error;
      // One source that is away does not hide what the others show.
      const place = { ...declared.place, file };
      findings.push({ severity: 'error', code: error.code, message: error.message, hint: '', place });
    }
  }
  return findings;
}

function report(diagnostics: readonly Diagnostic[], sources: readonly string[]): CheckReport {
  const findings = sortDiagnostics(diagnostics);
  const count = (severity: Diagnostic['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return { findings, errors: hasErrors(findings) ? count('error') : 0, warnings: count('warning'), sources };
}
