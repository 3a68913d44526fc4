import { personalTables, type Rule } from '../rule.ts';

/** Art. 5(1)(e): the moment a row must go is a maximum (P25). */
export const retentionRuleKind: Rule = {
  code: 'retention-not-maximum',
  severity: 'error',
  *check(draft) {
    for (const { table, path } of personalTables(draft)) {
      if (table.retention === null || draft.retention.get(table.retention.rule)?.kind !== 'statutory')
        continue;
      yield {
        place: draft.place(...path, 'retention', 'rule'),
        message: `"${table.retention.rule}" says how long data must stay; it cannot say when ${table.id} must go`,
        hint: 'name a rule of kind maximum, or move it to "hold:"',
      };
    }
  },
};
