import type { Objection, OpenQuestion } from '../../catalog/proposal/open-questions.ts';
import type { Language } from '../../domain/language.ts';
import type { Controller } from '../../policy/policy.ts';

/** What is asked first is asked in both languages. */
export const languageQuestion = 'Taal van dit gesprek / Language of this conversation, nl or en [nl]: ';

export interface InitWords {
  readonly welcome: string;
  readonly statementLanguages: string;
  readonly badLanguages: string;
  readonly sourceName: string;
  readonly anotherSource: string;
  readonly badSourceName: string;
  readonly takenSourceName: string;
  readonly connection: (source: string, setting: string) => string;
  readonly badConnection: string;
  readonly looking: (source: string) => string;
  readonly found: (source: string, tables: number) => string;
  readonly facts: string;
  readonly fact: Readonly<Record<keyof Controller, string>>;
  readonly badFact: Readonly<Record<keyof Controller, string>>;
  readonly contactPointIn: (language: Language) => string;
  readonly folder: string;
  readonly questions: (count: number) => string;
  readonly noQuestions: string;
  readonly question: (question: OpenQuestion) => string;
  readonly because: string;
  readonly answer: Readonly<Record<OpenQuestion['kind'], (proposed: string) => string>>;
  readonly objection: Readonly<Record<Objection, string>>;
  readonly newFile: (name: string, lines: number) => string;
  readonly unchanged: string;
  readonly gone: (at: string) => string;
  readonly byHand: (at: string) => string;
  readonly stillOpen: (count: number) => string;
  readonly confirm: string;
  readonly written: (names: string) => string;
  readonly nothingWritten: string;
}

const nl: InitWords = {
  welcome:
    'Ik kijk naar de vorm van uw databases en stel een beleid voor. Ik lees geen rijen en verander niets in uw databases.\nEnter neemt wat tussen haken staat. Ctrl-C stopt; dan is er niets geschreven.',
  statementLanguages: 'In welke talen komt de verklaring: nl, en, of nl en [nl en]? ',
  badLanguages: 'Schrijf nl, en, of nl en.',
  sourceName: 'Hoe noemt u de eerste database? Kleine letters, bijvoorbeeld crm: ',
  anotherSource: 'Nog een database? De naam, of Enter om verder te gaan: ',
  badSourceName: 'Schrijf kleine letters, cijfers en streepjes; begin met een letter.',
  takenSourceName: 'Die naam is er al. Kies een andere.',
  connection: (source, setting) =>
    `Verbinding van ${source}: postgres://…, mariadb://… of sqlite:…, of de naam van een instelling [${setting}]. U ziet niet wat u typt: `,
  badConnection:
    'Zo begint geen verbinding. Begin met postgres://, mariadb:// of sqlite:, of schrijf de naam van een instelling in hoofdletters.',
  looking: (source) => `Kijken naar ${source}`,
  found: (source, tables) => `${source}: ${tables} tabellen gezien.`,
  facts:
    'Wie is verantwoordelijk voor de gegevens? Enter laat een vraag open; die staat dan als beslispunt in het beleid.',
  fact: {
    name: 'Naam zoals mensen u kennen',
    legalName: 'Naam in het handelsregister',
    tradeRegister: 'KvK-nummer',
    address: 'Adres',
    email: 'E-mailadres voor privacyvragen',
    phone: 'Telefoon',
    website: 'Website',
    contactPoint: 'Contactpunt: de functionaris gegevensbescherming, of wie vragen beantwoordt',
  },
  badFact: {
    name: 'Schrijf een naam.',
    legalName: 'Schrijf een naam.',
    tradeRegister: 'Schrijf het nummer.',
    address: 'Schrijf een adres.',
    email: 'Schrijf een e-mailadres, zoals privacy@bedrijf.example.',
    phone: 'Schrijf een telefoonnummer.',
    website: 'Schrijf een webadres dat begint met https://, zoals https://www.bedrijf.example.',
    contactPoint: 'Schrijf een zin.',
  },
  contactPointIn: (language) => (language === 'nl' ? 'in het Nederlands' : 'in het Engels'),
  folder: 'In welke map komen de bestanden [.]? ',
  questions: (count) =>
    `\n${count === 1 ? 'Eén ding is' : `${count} dingen zijn`} niet zeker; het belangrijkste eerst. Enter neemt het voorstel, s slaat over (het blijft een beslispunt), q stopt met vragen.`,
  noQuestions: 'Er is niets waar u nu over moet beslissen.',
  question: (question) => {
    const table = `${question.source}.${question.table}`;
    switch (question.kind) {
      case 'subject':
        return `Zijn de rijen van ${table} mensen op zichzelf?`;
      case 'link':
        return `Is een rij van ${table} ${question.link.kind} ${question.link.table} (${question.link.columns.join(', ')})?`;
      case 'special':
        return `${table}.${question.column} lijkt op bijzondere gegevens: die mogen alleen met een uitzondering (artikel 9 of 10 AVG). Klopt dat?`;
      case 'column':
        return `Wat staat er in ${table}.${question.column}?`;
    }
  },
  because: 'Waarom',
  answer: {
    subject: () => 'ja; nee (ze gaan over niemand); of KOLOM TABEL van wie de rij is [ja]: ',
    link: (proposed) => `owned-by, co-owned, accessed-by, context of nee [${proposed}]: `,
    special: (proposed) => `een soort, of not-personal [${proposed}]: `,
    column: (proposed) => `een soort, of not-personal [${proposed}]: `,
  },
  objection: {
    'unknown-answer': 'Dat antwoord ken ik hier niet. Kies er een van hierboven, of s of q.',
    'unknown-column': 'Zo’n kolom heeft de tabel niet.',
    'unknown-table': 'Zo’n tabel is er niet.',
    'leads-to-nobody': 'Vanaf die tabel is niemand te bereiken. Noem een tabel die van mensen is.',
    'others-depend':
      'Rijen van andere tabellen zijn van deze rijen. Zeg eerst van wie die zijn, of sla dit over.',
    'nobody-owns': 'Dan is de rij van niemand. Kies een ander antwoord, of sla dit over.',
    'wrong-use': 'Dat past niet: context gaat over niemand, en alleen van mensen kan een rij zijn.',
  },
  newFile: (name, lines) => `Nieuw: ${name} (${lines} regels)`,
  gone: (at) => `${at} staat in het beleid en niet meer in de database`,
  byHand: (at) => `${at} kan hier niet worden toegevoegd; doe dat met de hand`,
  stillOpen: (count) => `\nHet beleid past nog niet (${count}); dit is nog te beslissen:`,
  unchanged: 'Er is niets te schrijven: alles staat er al.',
  confirm: 'Schrijven? ja of nee [nee]: ',
  written: (names) => `Geschreven: ${names}`,
  nothingWritten: 'Er is niets geschreven.',
};

