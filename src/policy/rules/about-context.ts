import { personalTables, type Rule } from '../rule.ts';
import { personalColumns } from '../table-graph.ts';

/** A column is about a person; context is nobody. */
export const aboutContext: Rule = {
  code: 'about-context',
  severity: 'error',
  *check(draft) {
    for (const { table, path } of personalTables(draft)) {
      for (const column of personalColumns(table)) {
        const link = table.links.find((candidate) => candidate.name === column.about);
        if (link?.kind !== 'context') continue;
        yield {
          place: draft.place(...path, 'columns', column.name, 'about'),
          message: `column ${column.name} cannot be about "${link.name}", which leads to context`,
          hint: 'name an owned-by, co-owned or accessed-by link',
        };
      }
    }
  },
};
