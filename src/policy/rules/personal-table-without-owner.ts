import type { PolicySource, PolicyTable } from '../policy.ts';
import type { PolicyDraft } from '../policy-draft.ts';
import { personalTables, type Rule } from '../rule.ts';
import { ownersOf, owningLinks, tableIn } from '../table-graph.ts';

/** Every personal row is somebody's; a row that is nobody's is in no access copy and in no erasure (P36, P40). */
export const personalTableWithoutOwner: Rule = {
  code: 'personal-table-without-owner',
  severity: 'error',
  *check(draft) {
    for (const { source, table } of personalTables(draft)) {
      const reached = ownersOf(source, table);
      if (reached.some((owner) => owner.subject !== null || hasUnreadLink(draft, source, owner))) continue;
      // Said once, of the table where the path stops, and not of everything that leads there.
      if (reached.some((owner) => owner !== table && ownersOf(source, owner).length === 1)) continue;
      const links = owningLinks(table);
      yield {
        place: table.place,
        message:
          links.length === 0
            ? `${table.id} holds personal data and belongs to nobody`
            : `no table of people can be reached from ${table.id} along ${links.map((link) => link.name).join(', ')}`,
        hint: 'add an owned-by or co-owned link that leads to a table with "subject:", or give this table a "subject:"',
      };
    }
  },
};

/** What could not be read, or leads nowhere, may be the link or the subject that is missed; it is reported itself. */
function hasUnreadLink(draft: PolicyDraft, source: PolicySource, table: PolicyTable): boolean {
  const path = ['sources', source.id, 'tables', table.id];
  const names = draft.names(...path);
  return (
    draft.count(...path, 'links') !== table.links.length ||
    (names?.has('subject') === true && table.subject === null) ||
    owningLinks(table).some((link) => tableIn(source, link.table) === undefined)
  );
}
