import {
  address,
  addressLine,
  companyName,
  contactPerson,
  customer,
  customerNumber,
  fullName,
  otherSpelling,
} from './crowd.ts';
import { iban, plate } from './numbers.ts';
import { plantedBilling } from './planted-billing.ts';
import { Random } from './random.ts';
import { type Cell, type ExampleTable, plantedCustomers, plantedIds, range, type World } from './world.ts';

/** The billing database: every customer with an invoice is a debtor, and so is every company. */
export function billingTables(world: World): readonly ExampleTable[] {
  const planted = plantedBilling(world);
  const table = (
    name: keyof typeof planted,
    columns: string,
    crowd: ExampleTable['crowd'],
  ): ExampleTable => ({
    name,
    columns: columns.split(' '),
    planted: planted[name],
    crowd,
  });
  return [
    table('number_series', 'series last_number', () => []),
    table('tariffs', 'id code description vat_percent', () => []),
    table(
      'debtors',
      'id customer_no email name address_line postcode city payment_days last_invoice_on',
      () => debtors(world),
    ),
    table(
      'invoices',
      'id invoice_no debtor_id invoice_date due_date paid_on name address_line postcode city total_cents vat_cents',
      () => invoices(world),
    ),
    table('invoice_lines', 'invoice_id line_no tariff_id description quantity amount_cents', () =>
      lines(world),
    ),
    table(
      'sepa_mandates',
      'id debtor_id mandate_ref iban account_holder signed_on revoked_on last_used_on',
      () => mandates(world),
    ),
    table('collections', 'id mandate_id invoice_id amount_cents collected_on status statement_text', () =>
      collections(world),
    ),
    table('reminders', 'id invoice_id level sent_to body sent_on', () => reminders(world)),
  ];
}

type Rows = Generator<readonly Cell[]>;

interface Debtor {
  readonly id: number;
  readonly customerNo: string;
  readonly email: string | null;
  readonly name: string;
  readonly addressLine: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
}

interface Invoice {
  readonly id: number;
  readonly number: string;
  readonly daysAgo: number;
  readonly lineCents: readonly number[];
  readonly totalCents: number;
  readonly paidDaysAgo: number | null;
}

const mostInvoices = 8;
const invoiceDraw = new Random('invoices');
const paymentDays = 14;
/** Younger than the seven years after the end of any book year, so that the crowd holds nothing it should not. */
const oldestInvoiceDays = 2_500;

function debtorCount(world: World): number {
  return world.people + world.companies;
}

/** Customers first, companies after them. */
function debtor(index: number, world: World): Debtor {
  if (index >= world.people) {
    const company = index - world.people;
    const { street, number, suffix, postcode, city } = address(index + 1);
    return {
      id: index + 1,
      customerNo: `B-${1_000_000 + company}`,
      email: contactPerson(company, 0).email,
      name: companyName(company),
      addressLine: addressLine({ street, number, suffix, postcode, city }),
      postcode,
      city,
    };
  }
  const person = customer(index);
  const home = person.addressId === null ? null : address(person.addressId);
  return {
    id: index + 1,
    customerNo: customerNumber(index),
    email: index % 29 === 0 ? null : otherSpelling(person.email, index + 2),
    name: fullName(person),
    addressLine: home === null ? null : addressLine(home),
    postcode: home?.postcode ?? null,
    city: home?.city ?? null,
  };
}

/** Newest first. */
function invoicesOf(index: number): readonly Invoice[] {
  const draw = invoiceDraw.at(index);
  const count = [2, 1, 0, 2, 3, 1][index % 6] ?? 0;
  let daysAgo = draw.between(20, 380);
  const found: Invoice[] = [];
  for (const place of range(0, count)) {
    const lineCents = Array.from({ length: draw.between(1, 3) }, () => draw.between(20, 450) * 100);
    const open = place === 0 && draw.chance(12);
    found.push({
      id: index * mostInvoices + place + 1 + plantedIds,
      number: `F${String(index * mostInvoices + place + 1).padStart(9, '0')}`,
      daysAgo,
      lineCents,
      totalCents: lineCents.reduce((sum, cents) => sum + cents, 0),
      paidDaysAgo: open ? null : daysAgo - draw.between(1, 18),
    });
    daysAgo = Math.min(oldestInvoiceDays, daysAgo + draw.between(150, 1000));
  }
  return found;
}

