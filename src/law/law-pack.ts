import { GestandError } from '../base/error.ts';
import type { HolidayCalendar, HolidayRule } from './holiday-rule.ts';
import { decreeDays, nationalHolidays } from './holiday-rule.ts';
import { applicable, type LawEntry } from './law-entry.ts';
import type { RetentionTerm } from './retention.ts';

/** Every key of the pack with the type of its value. The last word of a key is the unit of its number. */
export interface LawValues {
  'rights.answer.months': number;
  'rights.extend.months': number;
  'rights.calendar': HolidayCalendar;
  'identity.askWorkdays': number;
  'art14.months': number;
  'recipients.notifyWorkdays': number;
  'disclosures.keepYears': number;
  'dm.suppressionSeconds': number;
  'complaint.ackWorkdays': number;
  'complaint.months': number;
  'breach.apHours': number;
  'breach.apThreshold': 'risk' | 'high-risk';
  'breach.channel': 'ap-form' | 'single-entry-point';
  'breach.schema': 'ap-2021' | 'edpb-1.0';
  'breach.statementHours': number;
  'breach.processorHours': number;
  'breach.followUpDays': number;
  'court.petition.weeks': number;
  'consultation.answer.weeks': number;
  'consultation.extend.weeks': number;
  'retention.awr.years': RetentionTerm;
  'retention.realEstate.years': RetentionTerm;
  'retention.oss.years': RetentionTerm;
  'sepa.mandate.months': RetentionTerm;
  'sepa.dormant.months': RetentionTerm;
  'sepa.refund.weeks': RetentionTerm;
  'sepa.unauthorised.months': RetentionTerm;
  'hr.idcopy.years': RetentionTerm;
  'jobs.weeks': RetentionTerm;
  'cctv.weeks': RetentionTerm;
  'holidays.nl': readonly HolidayRule[];
  /** ISO dates. */
  'holidays.nl.decree': readonly string[];
  'consentAge.nl': number;
  'cookies.reaskDays': number;
  'cookies.signalMandatory': boolean;
  'ropa.exempt': boolean;
  'training.months': number;
  'vendor.verifyMonths': number;
  'lia.reviewMonths': number;
  'tia.reviewMonths': number;
}

export type LawKey = keyof LawValues;
export type LawPackEntry = { [Key in LawKey]: LawEntry<Key, LawValues[Key]> }[LawKey];

/** The day from which the GDPR applies; our own defaults hold from the same day, so that no case falls before. */
const gdpr = '2018-05-25';
/** The proposal of the Commission that would change the notice of a breach and the cookie rules. */
const omnibus = {
  validFrom: '2025-11-19',
  source: 'Digital Omnibus proposal, COM 19 Nov 2025',
  status: 'pending',
} as const;

function inForce<Key extends LawKey>(
  key: Key,
  value: LawValues[Key],
  source: string,
  validFrom: string = gdpr,
): LawEntry<Key, LawValues[Key]> {
  return { key, value, validFrom, source, status: 'in_force' };
}

/** In force as far as known; nobody has held it against the official text yet. */
function unverified<Key extends LawKey>(
  key: Key,
  value: LawValues[Key],
  source: string,
  validFrom: string = gdpr,
): LawEntry<Key, LawValues[Key]> {
  return { ...inForce(key, value, source, validFrom), unverified: true };
}

const ownDefault = 'default of this product: the law names no term';

