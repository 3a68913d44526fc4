import type { Paste } from '../../base/diagnostic.ts';
import type { Policy, PolicySource } from '../../policy/policy.ts';
import { type Catalog, findTable } from '../catalog.ts';
import { type ClassifiedTable, classifyCatalog } from '../classification/classify-catalog.ts';
import type { Proposal } from '../classification/proposal.ts';
import { reasonText } from '../classification/reason-text.ts';
import { columnEntry } from '../column-entry.ts';
import type { Finding } from '../finding.ts';
import type { ProposedTable } from './map-proposal.ts';
import { categoryLine, groupLine, isSuggested, purposeLinesOf } from './policy-entry.ts';
import { fitting, policyPurposes, policyWords } from './policy-words.ts';
import { proposeMap } from './propose-map.ts';
import { type SectionStyle, tableLines } from './table-section.ts';

export interface Advised {
  readonly policy: Policy;
  readonly declared: PolicySource;
  readonly catalog: Catalog;
}

/**
 * The same findings, those about a column or table that nobody mapped with what it seems to hold and with the lines to
 * paste. Looks at the whole schema, so only when there is such a finding.
 */
export function adviseMapping(findings: readonly Finding[], advised: Advised): readonly Finding[] {
  if (!findings.some(({ code }) => code in advisers)) return findings;
  const desk = deskOf(advised);
  return findings.map((finding) => ({ ...finding, ...advisers[finding.code]?.(finding, desk) }));
}

type Advice = Pick<Finding, 'hint' | 'paste'>;

interface Desk extends Advised {
  readonly classified: ReadonlyMap<string, ClassifiedTable>;
  readonly style: SectionStyle;
  readonly proposals: () => readonly ProposedTable[];
}

const advisers: Readonly<Record<string, (finding: Finding, desk: Desk) => Advice | null>> = {
  'unmapped-column': adviseColumn,
  'unmapped-table': adviseTable,
};

function deskOf(advised: Advised): Desk {
  const { policy, declared, catalog } = advised;
  const classified = classifyCatalog(catalog);
  const columns = (id: string) => classified.get(id)?.columns;
  let proposals: readonly ProposedTable[] | undefined;
  return {
    ...advised,
    classified,
    style: {
      language: 'en',
      categoryOf: policyWords(policy.categories, [{ tables: declared.tables, columns }]),
      purposesOf: policyPurposes(new Set(policy.purposes.keys()), declared.tables),
      decide: 'unsure',
    },
    proposals: () => {
      proposals ??= proposeMap(catalog, classified).tables;
      return proposals;
    },
  };
}

function adviseColumn({ table: id, column: name }: Finding, desk: Desk): Advice | null {
  const { classified, declared, catalog, style, policy } = desk;
  const proposal = classified.get(id ?? '')?.columns.get(name ?? '');
  const found = findTable(catalog, id ?? '');
  if (proposal === undefined || found === undefined || name === null) return null;
  const table = declared.tables.find((each) => each.id === id);
  const names = found.columns.map((column) => column.name);
  const before = names.slice(0, names.indexOf(name)).reverse();
  const above = before.map((each) => table?.columns.find((column) => column.name === each)).find(Boolean);
  const where = `${above === undefined ? 'first' : `after "${above.name}" (line ${above.place.line})`} in the columns of ${found.id}`;
  const kept = desk
    .proposals()
    .find((each) => each.id === id)
    ?.cannotBeEmptied.includes(name);
  const word = style.categoryOf(found.id, proposal);
  const line = columnEntry(name, word?.id ?? null, { kept });
  const harmless = {
    where: 'or there, when it says nothing about a person',
    lines: [columnEntry(name, null)],
  };
  const other = [...policy.categories.keys()].slice(0, 6).join(', ');
  return word === null
    ? {
        hint: `${seems('nothing about a person', proposal)}. Paste this when that is right, else write a category (${other}, …) in its place`,
        paste: [{ where, lines: [line] }],
      }
    : {
        hint: `${seems(word.as === null ? word.id : `${word.id}, as ${word.as} does`, proposal)}. Paste this, or write another category (${other}, …) in its place`,
        paste: [{ where, lines: [line] }, ...newCategories([word.id], policy), harmless],
      };
}

function seems(what: string, { reasons, confidence }: Proposal): string {
  const why = reasons.map((reason) => reasonText(reason, 'en')).join('; ');
  return `it seems to hold ${what} (${confidence.toFixed(2)}${why === '' ? '' : `: ${why}`})`;
}

function adviseTable({ table: id }: Finding, desk: Desk): Advice | null {
  const { declared, style, policy } = desk;
  const uses = new Map(declared.tables.map((each) => [each.id, each.use]));
  const found = desk.proposals().find((each) => each.id === id);
  if (found === undefined) return null;
  const table = fitting(found, (other) => uses.get(other));
  const where = `under "tables:" of ${declared.id}`;
  if (table.use === 'undecided') {
    const hint =
      'it seems to be about people, nothing in it leads to a person, and it has no key. Say by hand whose its rows are, or write not-personal';
    return {
      hint,
      paste: [{ where, lines: tableLines({ ...table, use: 'not-personal' }, style) }],
    };
  }
  const lines = tableLines(table, style).filter((line) => line !== '');
  if (table.use !== 'personal') {
    const hint =
      'nothing in it points to a person. Paste this when that is right; "gestand init" adds what is new with reasons';
    return { hint, paste: [{ where, lines }] };
  }
  const words = [...table.columns.values()].flatMap(
    (proposal) => style.categoryOf(table.id, proposal)?.id ?? [],
  );
  const hint =
    'it seems to hold personal data. Paste this and look at every line, or let "gestand init" add it';
  return {
    hint,
    paste: [
      { where, lines },
      ...newCategories(words, policy),
      ...newGroup(table, policy),
      ...newPurposes(style.purposesOf(table), policy),
    ],
  };
}

function newCategories(words: readonly string[], { categories }: Policy): readonly Paste[] {
  const wanted = [...new Set(words)].filter((id) => !categories.has(id));
  if (wanted.length === 0) return [];
  const last = [...categories.values()].at(-1);
  const where = `and under "categories:"${last === undefined ? '' : `, after "${last.id}" (line ${last.place.line})`}, which does not have it yet`;
  return [{ where, lines: wanted.filter(isSuggested).map(categoryLine) }];
}

function newGroup({ subject }: ProposedTable, { subjects }: Policy): readonly Paste[] {
  if (subject === null || subjects.has(subject.group)) return [];
  return [{ where: 'and under "subjects:"', lines: [groupLine(subject.group)] }];
}

function newPurposes(purposes: readonly string[], policy: Policy): readonly Paste[] {
  const missing = purposes.filter((id) => !policy.purposes.has(id));
  return missing.map((id) => ({
    where: 'and under "purposes:"',
    lines: purposeLinesOf(id === 'employment' ? 'employment' : 'service'),
  }));
}
