import type { Language, Localised } from '../../domain/language.ts';
import { policyCategories } from '../classification/category.ts';
import { type PathProposal, type Proposal, unsureBelow } from '../classification/proposal.ts';
import { reasonText } from '../classification/reason-text.ts';
import { linkReasonTexts, type MapProposal, type ProposedLink, type ProposedTable } from './map-proposal.ts';
import { yamlComment, yamlText } from './yaml-text.ts';

export interface PolicyWish {
  readonly proposals: readonly MapProposal[];
  /** The languages of the statement. */
  readonly languages: readonly Language[];
  /** The language of the comments. */
  readonly comments: Language;
}

/** The name of the setting with the connection string of a source. */
export function connectionName(source: string): string {
  return `${source.replaceAll('-', '_').toUpperCase()}_URL`;
}

/**
 * A `policy.yaml` that compiles, with a comment at everything that a person must decide and the reason of everything that
 * was proposed. What a shape cannot tell (who the organisation is, what the data is for, how long it stays) says so in its
 * own words, and no term of keeping is made up: those are left out, and a check warns of each.
 */
export function writePolicy(wish: PolicyWish): string {
  const { proposals, comments } = wish;
  const t = (text: Localised) => text[comments];
  return `${[
    ...intro(proposals, t).map(yamlComment),
    'gestand: 1',
    '',
    ...controllerLines(wish, t),
    '',
    ...subjectLines(proposals, t),
    '',
    ...categoryLines(proposals),
    '',
    ...purposeLines(hasStaff(proposals), t),
    '',
    yamlComment(
      t({
        nl: 'beslis: wie ontvangt gegevens? Verwerkers hebben een ondertekende overeenkomst (artikel 28 AVG).',
        en: 'decide: who receives data? A processor has a signed agreement (article 28 GDPR).',
      }),
    ),
    'recipients: {}',
    '',
    ...retentionLines(t),
    '',
    'sources:',
    ...proposals.flatMap((proposal) => sourceLines(proposal, comments)),
  ].join('\n')}\n`;
}

type Say = (text: Localised) => string;

function intro(proposals: readonly MapProposal[], t: Say): readonly string[] {
  return [
    proposals.some(({ sampled }) => sampled)
      ? t({
          nl: 'Voorgesteld door "gestand init" uit de vorm van de databases en een steekproef van waarden. Geen waarde staat hierin.',
          en: 'Proposed by "gestand init" from the shape of the databases and a sample of values. No value is in it.',
        })
      : t({
          nl: 'Voorgesteld door "gestand init" uit de vorm van de databases. Er is geen rij gelezen.',
          en: 'Proposed by "gestand init" from the shape of the databases. No row was read.',
        }),
    t({
      nl: 'Bij "beslis:" moet een mens kiezen; DECISIONS.md heeft dezelfde lijst.',
      en: 'A person must choose at every "decide:"; DECISIONS.md has the same list.',
    }),
  ];
}

const undecided: Localised = { nl: 'nog te beslissen', en: 'to be decided' };

function localised(text: Localised): string {
  return `{ nl: ${JSON.stringify(text.nl)}, en: ${JSON.stringify(text.en)} }`;
}

function controllerLines({ languages }: PolicyWish, t: Say): readonly string[] {
  const own = t(undecided);
  return [
    yamlComment(t({ nl: 'beslis: wie bent u?', en: 'decide: who are you?' })),
    'controller:',
    `  name: ${yamlText(own)}`,
    `  legalName: ${yamlText(own)}`,
    `  tradeRegister: ${yamlText(own)}`,
    `  address: ${yamlText(own)}`,
    '  email: privacy@undecided.example',
    `  phone: ${yamlText(own)}`,
    '  website: https://undecided.example',
    `  contactPoint: ${localised(undecided)}`,
    `languages: [${languages.join(', ')}]`,
    'bookYearEnd: 12-31',
    yamlComment(
      t({
        nl: 'beslis: neemt een computer alleen besluiten over mensen (artikel 22 AVG)?',
        en: 'decide: does a computer alone take decisions about people (article 22 GDPR)?',
      }),
    ),
    `automatedDecisions: ${localised(undecided)}`,
    `security: ${localised(undecided)}`,
  ];
}

