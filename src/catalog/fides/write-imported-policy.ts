import { stringify } from 'yaml';
import type { Localised } from '../../domain/language.ts';
import { policyCategories, type SuggestedPolicyCategory } from '../classification/category.ts';
import type { FidesImport, ImportedColumn, ImportedLink, ImportedTable } from './fides-import.ts';

/** What stands where only a person knows the answer. A policy that still has it does not compile. */
export const openMark = 'DECIDE';

/**
 * The text of a `policy.yaml` with what Fides told. Where it told nothing stands `DECIDE`, or nothing behind the colon with
 * that word beside it; where something was guessed, the comment begins with "decide".
 */
export function writeImportedPolicy(imports: readonly FidesImport[]): string {
  const lines = [
    `# From Fides: ${imports.map(({ dataset }) => comment(dataset)).join(', ')}.`,
    `# ${openMark}: Fides does not tell this, and the policy does not compile without it. decide: a guess; look at it.`,
    'gestand: 1',
    'controller:',
    ...['name', 'legalName', 'tradeRegister', 'address', 'email', 'phone', 'website'].map(
      (key) => `  ${key}: # ${openMark}`,
    ),
    '  contactPoint:',
    ...openText('    '),
    'languages: [nl, en]',
    'bookYearEnd: 12-31 # decide: the last day of the book year',
    'automatedDecisions:',
    ...openText('  '),
    '',
    'subjects:',
    ...subjectLines(imports),
    'categories:',
    ...categoryLines(imports),
    `purposes: {} # ${openMark}: service: { name: …, basis: contract, ground: … }; then name them in each table`,
    `recipients: {} # decide: in Fides these are systems and vendors`,
    `retention: {} # decide: a period and the event it counts from, for tables of people and what must stay`,
    '',
    'sources:',
    ...imports.flatMap(sourceLines),
  ];
  return `${lines.join('\n')}\n`;
}

/** How many answers are still wanted. */
export function openMarks(policy: string): number {
  return policy.split('\n').filter((line) => line.includes(openMark) && !line.startsWith('#')).length;
}

function openText(indent: string): readonly string[] {
  return [`${indent}nl: # ${openMark}`, `${indent}en: # ${openMark}`];
}

function subjectLines(imports: readonly FidesImport[]): readonly string[] {
  const groups = new Set(
    imports.flatMap(({ tables }) =>
      tables.flatMap(({ subject }) => (subject === null ? [] : [subject.group])),
    ),
  );
  if (groups.size === 0) return [`  # ${openMark}: no collection of people was recognised`];
  return [...groups].flatMap((group) => [
    `  ${scalar(group)}:`,
    `    name: { nl: ${scalar(group)}, en: ${scalar(group)} } # decide: as people should read it`,
    '    origin:',
    ...openText('      '),
  ]);
}

function categoryLines(imports: readonly FidesImport[]): readonly string[] {
  const used = new Set<SuggestedPolicyCategory>();
  for (const { tables } of imports) {
    for (const { category } of tables.flatMap(({ columns }) => columns)) {
      if (category !== null && category !== 'not-personal') used.add(category);
    }
  }
  if (used.size === 0) return [`  # ${openMark}: no category of Fides has a counterpart`];
  return [...used].map((id) => {
    const { name, dpv, special } = policyCategories[id];
    return `  ${id}: { name: ${both(name)}, dpv: "${dpv}"${special ? ', special: true' : ''} }`;
  });
}

function sourceLines({ source, name, kind, tables }: FidesImport): readonly string[] {
  return [
    `  ${scalar(source)}:`,
    `    kind: ${kind ?? openMark} # ${kind === null ? '' : 'decide: '}postgresql, mariadb or sqlite`,
    `    connection: ${source.toUpperCase().replaceAll('-', '_')}_URL`,
    `    name: ${both({ nl: name, en: name })} # decide: as people should read it`,
    '    tables:',
    ...tables.flatMap(tableLines),
  ];
}

function tableLines({ name, use, subject, columns, links }: ImportedTable): readonly string[] {
  const key = `      ${scalar(name)}:`;
  if (use === 'not-personal') return [`${key} not-personal`];
  const called = `name: ${both({ nl: name, en: name })}`;
  if (use === 'context')
    return [`${key} { context: true, ${called} } # decide: its rows are copied to people`];
  return [
    key,
    `        ${called} # decide: as people should read it`,
    `        purposes: [${openMark}]`,
    ...(subject === null
      ? []
      : [
          `        subject: # decide: the rows are people`,
          `          group: ${scalar(subject.group)}`,
          `          identities: { ${identityTexts(subject.identities)} }`,
          `        # decide: retention: { rule: …, from: <date column> }`,
        ]),
    '        columns:',
    ...columns.map(columnLine),
    ...(links.length === 0 && subject === null
      ? [`        # ${openMark}: whose are the rows? links: or subject:`]
      : []),
    ...(links.length === 0 ? [] : ['        links:', ...links.map(linkLine)]),
  ];
}

function identityTexts(identities: NonNullable<ImportedTable['subject']>['identities']): string {
  const kinds = [...new Set(identities.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const columns = identities
        .filter((identity) => identity.kind === kind)
        .map(({ column }) => scalar(column));
      return `${kind}: ${columns.length === 1 ? columns[0] : `[${columns.join(', ')}]`}`;
    })
    .join(', ');
}

function columnLine({ name, category, note }: ImportedColumn): string {
  const mark = category === null ? '' : 'decide: ';
  return `          ${scalar(name)}: ${category ?? openMark}${note === '' ? '' : ` # ${mark}${comment(note)}`}`;
}

function linkLine({ kind, reference, column, table, key, note }: ImportedLink): string {
  const ends =
    reference === 'row'
      ? `column: ${scalar(column)}, to: ${scalar(table)}`
      : `from: ${scalar(`${table}.${column}`)}`;
  const columns = key === null ? '' : `, key: [${scalar(key)}]`;
  return `          - { kind: ${kind}, ${ends}${columns} } # decide: ${comment(note)}`;
}

function both({ nl, en }: Localised): string {
  return `{ nl: ${scalar(nl)}, en: ${scalar(en)} }`;
}

/** A text as YAML within braces: plain where that is safe, else between quotes. */
function scalar(text: string): string {
  const plain = /^[A-Za-z_][\w -]*$/.test(text) && text === text.trim();
  const written = plain ? stringify(text, { lineWidth: 0 }).trim() : JSON.stringify(text);
  return written.replaceAll(/\p{Cc}/gu, '');
}

/** A comment ends with its line: what came from a file must not go on behind it. */
function comment(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\p{Cc}/gu, '')
    .replaceAll(openMark, openMark.toLowerCase());
}
