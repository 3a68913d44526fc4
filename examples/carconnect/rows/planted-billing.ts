import { plantedCases } from '../planted-cases.ts';
import { address, addressLine, customerNumber } from './crowd.ts';
import { iban, plate } from './numbers.ts';
import type { Cell, World } from './world.ts';

type PlantedRows = readonly Readonly<Record<string, Cell>>[];

const marijke = plantedCases['same-person-two-spellings'];
const willem = plantedCases['invoices-under-and-past-retention'];
const noelle = plantedCases['name-with-accents-and-apostrophe'].person;
const nothing = plantedCases['null-wherever-one-may-be'];
const lotte = plantedCases['one-of-everything'];
const sanne = plantedCases['employee-who-is-also-customer'].person;

/** The planted people's rows of `billing-rows.ts`, by table. What is not named is NULL. */
export function plantedBilling(world: World) {
  return {
    number_series: [{ series: 'invoices', last_number: 9_000_000 }],
    tariffs: [
      { id: 1, code: 'ARBEID', description: 'Arbeidsloon', vat_percent: 21 },
      { id: 2, code: 'ONDERDEEL', description: 'Onderdelen', vat_percent: 21 },
      { id: 3, code: 'APK-LEGES', description: 'Afmelding apk', vat_percent: 0 },
    ],
    debtors: debtors(world),
    invoices: invoices(world),
    invoice_lines: lines(),
    sepa_mandates: mandates(world),
    collections: collections(world),
    reminders: reminders(world),
  } satisfies Record<string, PlantedRows>;
}

const names: Readonly<Record<number, string>> = {
  1: 'Sanne Bakker',
  6: 'M. de Wit',
  7: 'Willem Kuipers',
  8: `${noelle.firstName} ${noelle.lastName}`,
  12: 'Lotte van der Meer',
};

function home(id: number) {
  const found = address(id);
  return { address_line: addressLine(found), postcode: found.postcode, city: found.city };
}

function debtors({ date }: World): PlantedRows {
  const known = (id: number, email: string, daysAgo: number) => ({
    id,
    customer_no: customerNumber(id - 1),
    email,
    name: names[id] ?? '',
    ...home(id),
    payment_days: 14,
    last_invoice_on: date(daysAgo),
  });
  return [
    known(1, sanne.email, 300),
    known(6, marijke.billingEmail, 140),
    known(willem.debtorId, willem.person.email, 365),
    known(8, noelle.email, 80),
    {
      id: nothing.debtorId,
      customer_no: nothing.person.customerNo,
      name: nothing.person.lastName,
      payment_days: 30,
    },
    known(12, lotte.person.email, 58),
  ];
}

function invoices(world: World): PlantedRows {
  const sent = (id: number, debtor: number, on: Temporal.PlainDate) => ({
    id,
    invoice_no: `F-P${String(id).padStart(4, '0')}`,
    debtor_id: debtor,
    invoice_date: on.toString(),
    due_date: on.add({ days: 14 }).toString(),
    paid_on: on.add({ days: 10 }).toString(),
    name: names[debtor] ?? '',
    ...home(debtor),
    total_cents: 12_100,
    vat_cents: 2_100,
  });
  const ago = (days: number): Temporal.PlainDate => world.today.subtract({ days });
  // The book year closes on 31 December, and seven years count from there.
  const firstHeldDay = Temporal.PlainDate.from({ year: world.today.year - 7, month: 1, day: 1 });
  const [recent, oldestHeld] = willem.heldInvoiceIds;
  const [youngestFree, longFree] = willem.pastInvoiceIds;
  return [
    sent(1, 1, ago(300)),
    sent(6, 6, ago(140)),
    sent(8, 8, ago(80)),
    {
      id: 9,
      invoice_no: 'F-P0009',
      debtor_id: nothing.debtorId,
      invoice_date: world.date(90),
      due_date: world.date(60),
      name: nothing.person.lastName,
      total_cents: 3_995,
      vat_cents: 0,
    },
    sent(12, 12, ago(58)),
    sent(recent, willem.debtorId, ago(365)),
    sent(oldestHeld, willem.debtorId, firstHeldDay),
    sent(youngestFree, willem.debtorId, firstHeldDay.subtract({ days: 1 })),
    sent(longFree, willem.debtorId, firstHeldDay.subtract({ years: 2 })),
  ];
}

function lines(): PlantedRows {
  const line = (invoice: number, vehicle: number) => ({
    invoice_id: invoice,
    line_no: 1,
    tariff_id: 1,
    description: `Grote beurt ${plate(vehicle - 1)}`,
    quantity: 1,
    amount_cents: 12_100,
  });
  const [held, oldestHeld] = willem.heldInvoiceIds;
  const [free, longFree] = willem.pastInvoiceIds;
  return [
    line(1, 1),
    line(6, 2),
    line(9, 9),
    line(12, 12),
    { ...line(12, 12), line_no: 2, description: 'Ruitenwissers' },
    line(held, 7),
    line(oldestHeld, 7),
    line(free, 7),
    line(longFree, 7),
  ];
}

function mandates({ date }: World): PlantedRows {
  const signed = (id: number, used: number) => ({
    id,
    debtor_id: id,
    mandate_ref: `CC-M-P${id}`,
    iban: iban(id),
    account_holder: names[id] ?? null,
    signed_on: date(1500),
    last_used_on: date(used),
  });
  return [
    signed(6, 126),
    // Used last before the fourteen months, while its collection is still in the ledger.
    { ...signed(willem.debtorId, 900), revoked_on: date(900) },
    { ...signed(nothing.debtorId, 76), account_holder: null },
    { ...signed(12, 44), iban: lotte.iban },
  ];
}

function collections({ date }: World): PlantedRows {
  const paid = (id: number, mandate: number, invoice: number | null, daysAgo: number) => ({
    id,
    mandate_id: mandate,
    invoice_id: invoice,
    amount_cents: 12_100,
    collected_on: date(daysAgo),
    status: 'paid',
    statement_text: `Incasso ${names[mandate] ?? ''}`,
  });
  return [
    paid(1, 6, 6, 126),
    paid(2, willem.debtorId, willem.heldInvoiceIds[1], 900),
    { ...paid(3, nothing.debtorId, null, 76), statement_text: null },
    paid(4, 12, 12, 44),
  ];
}

function reminders({ date }: World): PlantedRows {
  return [
    { id: 1, invoice_id: 9, level: 1, body: 'Uw factuur staat nog open.', sent_on: date(50) },
    {
      id: 2,
      invoice_id: 12,
      level: 1,
      sent_to: lotte.person.email,
      body: 'Beste Lotte, uw factuur staat nog open.',
      sent_on: date(43),
    },
  ];
}
