import { afterAll, describe, expect, test } from 'vitest';
import { handMade, type TableSpec } from '../../../test/conformance/hand-made-policy.ts';
import { emptyMariadb, mariadbServer } from '../../../test/support/mariadb.ts';
import { mariadbBench } from '../../../test/support/mariadb-bench.ts';
import { present } from '../../base/assert.ts';
import type { SourceBindings } from '../../plan/plan.ts';
import { mariadbSource } from './mariadb-source.ts';

const server = await mariadbServer();
const reason = server.kind === 'missing' ? ` (${server.reason})` : '';
const port = server.kind === 'ready' ? server.port : 0;

const options = { marker: null, batchRows: 1_000, faultPoint: async () => undefined };

async function database(script: string) {
  const bench = await mariadbBench(port, script);
  const plans = async (specs: Readonly<Record<string, TableSpec>>) =>
    handMade(await bench.source.introspect(), specs);
  return { ...bench, plans };
}

const person = (key: string): SourceBindings => ({ people: [{ person: 0, key: [key] }] });
const people = 'create table people (id int primary key, email varchar(100))';
const peopleSpec: TableSpec = { subject: [{ kind: 'email', column: 'email' }], personal: ['email'] };
const ownedBy = (columns: readonly string[], to: string, personal: readonly string[] = []): TableSpec => ({
  personal,
  links: [{ kind: 'owned-by', columns, to }],
});

