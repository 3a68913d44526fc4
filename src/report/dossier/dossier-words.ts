import type { CaseKind } from '../../domain/case-file.ts';
import type { Language } from '../../domain/language.ts';

/** What the first page of a dossier says, beside the words that statements and the list of promises have already. */
export interface DossierWords {
  readonly title: (name: string) => string;
  readonly other: string;
  readonly period: (from: string, to: string) => string;
  readonly made: (on: string, by: string) => string;
  /** Where the period goes on after the day on which it was made. */
  readonly goesOn: (on: string) => string;
  readonly intro: string;
  /** Which companies the trade register knows by this number. */
  readonly register: (number: string) => string;
  readonly sections: Readonly<
    Record<
      'verify' | 'statement' | 'policy' | 'promises' | 'cases' | 'notices' | 'ledger' | 'columns',
      string
    >
  >;
  readonly verify: readonly string[];
  readonly statements: string;
  readonly noStatements: string;
  readonly policies: string;
  readonly noPolicies: string;
  readonly processing: string;
  /** By the last day that it tells of. */
  readonly promises: (on: string) => string;
  readonly counts: (total: string, states: string) => string;
  readonly allPromises: string;
  readonly brokenWhen: string;
  readonly before: string;
  readonly takenUp: (by: string) => string;
  readonly cases: string;
  readonly noCases: string;
  readonly notices: (count: string) => string;
  readonly noNotices: string;
  readonly explained: string;
  readonly ledger: (size: string) => string;
  readonly growth: (size: string) => string;
  readonly columns: Readonly<
    Record<
      | 'version'
      | 'language'
      | 'published'
      | 'files'
      | 'loaded'
      | 'promise'
      | 'state'
      | 'since'
      | 'why'
      | 'meaning'
      | 'column'
      | 'kind'
      | 'received'
      | 'inTime'
      | 'late'
      | 'open'
      | 'ended',
      string
    >
  >;
  /** What a table that may be wider than the page is called. */
  readonly tableOf: (caption: string) => string;
  readonly kinds: Readonly<Record<CaseKind, string>>;
}

const nl: DossierWords = {
  title: (name) => `Dossier van ${name}`,
  other: 'This page in English',
  period: (from, to) => `Over de periode van ${from} tot en met ${to}.`,
  made: (on, by) => `Gemaakt op ${on} door ${by}.`,
  goesOn: (on) => `De periode is nog niet voorbij: dit dossier gaat over wat er tot en met ${on} was.`,
  intro:
    'Dit dossier laat zien wat de organisatie belooft over persoonsgegevens, en of zij dat doet. Het noemt niemand die een verzoek deed, en geen medewerker: zaken en medewerkers hebben een nummer, en alleen de organisatie kan opzoeken wie dat is (artikel 4, lid 5, AVG).',
  register: (number) => `Handelsregister: ${number}.`,
  sections: {
    verify: 'Zelf controleren',
    statement: 'Privacyverklaring',
    policy: 'Beleid en register',
    promises: 'Beloften',
    cases: 'Verzoeken en termijnen',
    notices: 'Berichten aan ontvangers',
    ledger: 'Logboek',
    columns: 'Wat er in de kolommen staat',
  },
  verify: [
    'U hoeft ons niet te geloven. Met Node 20 of nieuwer, zonder internet, controleert u elk bestand en elke regel van het logboek:',
    'Gebruik de sleutel die u apart van dit dossier kreeg. Staat er iets anders in dan is ondertekend, dan noemt het programma de eerste regel of het bestand dat niet klopt.',
  ],
  statements: 'Deze versies konden mensen in deze periode lezen.',
  noStatements: 'In deze periode was er geen verklaring gepubliceerd.',
  policies: 'Dit beleid gold in deze periode. De verklaring en de uitvoering komen er beide uit voort.',
  noPolicies: 'In deze periode was er nog geen beleid, en dus ook geen register van verwerkingen.',
  processing: 'Het register van verwerkingen (artikel 30 AVG) dat volgt uit het laatste van deze:',
  promises: (on) =>
    `Zo stond elke belofte er op ${on} voor, volgens het logboek. Wat de controle vond en wie eraan werkt, komt uit de administratie van de organisatie en staat niet in het logboek.`,
  counts: (total, states) => `${total} beloften: ${states}.`,
  allPromises: 'Elke verandering in deze periode, met het nummer van de regel in het logboek, staat in',
  brokenWhen: 'Niet nagekomen als:',
  before: 'Daarvoor, in deze periode:',
  takenUp: (by) => `Hieraan werkt ${by}:`,
  cases: 'Zaken die in deze periode open waren, geteld per soort. Elke zaak met haar termijnen staat in',
  noCases: 'In deze periode was er geen zaak open.',
  notices: (count) =>
    `Wie de gegevens ook heeft, krijgt bericht van wat ermee is gedaan (artikel 19 AVG). In deze periode stonden er ${count} open; ze staan in`,
  noNotices: 'In deze periode hoefde geen ontvanger bericht te krijgen.',
  explained: 'De tabellen hebben Engelse kolomnamen, zodat programma’s ze kunnen lezen. Tijden zijn in UTC.',
  ledger: (size) =>
    `Het hele logboek staat in de map ledger: ${size} regels. Het bewijs dat een regel erin staat, volgt uit de hashes die erbij liggen.`,
  growth: (size) =>
    `Aan het begin van de periode had het logboek ${size} regels. Dat het sindsdien alleen is gegroeid, bewijst`,
  columns: {
    version: 'Versie',
    language: 'Taal',
    published: 'Gepubliceerd',
    files: 'Bestand',
    loaded: 'Geldig sinds',
    promise: 'Belofte',
    state: 'Stand',
    since: 'Sinds',
    why: 'Waarom',
    meaning: 'Betekenis',
    column: 'Kolom',
    kind: 'Soort',
    received: 'Aantal',
    inTime: 'Op tijd beantwoord',
    late: 'Te laat',
    open: 'Nog niet beantwoord, termijn loopt of staat stil',
    ended: 'Zonder antwoord geëindigd',
  },
  tableOf: (caption) => `Tabel: ${caption}`,
  kinds: {
    access: 'Inzage',
    rectification: 'Verbetering',
    erasure: 'Verwijdering',
    restriction: 'Beperking',
    objection: 'Bezwaar',
    portability: 'Overdracht',
    withdrawal: 'Intrekking van toestemming',
    question: 'Vraag',
    'security-information': 'Vraag over beveiliging',
    complaint: 'Klacht',
  },
};