function subjectLines(proposals: readonly MapProposal[], t: Say): readonly string[] {
  const groups = new Set(
    proposals.flatMap(({ tables }) =>
      tables.flatMap(({ subject }) => (subject === null ? [] : [subject.group])),
    ),
  );
  if (groups.size === 0) return ['subjects: {}'];
  return [
    yamlComment(
      t({
        nl: 'beslis: hoe noemt u deze mensen, en waar komen hun gegevens vandaan?',
        en: 'decide: what do you call these people, and where does their data come from?',
      }),
    ),
    'subjects:',
    ...[...groups].map(
      (group) =>
        `  ${yamlText(group)}: { name: ${localised({ nl: group, en: group })}, origin: ${localised(undecided)} }`,
    ),
  ];
}

function categoryLines(proposals: readonly MapProposal[]): readonly string[] {
  const used = new Set(
    proposals.flatMap(({ tables }) =>
      tables
        .filter(({ use }) => use === 'personal')
        .flatMap(({ columns }) =>
          [...columns.values()].flatMap(({ suggestion, paths = [] }) =>
            suggestion === null
              ? []
              : [suggestion, ...paths.map((each) => each.suggestion)].flatMap((each) => each?.policy ?? []),
          ),
        ),
    ),
  );
  if (used.size === 0) return ['categories: {}'];
  return [
    'categories:',
    ...[...used].map((id) => {
      const { name, dpv, special } = policyCategories[id];
      return `  ${id}: { name: ${localised(name)}, dpv: "${dpv}"${special ? ', special: true' : ''} }`;
    }),
  ];
}

function hasStaff(proposals: readonly MapProposal[]): boolean {
  return proposals.some(({ tables }) => tables.some(({ subject }) => subject?.staff === true));
}

function purposeLines(staff: boolean, t: Say): readonly string[] {
  return [
    yamlComment(
      t({
        nl: 'beslis: waarvoor zijn de gegevens, en op welke grondslag (artikel 6 AVG)? Deel daarna elke tabel in.',
        en: 'decide: what is the data for, and on what basis (article 6 GDPR)? Then give each table its own purposes.',
      }),
    ),
    'purposes:',
    '  service:',
    `    name: ${localised({ nl: 'Dienstverlening', en: 'Service' })}`,
    '    basis: contract',
    `    ground: ${localised(undecided)}`,
    ...(staff
      ? [
          '  employment:',
          `    name: ${localised({ nl: 'Personeelszaken', en: 'Staff matters' })}`,
          '    basis: contract',
          `    ground: ${localised(undecided)}`,
        ]
      : []),
  ];
}

function retentionLines(t: Say): readonly string[] {
  return [
    yamlComment(
      t({
        nl: 'beslis: hoe lang blijft wat (artikel 5 lid 1 onder e AVG)? Zo schrijft u een termijn:',
        en: 'decide: how long does what stay (article 5(1)(e) GDPR)? A term is written so:',
      }),
    ),
    '#   account: { name: { nl: Account, en: Account }, kind: maximum, period: P24M, event: { nl: …, en: … } }',
    'retention: {}',
  ];
}

function sourceLines({ source, kind, tables }: MapProposal, language: Language): readonly string[] {
  return [
    `  ${yamlText(source)}:`,
    `    kind: ${kind}`,
    `    connection: ${connectionName(source)}`,
    `    name: ${localised({ nl: source, en: source })}`,
    tables.some(({ use }) => use !== 'undecided') ? '    tables:' : '    tables: {}',
    ...tables.flatMap((table) =>
      tableLines(table, language).map((line) => (line === '' ? '' : `      ${line}`)),
    ),
  ];
}

function tableLines(table: ProposedTable, language: Language): readonly string[] {
  const id = yamlText(table.id);
  const t: Say = (text) => text[language];
  switch (table.use) {
    case 'not-personal':
      return [`${id}: not-personal`];
    case 'context':
      return [`${id}: { context: true, name: ${localised({ nl: table.id, en: table.id })} }`];
    case 'undecided':
      return [
        yamlComment(
          t({
            nl: `beslis: van wie is een rij van ${table.id}? Er leidt niets naar een persoon en de tabel heeft geen sleutel.`,
            en: `decide: whose is a row of ${table.id}? Nothing leads to a person and the table has no key.`,
          }),
        ),
      ];
    case 'personal':
      return ['', `${id}:`, ...personalLines(table, language).map((line) => `  ${line}`)];
  }
}

