import type { Localised } from '../domain/language.ts';
import type { LawEntry } from './law-entry.ts';
import type { LawKey, LawValues } from './law-pack.ts';
import type { RetentionTerm } from './retention.ts';

/**
 * What a term does. `minimum`: the law says how long it must stay. `maximum`: it must be gone by then. `default`: the
 * law names no number and this is what this product proposes; the controller must justify it (GDPR art. 5(1)(e)).
 * `window`: a right of somebody else lasts that long; it neither holds nor erases.
 */
export type RetentionRuleKind = 'minimum' | 'maximum' | 'default' | 'window';

/** The keys of the law pack whose value is a term. */
export type TermKey = { [Key in LawKey]: LawValues[Key] extends RetentionTerm ? Key : never }[LawKey];

export interface CommonRetention {
  /** How it is asked for: `invoice`. */
  readonly rule: string;
  readonly kind: RetentionRuleKind;
  readonly name: Localised;
  /** What the term counts from. */
  readonly event: Localised;
  /** Its own term, or the key of the law pack that holds it. */
  readonly term: RetentionTerm | TermKey;
}

export type RetentionRuleEntry = LawEntry<'retention', CommonRetention>;

const dates = { validFrom: '2018-05-25', status: 'in_force' } as const;

function rule(value: CommonRetention, source: string): RetentionRuleEntry {
  return { key: 'retention', value, source, ...dates };
}

function unverified(value: CommonRetention, source: string): RetentionRuleEntry {
  return { ...rule(value, source), unverified: true };
}

const proposed = 'default of this product: the law names no number; GDPR art. 5(1)(e)';
const after = (period: string): RetentionTerm => ({ period, from: 'event' });

const books: Localised = {
  nl: 'het boekjaar waar het bij hoort',
  en: 'the book year it belongs to',
};
const employmentEnd: Localised = { nl: 'het einde van het dienstverband', en: 'the end of the employment' };
const happened: Localised = { nl: 'de gebeurtenis', en: 'the event' };
const closed: Localised = { nl: 'het sluiten van het dossier', en: 'the closing of the file' };

