import { sql } from 'kysely';
import type { StoreScope } from './store.ts';

/** How many are named; the first is enough to look. */
const mostNamed = 10;
/** A state and its entry are written in one transaction, one after the other. */
const toleratedSeconds = 60;

/**
 * The promises of which our tables tell another history than the ledger, by id: each entry of a check must have its row and each row its
 * entry. A row that says a promise is unproven, and was made when somebody took it up, has the entry that says so. Both are read in one
 * statement, so that what happens meanwhile is in both or in neither. The ledger must have been verified before: here its texts are believed.
 */
export async function promisesToldOtherwise(scope: StoreScope): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with told as (
      select leaf::jsonb ->> 'kind' as kind, leaf::jsonb #>> '{subjects,promiseId}' as promise_id,
        leaf::jsonb #>> '{detail,state}' as state, (leaf::jsonb ->> 'at')::timestamptz as at
      from gestand.ledger_entry
      where organisation_id = ${scope.organisationId} and leaf ~ '"kind":"promise-(checked|taken-up)"'
    ), held as (
      select promise_id, state, since from gestand.promise_result where organisation_id = ${scope.organisationId}
    )
    select promise_id as id from told
    where kind = 'promise-checked' and not exists (
      select from held where held.promise_id = told.promise_id and held.state = told.state
        and not ${tooFarApart('told.at', 'held.since')}
    )
    union
    select promise_id from held
    where not exists (
      select from told where told.promise_id = held.promise_id and told.state = held.state and (
        told.kind = 'promise-checked' and not ${tooFarApart('told.at', 'held.since')}
        or told.kind = 'promise-taken-up' and held.state = 'unproven'
      )
    )
    order by id limit ${mostNamed}
  `.execute(scope.db);
  return rows.map(({ id }) => id);
}

/** The cases of which our tables tell otherwise than the ledger: where they are, by when they are due, when they were answered and ended. */
export async function casesToldOtherwise(scope: StoreScope): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with entry as (
      select leaf::jsonb #>> '{subjects,caseId}' as case_id, leaf::jsonb ->> 'kind' as kind, leaf::jsonb -> 'detail' as detail,
        (leaf::jsonb ->> 'at')::timestamptz as at,
        row_number() over (order by entry_index nulls last, entry_id) as turn
      from gestand.ledger_entry
      where organisation_id = ${scope.organisationId}
        and leaf ~ '"kind":"case-(opened|state|classified)"'
    ), told as (
      select case_id,
        (array_agg(coalesce(detail ->> 'state', 'received') order by turn desc) filter (where kind <> 'case-classified'))[1] as state,
        (array_agg(at order by turn desc) filter (where kind = 'case-state'))[1] as moved_at,
        (array_agg(at order by turn desc) filter (where detail ->> 'state' in ('answered', 'refused')))[1] as answered_at,
        (array_agg(detail ->> 'legalDate' order by turn desc) filter (where detail ? 'legalDate'))[1] as legal_date
      from entry group by case_id
    )
    select case_id as id
    from told full join (
      select case_id, state, legal_date, answered_at, closed_at from gestand.case_file where organisation_id = ${scope.organisationId}
    ) as held using (case_id)
    where told.state is distinct from coalesce(held.state, 'removed')
      or held.state is not null and (
        told.legal_date is distinct from held.legal_date::text
        or ${tooFarApart('told.answered_at', 'held.answered_at')}
        or ${tooFarApart("case when told.state in ('closed', 'withdrawn', 'joined') then told.moved_at end", 'held.closed_at')}
      )
    order by id limit ${mostNamed}
  `.execute(scope.db);
  return rows.map(({ id }) => id);
}

/** The policies that were in force by our tables and not by the ledger, by the beginning of their hash. */
export async function policiesToldOtherwise(scope: StoreScope): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select left(policy_hash, 12) as id from gestand.policy_version
    where organisation_id = ${scope.organisationId} and policy_hash not in (
      select leaf::jsonb #>> '{detail,policyHash}' from gestand.ledger_entry
      where organisation_id = ${scope.organisationId} and leaf like '%"kind":"policy-loaded"%'
    )
    order by id limit ${mostNamed}
  `.execute(scope.db);
  return rows.map(({ id }) => id);
}

/** @param one @param other expressions of ours, no value of anybody's. */
function tooFarApart(one: string, other: string) {
  const [first, second] = [sql.raw(one), sql.raw(other)];
  return sql<boolean>`(
    (${first} is null) <> (${second} is null)
    or abs(extract(epoch from ${first} - ${second})) > ${toleratedSeconds}
  )`;
}