function personalLines(table: ProposedTable, language: Language): readonly string[] {
  const { id, subject, links, columns, dates } = table;
  const t: Say = (text) => text[language];
  const lines = [
    `name: ${localised({ nl: id, en: id })}`,
    `purposes: [${subject?.staff === true ? 'employment' : 'service'}]`,
  ];
  if (subject !== null) {
    if (subject.because !== 'people-by-name' || subject.confidence < unsureBelow) {
      const text = t({
        nl: 'beslis: zijn dit mensen op zichzelf, of horen de rijen bij iemand anders?',
        en: 'decide: are these people of their own, or do the rows belong to somebody else?',
      });
      lines.push(yamlComment(text));
    }
    const identities = subject.identities.map(({ kind, column }) => `${kind}: ${yamlText(column)}`);
    lines.push(`subject: { group: ${yamlText(subject.group)}, identities: { ${identities.join(', ')} } }`);
  }
  lines.push('columns:', ...[...columns].flatMap((column) => columnLines(column, table, language)));
  if (links.length > 0)
    lines.push('links:', ...links.flatMap((link) => linkLines(link, language)).map((line) => `  ${line}`));
  if (dates.length > 0) {
    const text = t({
      nl: `beslis: retention: { rule: …, from: ${dates.join(' | ')} }`,
      en: `decide: retention: { rule: …, from: ${dates.join(' | ')} }`,
    });
    lines.push(yamlComment(text));
  }
  return lines;
}

function columnLines(
  [name, proposal]: readonly [string, Proposal],
  { cannotBeEmptied }: ProposedTable,
  language: Language,
): readonly string[] {
  const { suggestion, confidence, reasons, paths = [] } = proposal;
  const why = reasons.map((reason) => reasonText(reason, language)).join('; ');
  const unsure = confidence < unsureBelow;
  const word = language === 'nl' ? 'beslis' : 'decide';
  const comment = yamlComment(`${unsure ? `${word}: ` : ''}${confidence.toFixed(2)} ${why}`);
  if (suggestion === null) return [`  ${yamlText(name)}: not-personal${unsure ? ` ${comment}` : ''}`];
  const kept = cannotBeEmptied.includes(name);
  const keys = [
    ...(kept ? ['onErasure: keep'] : []),
    ...(paths.length === 0 ? [] : [`paths: { ${paths.map(pathText).join(', ')} }`]),
  ];
  const value =
    keys.length === 0 ? suggestion.policy : `{ ${[`category: ${suggestion.policy}`, ...keys].join(', ')} }`;
  return [`  ${yamlText(name)}: ${value} ${comment}`];
}

function pathText({ path, suggestion }: PathProposal): string {
  return `${JSON.stringify(path)}: ${suggestion?.policy ?? ''}`;
}

function linkLines(link: ProposedLink, language: Language): readonly string[] {
  const { kind, table, reference, columns, key, confidence, reasons } = link;
  const list = (names: readonly string[]) => `[${names.map(yamlText).join(', ')}]`;
  const one = (names: readonly string[]) => (names.length === 1 ? yamlText(names[0] ?? '') : list(names));
  const ends =
    reference === 'row'
      ? `column: ${one(columns)}, to: ${yamlText(table)}`
      : `from: ${one(columns.map((column) => `${table}.${column}`))}`;
  const named = key.length === 0 ? '' : `, key: ${list(key)}`;
  const why = reasons.map((reason) => linkReasonTexts[reason][language]).join('; ');
  const unsure = confidence < sureLink ? `${language === 'nl' ? 'beslis' : 'decide'}: ` : '';
  return [`- { kind: ${kind}, ${ends}${named} } ${yamlComment(`${unsure}${confidence.toFixed(2)} ${why}`)}`];
}

/** Below this a person should look at a link first: whose a row is matters more than what a column holds. */
export const sureLink = 0.8;
