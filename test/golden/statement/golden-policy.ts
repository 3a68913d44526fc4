import type { Policy, PolicyColumn, PolicyTable, Recipient } from '../../../src/policy/policy.ts';

const place = { file: 'policy.yaml', line: 1, column: 1 };

function column(name: string, category: string, purposes: readonly string[] = []): PolicyColumn {
  return {
    kind: 'personal',
    name,
    category,
    purposes,
    about: null,
    origin: 'provided',
    onAccess: 'show',
    onErasure: 'null',
    place,
  };
}

function table(id: string, purposes: readonly string[], columns: readonly PolicyColumn[]): PolicyTable {
  return {
    id,
    use: 'personal',
    name: { nl: id, en: id },
    purposes,
    subject: null,
    columns,
    links: [],
    retention: null,
    hold: null,
    onErasure: 'delete',
    place,
  };
}

function recipient(id: string, name: string, abroad: Partial<Recipient>): Recipient {
  return {
    id,
    name,
    role: 'processor',
    task: { nl: 'verstuurt onze nieuwsbrief', en: 'sends our newsletter' },
    purposes: ['newsletter'],
    country: 'NL',
    transfer: null,
    agreement: { signedOn: '2025-01-10', validUntil: null },
    notify: null,
    place,
    ...abroad,
  };
}

/** A small bakery: enough policy to fill in every kind of value, list and table. */
export const goldenPolicy: Policy = {
  hash: '0'.repeat(64),
  controller: {
    name: 'Bakkerij De Gouden Korst',
    legalName: 'De Gouden Korst B.V.',
    tradeRegister: '87654321',
    address: 'Molenstraat 8, 3511 AB Utrecht',
    email: 'privacy@goudenkorst.example',
    phone: '+31 30 123 4567',
    website: 'https://www.goudenkorst.example',
    contactPoint: {
      nl: 'mevrouw De Wit, want een functionaris is voor ons niet verplicht',
      en: 'Ms De Wit, as we are not required to have an officer',
    },
  },
  languages: ['nl', 'en'],
  bookYearEnd: { month: 12, day: 31 },
  categories: new Map([
    [
      'name',
      {
        id: 'name',
        name: { nl: 'Naam en adres', en: 'Name and address' },
        dpv: 'pd:Name',
        special: false,
        place,
      },
    ],
    [
      'contact',
      {
        id: 'contact',
        name: { nl: 'Contactgegevens', en: 'Contact details' },
        dpv: 'pd:Contact',
        special: false,
        place,
      },
    ],
    [
      'allergies',
      {
        id: 'allergies',
        name: { nl: 'Allergieën', en: 'Allergies' },
        dpv: 'pd:Health',
        special: true,
        place,
      },
    ],
  ]),
  purposes: new Map([
    [
      'orders',
      {
        id: 'orders',
        name: { nl: 'Bestellingen', en: 'Orders' },
        basis: 'contract',
        ground: { nl: 'de koop met u', en: 'the sale to you' },
        marketing: false,
        place,
      },
    ],
    [
      'newsletter',
      {
        id: 'newsletter',
        name: { nl: 'Nieuwsbrief', en: 'Newsletter' },
        basis: 'consent',
        ground: { nl: 'uw aanmelding', en: 'your sign-up' },
        marketing: true,
        place,
      },
    ],
  ]),
  recipients: new Map([
    ['mailer', recipient('mailer', 'Postduif B.V.', {})],
    [
      'statistics',
      recipient('statistics', 'Tellers & Co <Inc>', {
        country: 'US',
        task: { nl: 'telt bezoekers', en: 'counts visitors' },
        transfer: { mechanism: 'DPF', checkedOn: '2026-09-01' },
      }),
    ],
  ]),
  retention: new Map([
    [
      'invoices',
      {
        id: 'invoices',
        name: { nl: 'Facturen', en: 'Invoices' },
        period: 'P7Y',
        from: 'book-year-end',
        event: { nl: 'de factuurdatum', en: 'the invoice date' },
        kind: 'statutory',
        ground: 'tax-records',
        place,
      },
    ],
    [
      'orders',
      {
        id: 'orders',
        name: { nl: 'Bestellingen', en: 'Orders' },
        period: 'P18M',
        from: 'event',
        event: { nl: 'de laatste bestelling', en: 'the last order' },
        kind: 'maximum',
        ground: null,
        place,
      },
    ],
  ]),
  subjects: new Map([
    [
      'customer',
      {
        id: 'customer',
        name: { nl: 'Klanten', en: 'Customers' },
        origin: {
          nl: 'van uzelf, aan de toonbank of op de website',
          en: 'from yourself, at the counter or on the website',
        },
        place,
      },
    ],
  ]),
  automatedDecisions: {
    nl: 'Wij nemen geen besluiten door een computer alleen.',
    en: 'We take no decisions by computer alone.',
  },
  security: null,
  sources: [
    {
      id: 'shop',
      kind: 'postgresql',
      connection: 'SHOP_URL',
      name: { nl: 'Winkelsysteem', en: 'Shop system' },
      tables: [
        {
          ...table(
            'customers',
            ['orders'],
            [column('name', 'name'), column('email', 'contact', ['orders', 'newsletter'])],
          ),
          subject: { group: 'customer', identities: [{ kind: 'email', column: 'email' }] },
        },
        table('orders', ['orders'], [column('remark', 'allergies')]),
      ],
      place,
    },
  ],
};
