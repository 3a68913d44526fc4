import { type Language, type Localised, languages } from '../../domain/language.ts';
import { policyCategories } from '../classification/category.ts';
import { unsureBelow } from '../classification/proposal.ts';
import { reasonText } from '../classification/reason-text.ts';
import { type IdentityJoin, linkReasonTexts, type MapProposal, type ProposedTable } from './map-proposal.ts';
import { isUnsureSubject, sureLink } from './table-section.ts';

/** Something that no shape of a database can tell, or that was proposed with little confidence. */
export interface Decision {
  readonly about:
    | 'organisation'
    | 'purpose'
    | 'subject'
    | 'retention'
    | 'special'
    | 'column'
    | 'link'
    | 'identity'
    | 'warning'
    | 'kept';
  /** `source.table.column`, as far as it goes; empty when it is about the whole. */
  readonly at: string;
  readonly text: Localised;
}

/** What a person must decide, the whole first, then table by table. */
export function decisionsOf(proposals: readonly MapProposal[]): readonly Decision[] {
  return [...wholes, ...proposals.flatMap(sourceDecisions)];
}

const wholes: readonly Decision[] = [
  {
    about: 'organisation',
    at: '',
    text: {
      nl: 'Wie is verantwoordelijk, waar komen de gegevens vandaan, en wie ontvangt ze?',
      en: 'Who is responsible, where does the data come from, and who receives it?',
    },
  },
  {
    about: 'purpose',
    at: '',
    text: {
      nl: 'Waarvoor is elke tabel, en op welke grondslag (artikel 6 AVG)?',
      en: 'What is each table for, and on what basis (article 6 GDPR)?',
    },
  },
];

function sourceDecisions(proposal: MapProposal): readonly Decision[] {
  const { source, tables, warnings, joins } = proposal;
  const ofTables = tables.flatMap((table) => {
    const at = `${source}.${table.id}`;
    const warned = warnings
      .filter((warning) => warning.table === table.id)
      .map(
        ({ columns, text }): Decision => ({
          about: 'warning',
          at: [at, ...columns.slice(0, 1)].join('.'),
          text: { nl: `${looks.nl}: ${text.nl}`, en: `${looks.en}: ${text.en}` },
        }),
      );
    return table.use === 'personal' ? [...tableDecisions(table, at), ...warned] : warned;
  });
  const ofWhole = warnings
    .filter(({ table }) => table === null)
    .map(({ text }): Decision => ({ about: 'warning', at: source, text }));
  return [...ofTables, ...ofWhole, ...joins.map(joinDecision)];
}

/** Gestand finds a person in every source by the identities that the policy declares: so these two are to be the same, or not. */
function joinDecision({ kind, from, to, matched, of }: IdentityJoin): Decision {
  const other = `${to.source}.${to.table}.${to.column}`;
  return {
    about: 'identity',
    at: `${from.source}.${from.table}.${from.column}`,
    text: {
      nl: `${matched} van ${of} bekeken waarden staan in ${other}: zijn dit dezelfde mensen? Dan heeft subject.identities van beide tabellen "${kind}" nodig.`,
      en: `${matched} of ${of} values looked at stand in ${other}: are these the same people? Then subject.identities of both tables needs "${kind}".`,
    },
  };
}

function tableDecisions(table: ProposedTable, at: string): readonly Decision[] {
  const columns = [...table.columns].flatMap(([name, proposal]): readonly Decision[] => {
    const { suggestion, confidence, reasons, paths = [] } = proposal;
    const place = `${at}.${name}`;
    const why = (language: Language) => reasons.map((reason) => reasonText(reason, language)).join('; ');
    const found: Decision[] = [];
    const held = [suggestion, ...paths.map((path) => path.suggestion)].filter((each) => each !== null);
    if (held.some(({ policy }) => policyCategories[policy].special)) {
      const text = {
        nl: 'Bijzondere gegevens (artikel 9 of 10 AVG): welke uitzondering geldt, of moet dit weg?',
        en: 'Special data (article 9 or 10 GDPR): which exception applies, or must this go?',
      };
      found.push({ about: 'special', at: place, text });
    }
    if (confidence < unsureBelow) {
      const what = suggestion?.policy;
      const text = {
        nl: `Is dit ${what ?? 'niet persoonlijk'}? ${why('nl')} (${confidence.toFixed(2)})`,
        en: `Is this ${what ?? 'not personal'}? ${why('en')} (${confidence.toFixed(2)})`,
      };
      found.push({ about: 'column', at: place, text });
    }
    return found;
  });
  return [
    ...subjectDecisions(table, at),
    ...columns,
    ...keptDecisions(table, at),
    ...linkDecisions(table, at),
    ...retentionDecisions(table, at),
  ];
}

