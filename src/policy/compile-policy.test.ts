import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formatDiagnostic } from '../base/diagnostic.ts';
import { sha256Hex } from '../base/hash.ts';
import { compilePolicy } from './compile-policy.ts';
import { policyFileShape, policyJsonSchema } from './policy-file.ts';
import { parseYamlTree, valueAt } from './yaml-tree.ts';

const folder = join(import.meta.dirname, '../../test/golden/policy');
const published = join(import.meta.dirname, '../../docs/policy.schema.json');
const update = process.env['UPDATE_GOLDEN'] === '1';
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length));

function compileCase(name: string) {
  return compilePolicy(`${name}.yaml`, readFileSync(join(folder, `${name}.yaml`), 'utf8'));
}

/** What the golden file holds; it writes the file first when asked to. */
function golden(path: string, actual: string): string {
  if (update) writeFileSync(path, actual);
  return readFileSync(path, 'utf8');
}

describe('compilePolicy', () => {
  it.each(cases)('says about %s what its golden file says', (name) => {
    const { policy, diagnostics } = compileCase(name);
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    const actual = [...diagnostics.map(formatDiagnostic), `${errors} error(s)`, ''].join('\n');
    expect(actual).toBe(golden(join(folder, `${name}.txt`), actual));
    expect(policy === null).toBe(errors > 0);
  });

  it('has at least 25 cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(25);
  });

  it('fills in what may be left out', () => {
    const { policy } = compileCase('valid');
    expect(policy?.categories.get('contact')).toMatchObject({ special: false, dpv: 'pd:Contact' });
    expect(policy?.retention.get('account')).toMatchObject({ from: 'event', ground: null });
    expect(policy?.bookYearEnd).toEqual({ month: 12, day: 31 });
    expect(policy?.recipients.get('mailer')?.transfer).toBeNull();
    const [crm] = policy?.sources ?? [];
    expect(crm?.tables.map(({ id, use }) => [id, use])).toEqual([
      ['customers', 'personal'],
      ['employees', 'personal'],
      ['addresses', 'personal'],
      ['invoices', 'personal'],
      ['invoice_lines', 'personal'],
      ['branches', 'context'],
      ['schema_migrations', 'not-personal'],
    ]);
    const addresses = crm?.tables[2];
    expect(addresses?.links).toMatchObject([
      {
        name: 'customers.address_id',
        table: 'customers',
        reference: 'other',
        rowColumns: [],
        otherColumns: ['address_id'],
      },
    ]);
    expect(addresses?.columns[1]).toMatchObject({
      onErasure: 'null',
      origin: 'provided',
      onAccess: 'show',
      purposes: [],
    });
    expect(addresses?.place).toMatchObject({ file: 'valid.yaml', line: 76, column: 7 });
  });

  it('carries the hash of the text it was made from', () => {
    const text = readFileSync(join(folder, 'valid.yaml'), 'utf8');
    expect(compileCase('valid').policy?.hash).toBe(sha256Hex(text));
  });

  it('never repeats a secret', () => {
    const { diagnostics } = compileCase('secret-in-policy');
    expect(diagnostics.map(formatDiagnostic).join('\n')).not.toMatch(/hunter2|geheim|db\.internal/);
  });

  it('reads files of Windows, and reports the same lines', () => {
    const text = readFileSync(join(folder, 'unknown-references.yaml'), 'utf8');
    const plain = compilePolicy('p.yaml', text).diagnostics;
    expect(compilePolicy('p.yaml', text.replaceAll('\n', '\r\n')).diagnostics).toEqual(plain);
  });

  it('does not let aliases multiply without end', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
      .split('')
      .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]\n`)
      .join('')}`;
    const { policy, diagnostics } = compilePolicy('bomb.yaml', bomb);
    expect(policy).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toContain('too-large');
  });

  it('survives whatever stands in the file', () => {
    const text = readFileSync(join(folder, 'valid.yaml'), 'utf8');
    const lines = text.split('\n');
    for (let index = 0; index < lines.length; index++) {
      const without = lines.filter((_, other) => other !== index).join('\n');
      expect(() => compilePolicy('p.yaml', without)).not.toThrow();
    }
    for (const odd of [
      'null',
      '1',
      '"x"',
      '[]',
      '{ sources: { a: { tables: { b: { links: 3, columns: [] } } } } }',
    ]) {
      expect(compilePolicy('p.yaml', odd).policy).toBeNull();
    }
  });
});

describe('the JSON Schema for editors', () => {
  it('is published as it is', () => {
    const schema = policyJsonSchema();
    // Compared as values: how the file is laid out is the formatter's.
    expect(JSON.parse(golden(published, `${JSON.stringify(schema, null, 2)}\n`))).toEqual(schema);
  });

  it('agrees with the compiler about every case that only a shape decides', () => {
    const schema = z.fromJSONSchema(policyJsonSchema());
    for (const name of cases) {
      const { value } = parseYamlTree(name, readFileSync(join(folder, `${name}.yaml`), 'utf8'));
      // Dates that do not exist are refused by the compiler alone; a pattern cannot count days.
      if (name === 'bad-value') continue;
      expect([name, schema.safeParse(value).success]).toEqual([
        name,
        policyFileShape.safeParse(value).success,
      ]);
    }
  });

  it('knows the property names the compiler knows', () => {
    const properties = valueAt(policyJsonSchema(), ['properties']);
    expect(Object.keys(properties ?? {})).toEqual(Object.keys(policyFileShape.shape));
  });
});
