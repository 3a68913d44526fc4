import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { present } from '../../base/assert.ts';
import { formatDiagnostic } from '../../base/diagnostic.ts';
import { compilePolicy } from '../../policy/compile-policy.ts';
import { policyCategories } from '../classification/category.ts';
import { mapCategory } from './fides-category.ts';
import { readFidesFile } from './fides-file.ts';
import type { FidesImport, ImportedTable } from './fides-import.ts';
import { importDataset } from './import-dataset.ts';
import { openMarks, writeImportedPolicy } from './write-imported-policy.ts';

const root = join(import.meta.dirname, '../../..');
const webshop = imported('examples/fides/webshop.yml');
const community = imported('test/fides/community.yml');

function imported(path: string): FidesImport {
  return importedText(readFileSync(join(root, path), 'utf8'));
}

function importedText(text: string): FidesImport {
  const { datasets, diagnostics } = readFidesFile('dataset.yml', text);
  expect(diagnostics.map(formatDiagnostic)).toEqual([]);
  return importDataset(present(datasets[0], 'a dataset'));
}

function table({ tables }: FidesImport, name: string): ImportedTable {
  return present(
    tables.find((each) => each.name === name),
    name,
  );
}

function column(from: FidesImport, name: string, columnName: string) {
  return table(from, name).columns.find((each) => each.name === columnName)?.category;
}

function links(from: FidesImport, name: string): readonly string[] {
  return table(from, name).links.map(
    ({ kind, reference, column: own, table: other, key }) =>
      `${kind} ${reference === 'row' ? `${own} -> ${other}` : `${other}.${own}`}${key === null ? '' : ` (${key})`}`,
  );
}