function subjectDecisions({ subject }: ProposedTable, at: string): readonly Decision[] {
  if (subject === null || !isUnsureSubject(subject)) return [];
  const text = {
    nl: 'Zijn dit mensen op zichzelf, of horen de rijen bij iemand anders?',
    en: 'Are these people of their own, or do the rows belong to somebody else?',
  };
  return [{ about: 'subject', at, text }];
}

function keptDecisions({ cannotBeEmptied }: ProposedTable, at: string): readonly Decision[] {
  return cannotBeEmptied.map((column) => ({
    about: 'kept',
    at: `${at}.${column}`,
    text: {
      nl: 'Mag niet leeg zijn en heeft geen waarde die niets zegt: hij blijft staan bij wissen, tenzij de kolom NULL mag zijn.',
      en: 'May not be empty and has no value that says nothing: it stays on erasure, unless the column may be NULL.',
    },
  }));
}

function linkDecisions({ links }: ProposedTable, at: string): readonly Decision[] {
  return links
    .filter(({ confidence }) => confidence < sureLink)
    .map(({ kind, table, columns, confidence, reasons }) => {
      const why = (language: Language) =>
        reasons.map((reason) => linkReasonTexts[reason][language]).join('; ');
      const text = {
        nl: `Is de rij ${kind} ${table}? ${why('nl')} (${confidence.toFixed(2)})`,
        en: `Is the row ${kind} ${table}? ${why('en')} (${confidence.toFixed(2)})`,
      };
      return { about: 'link', at: `${at}.${columns.join(',')}`, text };
    });
}

/** A row goes with its owner; so the terms to choose first are those of the people. */
function retentionDecisions({ subject, dates }: ProposedTable, at: string): readonly Decision[] {
  if (subject === null) return [];
  const from = dates.join(', ');
  const text =
    dates.length === 0
      ? {
          nl: 'Hoe lang blijft dit? Er is geen datum om vanaf te tellen.',
          en: 'How long does this stay? There is no date to count from.',
        }
      : {
          nl: `Hoe lang blijft dit, geteld vanaf welke datum: ${from}?`,
          en: `How long does this stay, counted from which date: ${from}?`,
        };
  return [{ about: 'retention', at, text }];
}

const titles: Localised = { nl: 'Wat een mens moet beslissen', en: 'What a person must decide' };

/** The same list to read and tick off. */
export function decisionsText(decisions: readonly Decision[], language: Language): string {
  const lines = decisions.map((decision) => `- [ ] ${decisionLine(decision, language)}`);
  return `# ${titles[language]}\n\n${lines.join('\n')}\n`;
}

/** What stands behind the box. */
export function decisionLine({ at, text }: Pick<Decision, 'at' | 'text'>, language: Language): string {
  return `${at === '' ? '' : `\`${at.replaceAll('`', "'")}\` `}${text[language]}`;
}

/** Whether a line is one of ours about a source that was looked at, or about the whole; a person may add their own. */
export function isOurs(line: string, sources: readonly string[]): boolean {
  const [, at, text = ''] = /^(?:`([^`]*)` )?(.*)$/s.exec(line) ?? [];
  if (at === undefined) return wholes.some((whole) => languages.some((each) => whole.text[each] === text));
  return sources.includes(at.split('.', 1)[0] ?? '') && ourWords.some((words) => text.startsWith(words));
}

const looks: Localised = { nl: 'Let op', en: 'Look' };

/** How each question of ours begins. */
const ourWords = [
  'Is dit ',
  'Is this ',
  'Is de rij ',
  'Is the row ',
  'Zijn dit mensen op zichzelf',
  'Are these people of their own',
  'Bijzondere gegevens (',
  'Special data (',
  'Mag niet leeg zijn',
  'May not be empty',
  'Hoe lang blijft dit',
  'How long does this stay',
  `${looks.nl}: `,
  `${looks.en}: `,
];
