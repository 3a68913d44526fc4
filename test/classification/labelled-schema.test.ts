import { expect, test } from 'vitest';
import { parseSchema } from './labelled-schema.ts';

const shop = `# source: somewhere
# flavour: postgresql
# half: fresh
# part: all

table customer
  primary (id)
  people
  unsure (avatar)
  id | integer | not-personal
  name | text | full-name
  avatar | uuid null | not-personal
  address_id | integer null | not-personal

table address
  primary (id)
  link co-owned (address_id) <- customer
  id | integer | not-personal
  street | text | street

table domain
  primary (name)
  unique (name, kind)
  name | text | not-personal
  kind | text | not-personal

table visit
  link owned-by (customer) -> customer
  link context (domain, kind) -> domain (name, kind)
  customer | integer null | not-personal
  domain | text | not-personal
  kind | text | not-personal
`;

test('people, links in both directions and what is unsure', () => {
  const { people, links, unsure } = parseSchema('shop', shop);
  expect([...people]).toEqual(['customer']);
  expect([...unsure]).toEqual(['customer.avatar']);
  expect(links).toEqual([
    {
      kind: 'co-owned',
      table: 'address',
      reference: 'other',
      to: 'customer',
      columns: ['address_id'],
      toColumns: ['id'],
    },
    {
      kind: 'owned-by',
      table: 'visit',
      reference: 'row',
      to: 'customer',
      columns: ['customer'],
      toColumns: ['id'],
    },
    {
      kind: 'context',
      table: 'visit',
      reference: 'row',
      to: 'domain',
      columns: ['domain', 'kind'],
      toColumns: ['name', 'kind'],
    },
  ]);
});

test.each([
  ['link owned-by (customer) -> client', 'link to unknown table client'],
  ['link owned-by (client) -> customer', 'unknown column visit.client'],
  ['link co-owned (visit_id) <- customer', 'unknown column customer.visit_id'],
  ['link context (domain) -> domain (title)', 'unknown column domain.title'],
  ['link context (domain, kind) -> domain', 'say which columns of domain'],
  ['link owned (customer) -> customer', 'not understood'],
  ['link owned-by (customer)', 'not understood'],
  ['unsure (client)', 'unknown column visit.client'],
  ['person', 'not understood'],
])('%s is refused', (line, message) => {
  const text = shop.replace('table visit\n', `table visit\n  ${line}\n`);
  expect(() => parseSchema('shop', text)).toThrow(message);
});