const en: DossierWords = {
  title: (name) => `Dossier of ${name}`,
  other: 'Deze pagina in het Nederlands',
  period: (from, to) => `For the period from ${from} to ${to}.`,
  made: (on, by) => `Made on ${on} by ${by}.`,
  goesOn: (on) => `The period is not over yet: this dossier tells of it up to and including ${on}.`,
  intro:
    'This dossier shows what the organisation promises about personal data, and whether it does it. It names nobody who made a request, and no officer: cases and officers have ids, and the organisation alone can look up who that is (article 4(5) GDPR).',
  register: (number) => `Trade register: ${number}.`,
  sections: {
    verify: 'Verify it yourself',
    statement: 'Privacy statement',
    policy: 'Policy and register',
    promises: 'Promises',
    cases: 'Requests and deadlines',
    notices: 'Notices to recipients',
    ledger: 'Ledger',
    columns: 'What stands in the columns',
  },
  verify: [
    'You need not believe us. With Node 20 or later and no network you verify every file and every entry of the ledger:',
    'Use the key that you were given apart from this dossier. Where something else stands in it than was signed, the program names the first entry or the file that is wrong.',
  ],
  statements: 'These versions could be read in this period.',
  noStatements: 'No statement was published in this period.',
  policies:
    'This policy was in force in this period. The statement and what is carried out both follow from it.',
  noPolicies: 'There was no policy yet in this period, and so no register of processing activities.',
  processing: 'The register of processing activities (article 30 GDPR) that follows from the last of these:',
  promises: (on) =>
    `How each promise stood on ${on}, by the ledger. What the check found and who sees to it is from the records of the organisation, and not in the ledger.`,
  counts: (total, states) => `${total} promises: ${states}.`,
  allPromises: 'Every change in this period, with the number of its entry in the ledger, is in',
  brokenWhen: 'Broken when:',
  before: 'Before that, in this period:',
  takenUp: (by) => `${by} sees to it:`,
  cases: 'Cases that were open in this period, counted by kind. Each case with its clock is in',
  noCases: 'No case was open in this period.',
  notices: (count) =>
    `Whoever else has the data is told of what was done to them (article 19 GDPR). In this period ${count} were open; they are in`,
  noNotices: 'No recipient had to be told of anything in this period.',
  explained: 'Times are in UTC.',
  ledger: (size) =>
    `The whole ledger is in the folder ledger: ${size} entries. The proof that an entry is in it follows from the hashes that lie beside it.`,
  growth: (size) =>
    `At the beginning of the period the ledger had ${size} entries. That it only grew since is proven by`,
  columns: {
    version: 'Version',
    language: 'Language',
    published: 'Published',
    files: 'File',
    loaded: 'In force since',
    promise: 'Promise',
    state: 'State',
    since: 'Since',
    why: 'Why',
    meaning: 'Meaning',
    column: 'Column',
    kind: 'Kind',
    received: 'Number',
    inTime: 'Answered in time',
    late: 'Late',
    open: 'Not answered yet, in time or the clock stands still',
    ended: 'Ended without an answer',
  },
  tableOf: (caption) => `Table: ${caption}`,
  kinds: {
    access: 'Access',
    rectification: 'Rectification',
    erasure: 'Erasure',
    restriction: 'Restriction',
    objection: 'Objection',
    portability: 'Portability',
    withdrawal: 'Withdrawal of consent',
    question: 'Question',
    'security-information': 'Question about security',
    complaint: 'Complaint',
  },
};

export const dossierWords: Readonly<Record<Language, DossierWords>> = { nl, en };
