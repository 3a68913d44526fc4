import { describe, expect, test } from 'vitest';
import type { CatalogColumn, CatalogTable, TypeFamily } from '../catalog.ts';
import { categories, policyCategories } from './category.ts';
import { classifyCatalog } from './classify-catalog.ts';
import { classifyColumn } from './classify-column.ts';
import { reasonText } from './reason-text.ts';

function table(
  name: string,
  columns: Readonly<Record<string, TypeFamily>>,
  keys: Partial<CatalogTable> = {},
): CatalogTable {
  const described = Object.entries(columns).map(
    ([column, family]): CatalogColumn => ({
      name: column,
      type: family,
      family,
      nullable: true,
      generated: false,
      maxLength: null,
    }),
  );
  return {
    id: name,
    schema: 'public',
    name,
    kind: 'table',
    columns: described,
    primaryKey: 'id' in columns ? ['id'] : [],
    uniqueKeys: [],
    foreignKeys: [],
    indexes: [],
    estimatedRows: 0,
    ...keys,
  };
}

function categoryOf(tables: readonly CatalogTable[], tableName: string, column: string) {
  return classifyCatalog({ tables }).get(tableName)?.columns.get(column)?.category;
}

function withValues(column: string, family: TypeFamily, values: readonly string[]) {
  const unknown = table('zq', { id: 'integer', [column]: family });
  return classifyColumn({ table: 'zq', column, catalogTable: unknown, sample: { values } });
}

describe('the table around a column', () => {
  test('a contact person in a table of things is a person, and the thing is not', () => {
    const machines = table('servers', {
      id: 'integer',
      serial_number: 'text',
      notes: 'text',
      contact_1_name: 'text',
      contact_1_email: 'text',
      contact_1_remarks: 'text',
      supplier_name: 'text',
      supplier_email: 'text',
      sender_name: 'text',
      sender_email: 'text',
    });
    const disks = table('disks', { id: 'integer', server_id: 'integer', model: 'text' });
    const held = (column: string) => categoryOf([machines, disks], 'servers', column);
    expect(held('contact_1_name')).toBe('full-name');
    expect(held('contact_1_email')).toBe('email');
    expect(held('contact_1_remarks')).toBe('free-text');
    for (const column of ['serial_number', 'notes', 'supplier_name', 'supplier_email', 'sender_name'])
      expect(held(column)).toBe('not-personal');
    // What hangs from the machine is no more the contact person’s than the machine is.
    expect(categoryOf([machines, disks], 'disks', 'model')).toBe('not-personal');
  });

  const customers = table('customers', { id: 'integer', name: 'text', email: 'text', status: 'text' });
  const countries = table('countries', { id: 'integer', name: 'text' });
  const orders = table('orders', {
    id: 'integer',
    customer_id: 'integer',
    total: 'decimal',
    created_by: 'integer',
  });
  const lines = table('order_lines', { id: 'integer', order_id: 'integer', description: 'text' });
  const branches = table('branches', {
    id: 'integer',
    name: 'text',
    phone: 'text',
    city: 'text',
    email: 'text',
  });
  const all = [customers, countries, orders, lines, branches];

  test.each([
    ['customers', 'id', 'not-personal'],
    ['customers', 'name', 'full-name'],
    ['customers', 'status', 'activity'],
    ['countries', 'name', 'not-personal'],
    ['orders', 'customer_id', 'not-personal'],
    ['orders', 'created_by', 'not-personal'],
    ['orders', 'total', 'transaction'],
    ['order_lines', 'description', 'free-text'],
    ['branches', 'phone', 'not-personal'],
    ['branches', 'city', 'not-personal'],
  ])('%s.%s is %s', (name, column, category) => expect(categoryOf(all, name, column)).toBe(category));

  test('who made a row does not make it theirs', () => {
    const products = table('products', { id: 'integer', title: 'text', created_by: 'integer' });
    expect(categoryOf([customers, products], 'products', 'title')).toBe('not-personal');
  });

  test('an e-mail address that serves as a key is still an e-mail address', () => {
    const clicks = table('clicks', { email: 'text', url: 'text' }, { primaryKey: ['email', 'url'] });
    expect(categoryOf([clicks], 'clicks', 'email')).toBe('email');
    expect(categoryOf([clicks], 'clicks', 'url')).toBe('page-visit');
  });
});

