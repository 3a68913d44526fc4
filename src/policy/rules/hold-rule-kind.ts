import { personalTables, type Rule } from '../rule.ts';

/** Only a law holds a row against erasure (art. 17(3)(b)). */
export const holdRuleKind: Rule = {
  code: 'hold-not-statutory',
  severity: 'error',
  *check(draft) {
    for (const { table, path } of personalTables(draft)) {
      if (table.hold === null || draft.retention.get(table.hold.rule)?.kind !== 'maximum') continue;
      yield {
        place: draft.place(...path, 'hold', 'rule'),
        message: `"${table.hold.rule}" says when data must go; it cannot hold ${table.id}`,
        hint: 'name a rule of kind statutory, or move it to "retention:"',
      };
    }
  },
};
