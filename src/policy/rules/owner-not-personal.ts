import type { LinkKind } from '../../domain/ownership.ts';
import { allTables, type Rule } from '../rule.ts';
import { tableIn } from '../table-graph.ts';

/** Only people, and what is theirs, can own or see a row. */
export const ownerNotPersonal: Rule = {
  code: 'owner-not-personal',
  severity: 'error',
  *check(draft) {
    for (const { source, table } of allTables(draft)) {
      for (const link of table.links) {
        const target = tableIn(source, link.table);
        if (link.kind === 'context' || target === undefined || target.use === 'personal') continue;
        yield {
          place: link.place,
          message: `${link.table} is ${target.use === 'context' ? 'a context table' : 'not personal'}, so rows of ${table.id} cannot be ${verbs[link.kind]} it`,
          hint: 'write kind: context, or map the other table as personal',
        };
      }
    }
  },
};

const verbs: Readonly<Record<Exclude<LinkKind, 'context'>, string>> = {
  'owned-by': 'owned by',
  'co-owned': 'co-owned by',
  'accessed-by': 'accessed by',
};
