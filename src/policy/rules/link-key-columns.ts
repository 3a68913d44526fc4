import { allTables, type Rule } from '../rule.ts';

/** Columns refer to columns one to one. */
export const linkKeyColumns: Rule = {
  code: 'link-key-columns',
  severity: 'error',
  *check(draft) {
    for (const { table } of allTables(draft)) {
      for (const { rowColumns, otherColumns, name, place } of table.links) {
        if (rowColumns.length === 0 || otherColumns.length === 0 || rowColumns.length === otherColumns.length)
          continue;
        yield {
          place,
          message: `link "${name}" pairs ${rowColumns.length} column(s) with ${otherColumns.length}`,
          hint: 'name as many columns in "key:" as in "column:" or "from:"',
        };
      }
    }
  },
};
