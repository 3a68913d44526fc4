import type { Place } from '../../base/diagnostic.ts';
import { categoriesOf } from '../column-categories.ts';
import type { PolicyDraft } from '../policy-draft.ts';
import { personalTables, type Rule } from '../rule.ts';
import { personalColumns, purposesOf } from '../table-graph.ts';

/** What the statement tells people and no column or recipient has is either gone or not yet mapped (P08). */
export const unusedDeclaration: Rule = {
  code: 'unused-declaration',
  severity: 'warning',
  needsWhole: true,
  *check(draft) {
    const used = usedNames(draft);
    const declared: readonly (readonly [
      string,
      Iterable<{ readonly id: string; readonly place: Place }>,
      ReadonlySet<string>,
    ])[] = [
      ['category', draft.categories.values(), used.categories],
      ['purpose', draft.purposes.values(), used.purposes],
      ['retention rule', draft.retention.values(), used.rules],
      ['group of people', draft.subjects.values(), used.groups],
    ];
    for (const [noun, entries, names] of declared) {
      for (const { id, place } of entries) {
        if (names.has(id)) continue;
        yield {
          place,
          message: `${noun} "${id}" is declared, and no table uses it`,
          hint: 'map the columns it is about, or take it out so that the statement does not promise it',
        };
      }
    }
  },
};

function usedNames(draft: PolicyDraft) {
  const [categories, purposes, rules, groups] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ];
  for (const { table } of personalTables(draft)) {
    for (const column of personalColumns(table)) {
      for (const category of categoriesOf(column)) categories.add(category);
      for (const purpose of purposesOf(table, column)) purposes.add(purpose);
    }
    for (const rule of [table.retention?.rule, table.hold?.rule]) if (rule !== undefined) rules.add(rule);
    if (table.subject !== null) groups.add(table.subject.group);
  }
  return { categories, purposes, rules, groups };
}
