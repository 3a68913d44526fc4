import { type Selectable, sql } from 'kysely';
import { present } from '../base/assert.ts';
import { GestandError } from '../base/error.ts';
import { type CaseId, type MailId, type MarkId, newId, type PlanId } from '../base/ids.ts';
import { type Identity, identityKey } from '../domain/identity.ts';
import type { MarkScope, UseMark } from '../domain/use-mark.ts';
import { hashIdentity } from './encryption.ts';
import type { Database } from './schema.ts';
import { nowOf, type StoreScope } from './store.ts';

/** A mark as it is kept. Whose it is can be asked, not read. */
export interface PersonMark extends Omit<UseMark, 'until'> {
  readonly id: MarkId;
  /** The article that set it, or `officer`. */
  readonly rule: string;
  /** The plan that brings it to the sources as it now is; null while none was made. */
  readonly planId: PlanId | null;
  /** The letter that the person gets before it is lifted (GDPR art. 18(3)). */
  readonly noticeMailId: MailId | null;
  readonly liftedAt: string | null;
}

export type NewMark = Pick<PersonMark, 'caseId' | 'kind' | 'ground' | 'scope' | 'rule'>;

// PostgreSQL takes at most 65,535 values in a statement, and an identity of a mark has three.
const batchSize = 10_000;

/** Sets a mark, for everybody who asks from now on. */
export async function setMark(
  scope: StoreScope,
  mark: NewMark,
  identities: readonly Identity[],
): Promise<PersonMark> {
  return present(await setMarkOnce(scope, { ...mark, ordinal: null }, identities), 'a new mark');
}

/**
 * Sets one of the marks of a wish, of which whoever finds out first sets each.
 *
 * @param mark `ordinal`: which of them it is, from 0; null: another one, whatever was set before.
 * @returns undefined when it was set before.
 */
export async function setMarkOnce(
  scope: StoreScope,
  mark: NewMark & { readonly ordinal: number | null },
  identities: readonly Identity[],
): Promise<PersonMark | undefined> {
  const id: MarkId = newId('mark', scope.clock.now());
  const row = await scope.db
    .insertInto('person_mark')
    .values({
      organisation_id: scope.organisationId,
      mark_id: id,
      case_id: mark.caseId,
      kind: mark.kind,
      ground: mark.ground,
      scope: JSON.stringify(mark.scope),
      rule: mark.rule,
      since: nowOf(scope),
      ordinal: mark.ordinal,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'case_id', 'ordinal']).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  await addMarkIdentities(scope, [id], identities);
  return fromRow(row);
}

