import { allTables, type Rule } from '../rule.ts';

/** A link is called by its columns, so the same columns cannot lead to two places. */
export const duplicateLink: Rule = {
  code: 'duplicate-link',
  severity: 'error',
  *check(draft) {
    for (const { table } of allTables(draft)) {
      const names = new Set<string>();
      for (const link of table.links) {
        if (names.has(link.name)) {
          yield {
            place: link.place,
            message: `${table.id} has a second link "${link.name}"`,
            hint: 'keep one of them; when they differ in kind, keep the one that owns',
          };
        }
        names.add(link.name);
      }
    }
  },
};
