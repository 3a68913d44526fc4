import { present } from '../../src/base/assert.ts';
import type { Place } from '../../src/base/diagnostic.ts';
import type { ReadStep, SourceAccess } from '../../src/plan/plan.ts';
import type {
  PersonalColumn,
  Policy,
  PolicyColumn,
  PolicySource,
  PolicyTable,
  Purpose,
} from '../../src/policy/policy.ts';
import type { AccessPackageContent } from '../../src/report/package/access-package-content.ts';
import type { AccessRow } from '../../src/sources/source.ts';

const place: Place = { file: 'policy.yaml', line: 1, column: 1 };

function both(nl: string, en: string) {
  return { nl, en };
}

function byId<T extends { readonly id: string }>(...values: readonly T[]): ReadonlyMap<string, T> {
  return new Map(values.map((value) => [value.id, value]));
}

function column(name: string, category: string, change: Partial<PersonalColumn> = {}): PersonalColumn {
  return {
    kind: 'personal',
    name,
    category,
    purposes: [],
    about: null,
    origin: 'provided',
    onAccess: 'show',
    onErasure: 'null',
    place,
    ...change,
  };
}

function notPersonal(name: string): PolicyColumn {
  return { kind: 'not-personal', name, place };
}

function table(id: string, change: Partial<PolicyTable>): PolicyTable {
  return {
    id,
    use: 'personal',
    name: both(id, id),
    purposes: ['service'],
    subject: null,
    columns: [],
    links: [],
    retention: null,
    hold: null,
    onErasure: 'delete',
    place,
    ...change,
  };
}

const crm: PolicySource = {
  id: 'crm',
  kind: 'postgresql',
  connection: 'CRM_URL',
  name: both('Klantensysteem', 'Customer system'),
  place,
  tables: [
    table('customers', {
      name: both('Klanten', 'Customers'),
      subject: { group: 'customer', identities: [{ kind: 'email', column: 'email' }] },
      columns: [
        notPersonal('id'),
        column('first_name', 'name-address'),
        column('email', 'contact', { purposes: ['service', 'newsletter'] }),
        column('score', 'behaviour', { origin: 'derived', purposes: ['marketing'] }),
      ],
      retention: { rule: 'account', from: 'last_active_on' },
    }),
    table('messages', {
      name: both('Berichten', 'Messages'),
      columns: [
        notPersonal('id'),
        column('body', 'free-text'),
        column('sent_at', 'behaviour', { origin: 'observed' }),
        column('employee_phone', 'contact', { onAccess: 'mask' }),
      ],
    }),
    table('services', { use: 'context', name: both('Diensten', 'Services'), purposes: [] }),
    table('leads', { name: both('Belangstellenden', 'Leads'), purposes: ['profiling'] }),
  ],
};

const billing: PolicySource = {
  id: 'billing',
  kind: 'sqlite',
  connection: 'BILLING_FILE',
  name: both('Facturatie', 'Billing'),
  place,
  tables: [
    table('invoices', {
      name: both('Facturen', 'Invoices'),
      purposes: ['billing'],
      columns: [notPersonal('id'), column('iban', 'bank')],
      hold: { kind: 'from', rule: 'invoices', column: 'invoice_date' },
    }),
  ],
};

function purpose(id: string, basis: Purpose['basis'], name: string): Purpose {
  return {
    id,
    basis,
    name: both(name, name),
    ground: both('de overeenkomst met u', 'the contract with you'),
    marketing: false,
    place,
  };
}

