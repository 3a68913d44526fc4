import { personalTables, type Rule } from '../rule.ts';
import { owningLinks } from '../table-graph.ts';

/** People own themselves: an owner of a customer would receive the customer. */
export const subjectWithOwner: Rule = {
  code: 'subject-with-owner',
  severity: 'error',
  *check(draft) {
    for (const { table } of personalTables(draft)) {
      if (table.subject === null) continue;
      for (const link of owningLinks(table)) {
        yield {
          place: link.place,
          message: `the rows of ${table.id} are people; they are not ${link.kind} ${link.table}`,
          hint: 'write accessed-by for staff who handle them, or context for what explains the row',
        };
      }
    }
  },
};
