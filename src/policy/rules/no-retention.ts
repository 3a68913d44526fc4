import { personalTables, type Rule } from '../rule.ts';
import { ownersOf } from '../table-graph.ts';

/** Art. 5(1)(e) and 13(2)(a): everything has a moment at which it goes, its own or its owner's (P25). */
export const noRetention: Rule = {
  code: 'no-retention',
  severity: 'warning',
  needsWhole: true,
  *check(draft) {
    for (const { source, table } of personalTables(draft)) {
      if (ownersOf(source, table).some((owner) => owner.retention !== null || owner.hold !== null)) continue;
      yield {
        place: table.place,
        message: `nothing says when rows of ${table.id} must go`,
        hint: 'add retention: { rule: …, from: <date column> } here or on the table that owns it',
      };
    }
  },
};
