import type { Language, Localised } from '../../domain/language.ts';
import { yamlComment } from '../../policy/yaml-text.ts';
import type { ReadStatement } from '../../statement/promised/read-statement.ts';
import { categoryLines } from './draft-categories.ts';
import { controllerLines } from './draft-controller.ts';
import { purposeLines } from './draft-purposes.ts';
import type { Answers, DraftQuestion } from './draft-question.ts';
import { recipientLines } from './draft-recipients.ts';
import { retentionLines } from './draft-retention.ts';
import { DraftWriter } from './draft-writer.ts';

export interface DraftedPolicy {
  /** The text of a `policy.yaml` that compiles. */
  readonly policy: string;
  /** What it could not know and nobody answered yet. */
  readonly questions: readonly DraftQuestion[];
}

/**
 * A first `policy.yaml` from a statement that somebody wrote, each entry with the sentence it came from. What the statement does
 * not say is asked, and until it is answered stands there as a comment or says that it is to be decided.
 */
export function draftPolicy(read: ReadStatement, answers: Answers): DraftedPolicy {
  const writer = new DraftWriter(read.document.language, answers);
  const { facts } = read;
  const t = (text: Localised) => text[writer.language];
  const controller = controllerLines(writer, facts.controller);
  const wholes = wholeLines(writer, read);
  const subjects = subjectLines(writer, read);
  const purposes = purposeLines(writer, facts.purposes);
  const recipients = recipientLines(writer, {
    recipients: facts.recipients,
    transfers: facts.transfers,
    purposes: purposes.ids,
  });
  const sections: readonly (readonly string[])[] = [
    [...intro.map((line) => yamlComment(t(line))), 'gestand: 1'],
    [...controller, ...wholes],
    subjects,
    categoryLines(writer, facts.categories),
    purposes.lines,
    recipients,
    retentionLines(writer, facts.retention),
    [
      writer.decide({
        nl: 'in welke systemen staan deze gegevens? "gestand init" kijkt in een database en vult dit aan.',
        en: 'which systems hold these data? "gestand init" looks into a database and adds to this.',
      }),
      'sources: {}',
    ],
  ];
  return {
    policy: `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`,
    questions: writer.questions,
  };
}

const intro: readonly Localised[] = [
  {
    nl: 'Opgezet door "gestand statement read" uit een bestaande verklaring. Bij elk gegeven staat de zin waar het uit komt.',
    en: 'Drafted by "gestand statement read" from an existing statement. Beside each fact stands the sentence it came from.',
  },
  {
    nl: 'Bij "beslis:" zegt de verklaring het niet. Laat een mens het hele bestand nalezen.',
    en: 'At "decide:" the statement does not say it. Have a person read the whole file.',
  },
];

function wholeLines(writer: DraftWriter, { document, promises }: ReadStatement): readonly string[] {
  const decided = promises.filter(({ id }) => id === 'D06');
  const secured = promises.filter(({ id }) => id === 'P28').slice(0, 3);
  const question = {
    nl: 'Neemt een computer alleen besluiten over mensen, of maakt u profielen (artikel 22 AVG)?',
    en: 'Does a computer alone take decisions about people, or do you make profiles (article 22 GDPR)?',
  };
  const asked = decided.length > 0 ? null : writer.ask({ id: 'automatedDecisions', text: question });
  const bookYear = {
    nl: 'Wat is de laatste dag van het boekjaar (maand-dag)?',
    en: 'What is the last day of the book year (month-day)?',
  };
  const lastDay = writer.ask({
    id: 'bookYearEnd',
    text: bookYear,
    shape: { kind: 'fitting', pattern: /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, example: '12-31' },
  });
  const [first] = decided;
  const decisions =
    first !== undefined
      ? [
          writer.from(first.sentence),
          `automatedDecisions: ${writer.inOurLanguage(decided.map(({ sentence }) => sentence.text).join(' '))}`,
        ]
      : asked === null
        ? [writer.decide(question), `automatedDecisions: ${writer.undecidedInBoth}`]
        : [`automatedDecisions: ${writer.inOurLanguage(asked)}`];
  const [safe] = secured;
  return [
    `languages: [${document.language}]`,
    ...(lastDay === null ? [writer.decide(bookYear)] : []),
    `bookYearEnd: ${lastDay ?? '12-31'}`,
    ...decisions,
    ...(safe === undefined
      ? []
      : [
          writer.from(safe.sentence),
          `security: ${writer.inOurLanguage(secured.map(({ sentence }) => sentence.text).join(' '))}`,
        ]),
  ];
}

const everybody: Readonly<Record<Language, string>> = {
  nl: 'Mensen van wie wij gegevens hebben',
  en: 'People whose data we hold',
};

function subjectLines(writer: DraftWriter, { promises }: ReadStatement): readonly string[] {
  const sources = promises.filter(({ id }) => id === 'P02');
  const question = { nl: 'Waar komen de gegevens vandaan?', en: 'Where do the data come from?' };
  const [first] = sources;
  const asked = first === undefined ? writer.ask({ id: 'subjects.people.origin', text: question }) : null;
  const origin =
    first !== undefined
      ? writer.inOurLanguage(sources.map(({ sentence }) => sentence.text).join(' '))
      : asked === null
        ? writer.undecidedInBoth
        : writer.inOurLanguage(asked);
  return [
    'subjects:',
    first !== undefined ? `  ${writer.from(first.sentence)}` : `  ${writer.decide(question)}`,
    `  people: { name: { nl: ${JSON.stringify(everybody.nl)}, en: ${JSON.stringify(everybody.en)} }, origin: ${origin} }`,
  ];
}
