import { type HttpTable, httpTables, keyColumns } from '../http-table.ts';
import type { PolicyLink } from '../policy.ts';
import type { Rule } from '../rule.ts';
import { owningLinks } from '../table-graph.ts';

/**
 * Over HTTP a row is theirs when it has one owner and says itself which: whether another owner is still there, or who else refers to
 * a row, cannot be asked of an API at one moment, and is not guessed.
 */
export const httpOwner: Rule = {
  code: 'http-owner',
  severity: 'error',
  *check(draft) {
    for (const each of httpTables(draft)) {
      const links = each.table.use === 'personal' ? owningLinks(each.table) : [];
      const [first, second] = links;
      if (first === undefined) continue;
      const why = second === undefined ? faultOf(each, first) : 'it has several owners';
      if (why === null) continue;
      yield {
        place: (second ?? first).place,
        message: `whose the rows of ${each.table.id} are cannot be told over HTTP: ${why}`,
        hint: "declare one owned-by link, from this table's own column to the key of its owner; else connect the database behind the API",
      };
    }
  },
};

function faultOf({ source }: HttpTable, link: PolicyLink): string | null {
  if (link.kind === 'co-owned')
    return 'a co-owned row goes with the last of its owners, and who the others are is not known';
  if (link.reference === 'other') return 'the owner refers to the row, and others may do so too';
  const owner = source.resources.get(link.table);
  if (owner === undefined || link.otherColumns.length === 0) return null;
  const keys = [keyColumns(owner), ...owner.columns.filter(({ unique }) => unique).map(({ name }) => [name])];
  const { otherColumns } = link;
  const isKey = keys.some(
    (key) => key.length === otherColumns.length && key.every((name) => otherColumns.includes(name)),
  );
  return isKey ? null : `${link.table} may have several rows with the same ${otherColumns.join(', ')}`;
}
