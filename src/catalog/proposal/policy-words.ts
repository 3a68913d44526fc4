import { isOwning } from '../../domain/ownership.ts';
import type { Category, PolicyTable } from '../../policy/policy.ts';
import type { TableId } from '../catalog.ts';
import { type Proposal, unsureBelow } from '../classification/proposal.ts';
import type { ProposedTable } from './map-proposal.ts';
import type { CategoryWord } from './table-section.ts';

/** The tables of a source as somebody mapped them, beside what a classifier makes of their columns. */
export interface MappedBefore {
  readonly tables: readonly PolicyTable[];
  readonly columns: (table: TableId) => ReadonlyMap<string, Proposal> | undefined;
}

/**
 * What the author of a policy calls what a classifier proposes. Their own words come before ours: the category they gave
 * a column that seems to hold the same, in this table first and then in any; else a category of the same name or of the
 * same term of the vocabulary; else ours, which the policy does not have yet.
 */
export function policyWords(
  categories: Pick<ReadonlyMap<string, Pick<Category, 'dpv'>>, 'has' | 'entries'>,
  before: readonly MappedBefore[],
): (table: TableId, proposal: Proposal) => CategoryWord | null {
  const [inTable, anywhere] = usesOf(before);
  return (table, { category, suggestion, reasons }) => {
    if (suggestion === null) return null;
    const decided = reasons.some(({ kind }) => kind === 'decided') && categories.has(suggestion.policy);
    if (decided) return { id: suggestion.policy, as: null };
    const used = favourite(inTable.get(`${table}\0${category}`)) ?? favourite(anywhere.get(category));
    if (used !== undefined) return used;
    if (categories.has(suggestion.policy)) return { id: suggestion.policy, as: null };
    const same = [...categories.entries()].find(([, { dpv }]) => dpv === suggestion.dpv);
    return { id: same?.[0] ?? suggestion.policy, as: null };
  };
}

/** How often each category was given, with the first column that was. */
type Uses = Map<string, { readonly word: CategoryWord; times: number }>;

function usesOf(before: readonly MappedBefore[]): readonly [Map<string, Uses>, Map<string, Uses>] {
  const [inTable, anywhere] = [new Map<string, Uses>(), new Map<string, Uses>()];
  for (const { tables, columns } of before) {
    for (const { id, columns: declared } of tables) {
      for (const column of declared) {
        const proposal = columns(id)?.get(column.name);
        if (column.kind !== 'personal' || proposal === undefined || proposal.confidence < unsureBelow)
          continue;
        const word = { id: column.category, as: `${id}.${column.name}` };
        count(inTable, `${id}\0${proposal.category}`, word);
        count(anywhere, proposal.category, word);
      }
    }
  }
  return [inTable, anywhere];
}

function count(all: Map<string, Uses>, what: string, word: CategoryWord): void {
  const uses: Uses = all.get(what) ?? new Map();
  const use = uses.get(word.id) ?? { word, times: 0 };
  use.times++;
  uses.set(word.id, use);
  all.set(what, uses);
}

function favourite(uses: Uses | undefined): CategoryWord | undefined {
  return [...(uses?.values() ?? [])].toSorted((a, b) => b.times - a.times)[0]?.word;
}

/** For what a table that is new is probably used: as what owns its rows; else as the author called it, or we do. */
export function policyPurposes(
  purposes: ReadonlySet<string>,
  tables: readonly PolicyTable[],
): (table: ProposedTable) => readonly string[] {
  const [first] = purposes;
  return ({ subject, links }) => {
    const owners = links.filter(({ kind }) => isOwning(kind)).map(({ table }) => table);
    const owner = tables.find(({ id, purposes: own }) => owners.includes(id) && own.length > 0);
    // What customers are served for is no reason to keep data of staff.
    if (subject?.staff === true) return ['employment'];
    return owner?.purposes ?? [purposes.has('service') ? 'service' : (first ?? 'service')];
  };
}

/** What is proposed for a table, without links to tables that the policy treats otherwise than was proposed. */
export function fitting(
  table: ProposedTable,
  useOf: (id: TableId) => ProposedTable['use'] | undefined,
): ProposedTable {
  const links = table.links.filter(
    ({ kind, table: other }) => useOf(other) === (kind === 'context' ? 'context' : 'personal'),
  );
  return { ...table, links };
}
