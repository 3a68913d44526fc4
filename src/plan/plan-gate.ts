import type { DataMap } from '../catalog/data-map.ts';
import type { MarkKind, MarkScope } from '../domain/use-mark.ts';
import type { Scope } from '../domain/wish.ts';
import { lookup } from '../law/law-pack.ts';
import { stoppedPurposes } from '../policy/may-use.ts';
import type { Policy } from '../policy/policy.ts';
import { workByHand } from './by-hand.ts';
import type { GateChange, GateMark, GatePlan, SourceGate, WorkByHand } from './plan.ts';
import { selectTables } from './select.ts';
import type { Selection } from './selection.ts';

export interface GateWish {
  readonly change: GateChange;
  readonly marks: readonly StandingMark[];
  /** The sources that can keep a gate table; in the others somebody does it by hand. */
  readonly gated: ReadonlySet<string>;
  readonly answers: boolean;
  readonly on: Temporal.PlainDate;
}

interface StandingMark {
  readonly id: string;
  readonly kind: MarkKind;
  readonly scope: MarkScope;
}

/** How marks come to stand, change or end beside somebody's rows in every source (GDPR art. 7(3), 18, 21). */
export function planGate(policy: Policy, maps: readonly DataMap[], wish: GateWish): GatePlan {
  const { change, marks, gated, answers, on } = wish;
  return {
    format: 1,
    kind: 'gate',
    on: on.toString(),
    policyHash: policy.hash,
    people: 1,
    change,
    marks: marks.map((mark) => gateMark(policy, mark)),
    answers,
    sources: maps.flatMap((map): readonly SourceGate[] => {
      const byHand = gated.has(map.source) ? {} : handWork(policy, map, on);
      // What was stopped by hand stays stopped: there is nothing to be done when it is upheld.
      if (byHand.byHand !== undefined && change === 'uphold') return [];
      const selection = subjectsOnly(selectTables(map, policy, on));
      const steps =
        change === 'set' && byHand.byHand === undefined
          ? markable(selection).map((table) => ({ kind: 'mark' as const, table }))
          : [];
      return [{ source: map.source, ...byHand, catalogHash: map.catalogHash, selection, steps }];
    }),
  };
}

/** Who is told within days is told of work in an API within days as well (law pack, `recipients.notifyWorkdays`). */
function handWork(policy: Policy, map: DataMap, on: Temporal.PlainDate): { readonly byHand?: WorkByHand } {
  const manual = workByHand(policy, map);
  return manual.byHand === undefined
    ? { byHand: { dueDays: lookup('recipients.notifyWorkdays', on) } }
    : manual;
}

function gateMark(policy: Policy, mark: StandingMark): GateMark {
  const { id, kind, scope } = mark;
  return {
    id,
    kind,
    purposes: stoppedPurposes(policy, mark).map((purpose) => purpose.id),
    categories: listed(scope.categories),
    recipients: listed(scope.recipients),
  };
}

function listed(scope: Scope): readonly string[] | null {
  return scope === 'all' ? null : scope;
}

function subjectsOnly({ groups, tables }: Selection): Selection {
  const subjects = tables.filter(({ subject }) => subject);
  const ids = new Set(subjects.map(({ id }) => id));
  return {
    groups: groups.filter((group) => group.tables.every((id) => ids.has(id))),
    tables: subjects.map((table) => ({ ...table, context: [] })),
  };
}

/** The place of a row without a key changes with the row: a mark would come to stand on another. */
function markable({ tables }: Selection): readonly string[] {
  return tables.filter(({ key }) => key.length > 0).map(({ id }) => id);
}
