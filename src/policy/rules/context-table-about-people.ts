import { allTables, type Rule } from '../rule.ts';
import { personalColumns } from '../table-graph.ts';

/** A context table is about nobody: it is copied whole and never erased. */
export const contextTableAboutPeople: Rule = {
  code: 'context-table-about-people',
  severity: 'error',
  *check(draft) {
    for (const { table, path } of allTables(draft)) {
      if (table.use !== 'context') continue;
      const hint = 'leave "context: true" out and say whose the rows are, or take this away';
      for (const key of ['purposes', 'subject', 'retention', 'hold', 'onErasure']) {
        if (!draft.names(...path)?.has(key)) continue;
        yield {
          place: draft.keyPlace(...path, key),
          message: `${table.id} is context, and has "${key}"`,
          hint,
        };
      }
      for (const column of personalColumns(table)) {
        const message = `${table.id} is context, and its column ${column.name} holds personal data`;
        yield { place: column.place, message, hint };
      }
      for (const link of table.links) {
        if (link.kind === 'context') continue;
        yield {
          place: link.place,
          message: `${table.id} is context, and has a link of kind ${link.kind}`,
          hint,
        };
      }
    }
  },
};