/** What a person would write where the import asks. */
function answered(policy: string, { category }: { readonly category: string }): string {
  return policy
    .replace('email: # DECIDE', 'email: privacy@company.example')
    .replace('website: # DECIDE', 'website: https://www.company.example')
    .replaceAll(/: # DECIDE$/gm, ': an answer')
    .replace(
      /^purposes: .*$/m,
      'purposes:\n  service: { name: { nl: Dienst, en: Service }, basis: contract, ground: { nl: de overeenkomst, en: the contract } }',
    )
    .replaceAll('purposes: [DECIDE]', 'purposes: [service]')
    .replaceAll(/kind: DECIDE/g, 'kind: postgresql')
    .replaceAll(/: DECIDE\b/g, `: ${category}`);
}

describe('the policy made of a dataset of Fides', () => {
  it.each([
    ['examples/fides/webshop.yml', 'contact'],
    ['test/fides/community.yml', 'contact'],
  ])('of %s compiles once the questions are answered, and not before', (path, category) => {
    const text = writeImportedPolicy([imported(path)]);
    expect(openMarks(text)).toBeGreaterThan(10);
    expect(compilePolicy('policy.yaml', text).policy).toBeNull();
    const whole = answered(text, { category });
    expect(openMarks(whole)).toBe(0);
    const { policy, diagnostics } = compilePolicy('policy.yaml', whole);
    expect(
      diagnostics.filter(({ severity }) => severity === 'error').map((each) => formatDiagnostic(each)),
    ).toEqual([]);
    expect(policy?.sources).toHaveLength(1);
  });

  it('can hold several datasets', () => {
    const text = answered(writeImportedPolicy([webshop, community]), { category: 'contact' });
    expect(compilePolicy('policy.yaml', text).policy?.sources.map(({ id }) => id)).toEqual([
      'webshop-postgres',
      'community',
    ]);
  });

  it('does not let a text of the file out of its place', () => {
    const hostile = importedText(
      readFileSync(join(root, 'examples/fides/webshop.yml'), 'utf8')
        .replaceAll('page_visit', JSON.stringify('visit: {"x": 1}\n      orders2'))
        .replace('name: Web shop', 'name: "shop\\n  evil: true # x"')
        .replace('[user.behavior.browsing_history]', '["user\\nsecurity: x"]'),
    );
    const text = writeImportedPolicy([hostile]);
    expect(text).not.toMatch(/^ *(evil|security|orders2"?):/m);
    expect(compilePolicy('policy.yaml', text).diagnostics.map(({ code }) => code)).not.toContain('syntax');
  });
});

describe('whose a row is, guessed from references', () => {
  it('takes people from identities, and what they are recognised by', () => {
    const people = webshop.tables.flatMap(({ name, subject }) => (subject === null ? [] : [[name, subject]]));
    expect(people).toEqual([
      ['customer', { group: 'customer', identities: [{ kind: 'email', column: 'email' }] }],
      ['employee', { group: 'employee', identities: [{ kind: 'email', column: 'email' }] }],
    ]);
  });

  it('makes links of references, and never takes staff for owners', () => {
    expect(links(webshop, 'orders')).toEqual([
      'owned-by customer_id -> customer',
      'accessed-by packed_by -> employee',
    ]);
    expect(links(webshop, 'order_item')).toEqual([
      'owned-by order_id -> orders',
      'context product_id -> product',
    ]);
    expect(links(webshop, 'address')).toEqual(['co-owned customer.address_id']);
    expect(links(webshop, 'page_visit')).toEqual(['owned-by email -> customer (email)']);
    expect(links(webshop, 'customer')).toEqual([]);
    expect(links(community, 'users')).toEqual(['accessed-by invited_by -> users']);
  });

  it('says of each that it is a guess', () => {
    const guessed = webshop.differences.filter(({ kind }) => kind === 'ownership-guessed');
    expect(guessed.map(({ at }) => at)).toEqual([
      'customer.address_id',
      'orders.customer_id',
      'orders.packed_by',
      'order_item.order_id',
      'page_visit.email',
    ]);
  });

  it('tells tables about nobody from tables that explain', () => {
    expect(table(webshop, 'product').use).toBe('context');
    expect(table(webshop, 'job_queue').use).toBe('not-personal');
  });

  it('says when nobody can be reached', () => {
    const alone = importedText(
      'dataset: { fides_key: x, collections: [{ name: notes, fields: [{ name: text, data_categories: [user.content] }] }] }',
    );
    expect(alone.differences).toContainEqual(expect.objectContaining({ kind: 'no-owner', at: 'notes' }));
    expect(writeImportedPolicy([alone])).toContain('# DECIDE: whose are the rows? links: or subject:');
  });
});

describe('what a column holds', () => {
  it('takes the category that Fides gave, where it has a counterpart', () => {
    expect(column(webshop, 'customer', 'born_on')).toBe('personal-details');
    expect(column(webshop, 'customer', 'created_at')).toBe('not-personal');
    expect(column(webshop, 'customer', 'id')).toBe('not-personal');
    expect(mapCategory('user.contact.address.city')).toBe('name-address');
    expect(mapCategory('user.health.prescriptions')).toBe('health');
    expect(mapCategory('system.operations')).toBe('not-personal');
  });

  it('leaves open what it does not know, and lists it', () => {
    expect(column(community, 'users', 'karma')).toBeNull();
    expect(column(community, 'users', 'shoe_size')).toBeNull();
    expect(column(community, 'users', 'last_seen')).toBeNull();
    const listed = community.differences.map(({ kind, at }) => `${kind} ${at}`);
    expect(listed).toEqual(
      expect.arrayContaining([
        'category-not-mapped users.karma',
        'category-not-mapped users.shoe_size',
        'no-category users.last_seen',
      ]),
    );
  });

  it('takes the most sensitive of several', () => {
    expect(column(community, 'users', 'about_me')).toBe('beliefs');
    expect(policyCategories.beliefs.special).toBe(true);
  });

  it('makes one column of a document, of one kind only when all within it are', () => {
    expect(column(community, 'users', 'settings')).toBe('consent');
    expect(column(community, 'users', 'contacts')).toBeNull();
    const nested = community.differences.filter(({ kind }) => kind === 'nested').map(({ at }) => at);
    expect(nested).toEqual([
      'users.settings',
      'users.contacts',
      'users.contacts.email',
      'posts.thread',
      'posts.thread.comment_id',
    ]);
  });

  it('reads an identity of the organisation as a number of theirs, and says so', () => {
    expect(table(community, 'users').subject?.identities).toEqual([
      { kind: 'account-id', column: 'id' },
      { kind: 'phone', column: 'mobile' },
    ]);
    expect(community.differences).toContainEqual(
      expect.objectContaining({ kind: 'identity-kind', at: 'users.id' }),
    );
  });
});

describe('what is left out', () => {
  it('is said, with what takes its place', () => {
    const left = community.differences
      .filter(({ kind }) => kind === 'not-carried-over' || kind === 'other-dataset')
      .map(({ at, text }) => `${at}: ${text.split(' ')[0]}`);
    expect(left).toEqual([
      ': "after"',
      ': "namespace"',
      'users: "erase_after"',
      'users: "masking_strategy_override"',
      'posts.shop_customer: refers',
    ]);
    expect(community.differences.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['no-purposes', 'no-retention']),
    );
  });

  it('is nothing of the file itself: what is no dataset is refused with its place', () => {
    const say = (text: string) => readFidesFile('d.yml', text).diagnostics.map(formatDiagnostic);
    expect(say('policy: 1')[0]).toMatch(/^d\.yml:1:1 error not-a-fides-dataset: dataset is not/);
    expect(
      say('dataset:\n  - fides_key: x\n    collections:\n      - name: a\n        fields: 3')[0],
    ).toMatch(/^d\.yml:5:\d+ error not-a-fides-dataset: dataset\.0\.collections\.0\.fields is not/);
    expect(say('a: [')[0]).toMatch(/^d\.yml:1:\d+ error syntax/);
  });

  it('reads the shape of before too', () => {
    const old = readFileSync(join(root, 'examples/fides/webshop.yml'), 'utf8').replaceAll(
      'fides_meta',
      'fidesops_meta',
    );
    expect(importedText(old)).toEqual(webshop);
  });
});
