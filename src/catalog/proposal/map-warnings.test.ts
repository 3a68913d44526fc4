import { describe, expect, it } from 'vitest';
import { languages } from '../../domain/language.ts';
import type { CatalogTable, TypeFamily } from '../catalog.ts';
import type { WarningCode } from './map-proposal.ts';
import { proposeMap } from './propose-map.ts';

type Reference = { readonly column: string; readonly to: string; readonly cascade?: true };

interface Shape extends Partial<CatalogTable> {
  readonly nullable?: readonly string[];
  readonly references?: readonly Reference[];
}

function table(name: string, columns: string, shape: Shape = {}): CatalogTable {
  const { nullable = [], references = [], ...rest } = shape;
  const named = columns.split(' ').map((text) => text.split(':'));
  return {
    id: name,
    schema: 'public',
    name,
    kind: 'table',
    columns: named.map(([column = '', type = 'text']) => ({
      name: column,
      type,
      family: type as TypeFamily,
      nullable: nullable.includes(column),
      generated: false,
      maxLength: null,
    })),
    primaryKey: named.some(([column]) => column === 'id') ? ['id'] : [],
    uniqueKeys: [],
    foreignKeys: references.map(({ column, to, cascade }) => ({
      name: `${name}_${column}`,
      columns: [column],
      to,
      toColumns: ['id'],
      onDelete: cascade ? 'cascade' : 'no-action',
    })),
    indexes: references.map(({ column }) => [column]),
    estimatedRows: 0,
    ...rest,
  };
}

function warnings(...tables: readonly CatalogTable[]) {
  const proposal = proposeMap({ source: 'shop', kind: 'postgresql', tables });
  for (const { text, table: of } of proposal.warnings)
    for (const language of languages) expect(text[language]).toContain(of);
  return proposal.warnings;
}

function columnsOf(code: WarningCode, ...tables: readonly CatalogTable[]): readonly string[] {
  return warnings(...tables).flatMap((warning) =>
    warning.code === code ? warning.columns.map((column) => `${warning.table}.${column}`) : [],
  );
}

const customers = table('customers', 'id:integer name email', { uniqueKeys: [['email']] });
const employees = table('employees', 'id:integer name email employee_number');
const toCustomer = { column: 'customer_id', to: 'customers' } as const;
const orders = table('orders', 'id:integer customer_id:integer total:decimal', { references: [toCustomer] });

describe('a plain schema', () => {
  it('gives nothing to look at', () => {
    const countries = table('countries', 'id:integer name');
    expect(warnings(customers, orders, countries)).toEqual([]);
  });
});

describe('people whom nobody can be reached from', () => {
  it('are people of their own, with a warning', () => {
    const calls = table('call_log', 'id:integer phone summary');
    expect(columnsOf('no-person-reached', customers, calls)).toEqual(['call_log.phone']);
  });

  it('without a key are left out, and said', () => {
    const calls = table('call_log', 'phone summary');
    expect(columnsOf('left-out', customers, calls)).toEqual(['call_log.phone', 'call_log.summary']);
  });
});

describe('a path through a column that may be empty', () => {
  const visits = (nullable: readonly string[]) =>
    table('visits', 'id:integer customer_id:integer url', { references: [toCustomer], nullable });

  it('is said', () => {
    expect(columnsOf('nullable-path', customers, visits(['customer_id']))).toEqual(['visits.customer_id']);
  });

  it('is not said where the column is never empty, or is part of the key', () => {
    expect(columnsOf('nullable-path', customers, visits([]))).toEqual([]);
    const keyed = { ...visits(['customer_id']), primaryKey: ['customer_id', 'id'] };
    expect(columnsOf('nullable-path', customers, keyed)).toEqual([]);
  });
});

describe('two ways to a person', () => {
  const lines = (...references: readonly Reference[]) =>
    table('order_lines', 'id:integer order_id:integer customer_id:integer quantity:integer', { references });

  it('are said', () => {
    const both = lines({ column: 'order_id', to: 'orders' }, toCustomer);
    expect(columnsOf('two-paths', customers, orders, both)).toEqual(['order_lines.order_id']);
  });

  it('are not said of a customer who refers to the address that is theirs', () => {
    const addresses = table('addresses', 'id:integer street city postcode');
    const living = table('customers', 'id:integer name email address_id:integer', {
      references: [{ column: 'address_id', to: 'addresses' }],
    });
    expect(columnsOf('two-paths', living, addresses)).toEqual([]);
  });
});

describe('a company and a person', () => {
  it('are told apart where companies have the name of somebody', () => {
    const suppliers = table('suppliers', 'id:integer name contact_name phone city');
    expect(columnsOf('company-or-person', customers, suppliers)).toEqual(['suppliers.contact_name']);
  });

  it('and where people have a number that only companies have', () => {
    const debtors = table('debtors', 'id:integer name email kvk_nummer');
    expect(columnsOf('company-or-person', debtors)).toEqual(['debtors.kvk_nummer']);
  });

  it('not where a branch has a telephone', () => {
    const branches = table('branches', 'id:integer name phone city');
    expect(columnsOf('company-or-person', customers, branches)).toEqual([]);
  });
});

describe('who handled a row', () => {
  const handled = table('orders', 'id:integer customer_id:integer handled_by:integer total:decimal', {
    references: [toCustomer, { column: 'handled_by', to: 'employees' }],
  });

  it('is said where it is somebody else’s', () => {
    expect(columnsOf('staff-column', customers, employees, handled)).toEqual(['orders.handled_by']);
  });

  it('is not said of what is nobody’s', () => {
    const products = table('products', 'id:integer title created_by:integer', {
      references: [{ column: 'created_by', to: 'employees' }],
    });
    expect(columnsOf('staff-column', customers, employees, products)).toEqual([]);
  });
});

describe('a reference without an index', () => {
  const bare = { ...orders, indexes: [], estimatedRows: 120_000 };

  it('is said with what it costs', () => {
    expect(columnsOf('missing-index', customers, bare)).toEqual(['orders.customer_id']);
    expect(warnings(customers, bare)[0]?.text.en).toContain('120000 rows');
  });

  it('is not said where a key begins with it, or where it leads to nobody', () => {
    expect(
      columnsOf('missing-index', customers, { ...bare, uniqueKeys: [['customer_id', 'total']] }),
    ).toEqual([]);
    const lines = table('products', 'id:integer country_id:integer', {
      references: [{ column: 'country_id', to: 'countries' }],
      indexes: [],
    });
    expect(columnsOf('missing-index', lines, table('countries', 'id:integer name'))).toEqual([]);
  });
});

describe('a cascade', () => {
  const cascading = (name: string) =>
    table(name, 'id:integer customer_id:integer total:decimal', {
      references: [{ ...toCustomer, cascade: true }],
    });

  it('into invoices is said', () => {
    expect(columnsOf('cascade-into-records', customers, cascading('invoices'))).toEqual([
      'invoices.customer_id',
    ]);
  });

  it('into carts is not, and neither is a key that refuses', () => {
    expect(columnsOf('cascade-into-records', customers, cascading('carts'))).toEqual([]);
    expect(columnsOf('cascade-into-records', customers, orders)).toEqual([]);
  });
});

it('says of people who refer to other people that they may be the same', () => {
  const leads = table('leads', 'id:integer name email converted_customer_id:integer', {
    references: [{ column: 'converted_customer_id', to: 'customers' }],
    nullable: ['converted_customer_id'],
  });
  expect(columnsOf('person-twice', customers, leads)).toEqual(['leads.converted_customer_id']);
});
