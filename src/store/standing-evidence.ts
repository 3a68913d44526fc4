import { sql } from 'kysely';
import type { CaseId, MarkId } from '../base/ids.ts';
import type { CaseState } from '../domain/case-state.ts';
import type { Language } from '../domain/language.ts';
import type { WishOf } from '../domain/wish.ts';
import { wishBoundTo } from './case-file.ts';
import { decryptText } from './encryption.ts';
import { listMarksOfCases, type PersonMark } from './person-mark.ts';
import type { RunStep } from './run-step.ts';
import type { StoreScope } from './store.ts';

/** A case in which somebody asked to stop a use, with what they asked, when it was known to be theirs, and its marks. */
export interface StoppingCase {
  readonly id: CaseId;
  readonly kind: StoppingKind;
  /** Null when it is no longer kept. */
  readonly wish: WishOf<StoppingKind> | null;
  readonly state: CaseState;
  readonly language: Language;
  /** When it was known what they ask: when it came in, or when an officer said what their own words are. */
  readonly askedAt: string;
  /** When it was taken up as that; null before. */
  readonly takenUpAt: string | null;
  readonly marks: readonly PersonMark[];
}

type StoppingKind = 'restriction' | 'objection' | 'withdrawal';

/** What the run of a mark's plan found in a source when it was done. */
export interface PlacedMark {
  readonly mark: MarkId;
  readonly source: string;
  readonly rows: number;
}

const mostCases = 10_000;

const classifiedAt = sql<string | null>`(select max(said.at) from gestand.case_event as said
  where said.organisation_id = case_file.organisation_id and said.case_id = case_file.case_id and said.kind = 'classified')`;

/** Cases that were received since a moment, and older ones that are still open. */
export async function readStoppingCases(
  scope: StoreScope,
  since: Temporal.Instant,
): Promise<readonly StoppingCase[]> {
  const rows = await scope.db
    .selectFrom('case_file')
    .select(['case_id', 'kind', 'wish', 'state', 'language', 'received_at'])
    .select(classifiedAt.as('classified_at'))
    .select((row) =>
      row
        .selectFrom('case_event')
        .select((event) => event.fn.min('at').as('at'))
        .whereRef('case_event.organisation_id', '=', 'case_file.organisation_id')
        .whereRef('case_event.case_id', '=', 'case_file.case_id')
        .where('case_event.kind', '=', 'in-progress')
        // Before that it was taken up as a question.
        .where(sql<boolean>`case_event.at >= coalesce(${classifiedAt}, '-infinity')`)
        .as('taken_up_at'),
    )
    .where('organisation_id', '=', scope.organisationId)
    .where('kind', 'in', ['restriction', 'objection', 'withdrawal'])
    .where((row) => row.or([row('received_at', '>=', since.toString()), row('closed_at', 'is', null)]))
    .orderBy('received_at', 'desc')
    .limit(mostCases)
    .execute();
  const marks = Map.groupBy(
    await listMarksOfCases(
      scope,
      rows.map((row) => row.case_id as CaseId),
    ),
    ({ caseId }) => caseId,
  );
  return rows.map((row) => ({
    id: row.case_id as CaseId,
    kind: row.kind as StoppingKind,
    wish: row.wish === null ? null : wishOf(scope, { id: row.case_id as CaseId, wish: row.wish }),
    state: row.state,
    language: row.language,
    askedAt: row.classified_at ?? row.received_at,
    takenUpAt: row.taken_up_at,
    marks: marks.get(row.case_id as CaseId) ?? [],
  }));
}

// Written by openCase: of the kind of its case.
function wishOf(
  { keys }: StoreScope,
  { id, wish }: { readonly id: CaseId; readonly wish: Buffer },
): WishOf<StoppingKind> {
  return JSON.parse(decryptText(keys, wish, wishBoundTo(id))) as WishOf<StoppingKind>;
}

/**
 * Where standing marks were placed: of each source in which there were rows. Marks of people who were erased since are left out: their
 * rows went, and with them what stood beside those.
 */
export async function readPlacedMarks(
  scope: StoreScope,
  marks: readonly PersonMark[],
): Promise<readonly PlacedMark[]> {
  const standing = marks.filter(({ liftedAt, planId }) => liftedAt === null && planId !== null);
  if (standing.length === 0) return [];
  const erased = await scope.db
    .selectFrom('person_mark_identity as known')
    .innerJoin('erasure_record as erased', (join) =>
      join
        .onRef('erased.organisation_id', '=', 'known.organisation_id')
        .onRef('erased.identity_hash', '=', 'known.identity_hash'),
    )
    .select('known.mark_id')
    .where('known.organisation_id', '=', scope.organisationId)
    .distinct()
    .execute();
  const gone = new Set(erased.map((row) => row.mark_id));
  const steps = await scope.db
    .selectFrom('run_step')
    .innerJoin('run', (join) =>
      join
        .onRef('run.organisation_id', '=', 'run_step.organisation_id')
        .onRef('run.run_id', '=', 'run_step.run_id'),
    )
    .select(['run_step.source', 'run_step.result'])
    .where('run_step.organisation_id', '=', scope.organisationId)
    .where('run_step.state', '=', 'completed')
    .where('run_step.name', 'like', 'look:%')
    .where('run.plan_id', 'in', [...new Set(standing.flatMap(({ planId }) => planId ?? []))])
    .execute();
  const ids = new Set<string>(standing.map(({ id }) => id).filter((id) => !gone.has(id)));
  return steps.flatMap(({ source, result }) =>
    countsIn(result)
      .filter(({ mark, rows }) => ids.has(mark) && rows > 0)
      .map(({ mark, rows }) => ({ mark: mark as MarkId, source, rows })),
  );
}

interface Counted {
  readonly mark: string;
  readonly rows: number;
}

// Written by lookStep.
function countsIn(result: RunStep['result']): readonly Counted[] {
  return typeof result === 'object' && result !== null && 'counts' in result
    ? (result['counts'] as unknown as readonly Counted[])
    : [];
}
