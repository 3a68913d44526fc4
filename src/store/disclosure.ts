import { type CaseId, type DisclosureId, newId } from '../base/ids.ts';
import type { Identity, IdentityKind } from '../domain/identity.ts';
import type { LawfulBasis } from '../domain/lawful-basis.ts';
import { decryptText, encryptText, hashIdentity } from './encryption.ts';
import { nowOf, type StoreScope } from './store.ts';

/** That a recipient received data of somebody. `identity` is personal data; null when the person was erased. */
export interface Disclosure {
  readonly id: DisclosureId;
  /** An id of the policy. */
  readonly recipient: string;
  readonly identityKind: IdentityKind;
  readonly identity: Identity | null;
  /** Ids of the policy, in order. */
  readonly categories: readonly string[];
  readonly basis: LawfulBasis;
  /** ISO date. */
  readonly disclosedOn: string;
  /** The id of a member of staff. */
  readonly recordedBy: string;
}

export interface NewDisclosure {
  readonly recipient: string;
  readonly identity: Identity;
  readonly categories: readonly string[];
  readonly basis: LawfulBasis;
  readonly disclosedOn: string;
}

// PostgreSQL takes at most 65,535 values in a statement, and a disclosure has eleven.
const batchSize = 2000;

/** Records disclosures; returns how many of them were not recorded before. */
export async function recordDisclosures(
  scope: StoreScope,
  disclosures: readonly NewDisclosure[],
  by: string,
): Promise<number> {
  let added = 0;
  for (let from = 0; from < disclosures.length; from += batchSize) {
    const rows = disclosures.slice(from, from + batchSize).map((each) => rowOf(scope, each, by));
    const result = await scope.db
      .insertInto('disclosure')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    added += Number(result.numInsertedOrUpdatedRows ?? 0n);
  }
  return added;
}

/** What was disclosed of people who have one of these identities; the oldest first. */
export async function findDisclosures(
  scope: StoreScope,
  identities: readonly Identity[],
): Promise<readonly Disclosure[]> {
  const found: Disclosure[] = [];
  for (let from = 0; from < identities.length; from += batchSize) {
    const hashes = identities.slice(from, from + batchSize).map((each) => hashIdentity(scope.keys, each));
    const rows = await disclosures(scope)
      .where('identity_hash', 'in', hashes)
      .where('ended_by', 'is', null)
      .orderBy('disclosed_on')
      .orderBy('disclosure_id')
      .execute();
    found.push(...rows.map((row) => fromRow(scope, row)));
  }
  return found;
}

/** Disclosures, the newest first. */
export async function listDisclosures(
  scope: StoreScope,
  { recipient, limit }: { readonly recipient?: string | undefined; readonly limit: number },
): Promise<readonly Disclosure[]> {
  const all = disclosures(scope);
  const rows = await (recipient === undefined ? all : all.where('recipient', '=', recipient))
    .orderBy('disclosed_on', 'desc')
    .orderBy('disclosure_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => fromRow(scope, row));
}

/**
 * Lets go of whom disclosures were about because a case erased them: the notices say it to whom must know. That there
 * was a disclosure stays until the case itself forgets whose it was. Without a case they go at once.
 */
export async function endDisclosures(
  scope: StoreScope,
  ids: readonly DisclosureId[],
  caseId: CaseId | null,
): Promise<void> {
  if (ids.length === 0) return;
  if (caseId === null)
    await scope.db
      .deleteFrom('disclosure')
      .where('organisation_id', '=', scope.organisationId)
      .where('disclosure_id', 'in', ids)
      .execute();
  else
    await scope.db
      .updateTable('disclosure')
      .set({ identity: null, ended_by: caseId })
      .where('organisation_id', '=', scope.organisationId)
      .where('disclosure_id', 'in', ids)
      .execute();
}

function rowOf(scope: StoreScope, { identity, ...disclosure }: NewDisclosure, by: string) {
  const id: DisclosureId = newId('disclosure', scope.clock.now());
  return {
    organisation_id: scope.organisationId,
    disclosure_id: id,
    recipient: disclosure.recipient,
    identity_kind: identity.kind,
    identity_hash: hashIdentity(scope.keys, identity),
    identity: encryptText(scope.keys, identity.value, `disclosure.identity:${id}`),
    categories: [...new Set(disclosure.categories)].sort(),
    basis: disclosure.basis,
    disclosed_on: disclosure.disclosedOn,
    recorded_at: nowOf(scope),
    recorded_by: by,
  };
}

const columns = [
  'disclosure_id',
  'recipient',
  'identity_kind',
  'identity',
  'categories',
  'basis',
  'disclosed_on',
  'recorded_by',
] as const;

function disclosures(scope: StoreScope) {
  return scope.db
    .selectFrom('disclosure')
    .select(columns)
    .where('organisation_id', '=', scope.organisationId);
}

function fromRow(
  scope: StoreScope,
  row: {
    readonly disclosure_id: string;
    readonly recipient: string;
    readonly identity_kind: IdentityKind;
    readonly identity: Buffer | null;
    readonly categories: readonly string[];
    readonly basis: LawfulBasis;
    readonly disclosed_on: string;
    readonly recorded_by: string;
  },
): Disclosure {
  const id = row.disclosure_id as DisclosureId;
  const kind = row.identity_kind;
  return {
    id,
    recipient: row.recipient,
    identityKind: kind,
    identity:
      row.identity === null
        ? null
        : { kind, value: decryptText(scope.keys, row.identity, `disclosure.identity:${id}`) },
    categories: row.categories,
    basis: row.basis,
    disclosedOn: row.disclosed_on,
    recordedBy: row.recorded_by,
  };
}
