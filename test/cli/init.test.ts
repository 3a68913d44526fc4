import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { emptyDatabase } from '../support/test-database.ts';
import { gestand } from './gestand.ts';

const schema = `
  create table client (id bigint primary key, email text not null unique, full_name text not null, birth_date date);
  create table "Order" (
    id bigint primary key,
    client_id bigint not null references client,
    product_id int not null,
    handled_by bigint,
    total_cents int not null,
    ordered_at timestamptz not null
  );
  create index on "Order" (client_id);
  create table product (id int primary key, title text not null, price_cents int not null);
  alter table "Order" add foreign key (product_id) references product;
  create table staff (id bigint primary key, email text not null unique, name text not null, hired_on date);
  alter table "Order" add foreign key (handled_by) references staff;
`;

interface Printed {
  readonly sources: readonly {
    readonly tables: readonly {
      readonly table: string;
      readonly use: string;
      readonly columns: readonly {
        readonly column: string;
        readonly policyCategory: string | null;
        readonly confidence: number;
        readonly reasons: readonly string[];
      }[];
      readonly edges: readonly {
        readonly kind: string;
        readonly columns: readonly string[];
        readonly table: string;
      }[];
    }[];
  }[];
  readonly written: readonly string[];
}

describe('gestand init', () => {
  it('writes a policy and a statement that a check finds no error in', async () => {
    await using database = await emptyDatabase();
    await fill(database.url, schema);
    await using folder = await mkdtempDisposable(join(tmpdir(), 'gestand-init-'));
    const home = { GESTAND_HOME: join(folder.path, 'home') };
    const place = { folder: folder.path, environment: home };
    const source = `shop=${database.url}`;

    const shown = await gestand(['init', '--source', source, '--json'], place);
    expect(shown).toMatchObject({ code: 0 });
    expect(readdirSync(folder.path)).toEqual([]);
    const printed = JSON.parse(shown.out) as Printed;
    expect(printed.written).toEqual([]);
    const order = printed.sources[0]?.tables.find(({ table }) => table === 'Order');
    expect(order?.edges.map(({ kind, columns, table }) => [kind, ...columns, table]).sort()).toEqual([
      ['accessed-by', 'handled_by', 'staff'],
      ['context', 'product_id', 'product'],
      ['owned-by', 'client_id', 'client'],
    ]);
    expect(order?.columns.every(({ confidence, reasons }) => confidence > 0 && reasons.length > 0)).toBe(
      true,
    );

    const made = await gestand(['init', '--source', source, '--yes', '--out', 'privacy'], place);
    expect(made).toMatchObject({ code: 0 });
    expect(made.out + made.err).not.toContain(database.url);
    const project = join(folder.path, 'privacy');
    expect(readdirSync(project).sort()).toEqual([
      'DECISIONS.md',
      'policy.yaml',
      'statement.en.md',
      'statement.nl.md',
    ]);
    expect(readFileSync(join(project, 'policy.yaml'), 'utf8')).not.toContain(database.url);

    const checked = await gestand(['check', '--json'], {
      folder: project,
      environment: { ...home, SHOP_URL: database.url },
    });
    expect(JSON.parse(checked.out)).toMatchObject({ errors: 0, sources: ['shop'] });
    expect(checked.code).toBe(0);

    // What a person wrote, and what is new in the database.
    const written = readFileSync(join(project, 'policy.yaml'), 'utf8').replace(
      'owned-by, column: client_id',
      'co-owned, column: client_id',
    );
    writeFileSync(join(project, 'policy.yaml'), written);
    writeFileSync(join(project, 'statement.nl.md'), '# Van een mens');
    const ticked = readFileSync(join(project, 'DECISIONS.md'), 'utf8').replace(
      '- [ ] `shop.client` Hoe lang',
      '- [x] `shop.client` Hoe lang',
    );
    writeFileSync(join(project, 'DECISIONS.md'), `${ticked}- [ ] Bel Robin\n`);
    await fill(database.url, 'alter table client add column phone text; drop table staff cascade');
    const shownAgain = await gestand(['init', '--source', source, '--out', 'privacy'], place);
    expect(shownAgain.out).toMatch(/^\+ {10}phone: contact # beslis: /m);
    expect(readFileSync(join(project, 'policy.yaml'), 'utf8')).toBe(written);
    const merging = { folder: project, environment: { ...home, SHOP_URL: database.url } };
    expect(await gestand(['init', '--yes'], merging)).toMatchObject({ code: 0 });
    const merged = readFileSync(join(project, 'policy.yaml'), 'utf8');
    expect(merged.split('\n').filter((line) => !written.split('\n').includes(line))).toEqual([
      expect.stringMatching(/^ {10}phone: contact # beslis: /),
      '      # beslis: shop heeft geen tabel staff meer; haal hem hier weg, of verbeter de naam',
    ]);
    expect(readFileSync(join(project, 'statement.nl.md'), 'utf8')).toBe('# Van een mens');
    const decisions = readFileSync(join(project, 'DECISIONS.md'), 'utf8');
    expect(decisions).toContain('- [x] `shop.client` Hoe lang');
    expect(decisions).toContain('- [ ] Bel Robin');
    expect(decisions).not.toContain('shop.staff');
    const names = readdirSync(project).sort();
    expect(await gestand(['init', '--yes', '--json'], merging)).toMatchObject({
      code: 0,
      out: expect.stringContaining('"written": []'),
    });
    expect(readdirSync(project).sort()).toEqual(names);
    expect(readFileSync(join(project, 'policy.yaml'), 'utf8')).toBe(merged);

    writeFileSync(join(project, 'policy.yaml'), 'a: [1');
    const refused = await gestand(['init', '--source', source, '--yes', '--out', 'privacy'], place);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('policy.yaml:1:');
    expect(readFileSync(join(project, 'policy.yaml'), 'utf8')).toBe('a: [1');
  }, 300_000);

  it('writes one language when that is asked', async () => {
    await using database = await emptyDatabase();
    await fill(database.url, schema);
    await using folder = await mkdtempDisposable(join(tmpdir(), 'gestand-init-'));
    const words = ['init', '--source', `shop=${database.url}`, '--yes', '--language', 'en'];
    expect(await gestand(words, { folder: folder.path })).toMatchObject({ code: 0 });
    const text = readFileSync(join(folder.path, 'policy.yaml'), 'utf8');
    expect(text).toContain('languages: [en]');
    expect(text).toContain('# decide: who are you?');
    expect(readdirSync(folder.path)).not.toContain('statement.nl.md');
  }, 60_000);

  it.each([
    ['crm', 'Write --source NAME=URL'],
    ['crm=oracle://u:hunter2@h/d', 'The URL of source crm is of no known kind'],
  ])(
    'refuses %s and repeats no password',
    async (source, message) => {
      await using folder = await mkdtempDisposable(join(tmpdir(), 'gestand-init-'));
      const refused = await gestand(['init', '--source', source], { folder: folder.path });
      expect(refused.code).toBe(2);
      expect(refused.err).toContain(message);
      expect(refused.err + refused.out).not.toContain('hunter2');
    },
    60_000,
  );
});

async function fill(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
