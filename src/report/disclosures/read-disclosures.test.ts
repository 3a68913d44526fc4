import { expect, test } from 'vitest';
import { goldenPolicy } from '../../../test/golden/statement/golden-policy.ts';
import { formatDiagnostic } from '../../base/diagnostic.ts';
import type { Disclosure } from '../../store/disclosure.ts';
import { writeDisclosures } from './disclosure-columns.ts';
import { readDisclosures } from './read-disclosures.ts';

const [recipient = ''] = goldenPolicy.recipients.keys();
const [category = '', second = ''] = goldenPolicy.categories.keys();
const context = { policy: goldenPolicy, today: Temporal.PlainDate.from('2026-11-09') };
const header = 'recipient,identity-kind,identity,categories,basis,disclosed-on';

function read(text: string) {
  const { disclosures, diagnostics } = readDisclosures('shared.csv', text, context);
  return { disclosures, lines: diagnostics.map(formatDiagnostic) };
}

test('a table is read with commas or semicolons, in any order of columns', () => {
  const wanted = [
    {
      recipient,
      identity: { kind: 'email', value: 'vera@voorbeeld.example' },
      categories: [category, second],
      basis: 'contract',
      disclosedOn: '2026-10-01',
    },
  ];
  const comma = `\ufeff${header}\r\n${recipient},email, VERA@voorbeeld.example ,"${category} ${second}",contract,2026-10-01\r\n`;
  expect(read(comma)).toEqual({ disclosures: wanted, lines: [] });
  const semicolon = `Disclosed-On;basis;categories;identity;identity-kind;recipient\n\n2026-10-01;contract;${category} ${second};vera@voorbeeld.example;email;${recipient}\n`;
  expect(read(semicolon)).toEqual({ disclosures: wanted, lines: [] });
});

test('what is wrong is said with its place, and whom a line is about is never repeated', () => {
  const { disclosures, lines } = read(
    [
      header,
      `${recipient},email,vera@voorbeeld.example,${category},contract,2026-10-01`,
      `nobody,email,=1+1,${category},contract,2026-02-30`,
      `"${recipient}",fax,vera@voorbeeld.example,nothing,goodwill,2027-01-01`,
      `vera@voorbeeld.example,email,${recipient},,contract`,
    ].join('\n'),
  );
  expect(disclosures).toEqual([]);
  expect(lines.map((line) => line.split(':').slice(0, 3).join(':'))).toEqual([
    'shared.csv:3:1 error unknown-name',
    'shared.csv:3:14 error bad-identity',
    `shared.csv:3:${14 + '=1+1,'.length + category.length + ',contract,'.length} error bad-date`,
    `shared.csv:4:${recipient.length + 4} error unknown-name`,
    `shared.csv:4:${recipient.length + 31} error unknown-name`,
    `shared.csv:4:${recipient.length + 39} error unknown-name`,
    `shared.csv:4:${recipient.length + 48} error bad-date`,
    'shared.csv:5:1 error unknown-name',
    'shared.csv:5:30 error bad-identity',
    `shared.csv:5:${31 + recipient.length} error empty-cell`,
    `shared.csv:5:${32 + recipient.length} error empty-cell`,
  ]);
  expect(lines.join('\n')).not.toMatch(/vera|=1/);
});

test('a header that is wrong, an empty file and a quotation mark that stays open are said first', () => {
  expect(read('').lines).toEqual([expect.stringMatching(/^shared\.csv:1:1 error empty/)]);
  expect(read('recipient,naam\n').lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^shared\.csv:1:11 error unknown-column/),
      expect.stringMatching(/error missing-column: the column "identity" is missing/),
    ]),
  );
  expect(read(`${header}\n"${recipient},email\n`).lines).toEqual([
    expect.stringMatching(/^shared\.csv:2:1 error not-csv: a quotation mark is not closed/),
  ]);
});

test('what is written can be read back, and no cell of it is a formula', () => {
  const disclosure: Disclosure = {
    id: 'disclosure_1',
    recipient,
    identityKind: 'phone',
    identity: { kind: 'phone', value: '+31612345678' },
    categories: [category],
    basis: 'consent',
    disclosedOn: '2026-10-01',
    recordedBy: 'officer_1',
  };
  const hostile = {
    ...disclosure,
    identityKind: 'account-id',
    identity: { kind: 'account-id', value: '=1+2' },
  } as const;
  const text = writeDisclosures([disclosure, hostile]);
  expect(text).toContain("'=1+2");
  expect(text).not.toMatch(/(^|,)=/m);
  expect(read(writeDisclosures([disclosure])).disclosures).toMatchObject([
    { identity: { kind: 'phone', value: '+31612345678' } },
  ]);
});
