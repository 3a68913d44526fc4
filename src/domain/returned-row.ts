import { legalTimeZone } from '../base/clock.ts';
import type { IdentityKind } from './identity.ts';

/** What is known of a row of a person after an erasure of which something is recognised in it. */
export interface ReturnedRow {
  /** A row with this key was erased from this table. */
  readonly sameKey: boolean;
  /** That row was deleted, and not emptied and kept. */
  readonly wasDeleted: boolean;
  /** The key is itself what people are recognised by: whoever has the same address has the same key. */
  readonly keyIsIdentity: boolean;
  /** Kinds of the identities it carries, of those that were erased and of the others. */
  readonly erased: readonly IdentityKind[];
  readonly others: readonly IdentityKind[];
  /** When it was made, as its source says; null: its table does not say. */
  readonly created: string | null;
  /** Something that happened to it, so that it was there already; null: its table does not say. */
  readonly lastActive: string | null;
  /** The latest erasure that it is recognised from. */
  readonly erasedAt: Temporal.Instant;
}

/**
 * `back`: the erased row itself, brought back by a restore or an import. `new`: made after the erasure, by somebody who
 * came back of their own accord. `unclear`: it may be either, or somebody else's, and a person must say which.
 * `other`: nothing of whom was erased.
 */
export type ReturnVerdict = 'back' | 'new' | 'unclear' | 'other';

/** A telephone is shared by a household and a number plate goes with the car: alone they are nobody's return. */
const weakKinds: ReadonlySet<IdentityKind> = new Set(['phone', 'licence-plate']);

/**
 * Tells a row that came back from one that is new. Whoever takes over an address of somebody who was erased (a
 * successor, a partner) is not erased for it: one address alone proves nothing without the key of the erased row.
 */
export function judgeReturn(row: ReturnedRow): ReturnVerdict {
  const made = madeRelativeTo(row);
  if (row.sameKey && !row.keyIsIdentity) {
    // What was emptied and kept is still there, and has a key and nothing else.
    if (row.erased.length === 0 && !row.wasDeleted) return 'other';
    // A database gave the number out again.
    if (made === 'after') return row.erased.length === 0 ? 'other' : 'unclear';
    // Nothing says who is in it, so that the number may have been given out again.
    if (row.erased.length === 0 && made === 'unknown') return 'unclear';
    return 'back';
  }
  if (row.erased.every((kind) => weakKinds.has(kind))) return 'other';
  if (made === 'after') return 'new';
  if (made === 'unknown') return 'unclear';
  return row.sameKey || (row.erased.length > 1 && row.others.length === 0) ? 'back' : 'unclear';
}

/** When a moment of a row was, as far as its text says: a day, or a time whose zone nobody wrote down, is a span. */
export interface MomentSpan {
  readonly earliest: Temporal.Instant;
  readonly latest: Temporal.Instant;
}

/** Null: the text is no moment. */
export function momentSpan(text: string): MomentSpan | null {
  const parts = pattern.exec(text.trim());
  if (parts === null) return null;
  const [, date = '', time, zone] = parts;
  try {
    if (time === undefined) {
      const day = Temporal.PlainDate.from(date);
      const [start, end] = [day, day.add({ days: 1 })].map((each) => each.toZonedDateTime(legalTimeZone));
      return start === undefined || end === undefined ? null : span([start, end]);
    }
    if (zone !== undefined) return span([Temporal.Instant.from(`${date}T${time}${zone}`)]);
    const local = Temporal.PlainDateTime.from(`${date}T${time}`);
    return span([local.toZonedDateTime('UTC'), local.toZonedDateTime(legalTimeZone)]);
  } catch {
    return null;
  }
}

const pattern =
  /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(Z|[+-]\d{2}(?::?\d{2}){0,1})?)?$/i;

function span(moments: readonly (Temporal.Instant | Temporal.ZonedDateTime)[]): MomentSpan {
  const instants = moments
    .map((moment) => ('toInstant' in moment ? moment.toInstant() : moment))
    .toSorted(Temporal.Instant.compare);
  const [earliest] = instants;
  const latest = instants.at(-1);
  if (earliest === undefined || latest === undefined) throw new RangeError('no moments');
  return { earliest, latest };
}

function madeRelativeTo({ created, lastActive, erasedAt }: ReturnedRow): 'before' | 'after' | 'unknown' {
  const made = created === null ? null : momentSpan(created);
  if (made !== null && Temporal.Instant.compare(made.latest, erasedAt) <= 0) return 'before';
  if (made !== null && Temporal.Instant.compare(made.earliest, erasedAt) > 0) return 'after';
  const active = lastActive === null ? null : momentSpan(lastActive);
  // What happened later says nothing: it may have happened to a row that was there before.
  return active !== null && Temporal.Instant.compare(active.latest, erasedAt) <= 0 ? 'before' : 'unknown';
}
