import { type Diagnostic, formatDiagnostic } from '../base/diagnostic.ts';
import { GestandError } from '../base/error.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import type { Policy } from '../policy/policy.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { keepPolicyVersion, readPolicyVersion } from '../store/policy-version.ts';
import { withTransaction } from '../store/transaction.ts';
import type { StoreContext } from './context.ts';
import { permit } from './permissions.ts';

/** A text somebody wrote, and its name as they know it. */
export interface WrittenFile {
  readonly file: string;
  readonly text: string;
}

export interface LoadedPolicy {
  readonly policy: Policy;
  /** Warnings; with errors it is not loaded. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether this text is in force for the first time. */
  readonly isNew: boolean;
}

/**
 * Puts a policy in force: compiles it and keeps its text, so that a plan or statement of today can be explained later.
 *
 * @throws GestandError `bad-configuration` with every mistake, a line each.
 */
export async function loadPolicy(context: StoreContext, written: WrittenFile): Promise<LoadedPolicy> {
  permit(context.actor, 'load-policy');
  const { policy, diagnostics } = compileOrRefuse(written);
  const { store } = context;
  const isNew = await withTransaction(store, async (inside) => {
    if ((await readPolicyVersion(inside, policy.hash)) !== undefined) return false;
    await keepPolicyVersion(inside, { policyHash: policy.hash, yaml: written.text });
    await appendLedgerEntry(inside, {
      kind: 'policy-loaded',
      subjects: {},
      detail: { policyHash: policy.hash, sources: policy.sources.length, purposes: policy.purposes.size },
    });
    return true;
  });
  return { policy, diagnostics, isNew };
}

/** @throws GestandError `bad-configuration` with every mistake, a line each. */
export function compileOrRefuse({ file, text }: WrittenFile): {
  readonly policy: Policy;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { policy, diagnostics } = compilePolicy(file, text);
  if (policy !== null) return { policy, diagnostics };
  throw new GestandError('bad-configuration', mistakesText('The policy', diagnostics));
}

/** Every error, a line each, under a sentence that says what it is about. */
export function mistakesText(what: string, diagnostics: readonly Diagnostic[]): string {
  const lines = diagnostics.filter(({ severity }) => severity === 'error').map(formatDiagnostic);
  return `${what} has ${lines.length === 1 ? 'a mistake' : `${lines.length} mistakes`}:\n${lines.join('\n')}`;
}
