import type { LawfulBasis } from '../../domain/lawful-basis.ts';
import { categoriesOf } from '../column-categories.ts';
import { personalTables, type Rule } from '../rule.ts';
import { personalColumns, purposesOf } from '../table-graph.ts';

/** Art. 9(2): an exception is needed beside the lawful basis; a contract or an interest is none. */
export const specialCategoryBasis: Rule = {
  code: 'special-category-basis',
  severity: 'warning',
  *check(draft) {
    for (const { table } of personalTables(draft)) {
      for (const column of personalColumns(table)) {
        const special = categoriesOf(column).find((id) => draft.categories.get(id)?.special === true);
        if (special === undefined) continue;
        for (const id of purposesOf(table, column)) {
          const basis = draft.purposes.get(id)?.basis;
          if (basis === undefined || !insufficient.has(basis)) continue;
          yield {
            place: column.place,
            message: `column ${column.name} holds special data (${special}) for "${id}", which rests on ${basis}`,
            hint: 'narrow its "purposes:" to one that rests on explicit consent or on a law, or stop holding it',
          };
        }
      }
    }
  },
};

const insufficient: ReadonlySet<LawfulBasis> = new Set(['contract', 'legitimate-interests']);
