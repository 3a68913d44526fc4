import type { Catalog } from '../../src/catalog/catalog.ts';
import type { SubjectRow } from '../../src/plan/plan.ts';
import { type HandMade, handMade } from './hand-made-policy.ts';
import { keyOf, type TestedKind } from './tested-kind.ts';

/** Customers with notes, orders with lines, leads, and a table without a key: what most tests read and erase. */
export function exampleShop(tested: TestedKind): string {
  const { sql, lacks } = tested;
  const visitKey = lacks.keyless === undefined ? '' : `id ${sql.counter}, `;
  return `
create table customers (id integer primary key, email varchar(120), customer_no integer, phone text, plate text,
  notes text, details ${sql.json});
${lacks['expression-indexes'] === undefined ? 'create index customers_by_email on customers (lower(email));' : ''}
create table orders (shop integer not null, number integer not null, customer_id integer not null references ${keyOf(tested, 'customers', 'id')},
  total numeric(10, 2), at ${sql.timestamp}, primary key (shop, number));
create table order_lines (shop integer not null, number integer not null, line integer not null, note text,
  primary key (shop, number, line), foreign key (shop, number) references ${keyOf(tested, 'orders', 'shop', 'number')});
create table visits (${visitKey}customer_id integer references ${keyOf(tested, 'customers', 'id')}, ip text);
create table leads (email ${sql.keyText} primary key, phone text);
insert into customers values
  (1, 'Jan.de.Vries@Example.ORG', 1001, '+31 6 1234 5678', 'XX-999-X', 'Jan.de.VRIES@example.org belde', '{"mail":"jan.de.vries@example.org","note":"\u00e9"}'),
  (2, 'renée.o''brien@example.org', 1002, null, 'ab12cd', 'heet Renée O''Brien, 100% _zeker_', null),
  (3, null, null, null, null, null, null),
  (4, ' jan.de.vries@example.org', 1004, '0612345678', null, null, null);
insert into orders values (1, 1, 1, 12.50, '2019-03-04 10:00:00'), (1, 2, 1, 99999999.99, '2025-12-31 23:30:00'), (2, 1, 2, null, null);
insert into order_lines values (1, 1, 1, 'first'), (1, 1, 2, null), (2, 1, 1, 'of Renée');
insert into visits (customer_id, ip) values (1, '192.0.2.1'), (1, '192.0.2.1'), (2, '192.0.2.2'), (null, '192.0.2.3');
insert into leads values ('JAN.DE.VRIES@EXAMPLE.ORG', null), ('other@example.org', '+31612345678');`;
}

/** Customer 1, as a plan's bindings say it. */
export const customerOne: Readonly<Record<string, readonly SubjectRow[]>> = {
  customers: [{ person: 0, key: ['1'] }],
};

export function shopPlans(catalog: Catalog): HandMade {
  return handMade(catalog, {
    customers: {
      subject: [
        { kind: 'email', column: 'email' },
        { kind: 'customer-number', column: 'customer_no' },
        { kind: 'phone', column: 'phone' },
        { kind: 'licence-plate', column: 'plate' },
      ],
      personal: ['email', 'customer_no', 'phone', 'plate', 'notes', 'details'],
    },
    orders: {
      personal: ['total', 'at'],
      links: [{ kind: 'owned-by', columns: ['customer_id'], to: 'customers' }],
    },
    order_lines: {
      personal: ['note'],
      links: [{ kind: 'owned-by', columns: ['shop', 'number'], to: 'orders' }],
    },
    visits: { personal: ['ip'], links: [{ kind: 'owned-by', columns: ['customer_id'], to: 'customers' }] },
    leads: {
      subject: [
        { kind: 'email', column: 'email' },
        { kind: 'phone', column: 'phone' },
      ],
      personal: ['email', 'phone'],
    },
  });
}
