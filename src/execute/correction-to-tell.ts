import { normaliseIdentity } from '../domain/identity.ts';
import type { Told } from '../notices/tell-recipients.ts';
import { manualSource } from '../plan/by-hand.ts';
import type { RectifyPlan } from '../plan/plan.ts';
import { personalColumns, purposesOf, tableIn } from '../policy/table-graph.ts';
import { readContact } from '../store/case-file.ts';
import type { RunStep } from '../store/run-step.ts';
import { attestedOutcomes } from './await-step.ts';
import { correctedByHand } from './corrected-by-hand.ts';
import type { CurrentRun } from './current-run.ts';
import { correctedValuesOf, rectifiedCounts } from './rectify-step.ts';

/** What the recipients of whom a run corrected are to be told (art. 16, 19); null when it corrected nothing. */
export async function correctionToTell(
  run: CurrentRun,
  plan: RectifyPlan,
  steps: readonly RunStep[],
): Promise<Told | null> {
  const { policy, caseFile, held } = run;
  const contact = caseFile === null ? undefined : await readContact(run.context.store, caseFile.id);
  const purposes = new Set<string>();
  const corrected = new Set<number>();
  for (const [id, counts] of Object.entries(rectifiedCounts(steps))) {
    const source = policy.sources.find((each) => each.id === id);
    for (const { table: name, column: columnName, correction, effect, rows } of counts) {
      const table = source === undefined ? undefined : tableIn(source, name);
      if (effect !== 'set' || rows === 0 || table === undefined) continue;
      corrected.add(correction);
      for (const column of personalColumns(table))
        if (column.name === columnName)
          for (const purpose of purposesOf(table, column)) purposes.add(purpose);
    }
  }
  for (const attested of attestedOutcomes(steps)) {
    const byHand = correctedByHand(policy, plan, [attested], ['done']);
    for (const index of byHand) corrected.add(index);
    if (byHand.size === 0) continue;
    for (const purpose of manualSource(policy, attested.source)?.purposes ?? []) purposes.add(purpose);
  }
  if (contact === undefined || corrected.size === 0) return null;
  const values = correctedValuesOf(run);
  const corrections = [...corrected].sort().flatMap((index) => {
    const [correction, value] = [plan.corrections[index], values[index]];
    return correction === undefined || value === undefined
      ? []
      : [{ category: correction.category, now: value.now, wanted: value.wanted }];
  });
  // Who has the address that was wrong knows the person by that one.
  const known = [contact.email, ...corrections.flatMap(({ now }) => (now === null ? [] : [now]))];
  return {
    policy,
    caseFile,
    runId: held.id,
    deed: 'rectification',
    scope: {
      purposes: [...purposes].sort(),
      categories: [...new Set(corrections.map(({ category }) => category))].sort(),
      recipients: 'all',
    },
    identities: known
      .filter((value) => /^[^\s@]+@[^\s@]+$/.test(value))
      .map((value) => normaliseIdentity('email', value)),
    corrections,
  };
}
