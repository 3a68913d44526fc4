import type { RunId } from '../base/ids.ts';
import type { Identity } from '../domain/identity.ts';
import { decryptText, encryptText } from './encryption.ts';
import type { StoreScope } from './store.ts';

/** By what the people of a run are recognised. */
export interface RunIdentities {
  /** In normal form, each once. */
  readonly identities: readonly Identity[];
  /** The same values as the sources spell them: what to look for in their text columns. */
  readonly spellings: readonly string[];
  /** Of a plan of several people: which of the identities are whose. */
  readonly people?: readonly PersonIdentities[];
}

export interface PersonIdentities {
  /** Of the people of the plan. */
  readonly person: number;
  readonly identities: readonly Identity[];
}

/** Keeps whom a run erases until it closes, encrypted. Keeping it again replaces it. */
export async function keepRunIdentities(scope: StoreScope, id: RunId, kept: RunIdentities): Promise<void> {
  const identities = encryptText(scope.keys, JSON.stringify(kept), boundTo(id));
  await scope.db
    .insertInto('run_identities')
    .values({ organisation_id: scope.organisationId, run_id: id, identities })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'run_id']).doUpdateSet({ identities }))
    .execute();
}

/** Undefined before they were kept and after the run was closed. */
export async function readRunIdentities(scope: StoreScope, id: RunId): Promise<RunIdentities | undefined> {
  const row = await scope.db
    .selectFrom('run_identities')
    .select('identities')
    .where('organisation_id', '=', scope.organisationId)
    .where('run_id', '=', id)
    .executeTakeFirst();
  return row && (JSON.parse(decryptText(scope.keys, row.identities, boundTo(id))) as RunIdentities);
}

/** Belongs in the transaction that closes the run. */
export async function removeRunIdentities(scope: StoreScope, id: RunId): Promise<void> {
  await scope.db
    .deleteFrom('run_identities')
    .where('organisation_id', '=', scope.organisationId)
    .where('run_id', '=', id)
    .execute();
}

function boundTo(id: RunId): string {
  return `run_identities.identities:${id}`;
}
