import type { CaseKind } from '../../domain/case-file.ts';
import type { Language } from '../../domain/language.ts';

/** What the first page of a dossier says, beside the words that statements and the list of promises have already. */
export interface DossierWords {
  readonly title: (name: string) => string;
  readonly other: string;
  readonly period: (from: string, to: string) => string;
  readonly made: (on: string) => string;
  readonly intro: string;
  readonly sections: Readonly<
    Record<'verify' | 'statement' | 'policy' | 'promises' | 'cases' | 'ledger', string>
  >;
  readonly verify: readonly string[];
  readonly statements: string;
  readonly noStatements: string;
  readonly policies: string;
  readonly register: string;
  readonly promises: string;
  readonly noPromises: string;
  readonly cases: string;
  readonly noCases: string;
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
      | 'changes'
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
  made: (on) => `Gemaakt op ${on}.`,
  intro:
    'Dit dossier laat zien wat de organisatie belooft over persoonsgegevens, en of zij dat doet. Er staan geen gegevens in over mensen die een verzoek deden: hun zaken hebben alleen een nummer.',
  sections: {
    verify: 'Zelf controleren',
    statement: 'Privacyverklaring',
    policy: 'Beleid en register',
    promises: 'Beloften',
    cases: 'Verzoeken en termijnen',
    ledger: 'Logboek',
  },
  verify: [
    'U hoeft ons niet te geloven. Met Node 20 of nieuwer, zonder internet, controleert u elk bestand en elke regel van het logboek:',
    'Gebruik de sleutel die u apart van dit dossier kreeg. Staat er iets anders in dan is ondertekend, dan noemt het programma de eerste regel of het bestand dat niet klopt.',
  ],
  statements: 'Deze versies konden mensen in deze periode lezen.',
  noStatements: 'In deze periode was er geen verklaring gepubliceerd.',
  policies: 'Dit beleid gold in deze periode. De verklaring en de uitvoering komen er beide uit voort.',
  register: 'Het register van verwerkingen (artikel 30 AVG), zoals het aan het eind van de periode gold:',
  promises: 'Zo stond elke belofte er aan het eind van de periode voor. Alle veranderingen staan in',
  noPromises: 'In deze periode is geen belofte gecontroleerd.',
  cases: 'Zaken die in deze periode open waren, geteld per soort. Elke zaak met haar termijnen staat in',
  noCases: 'In deze periode was er geen zaak open.',
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
    changes: 'Standen in de periode',
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
  made: (on) => `Made on ${on}.`,
  intro:
    'This dossier shows what the organisation promises about personal data, and whether it does it. It holds no data about people who made a request: their cases have a number only.',
  sections: {
    verify: 'Verify it yourself',
    statement: 'Privacy statement',
    policy: 'Policy and register',
    promises: 'Promises',
    cases: 'Requests and deadlines',
    ledger: 'Ledger',
  },
  verify: [
    'You need not believe us. With Node 20 or later and no network you verify every file and every entry of the ledger:',
    'Use the key that you were given apart from this dossier. Where something else stands in it than was signed, the program names the first entry or the file that is wrong.',
  ],
  statements: 'These versions could be read in this period.',
  noStatements: 'No statement was published in this period.',
  policies:
    'This policy was in force in this period. The statement and what is carried out both follow from it.',
  register: 'The register of processing activities (article 30 GDPR), as it was at the end of the period:',
  promises: 'How each promise stood at the end of the period. Every change is in',
  noPromises: 'No promise was checked in this period.',
  cases: 'Cases that were open in this period, counted by kind. Each case with its clock is in',
  noCases: 'No case was open in this period.',
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
    changes: 'States in the period',
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
