import { beforeAll, describe, expect, test } from 'vitest';
import { present } from '../../src/base/assert.ts';
import { type IdentityKind, normaliseIdentity } from '../../src/domain/identity.ts';
import { type HandMade, handMade } from './hand-made-policy.ts';
import { benchOf } from './test-bench.ts';
import type { TestedKind } from './tested-kind.ts';

/** As people and systems write them. Some are another's number, or none. */
const phones = [
  '06-12345678',
  '+31 6 1234 5678',
  '0031612345678',
  '(06) 12 34 56 78',
  '31612345678',
  '612345678',
  '+31 (0)6-12345678',
  '06.12.34.56.78',
  '06/12345678',
  'tel. 06 12 34 56 78',
  '06\u00a012345678',
  '+31 6 1234 5678 x12',
  '0612345678 toestel 12',
  '06-12345679',
  '+32 6 1234 5678',
  '+31 30 123 45 67',
  '0301234567',
  '(030) 123 4567',
  '1234567',
  '0612345678 / 0301234567',
  '+49 151 23456789',
  '0049 151 23456789',
  '+49 (0)151 23456789',
  '4915123456789',
  '112',
  '000739146',
  'geen',
  '',
] as const;

const emails = [
  'jan@b\u00fccher.example',
  'JAN@B\u00dcCHER.example',
  ' jan@bu\u0308cher.example',
  'jan@xn--bcher-kva.example',
  'Jan@XN--BCHER-KVA.Example ',
  'jan@bucher.example',
  'j.an@b\u00fccher.example',
  '\u00e9va@example.org',
] as const;

const plates = ['GB-001-B', 'gb001b', 'GB 001 B', '\u00abGB.001.b\u00bb', 'GB-001-D'] as const;

/** What a column of whole numbers keeps of a number, in the order of its rows. */
const numbers = ['612345678', '31612345678', '301234567', '4915123456789', '112', '612345679'] as const;

/** Codes that somebody typed: a zero in front is part of them, and so is a capital. */
const codes = ['1002', '01002', 'K-1', 'k-1', '0', '00'] as const;

type Row = readonly [table: string, kind: IdentityKind, value: string];

/**
 * The same identity in every notation, the same rows in every database: what is found is what the normal form says,
 * no more and no less.
 */
export function describeIdentities(tested: TestedKind): void {
  describe('identities', () => {
    const text = tested.sql.keyText;
    const bench = benchOf(
      tested,
      `create table calls (id integer primary key, phone ${text});
create table mailboxes (id integer primary key, email ${text});
create table cars (id integer primary key, plate ${text});
create table numbered (id integer primary key, phone bigint, account bigint);
create table decimals (id integer primary key, phone decimal(16, 2), account decimal(16, 2));
create table coded (id integer primary key, code ${text});
${inserts('calls', phones.map(quoted))}
${inserts('mailboxes', emails.map(quoted))}
${inserts('cars', plates.map(quoted))}
${inserts(
  'numbered',
  numbers.map((each, i) => `${each}, ${1000 + i}`),
)}
${inserts(
  'decimals',
  numbers.map((each, i) => `${each}, ${1000 + i}`),
)}
${inserts('coded', codes.map(quoted))}`,
    );
    let made: HandMade | undefined;
    beforeAll(async () => {
      made = handMade(await bench().source.introspect(), {
        calls: { subject: [{ kind: 'phone', column: 'phone' }], personal: ['phone'] },
        mailboxes: { subject: [{ kind: 'email', column: 'email' }], personal: ['email'] },
        cars: { subject: [{ kind: 'licence-plate', column: 'plate' }], personal: ['plate'] },
        numbered: {
          subject: [
            { kind: 'phone', column: 'phone' },
            { kind: 'account-id', column: 'account' },
          ],
          personal: ['phone', 'account'],
        },
        decimals: {
          subject: [
            { kind: 'phone', column: 'phone' },
            { kind: 'account-id', column: 'account' },
          ],
          personal: ['phone', 'account'],
        },
        coded: { subject: [{ kind: 'customer-number', column: 'code' }], personal: ['code'] },
      });
    });

    const rows: readonly Row[] = [
      ...phones.map((value): Row => ['calls', 'phone', value]),
      ...emails.map((value): Row => ['mailboxes', 'email', value]),
      ...plates.map((value): Row => ['cars', 'licence-plate', value]),
      ...['numbered', 'decimals'].flatMap((table) => numbers.map((value): Row => [table, 'phone', value])),
      ...['numbered', 'decimals'].flatMap((table) =>
        numbers.map((_, i): Row => [table, 'account-id', String(1000 + i)]),
      ),
      ...codes.map((value): Row => ['coded', 'customer-number', value]),
    ];

    test.each([
      ['phone', phones],
      ['phone', numbers],
      ['email', emails],
      ['licence-plate', plates],
      ['customer-number', codes],
      ['account-id', ['1002', '01002', '1002.00', 'K-1']],
    ] as const)('finds a %s in every notation, and no other: %j', async (kind, notations) => {
      for (const asked of notations) {
        const { value } = normaliseIdentity(kind, asked);
        const expected = rows
          .filter(([, of, written]) => of === kind && normaliseIdentity(kind, written).value === value)
          .map(([table, , written]) => `${table} ${written}`);
        const matches = await bench().source.find(present(made, 'plans').map, [{ kind, value: asked }]);
        const found = matches.map(({ table, key }) => `${table} ${writtenIn(table, kind, Number(key[0]))}`);
        expect([asked, found.sort()]).toEqual([asked, value === '' ? [] : expected.sort()]);
      }
    });

    const writtenIn = (table: string, kind: IdentityKind, id: number): string | undefined =>
      rows.filter(([of, its]) => of === table && its === kind)[id - 1]?.[2];

    test('tells of each row its identities in normal form', async () => {
      const matches = await bench().source.find(present(made, 'plans').map, [
        { kind: 'phone', value: '+31612345678' },
      ]);
      expect(matches.find(({ table, key }) => table === 'decimals' && key[0] === '1')?.identities).toEqual([
        { kind: 'phone', value: '+31612345678' },
        { kind: 'account-id', value: '1000' },
      ]);
      // Nine notations of one number in text, and two in each column of numbers.
      expect(new Set(matches.map(({ identities }) => identities[0]?.value))).toEqual(
        new Set(['+31612345678']),
      );
      expect(matches).toHaveLength(15);
    });
  });
}

function inserts(table: string, rows: readonly string[]): string {
  return `insert into ${table} values ${rows.map((row, i) => `(${i + 1}, ${row})`).join(', ')};`;
}

function quoted(text: string): string {
  return `'${text}'`;
}
