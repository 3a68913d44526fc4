import { present } from '../base/assert.ts';
import { legalDateOf } from '../base/clock.ts';
import type { CaseId } from '../base/ids.ts';
import { codeOf } from '../execute/run-failure.ts';
import type { Policy } from '../policy/policy.ts';
import { type BoardEntry, readBoard } from '../promises/board.ts';
import { p25Terms } from '../promises/p25-not-longer-than-needed.ts';
import { p27Terms } from '../promises/p27-holds.ts';
import type { Term } from '../promises/term.ts';
import type { RowKeys } from '../sources/source.ts';
import { readCase } from '../store/case-file.ts';
import type { SourcesContext, StoreContext } from './context.ts';
import { permit } from './permissions.ts';
import { knownPromise } from './promise-history.ts';

/** Rows of one table that have had their term, as the system has them now. */
export interface PastRows
  extends Pick<Term, 'source' | 'table' | 'column' | 'orColumn' | 'before' | 'mayStay'> {
  /** Null: the system did not say. */
  readonly rows: number | null;
  /** The oldest of them; null where rows have no key. */
  readonly oldest: RowKeys | null;
  /** A key of the row is itself something of a person: to be shown on a screen alone. */
  readonly personal: boolean;
}

export interface ShownPromise {
  readonly entry: BoardEntry;
  /** The requests that were found, such as those that are late, by what was found of them. */
  readonly requests: readonly { readonly found: string; readonly reference: string }[];
  /** Of a promise about terms; of another, none. */
  readonly rows: readonly PastRows[];
}

const termsOf: Readonly<Record<string, (policy: Policy, today: Temporal.PlainDate) => readonly Term[]>> = {
  P25: p25Terms,
  P27: p27Terms,
};

/**
 * One promise as it was last found, and where it is about terms, which rows are past theirs now: what somebody needs who is to mend it.
 * Changes nothing.
 *
 * @throws GestandError `not-found`
 */
export async function showPromise(
  context: StoreContext & SourcesContext,
  { promiseId, limit }: { readonly promiseId: string; readonly limit: number },
): Promise<ShownPromise> {
  const { actor, store, policy } = context;
  permit(actor, 'promise-board-inside');
  const id = knownPromise(promiseId);
  const entry = present(
    (await readBoard({ store })).find((each) => each.id === id),
    'The board has every promise.',
  );
  const rows: PastRows[] = [];
  for (const term of termsOf[id]?.(policy, legalDateOf(store.clock.now())) ?? []) {
    const past = await pastRows(context, term, limit);
    if (past !== null && past.rows !== 0) rows.push(past);
  }
  return { entry, requests: await requestsIn(context, entry), rows };
}

async function requestsIn(
  { store }: StoreContext,
  { evidence }: BoardEntry,
): Promise<ShownPromise['requests']> {
  const requests: ShownPromise['requests'][number][] = [];
  for (const [found, ids] of Object.entries(evidence))
    for (const id of Array.isArray(ids) ? ids : []) {
      if (typeof id !== 'string' || !id.startsWith('case_')) continue;
      const file = await readCase(store, id as CaseId);
      if (file !== undefined) requests.push({ found, reference: file.reference });
    }
  return requests;
}

/** Null of a system whose rows no program can look through. */
async function pastRows(
  { policy, sources }: SourcesContext,
  term: Term,
  limit: number,
): Promise<PastRows | null> {
  const { rule: _, ...place } = term;
  const { source: id } = place;
  const source = sources.get(id);
  if (source?.capabilities.scans !== true) return null;
  try {
    const rows = await source.countBefore(term);
    const oldest = rows === 0 ? null : await source.keysBefore({ ...place, limit });
    return { ...place, rows, oldest, personal: oldest !== null && isPersonal(policy, term, oldest.columns) };
  } catch (error) {
    if (codeOf(error) !== 'source-unreachable') throw error;
    return { ...place, rows: null, oldest: null, personal: false };
  }
}

/** Whether the policy says that a column of the key holds something of a person. */
function isPersonal(policy: Policy, { source, table }: Term, key: readonly string[]): boolean {
  const declared = policy.sources.find(({ id }) => id === source)?.tables.find(({ id }) => id === table);
  return (
    declared?.use !== 'personal' ||
    declared.columns.some(({ name, kind }) => kind === 'personal' && key.includes(name)) ||
    declared.subject?.identities.some(({ column }) => key.includes(column)) === true
  );
}
