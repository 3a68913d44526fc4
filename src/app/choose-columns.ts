import { GestandError } from '../base/error.ts';
import type { Correction } from '../domain/wish.ts';
import { columnName } from '../plan/plan-rectify.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import { rewriteWish } from '../store/case-file.ts';
import { supersedeDrafts } from '../store/plan-record.ts';
import { withTransaction } from '../store/transaction.ts';
import { requireMaps } from './connect-sources.ts';
import { correctionsOf, rectificationCase } from './correction-case.ts';
import { actorName, permit } from './permissions.ts';
import { openCaseOf, type PlanningContext, planRequest, type RequestPlanning } from './plan-request.ts';

/**
 * Says which columns the corrections of a request are about, and no others: a correction of a category goes to each of these columns
 * that is of its category. Makes the plan again.
 *
 * @throws GestandError `bad-input` for a column that no correction is about; `not-found`; `conflict`; what planning throws.
 */
export async function chooseColumns(
  context: PlanningContext,
  { reference, columns }: { readonly reference: string; readonly columns: readonly string[] },
): Promise<RequestPlanning> {
  const { actor, store } = context;
  permit(actor, 'choose-columns');
  const file = await rectificationCase(store, reference);
  const categories = new Map(
    (await requireMaps(context)).flatMap(({ source, tables }) =>
      [...tables.values()].flatMap((table) =>
        table.columns.flatMap(({ name: column, personal }) =>
          personal === null
            ? []
            : [[columnName({ source, table: table.id, column }), personal.category] as const],
        ),
      ),
    ),
  );
  await withTransaction(store, async (inside) => {
    await openCaseOf(inside, file.id);
    const corrections = await correctionsOf(inside, file);
    for (const column of columns) {
      const category = categories.get(column);
      if (category === undefined || !corrections.some((correction) => correction.category === category))
        throw new GestandError('bad-input', unknownColumn(column, { categories, corrections }));
    }
    const chosen = columns.map((column) => ({ column, category: categories.get(column) }));
    await rewriteWish(inside, file.id, {
      kind: 'rectification',
      corrections: spread(corrections, chosen),
    });
    await supersedeDrafts(inside, file.id);
    await appendCaseEvent(inside, file.id, {
      kind: 'columns-chosen',
      actor: actorName(actor),
      detail: { columns },
    });
  });
  return planRequest(context, { caseId: file.id, again: true });
}

/** A correction for each column of its category that was chosen; one of a category of which none was stays what it was. */
function spread(
  corrections: readonly Correction[],
  chosen: readonly { readonly column: string; readonly category: string | undefined }[],
): readonly Correction[] {
  const whole = new Map(
    corrections.map((correction) => {
      const { category, now, wanted } = correction;
      return [JSON.stringify([category, now, wanted]), { category, now, wanted }];
    }),
  );
  return [...whole.values()].flatMap((correction) => {
    const columns = chosen.filter(({ category }) => category === correction.category);
    if (columns.length > 0) return columns.map(({ column }) => ({ ...correction, column }));
    return corrections.filter(
      ({ category, now, wanted }) =>
        category === correction.category && now === correction.now && wanted === correction.wanted,
    );
  });
}

function unknownColumn(
  column: string,
  {
    categories,
    corrections,
  }: { readonly categories: ReadonlyMap<string, string>; readonly corrections: readonly Correction[] },
): string {
  const asked = new Set(corrections.map(({ category }) => category));
  const known = [...categories].filter(([, category]) => asked.has(category)).map(([name]) => name);
  return `No correction of this request is about a column ${column}. It can be about: ${known.join(', ')}.`;
}
