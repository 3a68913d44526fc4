import { describe, expect, it } from 'vitest';
import { catalogOf, column, table } from '../../test/support/catalog-of.ts';
import type { Catalog } from './catalog.ts';
import { fullName, resolveName } from './column-name.ts';

const crm: Catalog = catalogOf([
  table('customers', [column('id', 'bigint'), column('email', 'text')]),
  { ...table('orders', [column('id', 'bigint'), column('Remark', 'text')]), id: 'sales.orders' },
  table('leads', [column('email', 'text')]),
]);
const shop: Catalog = { ...catalogOf([table('customers', [column('email', 'text')])]), source: 'shop' };

describe('resolveName', () => {
  it.each([
    ['leads', 'crm.leads'],
    ['leads.email', 'crm.leads.email'],
    ['crm.customers.email', 'crm.customers.email'],
    ['shop.customers', 'shop.customers'],
    ['sales.orders.Remark', 'crm.sales.orders.Remark'],
    ['CRM.SALES.ORDERS.REMARK', 'crm.sales.orders.Remark'],
  ])('%s is %s', (written, full) => {
    const resolved = resolveName(written, [crm, shop]);
    expect(resolved.kind === 'found' ? fullName(resolved.named) : resolved).toBe(full);
  });

  it('asks which, when two sources have it', () => {
    const resolved = resolveName('customers.email', [crm, shop]);
    expect(resolved.kind === 'several' ? resolved.named.map(fullName) : resolved).toEqual([
      'crm.customers.email',
      'shop.customers.email',
    ]);
  });

  it.each([
    ['leads.emial', 'did you mean "leads.email"?'],
    ['lead.email', 'did you mean "leads.email"?'],
    ['leeds', 'did you mean "leads"?'],
    ['email', 'columns that are called so: crm.customers.email, crm.leads.email'],
    ['leads.shoe_size', 'choose a column: leads.email'],
    ['nothing_like_it', 'choose a table: customers, sales.orders, leads'],
  ])('%s: %s', (written, hint) => {
    expect(resolveName(written, [crm])).toEqual({ kind: 'unknown', hint });
  });
});
