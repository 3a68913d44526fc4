import type { Language, Localised } from '../../domain/language.ts';
import type { Controller } from '../../policy/policy.ts';
import { controllerShape } from '../../policy/policy-file.ts';
import { yamlComment, yamlText } from '../../policy/yaml-text.ts';
import type { MapProposal } from './map-proposal.ts';
import { categoryLine, groupLine, localised, purposeLinesOf, undecided } from './policy-entry.ts';
import { freshSection, type SectionStyle, tableLines } from './table-section.ts';

export interface PolicyWish {
  readonly proposals: readonly MapProposal[];
  /** The languages of the statement. */
  readonly languages: readonly Language[];
  /** The language of the comments. */
  readonly comments: Language;
  /** The settings with the connection strings, where they are not called as {@link connectionName} says. */
  readonly connections?: ReadonlyMap<string, string>;
  /** What is known of who is responsible. */
  readonly controller?: Partial<Controller>;
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
  const { proposals, comments, connections } = wish;
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
    ...proposals.flatMap((proposal) =>
      sourceLines(proposal, {
        style: freshSection(comments),
        connection: connections?.get(proposal.source) ?? connectionName(proposal.source),
      }).map((line) => (line === '' ? '' : `  ${line}`)),
    ),
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

function controllerLines({ languages, controller = {} }: PolicyWish, t: Say): readonly string[] {
  const own = (key: Exclude<keyof Controller, 'contactPoint'>) =>
    yamlText(controller[key] ?? placeholders[key] ?? t(undecided));
  return [
    ...(isWhole(controller)
      ? []
      : [yamlComment(t({ nl: 'beslis: wie bent u?', en: 'decide: who are you?' }))]),
    'controller:',
    `  name: ${own('name')}`,
    `  legalName: ${own('legalName')}`,
    `  tradeRegister: ${own('tradeRegister')}`,
    `  address: ${own('address')}`,
    `  email: ${own('email')}`,
    `  phone: ${own('phone')}`,
    `  website: ${own('website')}`,
    `  contactPoint: ${localised(controller.contactPoint ?? undecided)}`,
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

/** What has a form of its own cannot say that it is to be decided. */
const placeholders: Partial<Readonly<Record<keyof Controller, string>>> = {
  email: 'privacy@undecided.example',
  website: 'https://undecided.example',
};

function isWhole(controller: Partial<Controller>): boolean {
  return Object.keys(controllerShape.shape).every((key) => key in controller);
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
    ...[...groups].map((group) => `  ${groupLine(group)}`),
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
  return ['categories:', ...[...used].map((id) => `  ${categoryLine(id)}`)];
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
    ...purposeLinesOf('service').map((line) => `  ${line}`),
    ...(staff ? purposeLinesOf('employment').map((line) => `  ${line}`) : []),
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

/** The entry of a source under `sources:`, without indentation. */
export function sourceLines(
  { source, kind, tables }: MapProposal,
  { style, connection }: { readonly style: SectionStyle; readonly connection: string },
): readonly string[] {
  return [
    `${yamlText(source)}:`,
    `  kind: ${kind}`,
    `  connection: ${connection}`,
    `  name: ${localised({ nl: source, en: source })}`,
    tables.some(({ use }) => use !== 'undecided') ? '  tables:' : '  tables: {}',
    ...tables.flatMap((table) => tableLines(table, style).map((line) => (line === '' ? '' : `    ${line}`))),
  ];
}