function* withInvoices(world: World): Generator<readonly [Debtor, readonly Invoice[], number]> {
  for (const index of range(plantedCustomers, debtorCount(world))) {
    const found = invoicesOf(index);
    if (found.length > 0) yield [debtor(index, world), found, index];
  }
}

function* debtors(world: World): Rows {
  for (const [{ id, customerNo, email, name, addressLine: line, postcode, city }, [newest]] of withInvoices(
    world,
  )) {
    yield [
      id,
      customerNo,
      email,
      name,
      line,
      postcode,
      city,
      paymentDays,
      newest === undefined ? null : world.date(newest.daysAgo),
    ];
  }
}

function* invoices(world: World): Rows {
  for (const [{ id: debtorId, name, addressLine: line, postcode, city }, found] of withInvoices(world)) {
    for (const { id, number, daysAgo, totalCents, paidDaysAgo } of found) {
      yield [
        id,
        number,
        debtorId,
        world.date(daysAgo),
        world.date(daysAgo - paymentDays),
        paidDaysAgo === null ? null : world.date(paidDaysAgo),
        name,
        line,
        postcode,
        city,
        totalCents,
        vatIncluded(totalCents),
      ];
    }
  }
}

/** The part of an amount that is VAT at 21 %, in cents. */
export function vatIncluded(totalCents: number): number {
  return Math.round((totalCents * 21) / 121);
}

const work = [
  'Grote beurt',
  'Kleine beurt',
  'Apk-keuring',
  'Remblokken vervangen',
  'Banden wisselen',
  'Accu',
];

function* lines(world: World): Rows {
  const draw = new Random('invoice_lines');
  for (const [, found, index] of withInvoices(world)) {
    for (const { id, lineCents } of found) {
      draw.at(id);
      for (const [place, cents] of lineCents.entries()) {
        const what = draw.pick(work);
        const car = place === 0 && index < world.people ? ` ${plate(index)}` : '';
        yield [id, place + 1, 1 + draw.below(3), `${what}${car}`, draw.between(1, 4), cents];
      }
    }
  }
}

/** Two in five of those with an invoice of the last year pay by direct debit. */
function mandateOf(index: number, found: readonly Invoice[]): Invoice | null {
  const newest = found[0];
  return index % 5 < 2 && newest !== undefined && newest.daysAgo > paymentDays ? newest : null;
}

function* mandates(world: World): Rows {
  const draw = new Random('sepa_mandates');
  for (const [{ id, name }, found, index] of withInvoices(world)) {
    const newest = mandateOf(index, found);
    if (newest === null) continue;
    draw.at(index);
    const used = newest.daysAgo - paymentDays;
    yield [
      id,
      id,
      `CC-M-${1_000_000 + index}`,
      iban(index),
      draw.chance(95) ? name.slice(0, 70) : null,
      world.date(2_600),
      draw.chance(8) ? world.date(used) : null,
      world.date(used),
    ];
  }
}

function* collections(world: World): Rows {
  const draw = new Random('collections');
  let id = plantedIds;
  for (const [{ id: mandate, name }, found, index] of withInvoices(world)) {
    if (mandateOf(index, found) === null) continue;
    for (const invoice of found) {
      draw.at(invoice.id);
      id += 1;
      yield [
        id,
        mandate,
        invoice.id,
        invoice.totalCents,
        world.date(invoice.daysAgo - paymentDays),
        draw.chance(96) ? 'paid' : 'returned',
        draw.chance(90) ? `Incasso ${invoice.number} ${name}` : null,
      ];
    }
  }
}

function* reminders(world: World): Rows {
  let id = plantedIds;
  for (const [{ email, name }, found] of withInvoices(world)) {
    for (const { id: invoice, number, daysAgo, paidDaysAgo } of found) {
      if (paidDaysAgo !== null || daysAgo < 30) continue;
      for (const level of range(1, daysAgo > 60 ? 3 : 2)) {
        id += 1;
        const text = `Geachte ${name}, factuur ${number} staat nog open.`;
        yield [id, invoice, level, email, text, world.date(daysAgo - paymentDays * level)];
      }
    }
  }
}
