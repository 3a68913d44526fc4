import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compilePolicy } from '../../src/policy/compile-policy.ts';
import { gestand } from './gestand.ts';
import { controlC, endOfInput, PseudoTerminal } from './pseudo-terminal.ts';

const schema = `
  create table client (id integer primary key, email text not null unique, full_name text not null, religion text);
  create table orders (id integer primary key, client_id integer not null references client, remark text);
  create table parcels (id integer primary key, order_ref integer, city text);
  create table visits (id integer primary key, ip text, seen_at text);
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gestand-conversation-'));
  change(schema);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function change(sql: string): void {
  const database = new DatabaseSync(join(folder, 'shop.sqlite'));
  database.exec(sql);
  database.close();
}

const secret = () => `sqlite:${join(folder, 'shop.sqlite')}`;
const read = (name: string) => readFileSync(join(folder, 'privacy', name), 'utf8');

describe('a conversation in a terminal', () => {
  it('asks what it needs, hides the connection, takes answers, and writes after a last yes', async () => {
    const talk = new PseudoTerminal(['init'], { folder });
    await talk.answer('Language of this conversation', 'en');
    await talk.answer('In which folder', 'privacy');
    await talk.answer('In which languages', 'klingon');
    await talk.answer('Write nl, en, or nl en.\nIn which languages', 'en');
    await talk.answer('the first database?', 'Shop!');
    await talk.answer('Write small letters', '');
    await talk.answer('the first database?', 'shop');
    await talk.answer('What you type is not shown', 'oracle://shop');
    await talk.answer('No connection begins like that', '');
    await talk.answer('SHOP_URL', secret());
    await talk.read('shop: 4 tables seen.');
    await talk.answer('Another database?', '');
    await talk.answer('Name that people know you by', 'Shop');
    await talk.answer('Name in the trade register', 'Shop B.V.');
    await talk.answer('Number in the trade register', '00012345');
    await talk.answer('Address', 'Voorbeeldstraat 1, Oudervoort');
    await talk.answer('E-mail address', 'nobody');
    await talk.answer('Write an e-mail address', 'privacy@shop.example');
    await talk.answer('Telephone', '');
    await talk.answer('Website', 'https://shop.example');
    await talk.answer('Contact point', 'Ask for Robin.');
    await talk.answer('Are the rows of shop.visits people of their own?', '');
    await talk.read('Is a row of shop.parcels owned-by orders (order_ref)?');
    await talk.answer('Why: its name names that table', 'context');
    await talk.answer('That does not fit', 'co-owned');
    await talk.answer('shop.client.religion seems to be special data', 's');
    await talk.answer('What stands in shop.visits.id?', 'q');
    await talk.answer('Write? yes or no', 'yes');
    await talk.read('Written: ');
    expect(await talk.ended()).toBe(0);
    expect(talk.screen).not.toContain('shop.sqlite');
    expect(talk.screen).toContain('New: policy.yaml (');
    expect(readdirSync(join(folder, 'privacy')).sort()).toEqual([
      'DECISIONS.md',
      'policy.yaml',
      'statement.en.md',
    ]);
    const policy = read('policy.yaml');
    expect(compilePolicy('policy.yaml', policy).policy?.controller).toMatchObject({
      name: 'Shop',
      tradeRegister: '00012345',
      email: 'privacy@shop.example',
      phone: 'to be decided',
      contactPoint: { nl: 'nog te beslissen', en: 'Ask for Robin.' },
    });
    expect(policy).toContain('- { kind: co-owned, column: order_ref, to: orders } # 1.00 decided by you');
    expect(policy).toContain('religion: beliefs # decide: ');
    expect(read('DECISIONS.md')).toContain('`shop.client.religion`');
    expect(read('DECISIONS.md')).not.toContain('Is the row');
  }, 300_000);

  it('leaves nothing behind on Ctrl-C, at the end of the input, or on a no', async () => {
    const stopped = new PseudoTerminal(['init'], { folder });
    await stopped.answer('Language of this conversation', '');
    await stopped.answer('In welke map', 'privacy');
    await stopped.read('In welke talen');
    stopped.press(controlC);
    await stopped.read('Er is niets geschreven.');
    expect(await stopped.ended()).toBe(130);

    const ended = new PseudoTerminal(['init', '--out', 'privacy', '--language', 'en'], { folder });
    await ended.read('In which languages');
    ended.press(endOfInput);
    await ended.read('Nothing was written.');
    expect(await ended.ended()).toBe(130);

    const refused = new PseudoTerminal(['init', '--out', 'privacy', '--language', 'nl'], { folder });
    await refused.answer('In welke talen', '');
    await refused.answer('de eerste database?', 'shop');
    await refused.answer('U ziet niet wat u typt', secret());
    await refused.answer('Nog een database?', '');
    for (let fact = 0; fact < 9; fact++) await refused.answer(': ', '');
    await refused.answer('mensen op zichzelf?', 'q');
    await refused.answer('Schrijven?', '');
    await refused.read('Er is niets geschreven.');
    expect(await refused.ended()).toBe(1);
    expect(readdirSync(folder)).toEqual(['shop.sqlite']);
  }, 300_000);

  it('asks of a policy that is there only what is new, and shows the difference first', async () => {
    const made = ['init', '--source', `shop=${secret()}`, '--yes', '--out', 'privacy', '--language', 'en'];
    expect(await gestand(made, { folder })).toMatchObject({ code: 0 });
    const before = read('policy.yaml');
    change('alter table client add column union_membership text');
    const environment = { SHOP_URL: secret(), GESTAND_HOME: join(folder, 'home') };
    const talk = new PseudoTerminal(['init', '--out', 'privacy', '--language', 'en'], {
      folder,
      environment,
    });
    await talk.read('shop: 4 tables seen.');
    await talk.answer('shop.client.union_membership', 'not-personal');
    await talk.read('+          union_membership: not-personal');
    await talk.answer('Write?', 'yes');
    expect(await talk.ended()).toBe(0);
    expect(talk.screen).not.toContain('visits');
    const added = read('policy.yaml')
      .split('\n')
      .filter((line) => !before.split('\n').includes(line));
    expect(added).toEqual([expect.stringContaining('union_membership: not-personal')]);
  }, 300_000);
});

it('says what to pass where nobody can be asked', async () => {
  const { code, err } = await gestand(['init'], { folder });
  expect(code).toBe(2);
  expect(err).toContain('nobody to ask');
  expect(err).toContain('--source crm=postgres://');
}, 60_000);
