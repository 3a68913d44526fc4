/** A table of the company that is measured: it hangs from `people`, or from a table that does. */
export interface CompanyTable {
  readonly name: string;
  /** The table whose rows its rows belong to; referred to by `<singular>_id`. */
  readonly parent: string;
  readonly reference: string;
  /** A second person may own the row too. */
  readonly secondOwner?: string;
  /** A member of staff handled the row. */
  readonly staff?: boolean;
  /** Kept by law for seven years from this column, or as long as its parent is. */
  readonly hold?: { readonly from: string } | 'with-parent';
  readonly columns: Readonly<Record<string, ColumnType>>;
}

export type ColumnType = keyof typeof sampleValues;

/** What stands in a column, as SQL over the row's number `g`. */
export const sampleValues = {
  text: `'text ' || md5(g::text)`,
  date: `date '2020-01-01' + (g % 1500)::int`,
  timestamptz: `timestamptz '2020-01-01 12:00:00+00' + (g % 500000) * interval '1 minute'`,
  'numeric(10,2)': '(g % 100000) / 100.0',
  integer: '(g % 1000)::int',
  boolean: 'g % 2 = 0',
  jsonb: `jsonb_build_object('theme', 'dark', 'size', g % 7, 'seen', to_jsonb(array[g % 3, g % 5]))`,
  inet: `'192.0.2.0'::inet + (g % 250)`,
} as const;

const person = { parent: 'people', reference: 'person_id' };

/** Thirty tables under `people`: eighteen of its own, nine below those, three below them. */
export const companyTables: readonly CompanyTable[] = [
  { name: 'addresses', ...person, columns: { street: 'text', postcode: 'text', city: 'text' } },
  { name: 'phone_numbers', ...person, columns: { number: 'text', verified_at: 'timestamptz' } },
  { name: 'preferences', ...person, columns: { settings: 'jsonb', changed_at: 'timestamptz' } },
  { name: 'consents', ...person, columns: { wording: 'text', given: 'boolean', at: 'timestamptz' } },
  { name: 'logins', ...person, columns: { ip: 'inet', at: 'timestamptz' } },
  { name: 'devices', ...person, columns: { model: 'text', token: 'text' } },
  { name: 'visits', ...person, columns: { path: 'text', ip: 'inet', at: 'timestamptz' } },
  { name: 'searches', ...person, columns: { words: 'text', at: 'timestamptz' } },
  { name: 'wishlists', ...person, columns: { title: 'text' } },
  { name: 'orders', ...person, columns: { remark: 'text', total: 'numeric(10,2)', at: 'timestamptz' } },
  {
    name: 'invoices',
    ...person,
    hold: { from: 'issued_on' },
    columns: { addressee: 'text', total: 'numeric(10,2)' },
  },
  { name: 'appointments', ...person, staff: true, columns: { remark: 'text', at: 'timestamptz' } },
  { name: 'tickets', ...person, columns: { subject: 'text', opened_at: 'timestamptz' } },
  { name: 'reviews', ...person, columns: { stars: 'integer', body: 'text' } },
  { name: 'vouchers', ...person, columns: { code: 'text', spent_on: 'date' } },
  { name: 'mandates', ...person, columns: { iban: 'text', signed_on: 'date' } },
  {
    name: 'messages',
    parent: 'people',
    reference: 'sender_id',
    secondOwner: 'recipient_id',
    columns: { body: 'text', at: 'timestamptz' },
  },
  {
    name: 'vehicles',
    parent: 'people',
    reference: 'owner_id',
    secondOwner: 'second_owner_id',
    columns: { plate: 'text', mileage: 'integer' },
  },
  {
    name: 'order_lines',
    parent: 'orders',
    reference: 'order_id',
    columns: { text: 'text', amount: 'integer' },
  },
  {
    name: 'shipments',
    parent: 'orders',
    reference: 'order_id',
    columns: { address: 'text', sent_on: 'date' },
  },
  {
    name: 'invoice_lines',
    parent: 'invoices',
    reference: 'invoice_id',
    hold: 'with-parent',
    columns: { text: 'text', amount: 'numeric(10,2)' },
  },
  { name: 'wishes', parent: 'wishlists', reference: 'wishlist_id', columns: { product: 'text' } },
  {
    name: 'login_events',
    parent: 'logins',
    reference: 'login_id',
    columns: { event: 'text', at: 'timestamptz' },
  },
  {
    name: 'ticket_messages',
    parent: 'tickets',
    reference: 'ticket_id',
    columns: { body: 'text', at: 'timestamptz' },
  },
  {
    name: 'appointment_notes',
    parent: 'appointments',
    reference: 'appointment_id',
    columns: { note: 'text' },
  },
  {
    name: 'review_photos',
    parent: 'reviews',
    reference: 'review_id',
    columns: { file: 'text', width: 'integer' },
  },
  {
    name: 'vehicle_services',
    parent: 'vehicles',
    reference: 'vehicle_id',
    columns: { report: 'text', on_day: 'date' },
  },
  {
    name: 'shipment_events',
    parent: 'shipments',
    reference: 'shipment_id',
    columns: { place: 'text', at: 'timestamptz' },
  },
  {
    name: 'refunds',
    parent: 'order_lines',
    reference: 'order_line_id',
    columns: { reason: 'text', at: 'timestamptz' },
  },
  {
    name: 'attachments',
    parent: 'ticket_messages',
    reference: 'ticket_message_id',
    columns: { file: 'text' },
  },
];

export const rowsPerTable = 5;

/** Columns of `people`, beside its key and its unique e-mail address. */
export const peopleColumns = {
  name: 'text',
  phone: 'text',
  born_on: 'date',
  created_at: 'timestamptz',
} as const;

/** The first start of a term that still holds on {@link plannedOn}: seven years from the end of the book year. */
export const firstHeldDay = '2019-01-01';
export const plannedOn = '2026-06-01';

/**
 * Of every ten people the tenth stays for ever and shares one message and one car with each of the others; the
 * ninth is left out, so that as many have invoices under the law (the odd) as have none (the even).
 */
export function isConsumable(id: number): boolean {
  return id % 10 >= 1 && id % 10 <= 8;
}

export function childrenOf(name: string): readonly CompanyTable[] {
  return companyTables.filter((table) => table.parent === name);
}
