import type { NoticeScope } from '../domain/notice.ts';
import type { Told, ToldPerson } from '../notices/tell-recipients.ts';
import { categoriesOf } from '../policy/column-categories.ts';
import type { Policy } from '../policy/policy.ts';
import { personalColumns, purposesOf, tableIn } from '../policy/table-graph.ts';
import type { ErasureCount } from '../sources/source.ts';
import { readRunIdentities } from '../store/run-identities.ts';
import type { RunStep } from '../store/run-step.ts';
import { attestedOutcomes } from './await-step.ts';
import type { CurrentRun } from './current-run.ts';
import { erasedCounts } from './erase-step.ts';
import { type CountsBySource, erasedCases } from './run-cases.ts';

const erasing: ReadonlySet<ErasureCount['effect']> = new Set(['delete', 'redact', 'leave']);

/** What the recipients of whom a run erased are to be told; null when it erased nothing. */
export async function erasureToTell(
  { context, policy, caseFile, held }: Pick<CurrentRun, 'context' | 'policy' | 'caseFile' | 'held'>,
  steps: readonly RunStep[],
): Promise<Told | null> {
  const { store } = context;
  const erased = erasedCounts(steps);
  const scope = erasedScope(policy, erased, steps);
  if (scope === null) return null;
  const { identities = [], people } = (await readRunIdentities(store, held.id)) ?? {};
  const told: Told = { policy, caseFile, runId: held.id, deed: 'erasure', scope, identities };
  if (people === undefined) return told;
  const known = new Map(people.map(({ person, identities: its }) => [person, its]));
  const each = (await erasedCases(store, held.planId)).flatMap(
    ({ person, counts }): readonly ToldPerson[] => {
      const done = Object.entries(counts).filter(([source]) => source in erased);
      const its = erasedScope(policy, Object.fromEntries(done), steps);
      return its === null ? [] : [{ person, scope: its, identities: known.get(person) ?? [] }];
    },
  );
  return { ...told, each };
}

/** For which purposes and of which categories anything was erased; null when there was nothing to erase. */
export function erasedScope(
  policy: Policy,
  counted: CountsBySource,
  steps: readonly RunStep[],
): NoticeScope | null {
  const [purposes, categories] = [new Set<string>(), new Set<string>()];
  for (const [id, counts] of Object.entries(counted)) {
    const source = policy.sources.find((each) => each.id === id);
    if (source === undefined) continue;
    for (const { table: name, effect, rows } of counts) {
      const table = tableIn(source, name);
      if (rows === 0 || !erasing.has(effect) || table === undefined) continue;
      for (const column of personalColumns(table)) {
        for (const purpose of purposesOf(table, column)) purposes.add(purpose);
        for (const category of categoriesOf(column)) categories.add(category);
      }
    }
  }
  for (const { source: id, outcome } of attestedOutcomes(steps)) {
    const source = policy.sources.find((each) => each.id === id);
    if (outcome !== 'done' || source?.kind !== 'manual') continue;
    for (const purpose of source.purposes) purposes.add(purpose);
    for (const category of source.categories) categories.add(category);
  }
  if (purposes.size === 0 && categories.size === 0) return null;
  return { purposes: [...purposes].sort(), categories: [...categories].sort(), recipients: 'all' };
}
