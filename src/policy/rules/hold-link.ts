import { isOwning } from '../../domain/ownership.ts';
import type { PolicyLink, PolicySource, PolicyTable } from '../policy.ts';
import { personalTables, type Rule } from '../rule.ts';
import { tableIn } from '../table-graph.ts';

/** A row that is held with another needs that other to be its owner, and to be held itself. */
export const holdLink: Rule = {
  code: 'hold-link',
  severity: 'error',
  *check(draft) {
    for (const { source, table, path } of personalTables(draft)) {
      if (table.hold?.kind !== 'with') continue;
      const link = table.links.find(({ name }) => table.hold?.kind === 'with' && name === table.hold.link);
      if (link === undefined) continue;
      // The other's hold is there and could not be read: that is what has to be mended.
      const unread = draft.names('sources', source.id, 'tables', link.table)?.has('hold') === true;
      const why = problem(source, table, link);
      if (why === null || (why === noHold && unread)) continue;
      yield {
        place: draft.place(...path, 'hold', 'with'),
        message: `${table.id} cannot be held with "${table.hold.link}": ${why}`,
        hint: 'name an owned-by or co-owned link of this table to a table that has a hold of its own, counted from a column',
      };
    }
  },
};

const noHold = 'the other table has no hold';

function problem(source: PolicySource, table: PolicyTable, link: PolicyLink): string | null {
  const target = tableIn(source, link.table);
  if (target === undefined) return null;
  if (!isOwning(link.kind)) return `that link is ${link.kind}`;
  if (link.reference === 'other') return 'that link comes from the other table';
  if (target.hold === null) return noHold;
  return endsInCircle(source, table) ? 'the holds lead round in a circle' : null;
}

function endsInCircle(source: PolicySource, start: PolicyTable): boolean {
  const passed = new Set<PolicyTable>();
  let here: PolicyTable | undefined = start;
  while (here?.hold?.kind === 'with') {
    if (passed.has(here)) return true;
    passed.add(here);
    const name: string = here.hold.link;
    const link: PolicyLink | undefined = here.links.find((candidate) => candidate.name === name);
    here = link && tableIn(source, link.table);
  }
  return false;
}
