import { GestandError } from '../base/error.ts';
import { appliesOn } from './law-entry.ts';
import { lookup } from './law-pack.ts';
import { heldUntil, type RetentionTerm } from './retention.ts';
import { type RetentionRuleEntry, retentionRules } from './retention-rules.ts';

/** The days that follow from a rule and the day its term counts from. */
export interface RetentionDates {
  readonly entry: RetentionRuleEntry;
  readonly term: RetentionTerm;
  readonly from: Temporal.PlainDate;
  /** Of a minimum: the last day on which it must be there. Of a window: the last day of the right. Else null. */
  readonly keepUntil: Temporal.PlainDate | null;
  /** Of a minimum: the first day on which it may go. Else null. */
  readonly eraseFrom: Temporal.PlainDate | null;
  /** Of a maximum or a default: the last day on which erasing it is in time. Else null. */
  readonly eraseBy: Temporal.PlainDate | null;
}

/**
 * How long something is kept that happened on `from`, by a rule as it stands on `on`.
 *
 * @throws GestandError `not-found` when there is no such rule, or it did not apply on that day.
 */
export function retentionDates(
  name: string,
  from: Temporal.PlainDate,
  { on, bookYearEnd }: { readonly on: Temporal.PlainDate; readonly bookYearEnd?: Temporal.PlainMonthDay },
): RetentionDates {
  const entry = retentionRules.find((each) => each.value.rule === name && appliesOn(each, on));
  if (entry === undefined) {
    const known = retentionRules.map((each) => each.value.rule).join(', ');
    throw new GestandError('not-found', `There is no rule ${name} on ${on}. Name one of: ${known}.`);
  }
  const { kind } = entry.value;
  const term = termOf(entry, on);
  const last = heldUntil(from, term, bookYearEnd);
  const gone = kind === 'maximum' || kind === 'default';
  return {
    entry,
    term,
    from,
    keepUntil: gone ? null : last,
    eraseFrom: kind === 'minimum' ? last.add({ days: 1 }) : null,
    eraseBy: gone ? last : null,
  };
}

/** The term of a rule on a day; terms of the law pack have dates of their own. */
export function termOf({ value }: RetentionRuleEntry, on: Temporal.PlainDate): RetentionTerm {
  return typeof value.term === 'string' ? lookup(value.term, on) : value.term;
}
