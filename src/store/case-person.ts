import { sql } from 'kysely';
import type { CaseId } from '../base/ids.ts';
import { type CaseState, workedOnStates } from '../domain/case-state.ts';
import { type CaseFile, caseFromRow } from './case-file.ts';
import { hashFor } from './encryption.ts';
import type { StoreScope } from './store.ts';

/** A row of a source by its place, in one spelling. */
type Place = string;

/**
 * Notes whose a case is, by the rows of people that its proven identity leads to today. Nobody is nobody in particular: two
 * cases that lead nowhere are not of one person.
 */
export async function keepCasePerson(
  scope: StoreScope,
  caseId: CaseId,
  places: readonly Place[],
): Promise<void> {
  const hash =
    places.length === 0 ? null : hashFor(scope.keys, 'case-person', JSON.stringify(places.toSorted()));
  await scope.db
    .updateTable('case_file')
    .set({ person_hash: hash })
    .where('organisation_id', '=', scope.organisationId)
    .where('case_id', '=', caseId)
    .where('contact', 'is not', null)
    .where(sql<boolean>`person_hash is distinct from ${hash}`)
    .execute();
}

// A person who asks more often than this is looked at by somebody.
const mostCases = 100;

/**
 * The cases that are worked on of whoever a case is of, with that case, the first to come in first. Whose identity is in doubt, or
 * was never proven, is not among them.
 */
export async function listCasesOfSamePerson(scope: StoreScope, caseId: CaseId): Promise<readonly CaseFile[]> {
  const rows = await casesByReceipt(scope)
    .where('state', 'in', workedOnStates)
    .where('person_hash', '=', (one) =>
      one
        .selectFrom('case_file as named')
        .select('named.person_hash')
        .where('named.organisation_id', '=', scope.organisationId)
        .where('named.case_id', '=', caseId),
    )
    .limit(mostCases)
    .execute();
  return rows.map(caseFromRow);
}

/** The cases that are joined with one. */
export async function listJoinedCases(scope: StoreScope, caseId: CaseId): Promise<readonly CaseFile[]> {
  const rows = await casesByReceipt(scope)
    .where('joined_to', '=', caseId)
    .where('state', '=', 'joined')
    .execute();
  return rows.map(caseFromRow);
}

/** The first to come in first. */
function casesByReceipt({ db, organisationId }: StoreScope) {
  return db
    .selectFrom('case_file')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('received_at')
    .orderBy('case_id');
}

const unanswering: readonly CaseState[] = ['received', 'identity', 'withdrawn'];

/** Joined cases that nothing answers: the one they are joined with was withdrawn, or it is in doubt whose that is. At most `limit`. */
export async function listCasesJoinedInVain(
  { db, organisationId }: StoreScope,
  limit: number,
): Promise<readonly CaseFile[]> {
  const rows = await db
    .selectFrom('case_file')
    .selectAll('case_file')
    .innerJoin('case_file as first', (join) =>
      join
        .onRef('first.organisation_id', '=', 'case_file.organisation_id')
        .onRef('first.case_id', '=', 'case_file.joined_to'),
    )
    .where('case_file.organisation_id', '=', organisationId)
    .where('case_file.state', '=', 'joined')
    .where('first.state', 'in', unanswering)
    .limit(limit)
    .execute();
  return rows.map(caseFromRow);
}

/** Those that were joined with a case that is now joined itself are joined with that one's first. */
export async function passOnJoined(
  { db, organisationId }: StoreScope,
  { from, to }: { readonly from: CaseId; readonly to: CaseId },
): Promise<void> {
  await db
    .updateTable('case_file')
    .set({ joined_to: to })
    .where('organisation_id', '=', organisationId)
    .where('joined_to', '=', from)
    .execute();
}
