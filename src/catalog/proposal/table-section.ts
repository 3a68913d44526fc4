import type { Language, Localised } from '../../domain/language.ts';
import { yamlComment, yamlText } from '../../policy/yaml-text.ts';
import type { TableId } from '../catalog.ts';
import { policyCategories } from '../classification/category.ts';
import { type Proposal, unsureBelow } from '../classification/proposal.ts';
import { reasonText } from '../classification/reason-text.ts';
import { columnEntry } from '../column-entry.ts';
import { linkReasonTexts, type ProposedLink, type ProposedTable } from './map-proposal.ts';
import { localised } from './policy-entry.ts';

/** How the entry of a table is written. */
export interface SectionStyle {
  readonly language: Language;
  /** What the policy calls what a column holds. */
  readonly categoryOf: (table: TableId, proposal: Proposal) => CategoryWord | null;
  readonly purposesOf: (table: ProposedTable) => readonly string[];
  /** Beside an entry that a person wrote, everything that comes from us is to be decided; else what is unsure. */
  readonly decide: 'unsure' | 'all';
}

export interface CategoryWord {
  readonly id: string;
  /** The column, as `table.column`, that a person gave this category; null when it is ours. */
  readonly as: string | null;
}

/** For a policy that has nothing yet. */
export function freshSection(language: Language): SectionStyle {
  return {
    language,
    categoryOf: (_, { suggestion }) => (suggestion === null ? null : { id: suggestion.policy, as: null }),
    purposesOf: ({ subject }) => [subject?.staff === true ? 'employment' : 'service'],
    decide: 'unsure',
  };
}

/** Below this a person should look at a link first: whose a row is matters more than what a column holds. */
export const sureLink = 0.8;

const words: Localised = { nl: 'beslis', en: 'decide' };

function mark(unsure: boolean, { language, decide }: SectionStyle): string {
  return unsure || decide === 'all' ? `${words[language]}: ` : '';
}

/** The entry of a table under `tables:`, without indentation. */
export function tableLines(table: ProposedTable, style: SectionStyle): readonly string[] {
  const id = yamlText(table.id);
  const { language } = style;
  const remark = style.decide === 'all' ? ` ${yamlComment(`${words[language]}: ${nobody[language]}`)}` : '';
  switch (table.use) {
    case 'not-personal':
      return [`${id}: not-personal${remark}`];
    case 'context':
      return [`${id}: { context: true, name: ${localised({ nl: table.id, en: table.id })} }${remark}`];
    case 'undecided':
      return [yamlComment(leftOut(table.id)[language])];
    case 'personal':
      return ['', `${id}:`, ...personalLines(table, style).map((line) => `  ${line}`)];
  }
}

const nobody: Localised = {
  nl: 'niets in deze tabel wijst op een persoon',
  en: 'nothing in this table points to a person',
};

/** What stands in place of a table that is about people and leads to nobody. */
export function leftOut(table: TableId): Localised {
  return {
    nl: `beslis: van wie is een rij van ${table}? Er leidt niets naar een persoon en de tabel heeft geen sleutel.`,
    en: `decide: whose is a row of ${table}? Nothing leads to a person and the table has no key.`,
  };
}

function personalLines(table: ProposedTable, style: SectionStyle): readonly string[] {
  const { id, subject, links, columns, dates } = table;
  const { language } = style;
  const purposes = style.purposesOf(table).map(yamlText).join(', ');
  const toDecide =
    style.decide === 'all' ? ` ${yamlComment(`${words[language]}: ${whatFor[language]}`)}` : '';
  const lines = [`name: ${localised({ nl: id, en: id })}`, `purposes: [${purposes}]${toDecide}`];
  if (subject !== null) {
    if (isUnsureSubject(subject)) lines.push(yamlComment(`${words[language]}: ${ownPeople[language]}`));
    const identities = subject.identities.map(({ kind, column }) => `${kind}: ${yamlText(column)}`);
    lines.push(`subject: { group: ${yamlText(subject.group)}, identities: { ${identities.join(', ')} } }`);
  }
  lines.push('columns:', ...[...columns].map((column) => `  ${columnLine(column, table, style)}`));
  if (links.length > 0) lines.push('links:', ...links.map((link) => `  ${linkLine(link, style)}`));
  if (dates.length > 0)
    lines.push(yamlComment(`${words[language]}: retention: { rule: …, from: ${dates.join(' | ')} }`));
  return lines;
}

/** Whether a person should say if the rows are people of their own. */
export function isUnsureSubject({ because, confidence }: NonNullable<ProposedTable['subject']>): boolean {
  return (because !== 'people-by-name' && because !== 'decided') || confidence < unsureBelow;
}

const whatFor: Localised = { nl: 'waarvoor is deze tabel?', en: 'what is this table for?' };
const ownPeople: Localised = {
  nl: 'zijn dit mensen op zichzelf, of horen de rijen bij iemand anders?',
  en: 'are these people of their own, or do the rows belong to somebody else?',
};

/** The entry of a column under `columns:`. */
export function columnLine(
  [name, proposal]: readonly [string, Proposal],
  { id, cannotBeEmptied }: Pick<ProposedTable, 'id' | 'cannotBeEmptied'>,
  style: SectionStyle,
): string {
  const { confidence, reasons, paths = [] } = proposal;
  const { language } = style;
  const word = style.categoryOf(id, proposal);
  const special = [proposal, ...paths].some(
    ({ suggestion }) => suggestion !== null && policyCategories[suggestion.policy].special,
  );
  const decided = reasons.some(({ kind }) => kind === 'decided');
  const kept = word !== null && cannotBeEmptied.includes(name);
  const unsure = !decided && (confidence < unsureBelow || special || kept);
  const likewise = word?.as == null ? [] : [{ nl: `zoals ${word.as}`, en: `as ${word.as}` }[language]];
  const why = [...likewise, ...reasons.map((reason) => reasonText(reason, language))].join('; ');
  const comment = yamlComment(`${mark(unsure, style)}${confidence.toFixed(2)} ${why}`);
  const inside = paths.flatMap((each): readonly (readonly [string, string])[] => {
    const held = style.categoryOf(id, each);
    return held === null ? [] : [[each.path, held.id]];
  });
  const entry = columnEntry(name, word?.id ?? null, { kept, paths: inside });
  return word !== null || unsure || style.decide === 'all' ? `${entry} ${comment}` : entry;
}

/** An item under `links:`. */
export function linkLine(link: ProposedLink, style: SectionStyle): string {
  const { kind, table, reference, columns, key, confidence, reasons } = link;
  const list = (names: readonly string[]) => `[${names.map(yamlText).join(', ')}]`;
  const one = (names: readonly string[]) => (names.length === 1 ? yamlText(names[0] ?? '') : list(names));
  const ends =
    reference === 'row'
      ? `column: ${one(columns)}, to: ${yamlText(table)}`
      : `from: ${one(columns.map((column) => `${table}.${column}`))}`;
  const named = key.length === 0 ? '' : `, key: ${list(key)}`;
  const why = reasons.map((reason) => linkReasonTexts[reason][style.language]).join('; ');
  const comment = yamlComment(`${mark(confidence < sureLink, style)}${confidence.toFixed(2)} ${why}`);
  return `- { kind: ${kind}, ${ends}${named} } ${comment}`;
}
