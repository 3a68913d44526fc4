import { type Diagnostic, hasErrors, sortDiagnostics } from '../base/diagnostic.ts';
import { sha256Hex } from '../base/hash.ts';
import type { Policy } from './policy.ts';
import { draftPolicy, type PolicyDraft } from './policy-draft.ts';
import { type PolicyFile, policyFileShape } from './policy-file.ts';
import { checkReferences } from './references.ts';
import { checkRules } from './rule.ts';
import { policyRules } from './rules.ts';
import { checkShape } from './shape.ts';
import { parseYamlTree } from './yaml-tree.ts';

export interface CompiledPolicy {
  /** Null when there is any error: a wrong policy is not loaded by half. */
  readonly policy: Policy | null;
  /** By line and column; all of them, warnings too. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles the text of a `policy.yaml`. `file` is its name as the author knows it, for the diagnostics. Text that is
 * not YAML is reported alone: what stands behind a broken bracket would only be guessed at.
 */
export function compilePolicy(file: string, text: string): CompiledPolicy {
  const tree = parseYamlTree(file, text);
  if (
    tree.value === undefined ||
    tree.diagnostics.some(({ code }) => code === 'syntax' || code === 'too-large')
  ) {
    return { policy: null, diagnostics: sortDiagnostics(tree.diagnostics) };
  }
  const shape = checkShape(policyFileShape, tree);
  const { draft, diagnostics } = draftPolicy(tree);
  const written = [...tree.diagnostics, ...shape, ...diagnostics, ...checkReferences(draft)];
  const rules = checkRules(policyRules, draft, written.length === 0);
  const all = sortDiagnostics(withoutEchoes([...written, ...rules]));
  const whole = policyFileShape.safeParse(tree.value);
  if (hasErrors(all) || !whole.success) return { policy: null, diagnostics: all };
  return { policy: assemble(whole.data, draft, sha256Hex(text)), diagnostics: all };
}

/**
 * One cause, one diagnostic: where a secret stands nothing else is said (it might repeat it), and where the text
 * itself is broken nothing is said about the value that was made of it.
 */
function withoutEchoes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const causes = new Map<string, string>();
  for (const code of ['unknown-alias', 'secret-in-policy']) {
    for (const each of diagnostics) if (each.code === code) causes.set(placeKey(each), code);
  }
  return diagnostics.filter((each) => (causes.get(placeKey(each)) ?? each.code) === each.code);
}

function placeKey({ place }: Diagnostic): string {
  return `${place.line}:${place.column}`;
}

function assemble(file: PolicyFile, draft: PolicyDraft, hash: string): Policy {
  const { month, day } = bookYearEnd(file.bookYearEnd);
  return {
    hash,
    controller: file.controller,
    languages: [...new Set(file.languages)],
    bookYearEnd: { month, day },
    categories: draft.categories,
    purposes: draft.purposes,
    recipients: draft.recipients,
    retention: draft.retention,
    subjects: draft.subjects,
    automatedDecisions: file.automatedDecisions,
    security: file.security ?? null,
    sources: draft.sources,
  };
}

function bookYearEnd(text: string): { readonly month: number; readonly day: number } {
  const [month, day] = text.split('-').map(Number);
  return { month: month ?? 12, day: day ?? 31 };
}