describe.skipIf(server.kind === 'missing')(`MariaDB${reason}`, () => {
  afterAll(async () => {
    if (server.kind === 'ready') await server.stop();
  });

  test('gives every type to a person as it is written', async () => {
    await using db = await database(`${people};
      create table things (id bigint unsigned primary key, person int references people (id), amount decimal(20, 10),
        born date, at datetime(3), seen timestamp null, doc json, raw varbinary(4), flags bit(4), yes tinyint(1),
        old varchar(20) character set latin1, kind enum('a', 'b'), uid uuid, address inet6, place point, ratio double);
      insert into people values (1, 'jan@example.org');
      insert into things values (18446744073709551615, 1, 1234567890.1234567891, '2020-02-29', '2026-01-02 03:04:05.678',
        '2026-07-01 12:00:00', '{"a":[1,null]}', x'00ff', b'1010', 1, 'één', 'b', 'f47ac10b-58cc-4372-a567-0e02b2c3d479',
        '::1', point(1, 2), 0.1);`);
    const { access } = await db.plans({
      people: peopleSpec,
      things: ownedBy(['person'], 'people', ['doc', 'raw', 'place']),
    });
    const rows = await Array.fromAsync(db.source.readAccess(access, person('1')));
    expect(rows.find(({ table }) => table === 'things')?.values).toEqual({
      id: '18446744073709551615',
      person: 1,
      amount: '1234567890.1234567891',
      born: '2020-02-29',
      at: '2026-01-02 03:04:05.678',
      // Written down at +01:00.
      seen: '2026-07-01T11:00:00Z',
      doc: { a: [1, null] },
      raw: '00FF',
      flags: 10,
      yes: 1,
      old: 'één',
      kind: 'b',
      uid: 'f47ac10b-58cc-4372-a567-0e02b2c3d479',
      address: '::1',
      place: 'POINT(1 2)',
      ratio: 0.1,
    });
  });

  test('finds people by keys and in columns of every character set', async () => {
    await using db = await database(`
      create table people (id binary(4) primary key, email varchar(100) character set latin1 collate latin1_bin,
        number varchar(20) character set ascii, uid uuid, big bigint unsigned);
      insert into people values (x'01ff0027', 'René@Example.org', 'A-1', 'f47ac10b-58cc-4372-a567-0e02b2c3d479', 18446744073709551615),
        (x'02', 'rene@example.org', 'a-1', null, 1);`);
    const { map, access } = await db.plans({
      people: {
        subject: [
          { kind: 'email', column: 'email' },
          { kind: 'customer-number', column: 'number' },
          { kind: 'account-id', column: 'uid' },
        ],
        personal: ['email', 'number', 'uid'],
      },
    });
    const found = async (kind: 'email' | 'customer-number' | 'account-id', value: string) =>
      (await db.source.find(map, [{ kind, value }])).map(({ key }) => key[0]);
    expect(await found('email', 'rené@example.org')).toEqual(['01FF0027']);
    expect(await found('email', '😀@example.org')).toEqual([]);
    expect(await found('customer-number', 'A-1')).toEqual(['01FF0027']);
    expect(await found('customer-number', 'é')).toEqual([]);
    expect(await found('account-id', 'f47ac10b-58cc-4372-a567-0e02b2c3d479')).toEqual(['01FF0027']);
    const rows = await Array.fromAsync(db.source.readAccess(access, person('01FF0027')));
    expect(rows.map(({ values }) => values['email'])).toEqual(['René@Example.org']);
  });

  test('tells keys apart that only their own collation tells apart', async () => {
    await using db = await database(`
      create table people (id varchar(20) collate utf8mb4_nopad_bin primary key, email varchar(100));
      create table notes (id int primary key, person varchar(20) collate utf8mb4_nopad_bin references people (id), parent int references notes (id));
      insert into people values ('a', null), ('A', null), ('a ', null), ('á', null);
      insert into notes values (1, 'a', null), (2, 'A', 1), (3, 'a ', null), (4, 'á', null), (5, null, 1);`);
    const { access } = await db.plans({
      people: peopleSpec,
      notes: {
        links: [
          { kind: 'owned-by', columns: ['person'], to: 'people' },
          { kind: 'owned-by', columns: ['parent'], to: 'notes' },
        ],
      },
    });
    const notesOf = async (key: string) =>
      (await Array.fromAsync(db.source.readAccess(access, person(key))))
        .flatMap(({ table, values }) => (table === 'notes' ? [values['id']] : []))
        .sort();
    expect(await notesOf('a')).toEqual([1, 2, 5]);
    expect(await notesOf('A')).toEqual([2]);
    expect(await notesOf('a ')).toEqual([3]);
  });

  // As one recursive query this took more than 22 GB in planning.
  test('follows owners through a circle of many tables', async () => {
    const names = Array.from({ length: 8 }, (_, i) => `t${i}`);
    const columns = names.map((name) => `${name} int`).join(', ');
    await using db = await database(`${people}; insert into people values (1, null), (2, null);
      ${names.map((name) => `create table ${name} (id int primary key, person int, ${columns});`).join('\n')}
      insert into t0 (id, person) values (1, 1), (2, 2); insert into t5 (id, t0) values (1, 1), (2, 2);
      insert into t3 (id, t5) values (1, 1), (2, 1); insert into t0 (id, t3) values (3, 2); insert into t7 (id, t0) values (1, 3);`);
    const links = (name: string) => [
      { kind: 'owned-by' as const, columns: ['person'], to: 'people' },
      ...names
        .filter((other) => other !== name)
        .map((to) => ({ kind: 'co-owned' as const, columns: [to], to })),
    ];
    const { access, erasure } = await db.plans({
      people: peopleSpec,
      ...Object.fromEntries(names.map((name) => [name, { links: links(name) }])),
    });
    const rows = await Array.fromAsync(db.source.readAccess(access, person('1')));
    expect(rows.map(({ table, values }) => `${table} ${values['id']}`).sort()).toEqual([
      'people 1',
      't0 1',
      't0 3',
      't3 1',
      't3 2',
      't5 1',
      't7 1',
    ]);
    await db.source.erase(erasure, person('1'), options);
    const left = [...names, 'people'].map(async (name) => [name, await db.count(name)] as const);
    expect((await Promise.all(left)).filter(([, n]) => n > 0)).toEqual([
      ['t0', 1],
      ['t5', 1],
      ['people', 1],
    ]);
  });

  test('locks nothing while it reads, and sees one moment', async () => {
    await using db = await database(`${people};
      create table orders (id int primary key, person int references people (id), note text);
      insert into people values (1, 'jan@example.org');
      insert into orders select seq, 1, repeat('x', 1000) from seq_1_to_5000;`);
    const { access } = await db.plans({
      people: peopleSpec,
      orders: ownedBy(['person'], 'people', ['note']),
    });
    await db.client.query('set innodb_lock_wait_timeout = 1');
    let seen = 0;
    for await (const { table, values } of db.source.readAccess(access, person('1'))) {
      if (table !== 'orders') continue;
      if (seen++ === 0)
        await db.client.query("update orders set note = 'changed'; delete from orders where id > 4000");
      expect(values['note']).not.toBe('changed');
    }
    expect(seen).toBe(5_000);
    expect(await db.count('orders')).toBe(4_000);
  });

  test('goes along with nothing that refers to it still, whatever the keys do on deletion', async () => {
    await using db = await database(`${people};
      create table orders (id int primary key, person int not null, foreign key (person) references people (id) on delete restrict);
      create table order_lines (id int primary key, order_id int not null, foreign key (order_id) references orders (id) on delete cascade);
      create table replies (id int primary key, person int not null, parent int not null,
        foreign key (person) references people (id), foreign key (parent) references replies (id) on delete cascade);
      create table log (at int, person int, foreign key (person) references people (id));
      insert into people values (1, 'jan@example.org'), (2, null);
      insert into orders values (1, 1), (2, 2); insert into order_lines values (1, 1), (2, 1), (3, 2);
      insert into replies values (1, 1, 1), (2, 1, 1), (3, 1, 2), (4, 2, 4);
      insert into log values (1, 1), (1, 1), (2, 2);`);
    const { erasure } = await db.plans({
      people: peopleSpec,
      orders: ownedBy(['person'], 'people'),
      order_lines: ownedBy(['order_id'], 'orders'),
      replies: ownedBy(['person'], 'people'),
    });
    const before = await db.source.countErasure(erasure, person('1'));
    const done = await db.source.erase(erasure, person('1'), options);
    const sorted = (counts: typeof done) =>
      counts.map(({ table, effect, rows }) => `${effect} ${table} ${rows}`).sort();
    expect(sorted(done)).toEqual([
      'delete order_lines 2',
      'delete orders 1',
      'delete people 1',
      'delete replies 3',
      'release log 2',
    ]);
    expect(sorted(before)).toEqual(sorted(done));
    expect(await db.count('log where person is null')).toBe(2);
    expect([await db.count('order_lines'), await db.count('replies'), await db.count('people')]).toEqual([
      1, 1, 1,
    ]);
  });

  test('works with the rights it is said to need, and sees the whole schema with them', async () => {
    await using db = await database(`${people};
      create table orders (id int primary key, person int not null, doc json,
        foreign key (person) references people (id) on delete cascade);
      create table log (person int unique, foreign key (person) references people (id));
      insert into people values (1, 'jan@example.org'); insert into orders values (1, 1, '{}'); insert into log values (1);`);
    const user = `limited_${db.name.slice(-12)}`;
    await db.client.query(`create user ${user} identified by 'x';
      grant select, update, delete, create temporary tables on ${db.name}.* to ${user}`);
    const url = new URL(db.url);
    url.username = user;
    url.password = 'x';
    const limited = mariadbSource('tested', url.href);
    expect(await limited.introspect()).toEqual(await db.source.introspect());
    expect(limited.capabilities.markers).toBe(false);
    const { access, erasure } = await db.plans({ people: peopleSpec, orders: ownedBy(['person'], 'people') });
    expect(await Array.fromAsync(limited.readAccess(access, person('1')))).toHaveLength(2);
    const marker = { run: 'run', step: 0, fence: 1n };
    expect(await limited.countErasure(erasure, person('1'))).toHaveLength(3);
    await limited.erase(erasure, person('1'), { ...options, marker });
    expect([await db.count('people'), await db.count('orders'), await db.count('log')]).toEqual([0, 0, 1]);
    await limited.close();
    await db.client.query(
      `grant create, insert on ${db.name}.gestand_step_marker to ${user}; drop user ${user}`,
    );
  });

  test('refuses a true circle, and changes nothing', async () => {
    await using db = await database(`${people};
      create table a (id int primary key, person int not null, b int not null, foreign key (person) references people (id));
      create table b (id int primary key, a int not null, foreign key (a) references a (id));
      insert into people values (1, 'jan@example.org');
      set foreign_key_checks = 0; alter table a add foreign key (b) references b (id);
      insert into a values (1, 1, 1), (2, 1, 1); insert into b values (1, 1), (2, 2); set foreign_key_checks = 1;`);
    const { erasure } = await db.plans({
      people: peopleSpec,
      a: ownedBy(['person'], 'people'),
      b: ownedBy(['a'], 'a'),
    });
    const refusal = {
      code: 'source-failed',
      message: expect.stringMatching(/rows of .* refer to each other in a circle/),
    };
    await expect(db.source.countErasure(erasure, person('1'))).rejects.toMatchObject(refusal);
    await expect(db.source.erase(erasure, person('1'), options)).rejects.toMatchObject(refusal);
    expect([await db.count('a'), await db.count('b'), await db.count('people')]).toEqual([2, 2, 1]);
    await db.client.query('set foreign_key_checks = 0; update a set b = 2; set foreign_key_checks = 1');
  });

  test.each([
    ['MyISAM', 'engine = MyISAM', /stored by MyISAM, which has no transactions/],
    ['a history', 'with system versioning', /keeps every former row/],
  ])('refuses to erase from a table with %s', async (_, tableOptions, message) => {
    await using db = await database(
      `${people} ${tableOptions}; insert into people values (1, 'jan@example.org');`,
    );
    const { erasure } = await db.plans({ people: peopleSpec });
    await expect(db.source.erase(erasure, person('1'), options)).rejects.toThrow(message);
    expect(await db.count('people')).toBe(1);
  });

  test('empties cells of a row that stays, each with another value where it must be', async () => {
    await using db = await database(`${people};
      create table staff (id int primary key, person int not null, code varchar(12) not null unique, pin int unsigned not null unique,
        rate decimal(6, 2) not null unique, token binary(8) not null unique, born date not null, seen timestamp not null,
        doc json not null, uid uuid not null, foreign key (person) references people (id));
      create table shifts (staff int primary key, foreign key (staff) references staff (id));
      insert into people values (1, 'jan@example.org');
      insert into staff select seq, 1, seq, seq, seq, seq, '1980-01-01', now(), '{"a":1}', uuid() from seq_1_to_50;
      insert into shifts select id from staff;`);
    const personal = ['code', 'pin', 'rate', 'token', 'born', 'seen', 'doc', 'uid'];
    const { erasure } = await db.plans({
      people: peopleSpec,
      staff: ownedBy(['person'], 'people', personal),
    });
    const done = await db.source.erase(erasure, person('1'), options);
    expect(done.map(({ table, effect, rows }) => `${effect} ${table} ${rows}`).sort()).toEqual([
      'redact people 1',
      'redact staff 50',
    ]);
    const [rows] = await db.client.query(
      "select count(distinct code) as codes, min(code like 'erased-%') as erased, count(distinct pin) as pins, max(born) as born, max(doc) as doc from staff",
    );
    expect(rows).toEqual([{ codes: 50, erased: 1, pins: 50, born: '1900-01-01', doc: {} }]);
  });

  test('lists tables of other databases that keys tie to this one', async () => {
    await using other = await emptyMariadb(port);
    await using db = await database(`${people};
      create table ${other.name}.tickets (id int primary key, person int);
      create table ${other.name}.replies (id int primary key, ticket int, foreign key (ticket) references ${other.name}.tickets (id));
      create table ${other.name}.nothing (id int primary key);`);
    await db.client.query(
      `alter table ${other.name}.tickets add foreign key (person) references ${db.name}.people (id)`,
    );
    const { tables } = await db.source.introspect();
    expect(tables.map(({ id }) => id).sort()).toEqual([
      'people',
      `${other.name}.replies`,
      `${other.name}.tickets`,
    ]);
    await db.client.query(`drop table ${other.name}.replies, ${other.name}.tickets`);
  });

  test('reads what is peculiar to MariaDB', async () => {
    await using db = await database(`
      create table t (id int auto_increment primary key, j json, e enum('a,b', 'c') not null, n varchar(10) not null,
        v int as (id + 1) virtual, c char(3) collate utf8mb4_bin, unique (n(4)), key (c, n));
      create table parts (id int primary key) partition by key (id) partitions 2;
      create sequence s; create table hidden (id int primary key, x int invisible);`);
    const { tables } = await db.source.introspect();
    expect(tables.map(({ id, kind }) => `${id}: ${kind}`)).toEqual([
      'hidden: table',
      'parts: partitioned-table',
      't: table',
    ]);
    const t = present(tables[2], 't');
    expect(t.columns).toMatchObject([
      { name: 'id', type: 'int(11)', generated: false },
      { name: 'j', type: 'json', family: 'json' },
      { name: 'e', family: 'other', nullable: false },
      { name: 'n', maxLength: 10, type: 'varchar(10) collate utf8mb4_general_ci' },
      { name: 'v', generated: true },
      { name: 'c', maxLength: 3, type: 'char(3) collate utf8mb4_bin' },
    ]);
    expect([t.primaryKey, t.uniqueKeys, t.indexes]).toEqual([['id'], [], [['c', 'n'], ['n'], ['id']]]);
    expect(tables[0]?.columns.map(({ name }) => name)).toEqual(['id', 'x']);
  });
});
