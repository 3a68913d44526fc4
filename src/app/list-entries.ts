import { GestandError } from '../base/error.ts';
import type { CaseId } from '../base/ids.ts';
import { type LedgerEntry, parseEntry } from '../ledger/entry.ts';
import { type CaseFile, readCase } from '../store/case-file.ts';
import { readEntriesOfCase } from '../store/ledger-entry.ts';
import { namedCase } from './case-in-hand.ts';
import type { StoreContext } from './context.ts';
import { permit } from './permissions.ts';

export interface EntriesOfCase {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly entries: readonly (LedgerEntry & {
    /** With which it is proven; null while it has no place in the tree. */
    readonly index: number | null;
  })[];
}

/**
 * What the ledger tells of a request, with the numbers by which it can be proven; so whoever has a dossier can be told which request a case
 * in it is.
 *
 * @param named the reference of a request, or the id of its case.
 * @throws GestandError `not-found`
 */
export async function listEntriesOfCase(
  { actor, store }: StoreContext,
  named: string,
): Promise<EntriesOfCase> {
  permit(actor, 'export-ledger');
  const file = isCaseId(named) ? await caseById(store, named) : await namedCase(store, named);
  const entries = await readEntriesOfCase(store, file.id);
  return {
    ...{ caseId: file.id, reference: file.reference },
    entries: entries.map(({ index, leaf }) => ({ index, ...parseEntry(leaf) })),
  };
}

function isCaseId(named: string): named is CaseId {
  return /^case_[0-9a-z]{26}$/.test(named);
}

async function caseById(store: StoreContext['store'], id: CaseId): Promise<CaseFile> {
  const file = await readCase(store, id);
  if (file !== undefined) return file;
  throw new GestandError('not-found', `There is no request with the case ${id}.`);
}