/** By what else the person of marks is known. What is there already stays. */
export async function addMarkIdentities(
  scope: StoreScope,
  marks: readonly MarkId[],
  identities: readonly Identity[],
): Promise<void> {
  const rows = marks.flatMap((mark) =>
    identities.map((identity) => ({
      organisation_id: scope.organisationId,
      identity_hash: hashIdentity(scope.keys, identity),
      mark_id: mark,
    })),
  );
  for (let from = 0; from < rows.length; from += batchSize)
    await scope.db
      .insertInto('person_mark_identity')
      .values(rows.slice(from, from + batchSize))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/**
 * The marks that stand on each of these identities, however many they are: one question to the database. By
 * {@link identityKey}; who has none is absent.
 */
export async function marksOfIdentities(
  scope: StoreScope,
  identities: readonly Identity[],
): Promise<ReadonlyMap<string, readonly UseMark[]>> {
  const keyOf = new Map(identities.map((identity) => [hashIdentity(scope.keys, identity), identity]));
  const found = new Map<string, UseMark[]>();
  if (keyOf.size === 0) return found;
  const rows = await scope.db
    .selectFrom('person_mark_identity as known')
    .innerJoin('person_mark as mark', (join) =>
      join
        .onRef('mark.organisation_id', '=', 'known.organisation_id')
        .onRef('mark.mark_id', '=', 'known.mark_id'),
    )
    .selectAll('mark')
    .select('known.identity_hash')
    .where('known.organisation_id', '=', scope.organisationId)
    .where('known.identity_hash', '=', sql<string>`any(${[...keyOf.keys()]}::text[])`)
    .where('mark.lifted_at', 'is', null)
    .orderBy('mark.since')
    .orderBy('mark.mark_id')
    .execute();
  for (const row of rows) {
    const identity = keyOf.get(row.identity_hash);
    if (identity === undefined) continue;
    const key = identityKey(identity);
    found.set(key, [...(found.get(key) ?? []), asUseMark(fromRow(row))]);
  }
  return found;
}

/**
 * The marks that stand on any of these identities, in the order of their ids. `hold`: nobody else lifts one of them until this
 * transaction ends, so that of two that end together the later one sees that the earlier did.
 */
export async function standingMarks(
  scope: StoreScope,
  identities: readonly Identity[],
  { hold }: { readonly hold: boolean } = { hold: false },
): Promise<readonly PersonMark[]> {
  if (identities.length === 0) return [];
  const hashes = identities.map((identity) => hashIdentity(scope.keys, identity));
  const standing = marks(scope)
    .where('lifted_at', 'is', null)
    .where('mark_id', 'in', (mark) =>
      mark
        .selectFrom('person_mark_identity')
        .select('person_mark_identity.mark_id')
        .where('person_mark_identity.organisation_id', '=', scope.organisationId)
        .where('person_mark_identity.identity_hash', '=', sql<string>`any(${hashes}::text[])`),
    )
    .orderBy('mark_id');
  const rows = await (hold ? standing.forUpdate() : standing).execute();
  return rows.map(fromRow);
}

/** The marks of a case, in the order in which they were set. */
export async function listMarksOfCase(scope: StoreScope, caseId: CaseId): Promise<readonly PersonMark[]> {
  return listMarksOfCases(scope, [caseId]);
}

/** The marks of cases, in the order in which they were set. */
export async function listMarksOfCases(
  scope: StoreScope,
  caseIds: readonly CaseId[],
): Promise<readonly PersonMark[]> {
  const rows = await marks(scope)
    .where('case_id', '=', sql<string>`any(${caseIds}::text[])`)
    .orderBy('since')
    .orderBy('mark_id')
    .execute();
  return rows.map(fromRow);
}

/** Whether a mark stands and is to go on standing: it was not lifted, and nobody was written to that it will be. */
export function isStaying({
  liftedAt,
  noticeMailId,
}: Pick<PersonMark, 'liftedAt' | 'noticeMailId'>): boolean {
  return liftedAt === null && noticeMailId === null;
}

/** An objection that was weighed and upheld: what rested while it was pending is now refused. */
export async function upholdMark(scope: StoreScope, id: MarkId): Promise<void> {
  await oneMark(scope, id)
    .set({ kind: 'objected', ground: null, rule: 'officer', plan_id: null })
    .where('kind', '=', 'restricted')
    .execute();
}

/** Marks whose plan could not be carried out are to be planned again. */
export async function releaseFailedPlans(scope: StoreScope): Promise<void> {
  await scope.db
    .updateTable('person_mark')
    .set({ plan_id: null })
    .where('organisation_id', '=', scope.organisationId)
    .where('lifted_at', 'is', null)
    .where('plan_id', 'is not', null)
    .where(
      sql<boolean>`exists (select from gestand.run
          where organisation_id = ${scope.organisationId} and plan_id = person_mark.plan_id and state = 'failed')
        and not exists (select from gestand.run
          where organisation_id = ${scope.organisationId} and plan_id = person_mark.plan_id and state <> 'failed')`,
    )
    .execute();
}

/**
 * Notes which plan brings marks to the sources.
 *
 * @throws GestandError conflict when another plan does so already.
 */
export async function setMarkPlan(scope: StoreScope, ids: readonly MarkId[], planId: PlanId): Promise<void> {
  const { numUpdatedRows } = await scope.db
    .updateTable('person_mark')
    .set({ plan_id: planId })
    .where('organisation_id', '=', scope.organisationId)
    .where('mark_id', 'in', ids)
    .where('plan_id', 'is', null)
    .executeTakeFirst();
  if (Number(numUpdatedRows) !== ids.length)
    throw new GestandError('conflict', 'These marks are brought to the sources by another plan already.');
}

/** Notes the letter that must have left before a mark is lifted. */
export async function announceLifting(scope: StoreScope, id: MarkId, mailId: MailId): Promise<void> {
  await oneMark(scope, id).set({ notice_mail_id: mailId, plan_id: null }).execute();
}

/** The marks that were to be lifted and whose letter has left; at most `limit`. */
export async function listMarksToLift(scope: StoreScope, limit: number): Promise<readonly PersonMark[]> {
  const rows = await marks(scope)
    .where('lifted_at', 'is', null)
    .where('notice_mail_id', 'is not', null)
    .where('plan_id', 'is', null)
    .where((mark) =>
      mark.exists(
        mark
          .selectFrom('outbox_mail')
          .select('mail_id')
          .where('organisation_id', '=', scope.organisationId)
          .whereRef('mail_id', '=', 'person_mark.notice_mail_id')
          .where('state', '=', 'sent'),
      ),
    )
    .orderBy('since')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** Marks that were set in a case which asks for something else, and stand in no source yet; at most `limit`. */
export async function listMarksToPlace(scope: StoreScope, limit: number): Promise<readonly PersonMark[]> {
  const rows = await marks(scope)
    .where('plan_id', 'is', null)
    .where('notice_mail_id', 'is', null)
    .where('lifted_at', 'is', null)
    .where((mark) =>
      mark.exists(
        mark
          .selectFrom('case_file')
          .select('case_file.case_id')
          .where('case_file.organisation_id', '=', scope.organisationId)
          .whereRef('case_file.case_id', '=', 'person_mark.case_id')
          .where('case_file.kind', 'not in', ['restriction', 'objection', 'withdrawal']),
      ),
    )
    .orderBy('since')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** Objections that were upheld and do not stand so in the sources yet; at most `limit`. */
export async function listMarksToUphold(scope: StoreScope, limit: number): Promise<readonly PersonMark[]> {
  const rows = await marks(scope)
    .where('kind', '=', 'objected')
    .where('rule', '=', 'officer')
    .where('plan_id', 'is', null)
    .where('notice_mail_id', 'is', null)
    .where('lifted_at', 'is', null)
    .orderBy('since')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/**
 * Cases that ask for a stop, of which not everything that can be done by rule was done; at most `limit`. Some may fail
 * again and again, and must not stand before the others for ever.
 */
export async function listCasesToStop(scope: StoreScope, limit: number): Promise<readonly CaseId[]> {
  const rows = await scope.db
    .selectFrom('case_file')
    .select('case_id')
    .where('organisation_id', '=', scope.organisationId)
    .where('kind', 'in', ['restriction', 'objection', 'withdrawal'])
    .where('state', 'in', ['received', 'identity', 'in-progress', 'extended'])
    .where(
      sql<boolean>`not exists (select from gestand.case_event
          where organisation_id = ${scope.organisationId} and case_id = case_file.case_id and kind = 'effect-taken')
        or exists (select from gestand.person_mark
          where organisation_id = ${scope.organisationId} and case_id = case_file.case_id
            and plan_id is null and lifted_at is null)`,
    )
    .orderBy(sql`random()`)
    .limit(limit)
    .execute();
  return rows.map((row) => row.case_id as CaseId);
}

/** Lifts marks. By what their person was known goes with it: nobody needs it any more. */
export async function liftMarks(scope: StoreScope, ids: readonly MarkId[]): Promise<void> {
  if (ids.length === 0) return;
  await scope.db
    .updateTable('person_mark')
    .set({ lifted_at: nowOf(scope) })
    .where('organisation_id', '=', scope.organisationId)
    .where('mark_id', 'in', ids)
    .where('lifted_at', 'is', null)
    .execute();
  await scope.db
    .deleteFrom('person_mark_identity')
    .where('organisation_id', '=', scope.organisationId)
    .where('mark_id', 'in', ids)
    .execute();
}

function marks(scope: StoreScope) {
  return scope.db.selectFrom('person_mark').selectAll().where('organisation_id', '=', scope.organisationId);
}

function oneMark(scope: StoreScope, id: MarkId) {
  return scope.db
    .updateTable('person_mark')
    .where('organisation_id', '=', scope.organisationId)
    .where('mark_id', '=', id);
}

function asUseMark({ kind, ground, scope, caseId, since, liftedAt }: PersonMark): UseMark {
  return { kind, ground, scope, caseId, since, until: liftedAt };
}

function fromRow(row: Selectable<Database['person_mark']>): PersonMark {
  return {
    id: row.mark_id as MarkId,
    caseId: row.case_id as CaseId,
    kind: row.kind,
    ground: row.ground,
    // Written by setMark from a MarkScope.
    scope: row.scope as unknown as MarkScope,
    rule: row.rule,
    since: row.since,
    planId: row.plan_id as PlanId | null,
    noticeMailId: row.notice_mail_id as MailId | null,
    liftedAt: row.lifted_at,
  };
}
