import type { Language } from '../domain/language.ts';
import type { Correction } from '../domain/wish.ts';
import type { CountedRectification } from '../plan/explain-rectify.ts';
import { columnName } from '../plan/plan-rectify.ts';
import type { CaseFile } from '../store/case-file.ts';
import { requireMaps } from './connect-sources.ts';
import { correctionsOf, rectificationCase } from './correction-case.ts';
import { choiceSentences } from './correction-choice.ts';
import { rectificationCounts } from './make-plan.ts';
import { permit } from './permissions.ts';
import type { PlanningContext } from './plan-request.ts';
import { showRequest } from './show-request.ts';

/** A request for rectification, as an officer decides where it goes. */
export interface ShownCorrection {
  readonly file: CaseFile;
  /** `approvable`: there is a plan; `choice`: columns must be chosen first; `disputed`; `over`: it was approved, or has ended. */
  readonly standing: 'approvable' | 'choice' | 'disputed' | 'over';
  /** Personal data: for a screen. */
  readonly corrections: readonly Correction[];
  /** The plan in sentences, or what stands in its way. */
  readonly sentences: readonly string[];
  /** Where the plan touches what; empty while there is none. */
  readonly counts: readonly CountedRectification[];
  /** Every column that these corrections can be about. */
  readonly columns: readonly string[];
}

/** @throws GestandError `not-found`; `conflict` when it is no request for rectification; what planning throws. */
export async function showCorrection(
  context: PlanningContext,
  { reference, language }: { readonly reference: string; readonly language: Language },
): Promise<ShownCorrection> {
  permit(context.actor, 'show-correction');
  const known = await rectificationCase(context.store, reference);
  const corrections = await correctionsOf(context.store, known);
  const { file, plan, wait } = await showRequest(context, { reference, language });
  const categories = new Set(corrections.map(({ category }) => category));
  const maps = await requireMaps(context);
  const columns = maps.flatMap(({ source, tables }) =>
    [...tables.values()].flatMap((table) =>
      table.columns
        .filter(({ personal }) => personal !== null && categories.has(personal.category))
        .map(({ name: column }) => columnName({ source, table: table.id, column })),
    ),
  );
  const standing =
    wait?.kind === 'disputed'
      ? 'disputed'
      : wait?.kind === 'choice'
        ? 'choice'
        : plan?.record.state === 'draft'
          ? 'approvable'
          : 'over';
  return {
    file,
    standing,
    corrections,
    sentences: plan?.sentences ?? (wait?.kind === 'choice' ? choiceSentences(wait.needed, language) : []),
    counts: rectificationCounts(plan?.counts ?? []),
    columns,
  };
}
