import { present } from '../base/assert.ts';
import { type Ground, groundById } from '../law/grounds.ts';
import { heldUntil } from '../law/retention.ts';
import type { Policy } from '../policy/policy.ts';
import type { EraseStep, SourceErasure, SourceRectification } from './plan.ts';

/** Why rows of a table stay (art. 17(3)), and the last day they do, as an ISO date; null when their start is not known. */
export interface KeptReason {
  readonly ground: Ground;
  readonly until: string | null;
}

/** @param latestStart the latest start of a term among the rows, as an ISO date. */
export function keptReason(
  policy: Policy,
  { source, steps }: Held,
  { table, latestStart }: { readonly table: string; readonly latestStart: string | null },
): KeptReason {
  const step = present(
    steps.find((each): each is KeepStep => each.kind === 'keep' && each.table === table),
    `the reason to keep rows of ${source}.${table}`,
  );
  const rule = present(policy.retention.get(step.rule), 'the rule of a hold');
  const bookYearEnd = Temporal.PlainMonthDay.from(policy.bookYearEnd);
  return {
    ground: present(groundById(step.ground), 'the ground of a hold'),
    until:
      latestStart === null
        ? null
        : heldUntil(Temporal.PlainDate.from(latestStart), rule, bookYearEnd).toString(),
  };
}

/** The part of a plan in which a law may hold rows. */
type Held = Pick<SourceErasure | SourceRectification, 'source' | 'steps'>;

type KeepStep = Extract<EraseStep, { readonly kind: 'keep' }>;
