import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../base/hash.ts';
import { newId } from '../base/ids.ts';
import { type LedgerEntry, leafBytes, leafText, maximumLeafBytes, parseEntry } from './entry.ts';
import { personalDataIn } from './personal-data-guard.ts';

const entry: LedgerEntry = {
  kind: 'run-closed',
  at: '2026-11-23T10:00:00Z',
  subjects: { runId: 'run_01kat0', planId: 'plan_01kat0' },
  detail: { state: 'done', rows: { erased: 12, kept: 3 }, receipt: sha256Hex('receipt') },
};

describe('a ledger entry', () => {
  it('has one text, whatever the order it was written in', () => {
    const text = leafText(entry);
    expect(text).toBe(
      `{"at":"2026-11-23T10:00:00Z","detail":{"receipt":"${sha256Hex('receipt')}","rows":{"erased":12,"kept":3},"state":"done"},"kind":"run-closed","subjects":{"planId":"plan_01kat0","runId":"run_01kat0"}}`,
    );
    const { detail, subjects, at, kind } = entry;
    expect(leafText({ detail, subjects, at, kind })).toBe(text);
    expect(Buffer.from(leafBytes(entry)).toString()).toBe(text);
  });

  it('is read back as it was', () => {
    expect(parseEntry(leafText(entry))).toEqual(entry);
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"kind":"lunch","at":"x","subjects":{},"detail":{}}',
    '{"kind":"run-closed","at":"x","subjects":{"runId":1},"detail":{}}',
  ])('is not %s', (text) => {
    expect(() => parseEntry(text)).toThrow(/ledger entry/);
  });

  it('has a limit to its length', () => {
    expect(() => leafText({ ...entry, detail: { text: 'x'.repeat(maximumLeafBytes) } })).toThrow(/bytes/);
  });
});

describe('the guard against personal data', () => {
  it.each([
    ['an e-mail address', 'jan.de.vries+auto@voorbeeld.nl'],
    ['an e-mail address', 'gevraagd door <JAN@VOORBEELD.NL>'],
    ['an e-mail address', 'josé@exämple.eu'],
    ['a bank account number', 'NL91ABNA0417164300'],
    ['a bank account number', 'rekening nl91 abna 0417 1643 00 is gebruikt'],
    ['a bank account number', 'van BE68 5390 0754 7034, naar'],
    ['a bank account number', 'DE89370400440532013000'],
    ['a telephone number', '06-12345678'],
    ['a telephone number', 'bel 0612345678'],
    ['a telephone number', '+31 6 12345678'],
    ['an IP address', 'from 192.0.2.17'],
    ['an IP address', '2001:db8::8a2e:370:7334'],
    ['an IP address', '2001:0db8:0000:0000:0000:8a2e:0370:7334'],
  ] as const)('sees %s in %j', (kind, text) => {
    expect(personalDataIn(text)).toBe(kind);
  });

  it.each([
    'run_01kat0q7fz06123456789abcde',
    '2026-11-23T10:00:00.123Z',
    '2026-10-25T02:30+01:00[Europe/Amsterdam]',
    '18.4.0-beta.17',
    'crm.public.customer',
    'AVG art. 17 lid 3 onder b; AWR art. 52 lid 4',
    'NL00ABNA0417164300',
    '12:30:45',
    'P7Y',
  ])('lets %j pass', (text) => {
    expect(personalDataIn(text)).toBeNull();
  });

  it('lets identifiers and hashes pass, thousands of them', () => {
    const at = Temporal.Instant.from('2026-11-23T10:00:00Z');
    for (let i = 0; i < 5000; i++) {
      const hash = sha256Hex(`${i}`);
      for (const text of [hash, hash.slice(0, 32), hash.slice(0, 16), newId('run', at), `${i * 7_919_000}`]) {
        expect(personalDataIn(text), text).toBeNull();
      }
    }
  });

  it('names the place and the kind, never the value', () => {
    const detail = { recipients: [{ reached: true }, { address: 'jan@voorbeeld.nl' }] };
    expect(() => leafText({ ...entry, detail })).toThrow(
      'A ledger entry holds what looks like an e-mail address in detail.recipients.1.address. Write an identifier of ours instead.',
    );
    expect(() => leafText({ ...entry, detail: { 'jan@voorbeeld.nl': 1 } })).toThrow(/in a key of detail\./);
    expect(() => leafText({ ...entry, subjects: { caseId: 'NL91ABNA0417164300' } })).toThrow(
      /bank account number in subjects\.caseId\./,
    );
  });

  it('looks through a long text', () => {
    expect(personalDataIn('a'.repeat(maximumLeafBytes))).toBeNull();
    expect(personalDataIn(`${'1-'.repeat(maximumLeafBytes / 2)}@`)).toBeNull();
  });
});
