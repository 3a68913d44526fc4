import { assert } from '../base/assert.ts';
import type { Json } from '../base/canonical-json.ts';
import type { CaseId } from '../base/ids.ts';
import { bindingsOf, type CurrentRun, sourceOf } from './current-run.ts';
import { boundTo, type CountsBySource, countsJson, differences, sumOfCounts } from './run-cases.ts';

/**
 * What is done for each of several cases, counted again where together it is no longer what was planned: a letter says
 * what is so. Null for a plan of one case, or when nothing changed.
 */
export async function recountCases(
  run: CurrentRun,
): Promise<readonly { readonly caseId: CaseId; readonly counts: Json }[] | null> {
  if (!run.several) return null;
  const planned = run.cases.map(({ counts }) => counts ?? {});
  const together = await countsNow(run);
  if (differences(sumOfCounts(planned), sumOfCounts([together])).length === 0) return null;
  const recounted: { caseId: CaseId; counts: Json }[] = [];
  for (const one of run.cases) {
    const counts = await countsNow({ ...run, bindings: boundTo(run.bindings, [one]) });
    recounted.push({ caseId: one.file.id, counts: countsJson(counts) });
  }
  return recounted;
}

async function countsNow(run: CurrentRun): Promise<CountsBySource> {
  const { plan } = run.record;
  assert(plan.kind === 'erase', 'a plan that erases');
  const counts = await Promise.all(
    plan.sources.map(
      async (part) =>
        [
          part.source,
          await sourceOf(run, part.source).countErasure(part, bindingsOf(run, part.source)),
        ] as const,
    ),
  );
  return Object.fromEntries(counts);
}
