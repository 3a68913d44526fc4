import type { Language } from '../../domain/language.ts';

/** The columns of the register. The letters are those of art. 30(1); what has none is more than it asks. */
export type RegisterColumn =
  | 'controller'
  | 'joint-controllers'
  | 'purpose'
  | 'subjects'
  | 'categories'
  | 'recipients'
  | 'transfers'
  | 'retention'
  | 'security'
  | 'basis'
  | 'ground'
  | 'origin'
  | 'systems'
  | 'agreements';

export interface RegisterWords {
  readonly title: (organisation: string) => string;
  readonly columns: Readonly<Record<RegisterColumn, string>>;
  readonly special: string;
  readonly agreement: (signed: string, until: string | null) => string;
  readonly noAgreement: string;
  readonly transfer: (country: string, mechanism: string, checked: string) => string;
  readonly none: string;
  readonly gaps: (count: number) => string;
}

const nl: RegisterWords = {
  title: (organisation) => `Register van verwerkingen van ${organisation} (artikel 30 lid 1 AVG)`,
  columns: {
    controller: 'a. Verantwoordelijke en contactpunt',
    'joint-controllers': 'a. Samen verantwoordelijk met',
    purpose: 'b. Doel',
    subjects: 'c. Betrokkenen',
    categories: 'c. Persoonsgegevens',
    recipients: 'd. Ontvangers',
    transfers: 'e. Doorgifte buiten de EER',
    retention: 'f. Bewaartermijnen',
    security: 'g. Beveiliging',
    basis: 'Grondslag',
    ground: 'Waarop die rust',
    origin: 'Herkomst van de gegevens',
    systems: 'Systemen en tabellen',
    agreements: 'Overeenkomsten met ontvangers',
  },
  special: 'bijzonder',
  agreement: (signed, until) => (until === null ? `sinds ${signed}` : `van ${signed} tot ${until}`),
  noAgreement: 'geen',
  transfer: (country, mechanism, checked) => `${country}, ${mechanism}, gecontroleerd op ${checked}`,
  none: 'geen',
  gaps: (count) => (count === 1 ? 'Er ontbreekt iets:' : `Er ontbreken ${count} dingen:`),
};

const en: RegisterWords = {
  title: (organisation) => `Register of processing of ${organisation} (article 30(1) GDPR)`,
  columns: {
    controller: 'a. Controller and contact point',
    'joint-controllers': 'a. Joint controllers',
    purpose: 'b. Purpose',
    subjects: 'c. Data subjects',
    categories: 'c. Personal data',
    recipients: 'd. Recipients',
    transfers: 'e. Transfers outside the EEA',
    retention: 'f. Retention',
    security: 'g. Security',
    basis: 'Lawful basis',
    ground: 'What it rests on',
    origin: 'Origin of the data',
    systems: 'Systems and tables',
    agreements: 'Agreements with recipients',
  },
  special: 'special',
  agreement: (signed, until) => (until === null ? `since ${signed}` : `from ${signed} to ${until}`),
  noAgreement: 'none',
  transfer: (country, mechanism, checked) => `${country}, ${mechanism}, checked on ${checked}`,
  none: 'none',
  gaps: (count) => (count === 1 ? 'Something is missing:' : `${count} things are missing:`),
};

export const registerWords: Readonly<Record<Language, RegisterWords>> = { nl, en };
