import type { Language } from '../domain/language.ts';
import type { LawfulBasis } from '../domain/lawful-basis.ts';
import type { PromiseState } from '../domain/promise-state.ts';
import type { Recipient, RetentionRule } from '../policy/policy.ts';

/** What the statement says of its own accord, around what the company wrote. */
export interface StatementWords {
  readonly basis: Readonly<Record<LawfulBasis, string>>;
  readonly role: Readonly<Record<Recipient['role'], string>>;
  readonly state: Readonly<Record<PromiseState, string>>;
  readonly retentionStart: Readonly<Record<RetentionRule['from'], (event: string) => string>>;
  /** The reason for a `maximum` period. */
  readonly noLongerNeeded: string;
  readonly special: string;
  readonly noTransfers: string;
  readonly columns: Readonly<
    Record<
      | 'purpose'
      | 'basis'
      | 'ground'
      | 'data'
      | 'period'
      | 'start'
      | 'reason'
      | 'recipient'
      | 'role'
      | 'task'
      | 'country'
      | 'mechanism'
      | 'checkedOn',
      string
    >
  >;
  readonly tables: Readonly<Record<'purposes' | 'retention' | 'recipients' | 'transfers', string>>;
  version(number: number, date: string): string;
  /** The summary of the list of promises of one section. */
  promisesOf(count: number, section: string): { readonly shown: string; readonly spoken: string };
  /** Before the states of a section. */
  readonly today: string;
}

const nl: StatementWords = {
  basis: {
    consent: 'toestemming',
    contract: 'overeenkomst',
    'legal-obligation': 'wettelijke plicht',
    'vital-interests': 'vitaal belang',
    'public-task': 'taak van algemeen belang',
    'legitimate-interests': 'gerechtvaardigd belang',
  },
  role: {
    processor: 'verwerker',
    'sub-processor': 'subverwerker',
    'joint-controller': 'samen met ons verantwoordelijk',
    controller: 'zelf verantwoordelijk',
    authority: 'overheid',
  },
  state: {
    kept: 'gehouden',
    'at-risk': 'loopt risico',
    broken: 'gebroken',
    unproven: 'niet aangetoond',
  },
  retentionStart: {
    event: (event) => event,
    'book-year-end': (event) => `einde van het boekjaar (${event})`,
    'calendar-year-end': (event) => `einde van het kalenderjaar (${event})`,
  },
  noLongerNeeded: 'daarna niet meer nodig',
  special: 'bijzonder gegeven',
  noTransfers: 'Wij geven geen gegevens door aan partijen buiten de Europese Economische Ruimte (EER).',
  columns: {
    purpose: 'Doel',
    basis: 'Grondslag',
    ground: 'Waarop die rust',
    data: 'Gegevens',
    period: 'Bewaartermijn',
    start: 'Gerekend vanaf',
    reason: 'Waarom',
    recipient: 'Ontvanger',
    role: 'Rol',
    task: 'Wat zij doen',
    country: 'Land',
    mechanism: 'Doorgiftemiddel',
    checkedOn: 'Gecontroleerd op',
  },
  tables: {
    purposes: 'Doelen en grondslagen',
    retention: 'Bewaartermijnen',
    recipients: 'Ontvangers',
    transfers: 'Doorgifte buiten de EER',
  },
  version: (number, date) => `Versie ${number}, ${date}`,
  promisesOf: (count, section) => ({
    shown: count === 1 ? '1 belofte' : `${count} beloften`,
    spoken: ` in “${section}”`,
  }),
  today: 'Vandaag',
};

const en: StatementWords = {
  basis: {
    consent: 'consent',
    contract: 'contract',
    'legal-obligation': 'legal obligation',
    'vital-interests': 'vital interests',
    'public-task': 'public task',
    'legitimate-interests': 'legitimate interests',
  },
  role: {
    processor: 'processor',
    'sub-processor': 'sub-processor',
    'joint-controller': 'responsible together with us',
    controller: 'responsible itself',
    authority: 'authority',
  },
  state: { kept: 'kept', 'at-risk': 'at risk', broken: 'broken', unproven: 'not proven' },
  retentionStart: {
    event: (event) => event,
    'book-year-end': (event) => `end of the book year (${event})`,
    'calendar-year-end': (event) => `end of the calendar year (${event})`,
  },
  noLongerNeeded: 'no longer needed after that',
  special: 'special category',
  noTransfers: 'We pass no data to parties outside the European Economic Area (EEA).',
  columns: {
    purpose: 'Purpose',
    basis: 'Legal basis',
    ground: 'What it rests on',
    data: 'Data',
    period: 'Period',
    start: 'Counted from',
    reason: 'Why',
    recipient: 'Recipient',
    role: 'Role',
    task: 'What they do',
    country: 'Country',
    mechanism: 'Transfer mechanism',
    checkedOn: 'Checked on',
  },
  tables: {
    purposes: 'Purposes and legal bases',
    retention: 'Retention periods',
    recipients: 'Recipients',
    transfers: 'Transfers outside the EEA',
  },
  version: (number, date) => `Version ${number}, ${date}`,
  promisesOf: (count, section) => ({
    shown: count === 1 ? '1 promise' : `${count} promises`,
    spoken: ` in “${section}”`,
  }),
  today: 'Today',
};

export const statementWords: Readonly<Record<Language, StatementWords>> = { nl, en };
