import { GestandError } from '../base/error.ts';
import { sha256Hex } from '../base/hash.ts';
import { isIntact } from '../promises/published-text.ts';
import { type Period, policiesOfPeriod, statementsOfPeriod } from '../store/period-rows.ts';
import { listPublishedStatements } from '../store/published-statement.ts';
import type { StoreScope } from '../store/store.ts';
import { casesToldOtherwise, policiesToldOtherwise, promisesToldOtherwise } from '../store/told-otherwise.ts';

const mostStatements = 10_000;

/**
 * Refuses to go on where our tables tell otherwise than the ledger of promises, cases, statements or policies: whoever administers the database can
 * change those without a trace. The ledger itself must have been found whole before.
 *
 * @throws GestandError `evidence-changed` with the table, what in it, and what to do.
 */
export async function refuseToldOtherwise(store: StoreScope, period: Period): Promise<void> {
  refuse('promise_result', await promisesToldOtherwise(store));
  refuse('case_file', await casesToldOtherwise(store));
  refuse('statement_version', await statementsToldOtherwise(store, period));
  refuse('policy_version', await policiesToldOtherwise(store));
  refuse('policy_version', await changedPolicies(store, period));
}

async function statementsToldOtherwise(store: StoreScope, period: Period): Promise<readonly string[]> {
  const published = new Map(
    (await listPublishedStatements(store, mostStatements)).map(({ versionId, hash }) => [versionId, hash]),
  );
  const otherwise: string[] = [];
  for await (const version of statementsOfPeriod(store, period))
    if (published.get(version.id) !== version.contentHash || !isIntact(version))
      otherwise.push(`${version.version} (${version.language})`);
  return otherwise;
}

async function changedPolicies(store: StoreScope, period: Period): Promise<readonly string[]> {
  const changed: string[] = [];
  for await (const { policyHash, yaml } of policiesOfPeriod(store, period))
    if (sha256Hex(yaml) !== policyHash) changed.push(policyHash.slice(0, 12));
  return changed;
}

function refuse(table: string, about: readonly string[]): void {
  if (about.length === 0) return;
  throw new GestandError(
    'evidence-changed',
    `The table ${table} of Gestand's own database says otherwise than the ledger about ${about.join(', ')}, so that no dossier is made. The ledger itself is whole.\n` +
      'Find out who changed that table, and put it back from a backup. "gestand ledger export" hands over what the ledger says.',
  );
}
