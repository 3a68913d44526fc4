import { present } from '../base/assert.ts';
import type { Localised } from '../domain/language.ts';
import { groundById } from '../law/grounds.ts';
import { heldUntil } from '../law/retention.ts';
import type { ErasePlan, EraseStep, SourceErasure } from '../plan/plan.ts';
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
    for (const count of counts[part.source] ?? []) {
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
          kept.push({ ...place, ...reasonToKeep(policy, part, count) });
          break;
        // A reference that became empty in a row that is not the person's: nothing of theirs, and so not told.
        case 'release':
          break;
      }
    }
  }
  return { erased, kept };
}

function reasonToKeep(
  policy: Policy,
  { source, steps }: SourceErasure,
  { table, latestStart }: ErasureCount,
): Pick<KeptTable, 'ground' | 'until'> {
  const step = present(
    steps.find((each): each is KeepStep => each.kind === 'keep' && each.table === table),
    `the reason to keep rows of ${source}.${table}`,
  );
  const rule = present(policy.retention.get(step.rule), 'the rule of a hold');
  const { month, day } = policy.bookYearEnd;
  return {
    ground: present(groundById(step.ground), 'the ground of a hold'),
    until:
      latestStart === null
        ? null
        : heldUntil(
            Temporal.PlainDate.from(latestStart),
            rule,
            Temporal.PlainMonthDay.from({ monthCode: `M${String(month).padStart(2, '0')}`, day }),
          ).toString(),
  };
}

type KeepStep = Extract<EraseStep, { readonly kind: 'keep' }>;

function tableName(source: PolicySource, id: string): Localised {
  return present(
    source.tables.find((table) => table.id === id),
    'the table of a count',
  ).name;
}
