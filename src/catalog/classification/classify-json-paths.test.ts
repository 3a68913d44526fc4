import { describe, expect, test } from 'vitest';
import { catalogOf, column, table } from '../../../test/support/catalog-of.ts';
import { classifyCatalog } from './classify-catalog.ts';

function look(documents: readonly unknown[], name = 'customers', columns = ['email']) {
  const values = documents.map((document) =>
    typeof document === 'string' ? document : JSON.stringify(document),
  );
  const catalog = catalogOf([
    table(
      name,
      [column('id', 'integer'), ...columns.map((each) => column(each, 'text')), column('details', 'jsonb')],
      { primaryKey: ['id'] },
    ),
  ]);
  const samples = new Map([[name, new Map([['details', { values }]])]]);
  const proposal = classifyCatalog(catalog, samples).get(name)?.columns.get('details');
  const paths = Object.fromEntries((proposal?.paths ?? []).map(({ path, category }) => [path, category]));
  return { proposal, paths };
}

describe('the paths of a JSON column', () => {
  test('are judged by their keys, each object as a table of its own', () => {
    const { paths } = look([
      {
        address: { street: 'Dorpsstraat', city: 'Delft', geo: { lat: 52.1, lon: 4.3 } },
        contacts: [{ email: 'a@example.org', phone: '06-12345678' }],
        tags: ['x', 'y'],
        version: 2,
      },
    ]);
    expect(paths).toMatchObject({
      'address.street': 'street',
      'address.city': 'city',
      'contacts[].email': 'email',
      'contacts[].phone': 'phone',
    });
    expect(paths).not.toHaveProperty('version');
  });

  test('are recognised by their values where a key says nothing, and then the column is personal', () => {
    const documents = Array.from({ length: 30 }, (_, at) => ({ zq: { x1: `p${at}@example.org` } }));
    const { paths, proposal } = look(documents, 'zq', []);
    expect(paths).toEqual({ 'zq.x1': 'email' });
    expect(proposal).toMatchObject({ category: 'personal-json', suggestion: { policy: expect.anything() } });
  });

  test('never hold a key that is itself about somebody', () => {
    const documents = Array.from({ length: 40 }, (_, at) => ({
      Lotte: { email: `p${at}@example.org` },
      [`person${at}@example.org`]: { phone: '0612345678' },
      [`1990${at}`]: { phone: '0612345678' },
      devices: Object.fromEntries([[`d${at}q`, { ip: `10.0.0.${at}` }]]),
    }));
    const { paths } = look(documents);
    expect(paths).toEqual({ '*.email': 'email', '*.phone': 'phone', 'devices.*.ip': 'ip-address' });
  });

  test('are read from a document that was cut off', () => {
    const whole = JSON.stringify({
      email: 'a@example.org',
      city: 'Delft',
      remarks: ['a "quoted" word', 'b'.repeat(99)],
    });
    for (let length = whole.indexOf('remarks'); length < whole.length; length += 1)
      expect(look([whole.slice(0, length)]).paths).toHaveProperty('email');
  });

  test('are not looked for in text, numbers or broken JSON', () => {
    expect(look(['{not json', '12', 'plain']).paths).toEqual({});
    expect(look([[], {}, 'null']).paths).toEqual({});
  });

  test('of a document that is large, deep or hostile cost little', () => {
    const wide = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, at) => [`k${at}`, { email: 'a@b.nl' }]),
    );
    const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
    const { paths } = look([wide, deep, { __proto__x: 1, constructor: { email: 'a@b.nl' } }]);
    expect(Object.keys(paths).length).toBeLessThanOrEqual(100);
  });
});
