import { present } from '../base/assert.ts';
import type { Localised } from '../domain/language.ts';
import { mostRows } from '../plan/explain-rectify.ts';
import { keptReason } from '../plan/kept-reason.ts';
import type { RectifyPlan } from '../plan/plan.ts';
import { inPolicyOrder } from '../plan/policy-order.ts';
import type { Policy, PolicySource } from '../policy/policy.ts';
import type { RectificationCount } from '../sources/source.ts';
import type { CorrectedTable, KeptTable, LetterOf, UnchangedTable } from './letters/letter.ts';

export type CorrectionOutcome = Pick<
  LetterOf<'rectification-done'>,
  'changed' | 'kept' | 'unchanged' | 'notSearched'
>;

export interface CorrectionFigures {
  /** By source, what was done in it. */
  readonly counts: Readonly<Record<string, readonly RectificationCount[]>>;
  /** The corrections of which somebody attested that they found what was wrong. */
  readonly foundByHand: ReadonlySet<number>;
}

/** From the figures of a correction to what the letter lists: what changed, what stays as it is and why (art. 16). */
export function correctionOutcome(
  policy: Policy,
  plan: RectifyPlan,
  { counts, foundByHand }: CorrectionFigures,
): CorrectionOutcome {
  const parts = plan.sources.map((part) => {
    const source = present(
      policy.sources.find(({ id }) => id === part.source),
      'the source of a plan',
    );
    const its = inPolicyOrder(source, counts[part.source] ?? []).filter(({ rows }) => rows > 0);
    const tables = [...Map.groupBy(its, ({ table }) => table)].map(([table, found]) => ({
      table,
      place: { source: source.name, table: tableName(source, table) },
      found,
    }));
    return {
      changed: tables.flatMap((each) => changedIn(policy, plan, each)),
      kept: tables.flatMap(({ table, place, found }): readonly KeptTable[] => {
        const held = found.filter(({ effect }) => effect === 'keep');
        if (held.length === 0) return [];
        const starts = held.map(({ latestStart }) => latestStart);
        const latestStart = starts.includes(null) ? null : (starts.toSorted().at(-1) ?? null);
        return [{ ...place, rows: mostRows(held), ...keptReason(policy, part, { table, latestStart }) }];
      }),
      unchanged: tables.flatMap(({ place, found }) => unchangedIn(policy, plan, { place, found })),
      notSearched: [
        ...new Set(part.steps.flatMap((step) => (step.kind === 'unseen' ? [step.table] : []))),
      ].map((table) => ({ source: source.name, table: tableName(source, table) })),
    };
  });
  return {
    changed: parts.flatMap(({ changed }) => changed),
    kept: parts.flatMap(({ kept }) => kept),
    unchanged: [
      ...parts.flatMap(({ unchanged }) => unchanged),
      ...notFound(policy, plan, { counts, foundByHand }),
    ],
    notSearched: parts.flatMap(({ notSearched }) => notSearched),
  };
}

interface TableOutcome {
  readonly place: { readonly source: Localised; readonly table: Localised };
  readonly found: readonly RectificationCount[];
}

function changedIn(
  policy: Policy,
  plan: RectifyPlan,
  { place, found }: TableOutcome,
): readonly CorrectedTable[] {
  const set = found.filter(({ effect }) => effect === 'set');
  return [...Map.groupBy(set, ({ correction }) => plan.corrections[correction]?.category ?? '')].map(
    ([category, its]) => ({ ...place, category: categoryName(policy, category), rows: mostRows(its) }),
  );
}

function unchangedIn(
  policy: Policy,
  plan: RectifyPlan,
  { place, found }: TableOutcome,
): readonly UnchangedTable[] {
  const why = { shared: 'shared', left: 'not-chosen' } as const;
  return (['shared', 'left'] as const).flatMap((effect) => {
    const its = found.filter((count) => count.effect === effect);
    const [first] = its;
    if (first === undefined) return [];
    const category = categoryName(policy, plan.corrections[first.correction]?.category ?? '');
    return [{ category, place: { ...place, rows: mostRows(its) }, why: why[effect] }];
  });
}

/** What the person named, and neither a program nor somebody who looked found. */
function notFound(
  policy: Policy,
  plan: RectifyPlan,
  { counts, foundByHand }: CorrectionFigures,
): readonly UnchangedTable[] {
  const found = new Set(
    Object.values(counts)
      .flat()
      .filter(({ rows }) => rows > 0)
      .map(({ correction }) => correction)
      .concat([...foundByHand]),
  );
  return plan.corrections.flatMap(({ category }, index) =>
    found.has(index)
      ? []
      : [{ category: categoryName(policy, category), place: null, why: 'not-found' as const }],
  );
}

function categoryName(policy: Policy, id: string): Localised {
  return policy.categories.get(id)?.name ?? { nl: id, en: id };
}

function tableName(source: PolicySource, id: string): Localised {
  return present(
    source.tables.find((table) => table.id === id),
    'the table of a count',
  ).name;
}
