import { present } from '../base/assert.ts';
import type { Localised } from '../domain/language.ts';
import { keptReason } from '../plan/kept-reason.ts';
import type { ErasePlan } from '../plan/plan.ts';
import { inPolicyOrder } from '../plan/policy-order.ts';
import type { Policy, PolicySource } from '../policy/policy.ts';
import type { ErasureCount } from '../sources/source.ts';
import type { ErasedTable, KeptTable } from './letters/letter.ts';

export interface ErasureOutcome {
  readonly erased: readonly ErasedTable[];
  readonly kept: readonly KeptTable[];
}

/** Source → what its erasure counted. */
export type CountsBySource = Readonly<Record<string, readonly ErasureCount[]>>;

/**
 * From the figures of an erasure to what the letter and the status page list: what went, and what stayed on
 * which ground and until when (art. 17(3)), counted from the latest start among the rows that stayed.
 */
export function erasureOutcome(policy: Policy, plan: ErasePlan, counts: CountsBySource): ErasureOutcome {
  const erased: ErasedTable[] = [];
  const kept: KeptTable[] = [];
  for (const part of plan.sources) {
    const source = present(
      policy.sources.find(({ id }) => id === part.source),
      'the source of a plan',
    );
    for (const count of inPolicyOrder(source, counts[part.source] ?? [])) {
      if (count.rows === 0) continue;
      const place = { source: source.name, table: tableName(source, count.table), rows: count.rows };
      switch (count.effect) {
        case 'delete':
          erased.push({ ...place, effect: 'deleted' });
          break;
        case 'redact':
          erased.push({ ...place, effect: 'redacted' });
          break;
        case 'leave':
          erased.push({ ...place, effect: 'shared' });
          break;
        case 'keep':
          kept.push({ ...place, ...keptReason(policy, part, count) });
          break;
        // A reference that became empty in a row that is not the person's: nothing of theirs, and so not told.
        case 'release':
          break;
      }
    }
  }
  return { erased, kept };
}

function tableName(source: PolicySource, id: string): Localised {
  return present(
    source.tables.find((table) => table.id === id),
    'the table of a count',
  ).name;
}
