import { personalTables, type Rule } from '../rule.ts';
import { personalColumns } from '../table-graph.ts';

/** Art. 5(1)(b): a column's purposes are narrower than its table's, never others (P04). */
export const purposeOutsideTable: Rule = {
  code: 'purpose-outside-table',
  severity: 'error',
  *check(draft) {
    for (const { table, path } of personalTables(draft)) {
      // A purpose of the table that leads nowhere may be the misspelt one.
      if (table.purposes.some((purpose) => !draft.purposes.has(purpose))) continue;
      for (const column of personalColumns(table)) {
        for (const [index, purpose] of column.purposes.entries()) {
          if (table.purposes.includes(purpose) || !draft.purposes.has(purpose)) continue;
          yield {
            place: draft.place(...path, 'columns', column.name, 'purposes', index),
            message: `column ${column.name} is used for "${purpose}", which ${table.id} does not declare`,
            hint: `add "${purpose}" to the purposes of ${table.id}, or leave it out here`,
          };
        }
      }
    }
  },
};