const en: InitWords = {
  welcome:
    'I look at the shape of your databases and propose a policy. I read no rows and change nothing in your databases.\nEnter takes what stands between brackets. Ctrl-C stops; then nothing is written.',
  statementLanguages: 'In which languages will the statement be: nl, en, or nl en [nl en]? ',
  badLanguages: 'Write nl, en, or nl en.',
  sourceName: 'What do you call the first database? Small letters, for example crm: ',
  anotherSource: 'Another database? Its name, or Enter to go on: ',
  badSourceName: 'Write small letters, digits and hyphens; begin with a letter.',
  takenSourceName: 'That name is taken. Choose another.',
  connection: (source, setting) =>
    `Connection of ${source}: postgres://…, mariadb://… or sqlite:…, or the name of a setting [${setting}]. What you type is not shown: `,
  badConnection:
    'No connection begins like that. Begin with postgres://, mariadb:// or sqlite:, or write the name of a setting in capitals.',
  looking: (source) => `Looking at ${source}`,
  found: (source, tables) => `${source}: ${tables} tables seen.`,
  facts:
    'Who is responsible for the data? Enter leaves a question open; it is then to be decided in the policy.',
  fact: {
    name: 'Name that people know you by',
    legalName: 'Name in the trade register',
    tradeRegister: 'Number in the trade register (KvK)',
    address: 'Address',
    email: 'E-mail address for questions about privacy',
    phone: 'Telephone',
    website: 'Website',
    contactPoint: 'Contact point: the data protection officer, or who answers questions',
  },
  badFact: {
    name: 'Write a name.',
    legalName: 'Write a name.',
    tradeRegister: 'Write the number.',
    address: 'Write an address.',
    email: 'Write an e-mail address, such as privacy@company.example.',
    phone: 'Write a telephone number.',
    website: 'Write a web address that begins with https://, such as https://www.company.example.',
    contactPoint: 'Write a sentence.',
  },
  contactPointIn: (language) => (language === 'nl' ? 'in Dutch' : 'in English'),
  folder: 'In which folder do the files come [.]? ',
  questions: (count) =>
    `\n${count === 1 ? 'One thing is' : `${count} things are`} not sure; the most important first. Enter takes the proposal, s skips (it stays to be decided), q ends the questions.`,
  noQuestions: 'There is nothing for you to decide now.',
  question: (question) => {
    const table = `${question.source}.${question.table}`;
    switch (question.kind) {
      case 'subject':
        return `Are the rows of ${table} people of their own?`;
      case 'link':
        return `Is a row of ${table} ${question.link.kind} ${question.link.table} (${question.link.columns.join(', ')})?`;
      case 'special':
        return `${table}.${question.column} seems to be special data, which needs an exception (article 9 or 10 GDPR). Is that right?`;
      case 'column':
        return `What stands in ${table}.${question.column}?`;
    }
  },
  because: 'Why',
  answer: {
    subject: () => 'yes; no (they are about nobody); or COLUMN TABLE of whose the row is [yes]: ',
    link: (proposed) => `owned-by, co-owned, accessed-by, context or no [${proposed}]: `,
    special: (proposed) => `a category, or not-personal [${proposed}]: `,
    column: (proposed) => `a category, or not-personal [${proposed}]: `,
  },
  objection: {
    'unknown-answer': 'I do not know that answer here. Choose one of those above, or s or q.',
    'unknown-column': 'The table has no such column.',
    'unknown-table': 'There is no such table.',
    'leads-to-nobody': 'Nobody can be reached from that table. Name a table that is people’s.',
    'others-depend': 'Rows of other tables belong to these rows. Say first whose those are, or skip this.',
    'nobody-owns': 'Then the row is nobody’s. Choose another answer, or skip this.',
    'wrong-use': 'That does not fit: context is about nobody, and a row can only be people’s.',
  },
  newFile: (name, lines) => `New: ${name} (${lines} lines)`,
  gone: (at) => `${at} is in the policy and no longer in the database`,
  byHand: (at) => `${at} cannot be added here; do that by hand`,
  stillOpen: (count) => `\nThe policy does not fit yet (${count}); this is still to be decided:`,
  unchanged: 'There is nothing to write: all of it is there.',
  confirm: 'Write? yes or no [no]: ',
  written: (names) => `Written: ${names}`,
  nothingWritten: 'Nothing was written.',
};

export const initWords: Readonly<Record<Language, InitWords>> = { nl, en };
