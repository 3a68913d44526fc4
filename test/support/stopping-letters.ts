import type { StoppedUses, StoppingLetter, UnstoppedUse } from '../../src/report/letters/stopping-letter.ts';

/** Letters about uses that stop, rest or go on, as golden files hold them. */
const offers: StoppedUses = {
  purposes: [
    { nl: 'Nieuwsbrief', en: 'Newsletter' },
    { nl: 'Aanbiedingen van onze eigen diensten', en: 'Offers of our own services' },
  ],
  categories: null,
  recipients: null,
};
const quality: StoppedUses = {
  purposes: [{ nl: 'Vlot en persoonlijk helpen', en: 'Helping you quickly and personally' }],
  categories: null,
  recipients: null,
};
const part: StoppedUses = {
  ...quality,
  categories: [{ nl: 'Berichten en gesprekken', en: 'Messages and calls' }],
  recipients: ['Voorbeeldhost B.V.'],
};
const billing: UnstoppedUse = {
  purpose: { nl: 'Facturering en incasso', en: 'Billing and direct debit' },
  why: 'no-objection-to-this-basis',
  ground: { nl: 'de overeenkomst met u', en: 'the contract with you' },
};
const service: UnstoppedUse = {
  purpose: { nl: 'Onderhoud en service', en: 'Maintenance and service' },
  why: 'does-not-rest-on-consent',
  ground: { nl: 'de overeenkomst die u met ons sluit', en: 'the contract you make with us' },
};

export const stoppingLetters: Readonly<Record<string, StoppingLetter>> = {
  'restriction-set': {
    kind: 'restriction-set',
    uses: { purposes: null, categories: null, recipients: null },
  },
  'restriction-lifted': {
    kind: 'restriction-lifted',
    uses: quality,
    staying: [],
    reason: 'wij hebben nagekeken of uw gegevens kloppen, en verbeterd wat niet klopte.',
  },
  'restriction-lifted-part': {
    kind: 'restriction-lifted',
    uses: { purposes: null, categories: null, recipients: null },
    staying: [
      { uses: offers, why: 'objected', reference: 'GS-2026-9Q2WB' },
      { uses: part, why: 'pending', reference: 'GS-2026-4M8XC' },
    ],
    reason: 'wij hebben nagekeken of uw gegevens kloppen.',
  },
  'restriction-lifted-nothing': {
    kind: 'restriction-lifted',
    uses: null,
    staying: [{ uses: offers, why: 'withdrawn', reference: null }],
    reason: 'u schreef dat u zich bedacht.',
  },
  'objection-received': {
    kind: 'objection-received',
    resting: quality,
    others: [],
    legalDate: '2026-12-09',
  },
  'objection-received-part': {
    kind: 'objection-received',
    resting: part,
    others: [billing],
    legalDate: '2026-12-09',
  },
  'objection-upheld': { kind: 'objection-upheld', uses: quality },
  'objection-rejected': {
    kind: 'objection-rejected',
    uses: quality,
    staying: [],
    allStays: false,
    ground: 'zonder deze aantekeningen kunnen wij een terugroepactie niet veilig uitvoeren.',
  },
  'objection-rejected-stays': {
    kind: 'objection-rejected',
    uses: quality,
    staying: [{ uses: quality, why: 'restricted', reference: 'GS-2026-9Q2WB' }],
    allStays: true,
    ground: 'zonder deze aantekeningen kunnen wij een terugroepactie niet veilig uitvoeren.',
  },
  'marketing-stopped': { kind: 'marketing-stopped', uses: offers, others: [] },
  'marketing-stopped-not-all': { kind: 'marketing-stopped', uses: offers, others: [billing] },
  'consent-withdrawn': { kind: 'consent-withdrawn', uses: offers, others: [service] },
  'nothing-to-stop': {
    kind: 'nothing-to-stop',
    others: [billing, { ...billing, purpose: { nl: 'raffle', en: 'raffle' }, why: 'not-in-the-policy' }],
  },
};