export const lawPack: readonly LawPackEntry[] = [
  inForce('rights.answer.months', 1, 'GDPR art. 12(3)'),
  inForce('rights.extend.months', 2, 'GDPR art. 12(3)'),
  unverified(
    'rights.calendar',
    'B',
    'Reg. (EEC) 1182/71 art. 2(1), 3(4); Algemene termijnenwet art. 3(1)-(2)',
  ),
  inForce('identity.askWorkdays', 5, `EDPB Guidelines 01/2022, without undue delay; ${ownDefault}`),
  inForce('art14.months', 1, 'GDPR art. 14(3)(a)'),
  inForce('recipients.notifyWorkdays', 5, `GDPR art. 19; ${ownDefault}`),
  inForce('disclosures.keepYears', 5, `GDPR art. 15(1)(c), CJEU C-553/07; ${ownDefault}`),
  inForce('dm.suppressionSeconds', 60, `GDPR art. 21(3), at once; ${ownDefault}`),
  inForce('complaint.ackWorkdays', 2, ownDefault),
  inForce('complaint.months', 1, ownDefault),

  inForce('breach.apHours', 72, 'GDPR art. 33(1)'),
  { key: 'breach.apHours', value: 96, ...omnibus },
  inForce('breach.apThreshold', 'risk', 'GDPR art. 33(1)'),
  { key: 'breach.apThreshold', value: 'high-risk', ...omnibus },
  inForce('breach.channel', 'ap-form', 'Autoriteit Persoonsgegevens, Meldformulier datalekken'),
  { key: 'breach.channel', value: 'single-entry-point', ...omnibus },
  inForce('breach.schema', 'ap-2021', 'Autoriteit Persoonsgegevens, Vragenlijst meldformulier'),
  {
    key: 'breach.schema',
    value: 'edpb-1.0',
    validFrom: '2026-06-08',
    source: 'EDPB common template for breach notification, draft 1.0',
    status: 'pending',
  },
  inForce('breach.statementHours', 48, 'what the statement promises; GDPR art. 34(1) names no hours'),
  inForce('breach.processorHours', 24, `GDPR art. 33(2); ${ownDefault}`),
  inForce('breach.followUpDays', 7, `GDPR art. 33(4); ${ownDefault}`),

  unverified('court.petition.weeks', 6, 'UAVG art. 35(2)'),
  inForce('consultation.answer.weeks', 8, 'GDPR art. 36(2)'),
  inForce('consultation.extend.weeks', 6, 'GDPR art. 36(2)'),

  inForce(
    'retention.awr.years',
    { period: 'P7Y', from: 'book-year-end' },
    'AWR art. 52(4); Besluit fiscaal bestuursrecht §20',
    '2000-01-01',
  ),
  unverified(
    'retention.realEstate.years',
    { period: 'P10Y', from: 'calendar-year-end' },
    'Wet OB art. 34a; Belastingdienst',
    '2000-01-01',
  ),
  inForce(
    'retention.oss.years',
    { period: 'P10Y', from: 'calendar-year-end' },
    'VAT One-Stop-Shop, Belastingdienst',
    '2000-01-01',
  ),
  unverified(
    'sepa.mandate.months',
    { period: 'P14M', from: 'event' },
    'SEPA Direct Debit rules as banks state them; one provider says 36 months',
    '2009-11-02',
  ),
  unverified(
    'sepa.dormant.months',
    { period: 'P36M', from: 'event' },
    'SEPA Direct Debit scheme: a mandate lapses 36 months after the last collection',
    '2009-11-02',
  ),
  unverified('sepa.refund.weeks', { period: 'P8W', from: 'event' }, 'SEPA Core; BW art. 7:530', '2009-11-02'),
  unverified(
    'sepa.unauthorised.months',
    { period: 'P13M', from: 'event' },
    'SEPA Core; BW art. 7:526',
    '2009-11-02',
  ),
  inForce(
    'hr.idcopy.years',
    { period: 'P5Y', from: 'calendar-year-end' },
    'Uitvoeringsregeling loonbelasting 2011 art. 7.5, 7.9',
    '2000-01-01',
  ),
  inForce(
    'jobs.weeks',
    { period: 'P4W', from: 'event' },
    'norm of the Autoriteit Persoonsgegevens',
    '2000-01-01',
  ),
  inForce(
    'cctv.weeks',
    { period: 'P4W', from: 'event' },
    'norm of the Autoriteit Persoonsgegevens',
    '2000-01-01',
  ),

  inForce('holidays.nl', nationalHolidays, 'Algemene termijnenwet art. 3(1)-(2)', '2014-01-01'),
  unverified(
    'holidays.nl.decree',
    decreeDays,
    'Algemene termijnenwet art. 3(3); royal decrees',
    '2014-01-01',
  ),
  inForce('consentAge.nl', 16, 'GDPR art. 8(1); UAVG art. 5'),
  inForce('cookies.reaskDays', 180, ownDefault),
  inForce('cookies.signalMandatory', false, 'no rule in Dutch law'),
  { key: 'cookies.signalMandatory', value: true, ...omnibus },
  inForce('ropa.exempt', false, 'GDPR art. 30(5): processing of customers is not occasional'),
  inForce('training.months', 12, `GDPR art. 39(1)(b); ${ownDefault}`),
  inForce('vendor.verifyMonths', 12, `GDPR art. 28(1); ${ownDefault}`),
  inForce('lia.reviewMonths', 12, `GDPR art. 6(1)(f); ${ownDefault}`),
  inForce('tia.reviewMonths', 12, `GDPR art. 46; ${ownDefault}`),
];

/**
 * The value of the law for a key on a date.
 *
 * @throws GestandError `not-found` when nothing in the pack applies on that date.
 */
export function lookup<Key extends LawKey>(
  key: Key,
  date: Temporal.PlainDate,
  pack: readonly LawPackEntry[] = lawPack,
): LawValues[Key] {
  return lookupEntry(key, date, pack).value;
}

/**
 * As `lookup`, with the source and the status to cite beside the value.
 *
 * @throws GestandError `not-found` when nothing in the pack applies on that date.
 */
export function lookupEntry<Key extends LawKey>(
  key: Key,
  date: Temporal.PlainDate,
  pack: readonly LawPackEntry[] = lawPack,
): LawEntry<Key, LawValues[Key]> {
  const [entry] = applicable(
    pack.filter(
      (candidate): candidate is LawPackEntry & LawEntry<Key, LawValues[Key]> => candidate.key === key,
    ),
    date,
  );
  if (entry === undefined) {
    throw new GestandError(
      'not-found',
      `The law pack holds nothing for ${key} on ${date}. Add an entry with its dates and source to the pack.`,
    );
  }
  return entry;
}