describe('values outweigh a name that says nothing', () => {
  test.each([
    ['email', 'text', ['a@example.org', 'b@example.org', 'c@example.org'], 'email'],
    ['iban', 'text', ['NL91ABNA0417164300', 'DE89370400440532013000', 'BE68539007547034'], 'iban'],
    ['vin', 'text', ['1M8GDM9AXKP042788', 'WVWZZZ1JZXW000001', 'WDB1240501B000001'], 'vin'],
    [
      'names',
      'text',
      [
        'Sanne de Vries',
        'Peter Jansen',
        'Anna Smit',
        'Lucas Bos',
        'Emma Vos',
        'Tim Mol',
        'Sem Kok',
        'Eva Bakker',
        'Lisa Smit',
        'Daan Visser',
      ],
      'full-name',
    ],
    ['numbers', 'integer', ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'], 'not-personal'],
  ] as const)('%s', (_name, family, values, category) =>
    expect(withValues('x1', family, values).category).toBe(category),
  );

  test('JSON with keys about a person', () => {
    const values = ['{"naam":"x","contact":{"e-mail":"y","telefoon":"z"}}', '{"contact":{"e-mail":"y"}}'];
    const proposal = withValues('x1', 'json', values);
    expect(proposal.category).toBe('personal-json');
    expect(proposal.reasons[0]).toEqual({ kind: 'json-keys', keys: ['e mail', 'telefoon'], of: 2 });
  });

  test('a name that no value bears out is doubted, not dropped', () => {
    const flags = Array.from({ length: 30 }, () => 'yes');
    const proposal = withValues('email', 'text', flags);
    expect(proposal.category).toBe('email');
    expect(proposal.confidence).toBeLessThan(0.5);
  });
});

test('reasons carry counts and names of detectors, never a value', () => {
  const secrets = [
    'quentin.zandstra@example.org',
    'NL91ABNA0417164300',
    '111222333',
    'Sanne Zandstra-Quispel',
    '{"zandstra":{"email":"quentin.zandstra@example.org","quispel":"x"}}',
    'Sprak met mevrouw Zandstra over de rekening van Quispel',
    '+31 30 987 6543',
    '2001:db8::beef',
    '1971-03-02',
  ];
  const names = ['x1', 'email', 'iban', 'bsn', 'name', 'remark', 'payload', 'phone', 'ip', 'birth_date'];
  for (const family of ['text', 'json', 'integer', 'date'] as const)
    for (const name of names)
      for (const secret of secrets) {
        const proposal = withValues(
          name,
          family,
          Array.from({ length: 25 }, () => secret),
        );
        const said = [
          JSON.stringify(proposal),
          ...proposal.reasons.flatMap((reason) => [reasonText(reason, 'nl'), reasonText(reason, 'en')]),
        ]
          .join(' ')
          .toLowerCase();
        for (const part of [
          'zandstra',
          'quispel',
          'quentin',
          'abna0417',
          '111222333',
          '987 6543',
          'beef',
          '1971',
        ])
          expect(said).not.toContain(part);
      }
});

test('a thousand values are looked at, not more', () => {
  let looked = 0;
  const values = new Proxy(
    Array.from({ length: 5_000 }, (_, at) => `a${at}@example.org`),
    {
      get(target, key, receiver): unknown {
        if (typeof key === 'string' && /^\d+$/.test(key)) looked += 1;
        return Reflect.get(target, key, receiver) as unknown;
      },
    },
  );
  expect(withValues('x1', 'text', values).category).toBe('email');
  expect(looked).toBeLessThanOrEqual(1_000);
});

test('every category leads to a policy category that is described', () => {
  for (const { policy, dpv } of Object.values(categories)) {
    expect(policyCategories[policy].name.nl).not.toBe('');
    expect(dpv).toMatch(/^pd:[A-Z]/);
  }
});