export const examplePolicy: Policy = {
  hash: '0'.repeat(64),
  controller: {
    name: 'CarConnect',
    legalName: 'CarConnect B.V.',
    tradeRegister: '12345678',
    address: 'Voorbeeldstraat 1, 1234 AB Utrecht',
    email: 'privacy@carconnect.example',
    phone: '+31 30 000 0000',
    website: 'https://www.carconnect.example',
    contactPoint: both('Ons contactpunt privacy.', 'Our privacy contact point.'),
  },
  languages: ['nl', 'en'],
  bookYearEnd: { month: 12, day: 31 },
  categories: byId(
    ...(['name-address', 'contact', 'behaviour', 'free-text', 'bank', 'health'] as const).map((id) => ({
      id,
      name: both(`soort ${id}`, `kind ${id}`),
      dpv: 'pd:Name',
      special: id === 'health',
      place,
    })),
  ),
  purposes: byId(
    purpose('service', 'contract', 'Dienstverlening'),
    purpose('newsletter', 'consent', 'Nieuwsbrief'),
    purpose('billing', 'legal-obligation', 'Facturering'),
    purpose('marketing', 'legitimate-interests', 'Reclame'),
    purpose('profiling', 'legitimate-interests', 'Profielen'),
  ),
  recipients: byId(
    {
      id: 'mailer',
      name: 'Voorbeeldmail B.V.',
      role: 'processor',
      task: both('verstuurt de nieuwsbrief', 'sends the newsletter'),
      purposes: ['newsletter'],
      country: 'NL',
      transfer: null,
      agreement: null,
      notify: null,
      place,
    },
    {
      id: 'cloud',
      name: 'Example Cloud Inc.',
      role: 'processor',
      task: both('bewaart de facturen', 'stores the invoices'),
      purposes: ['billing'],
      country: 'US',
      transfer: { mechanism: 'DPF', checkedOn: '2026-09-01' },
      agreement: null,
      notify: null,
      place,
    },
    {
      id: 'profiler',
      name: 'Profielenmaker N.V.',
      role: 'processor',
      task: both('maakt profielen', 'makes profiles'),
      purposes: ['profiling'],
      country: 'NL',
      transfer: null,
      agreement: null,
      notify: null,
      place,
    },
  ),
  retention: byId(
    {
      id: 'account',
      name: both('Account', 'Account'),
      kind: 'maximum',
      period: 'P24M',
      from: 'event',
      event: both('laatste activiteit', 'last activity'),
      ground: null,
      place,
    },
    {
      id: 'invoices',
      name: both('Facturen', 'Invoices'),
      kind: 'statutory',
      period: 'P7Y',
      from: 'book-year-end',
      event: both('factuurdatum', 'invoice date'),
      ground: 'tax-records',
      place,
    },
  ),
  subjects: byId({
    id: 'customer',
    name: both('Klanten', 'Customers'),
    origin: both('van uzelf, bij uw aanmelding', 'from yourself, when you signed up'),
    place,
  }),
  automatedDecisions: both(
    'Wij nemen geen besluiten met alleen een computer.',
    'We take no decisions by computer alone.',
  ),
  security: null,
  sources: [crm, billing],
};

const shown: Readonly<Record<string, readonly string[]>> = {
  customers: ['id', 'first_name', 'email', 'score'],
  messages: ['id', 'body', 'sent_at'],
  services: ['id', 'name'],
  leads: ['id'],
  invoices: ['id', 'iban'],
};

/** The read steps of a source; the selection is of no interest to who only packs. */
function planOf(source: PolicySource): SourceAccess {
  const steps = source.tables.map(
    ({ id, use }): ReadStep => ({
      kind: 'read',
      table: id,
      use: use === 'context' ? 'context' : 'personal',
      shown: present(shown[id], 'columns'),
      masked: id === 'messages' ? ['employee_phone'] : [],
    }),
  );
  return { source: source.id, catalogHash: '', selection: { groups: [], tables: [] }, steps };
}

export function row(of: string, values: Readonly<Record<string, unknown>>, person = 0): AccessRow {
  return { table: of, person, values };
}

export async function* stream(rows: Iterable<AccessRow>): AsyncGenerator<AccessRow> {
  yield* rows;
}

/** The content of a package with these rows. */
export function contentOf(
  rows: { readonly crm?: AsyncIterable<AccessRow>; readonly billing?: AsyncIterable<AccessRow> },
  change: Partial<AccessPackageContent> = {},
): AccessPackageContent {
  return {
    policy: examplePolicy,
    language: 'nl',
    on: '2026-11-09',
    reference: 'CC-2026-0042',
    explanation: ['In het klantensysteem lezen wij 4 tabellen.'],
    person: 0,
    files: [],
    sources: [
      { plan: planOf(crm), rows: rows.crm ?? stream([]) },
      { plan: planOf(billing), rows: rows.billing ?? stream([]) },
    ],
    ...change,
  };
}