/** The terms that a Dutch company with invoices, staff, customers and a website meets most. */
export const retentionRules: readonly RetentionRuleEntry[] = [
  rule(
    {
      rule: 'ledger',
      kind: 'minimum',
      name: { nl: 'Basisgegevens van de administratie', en: 'Basic accounting records' },
      event: books,
      term: 'retention.awr.years',
    },
    'AWR art. 52(4); Besluit fiscaal bestuursrecht §20',
  ),
  rule(
    {
      rule: 'invoice',
      kind: 'minimum',
      name: { nl: 'Verstuurde en ontvangen facturen', en: 'Invoices sent and received' },
      event: books,
      term: 'retention.awr.years',
    },
    'AWR art. 52; Wet OB art. 34a',
  ),
  unverified(
    {
      rule: 'company-books',
      kind: 'minimum',
      name: { nl: 'Boeken en jaarstukken van een rechtspersoon', en: 'Books and accounts of a legal person' },
      event: books,
      term: { period: 'P7Y', from: 'book-year-end' },
    },
    'BW art. 2:10(3); BW art. 3:15i',
  ),
  unverified(
    {
      rule: 'real-estate',
      kind: 'minimum',
      name: { nl: 'Gegevens over onroerende zaken', en: 'Records on immovable property' },
      event: { nl: 'het jaar van ingebruikname', en: 'the year of first use' },
      term: 'retention.realEstate.years',
    },
    'Wet OB art. 34a; Belastingdienst',
  ),
  rule(
    {
      rule: 'one-stop-shop',
      kind: 'minimum',
      name: { nl: 'Verkopen onder het éénloketsysteem', en: 'Sales under the VAT One-Stop-Shop' },
      event: { nl: 'de verkoop', en: 'the sale' },
      term: 'retention.oss.years',
    },
    'VAT One-Stop-Shop, Belastingdienst',
  ),
  rule(
    {
      rule: 'payroll',
      kind: 'minimum',
      name: { nl: 'Loonadministratie', en: 'Payroll ledger' },
      event: { nl: 'het kalenderjaar waar het bij hoort', en: 'the calendar year it belongs to' },
      term: { period: 'P7Y', from: 'calendar-year-end' },
    },
    'AWR art. 52(4); Besluit fiscaal bestuursrecht §20',
  ),
  rule(
    {
      rule: 'id-copy',
      kind: 'minimum',
      name: { nl: 'Kopie identiteitsbewijs en loonheffingen', en: 'Copy of identity document, payroll tax' },
      event: employmentEnd,
      term: 'hr.idcopy.years',
    },
    'Uitvoeringsregeling loonbelasting 2011 art. 7.5, 7.9',
  ),
  unverified(
    {
      rule: 'sepa-mandate',
      kind: 'minimum',
      name: { nl: 'Machtiging voor automatische incasso', en: 'Direct debit mandate' },
      event: { nl: 'de laatste incasso of de intrekking', en: 'the last collection or the revocation' },
      term: 'sepa.mandate.months',
    },
    'SEPA Direct Debit rules as banks state them; one provider says 36 months',
  ),
  unverified(
    {
      rule: 'sepa-dormant',
      kind: 'maximum',
      name: { nl: 'Machtiging die niet wordt gebruikt', en: 'Mandate that is not used' },
      event: { nl: 'de laatste incasso', en: 'the last collection' },
      term: 'sepa.dormant.months',
    },
    'SEPA Direct Debit scheme: a mandate lapses 36 months after the last collection',
  ),
  unverified(
    {
      rule: 'sepa-refund',
      kind: 'window',
      name: { nl: 'Terugboeken zonder reden', en: 'Refund without a reason' },
      event: { nl: 'de afschrijving', en: 'the debit' },
      term: 'sepa.refund.weeks',
    },
    'SEPA Core; BW art. 7:530',
  ),
  unverified(
    {
      rule: 'sepa-unauthorised',
      kind: 'window',
      name: { nl: 'Terugboeken zonder machtiging', en: 'Refund of an unauthorised debit' },
      event: { nl: 'de afschrijving', en: 'the debit' },
      term: 'sepa.unauthorised.months',
    },
    'SEPA Core; BW art. 7:526',
  ),
  rule(
    {
      rule: 'applicant',
      kind: 'maximum',
      name: { nl: 'Sollicitant die niet is aangenomen', en: 'Applicant who was not hired' },
      event: { nl: 'het einde van de procedure', en: 'the end of the procedure' },
      term: 'jobs.weeks',
    },
    'norm of the Autoriteit Persoonsgegevens',
  ),
  rule(
    {
      rule: 'applicant-with-consent',
      kind: 'maximum',
      name: { nl: 'Sollicitant die toestemming gaf', en: 'Applicant who gave consent' },
      event: { nl: 'het einde van de procedure', en: 'the end of the procedure' },
      term: after('P1Y'),
    },
    'norm of the Autoriteit Persoonsgegevens',
  ),
  rule(
    {
      rule: 'cctv',
      kind: 'maximum',
      name: { nl: 'Camerabeelden zonder incident', en: 'Camera images without an incident' },
      event: { nl: 'de opname', en: 'the recording' },
      term: 'cctv.weeks',
    },
    'norm of the Autoriteit Persoonsgegevens',
  ),
  rule(
    {
      rule: 'newsletter',
      kind: 'maximum',
      name: { nl: 'Abonnee die niets meer opent', en: 'Subscriber who opens nothing any more' },
      event: { nl: 'het laatste contact', en: 'the last interaction' },
      term: after('P24M'),
    },
    proposed,
  ),
  unverified(
    {
      rule: 'contract',
      kind: 'default',
      name: { nl: 'Overeenkomst en orderdossier', en: 'Contract and order file' },
      event: { nl: 'het einde van de overeenkomst', en: 'the end of the contract' },
      term: after('P5Y'),
    },
    'limitation periods of BW art. 3:307 and 3:310',
  ),
  rule(
    {
      rule: 'enquiry',
      kind: 'default',
      name: { nl: 'Offerte of vraag zonder overeenkomst', en: 'Quote or enquiry without a contract' },
      event: { nl: 'het laatste contact', en: 'the last contact' },
      term: after('P12M'),
    },
    proposed,
  ),
  rule(
    {
      rule: 'account',
      kind: 'default',
      name: { nl: 'Klantaccount zonder activiteit', en: 'Customer account without activity' },
      event: { nl: 'de laatste activiteit', en: 'the last activity' },
      term: after('P24M'),
    },
    proposed,
  ),
  rule(
    {
      rule: 'debt',
      kind: 'default',
      name: { nl: 'Mislukte incasso’s en herinneringen', en: 'Failed debits and reminders' },
      event: { nl: 'de betaling', en: 'the payment' },
      term: after('P2Y'),
    },
    proposed,
  ),
  rule(
    {
      rule: 'personnel',
      kind: 'default',
      name: { nl: 'Personeelsdossier zonder fiscale stukken', en: 'Personnel file without tax records' },
      event: employmentEnd,
      term: after('P2Y'),
    },
    'rule of thumb from the former Vrijstellingsbesluit Wbp',
  ),
  rule(
    {
      rule: 'training',
      kind: 'default',
      name: { nl: 'Scholing en geheimhouding', en: 'Training and confidentiality records' },
      event: employmentEnd,
      term: after('P2Y'),
    },
    proposed,
  ),
  rule(
    {
      rule: 'visitor-log',
      kind: 'default',
      name: { nl: 'Toegangs- en bezoekersregistratie', en: 'Access and visitor logs' },
      event: happened,
      term: after('P6M'),
    },
    proposed,
  ),
  rule(
    {
      rule: 'web-log',
      kind: 'default',
      name: { nl: 'Logboek van de webserver met IP-adres', en: 'Web server log with IP address' },
      event: happened,
      term: after('P30D'),
    },
    proposed,
  ),
  rule(
    {
      rule: 'analytics',
      kind: 'default',
      name: { nl: 'Bezoekcijfers met toestemming', en: 'Analytics with consent' },
      event: happened,
      term: after('P14M'),
    },
    proposed,
  ),
  rule(
    {
      rule: 'consent',
      kind: 'default',
      name: { nl: 'Bewijs van toestemming', en: 'Record of consent' },
      event: { nl: 'de intrekking of het verlopen', en: 'the withdrawal or expiry' },
      term: after('P5Y'),
    },
    `GDPR art. 7(1); ${proposed}`,
  ),
  rule(
    {
      rule: 'request',
      kind: 'default',
      name: { nl: 'Dossier van een AVG-verzoek', en: 'File of a request under the GDPR' },
      event: closed,
      term: after('P2Y'),
    },
    proposed,
  ),
  rule(
    {
      rule: 'complaint',
      kind: 'default',
      name: { nl: 'Klacht', en: 'Complaint' },
      event: closed,
      term: after('P2Y'),
    },
    proposed,
  ),
  rule(
    {
      rule: 'breach',
      kind: 'default',
      name: { nl: 'Register van datalekken', en: 'Register of breaches' },
      event: closed,
      term: after('P5Y'),
    },
    `GDPR art. 33(5); ${proposed}`,
  ),
  rule(
    {
      rule: 'agreement',
      kind: 'default',
      name: { nl: 'Verwerkersovereenkomst', en: 'Processor agreement' },
      event: { nl: 'het einde van de overeenkomst', en: 'the end of the agreement' },
      term: after('P7Y'),
    },
    proposed,
  ),
  rule(
    {
      rule: 'vehicle',
      kind: 'default',
      name: { nl: 'Voertuiggegevens', en: 'Vehicle data' },
      event: { nl: 'het einde van de overeenkomst', en: 'the end of the contract' },
      term: after('P5Y'),
    },
    proposed,
  ),
  rule(
    {
      rule: 'backup',
      kind: 'default',
      name: { nl: 'Back-up', en: 'Backup' },
      event: { nl: 'het maken van de back-up', en: 'the making of the backup' },
      term: after('P90D'),
    },
    proposed,
  ),
];
