import type { Localised } from '../domain/language.ts';
import type { LawEntry } from './law-entry.ts';

/** ISO 3166-1 alpha-2, or `EPO` for the European Patent Organisation. */
export type Territory = string;

/** Which recipients in a territory an adequacy decision covers. */
export type AdequacyScope = 'all' | 'certified' | 'commercial-organisations';

export interface AdequacyDecision {
  readonly territory: Territory;
  readonly scope: AdequacyScope;
  /** What a recipient must be for the decision to cover it, where that is not everybody. */
  readonly condition?: Localised;
}

/** What the European Economic Area is made of. */
const europeanEconomicArea =
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO'.split(' ');

export const eeaEntries: readonly LawEntry<'eea', readonly Territory[]>[] = [
  {
    key: 'eea',
    value: [...europeanEconomicArea, 'GB'],
    validFrom: '2018-05-25',
    validTo: '2021-01-01',
    source: 'EEA Agreement; Withdrawal Agreement art. 126-127 (transition)',
    status: 'repealed',
    unverified: true,
  },
  {
    key: 'eea',
    value: europeanEconomicArea,
    validFrom: '2021-01-01',
    source: 'EEA Agreement art. 126; GDPR art. 44',
    status: 'in_force',
  },
];

type AdequacyEntry = LawEntry<'adequacy', AdequacyDecision>;

function adequate(territory: Territory, validFrom: string, source: string): AdequacyEntry {
  const value = { territory, scope: 'all' } as const;
  return { key: 'adequacy', value, validFrom, source, status: 'in_force', unverified: true };
}

const privacyFramework: AdequacyDecision = {
  territory: 'US',
  scope: 'certified',
  condition: {
    nl: 'alleen een organisatie die op de controledatum op de lijst van het EU-US Data Privacy Framework staat',
    en: 'only an organisation that is on the list of the EU-US Data Privacy Framework on the day it is checked',
  },
};

const privacyShield: AdequacyDecision = {
  territory: 'US',
  scope: 'certified',
  condition: {
    nl: 'alleen een organisatie die onder het EU-VS-privacyschild was gecertificeerd',
    en: 'only an organisation certified under the EU-US Privacy Shield',
  },
};

/** Decisions of the Commission under art. 45 GDPR and, before it, art. 25(6) of Directive 95/46/EC. */
export const adequacyEntries: readonly AdequacyEntry[] = [
  adequate('AD', '2010-10-19', 'Decision 2010/625/EU'),
  adequate('AR', '2003-06-30', 'Decision 2003/490/EC'),
  adequate('BR', '2026-01-26', 'Decision (EU) 2026/179'),
  {
    key: 'adequacy',
    value: {
      territory: 'CA',
      scope: 'commercial-organisations',
      condition: {
        nl: 'alleen commerciële organisaties die onder de Canadese wet PIPEDA vallen',
        en: 'only commercial organisations subject to the Canadian PIPEDA',
      },
    },
    validFrom: '2001-12-20',
    source: 'Decision 2002/2/EC',
    status: 'in_force',
    unverified: true,
  },
  adequate('CH', '2000-07-26', 'Decision 2000/518/EC'),
  adequate('EPO', '2025-07-15', 'adequacy decision for the European Patent Organisation, 15 July 2025'),
  adequate('FO', '2010-03-05', 'Decision 2010/146/EU'),
  {
    ...adequate('GB', '2021-06-28', 'Implementing Decision (EU) 2021/1772, extended in 2025'),
    validTo: '2025-12-28',
    status: 'repealed',
  },
  {
    ...adequate('GB', '2025-12-28', 'adequacy decision for the United Kingdom renewed in December 2025'),
    validTo: '2031-12-28',
  },
  adequate('GG', '2003-11-21', 'Decision 2003/821/EC'),
  adequate('IL', '2011-01-31', 'Decision 2011/61/EU'),
  adequate('IM', '2004-04-28', 'Decision 2004/411/EC'),
  adequate('JE', '2008-05-08', 'Decision 2008/393/EC'),
  adequate('JP', '2019-01-23', 'Implementing Decision (EU) 2019/419'),
  adequate('KR', '2021-12-17', 'Implementing Decision (EU) 2022/254'),
  adequate('NZ', '2012-12-19', 'Implementing Decision 2013/65/EU'),
  {
    key: 'adequacy',
    value: privacyShield,
    validFrom: '2016-07-12',
    validTo: '2020-07-16',
    source: 'Implementing Decision (EU) 2016/1250, annulled by C-311/18 on 16 July 2020',
    status: 'repealed',
  },
  {
    key: 'adequacy',
    value: privacyFramework,
    validFrom: '2023-07-10',
    source: 'Implementing Decision (EU) 2023/1795; appeal C-703/25 P is pending',
    status: 'disputed',
  },
  adequate('UY', '2012-08-21', 'Implementing Decision 2012/484/EU'),
];
