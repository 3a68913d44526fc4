import { present } from '../base/assert.ts';
import type { Json } from '../base/canonical-json.ts';
import type { PlanId } from '../base/ids.ts';
import { isWorkedOn } from '../domain/case-state.ts';
import type { Bindings, SourceBindings } from '../plan/plan.ts';
import type { ErasureCount } from '../sources/source.ts';
import { type CaseFile, readCase } from '../store/case-file.ts';
import { leaveOut, listPlanCases } from '../store/plan-case.ts';
import type { PlanRecord } from '../store/plan-record.ts';
import type { StoreScope } from '../store/store.ts';

/** A case that a run answers, and which of the people of its plan it is of. */
export interface RunCase {
  readonly file: CaseFile;
  readonly person: number;
  /** What is done for them alone; null for a plan of one case, where it is all that is done. */
  readonly counts: CountsBySource | null;
}

export type CountsBySource = Readonly<Record<string, readonly ErasureCount[]>>;

/**
 * The cases that a run answers: that of its plan, or those that its plan answers together, but for those that were left
 * out.
 */
export async function casesOf(scope: StoreScope, record: PlanRecord): Promise<readonly RunCase[]> {
  if (record.caseId !== null) {
    const file = await readCase(scope, record.caseId);
    return file === undefined ? [] : [{ file, person: 0, counts: null }];
  }
  const cases: RunCase[] = [];
  for (const { caseId, person, counts, leftOut } of await listPlanCases(scope, record.id)) {
    if (leftOut !== null) continue;
    const file = present(await readCase(scope, caseId), 'the case of a plan');
    cases.push({ file, person, counts: countsBySource(counts) });
  }
  return cases;
}

/** Whom a plan of several cases erased, with what was done for each: also who was left out afterwards, because more was found of them. */
export async function erasedCases(
  scope: StoreScope,
  planId: PlanId,
): Promise<readonly { readonly person: number; readonly counts: CountsBySource }[]> {
  const cases = await listPlanCases(scope, planId);
  return cases.flatMap(({ person, counts, leftOut }) =>
    leftOut === 'ended' ? [] : [{ person, counts: countsBySource(counts) }],
  );
}

/** Whether a plan was made to answer several cases, also when all of them were left out since. */
export async function answersSeveral(scope: StoreScope, record: PlanRecord): Promise<boolean> {
  return record.caseId === null && (await listPlanCases(scope, record.id)).length > 0;
}

/** Before anything is done: nothing is begun for who withdrew their request or was refused. The others go on. */
export async function leaveOutEnded(
  scope: StoreScope,
  record: PlanRecord,
  cases: readonly RunCase[],
): Promise<readonly RunCase[]> {
  const ended = cases.filter(({ file }) => !isWorkedOn(file.state)).map(({ file }) => file.id);
  await leaveOut(scope, record.id, { caseIds: ended, why: 'ended' });
  return cases.filter(({ file }) => !ended.includes(file.id));
}

/** The people of a plan of several cases that are still in it. What was approved is all of them; what runs, no more. */
export function boundTo({ nonce, sources }: Bindings, cases: readonly RunCase[]): Bindings {
  const people = new Set(cases.map(({ person }) => person));
  const bound = Object.entries(sources).map(([source, tables]): readonly [string, SourceBindings] => [
    source,
    Object.fromEntries(
      Object.entries(tables).map(([table, rows]) => [table, rows.filter(({ person }) => people.has(person))]),
    ),
  ]);
  return { nonce, sources: Object.fromEntries(bound) };
}

/** Counts as they stand beside a plan, by source. */
function countsBySource(counts: Json): CountsBySource {
  // Written by whoever made the plan, or by a run that counted again.
  const all = counts as unknown as readonly (ErasureCount & { readonly source: string })[];
  return Object.fromEntries(
    [...Map.groupBy(all, ({ source }) => source)].map(([source, its]) => [
      source,
      its.map(({ table, effect, rows, latestStart }) => ({ table, effect, rows, latestStart })),
    ]),
  );
}

/** The same, as they are kept. */
export function countsJson(counts: CountsBySource): Json {
  return Object.entries(counts).flatMap(([source, its]) => its.map((count) => ({ source, ...count })));
}

/**
 * Rows by source, table and effect. Two of these are equal where the same is done; that rows let go of rows that go is
 * nobody's in particular, and not counted.
 */
export function sumOfCounts(all: readonly CountsBySource[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const counts of all)
    for (const [source, its] of Object.entries(counts))
      for (const { table, effect, rows } of its) {
        const key = JSON.stringify([source, table, effect]);
        if (rows > 0 && effect !== 'release') sum.set(key, (sum.get(key) ?? 0) + rows);
      }
  return sum;
}

/** The `[source, table, effect]` in which two sums differ. */
export function differences(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
): readonly (readonly [source: string, table: string, effect: string])[] {
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((key) => a.get(key) !== b.get(key))
    .map((key) => JSON.parse(key) as [string, string, string]);
}
