import { allTables, type Rule } from '../rule.ts';
import { tableIn } from '../table-graph.ts';

/** Context is copied to whoever owns the row; it may hold nobody's data (art. 15(4)). */
export const contextLinkToPeople: Rule = {
  code: 'context-link-to-personal-table',
  severity: 'error',
  *check(draft) {
    for (const { source, table } of allTables(draft)) {
      for (const link of table.links) {
        const target = tableIn(source, link.table);
        if (link.kind !== 'context' || target === undefined || target.use === 'context') continue;
        yield {
          place: link.place,
          message: `${link.table} is not a context table, so it cannot explain rows of ${table.id}`,
          hint:
            target.use === 'personal'
              ? 'write owned-by, co-owned or accessed-by; context would hand its rows to other people'
              : `write "context: true" for ${link.table} when its rows may be copied, or leave the link out`,
        };
      }
    }
  },
};
