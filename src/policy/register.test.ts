import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { present } from '../base/assert.ts';
import { compilePolicy } from './compile-policy.ts';
import type { Policy } from './policy.ts';
import { registerGaps, registerOf } from './register.ts';

const file = join(import.meta.dirname, '../../test/golden/policy/valid.yaml');
const text = readFileSync(file, 'utf8');

function policy(from = '', to = ''): Policy {
  expect(text).toContain(from);
  return present(compilePolicy('policy.yaml', text.replace(from, to)).policy, 'policy');
}

describe('the register of art. 30(1)', () => {
  it('has a row for each purpose, from a to g', () => {
    const register = registerOf(policy());
    expect(register.controller.legalName).toBe('Voorbeeld B.V.');
    expect(register.security?.nl).toBe('Versleuteling en toegang per rol.');
    const rows = register.activities.map((row) => ({
      purpose: row.purpose.id,
      subjects: row.subjects.map(({ id }) => id),
      categories: row.categories.map(({ id }) => id),
      recipients: row.recipients.map(({ id }) => id),
      transfers: row.transfers.map(({ id }) => id),
      retention: row.retention.map(({ id }) => id),
      tables: row.tables.map(({ table }) => table),
    }));
    expect(rows).toEqual([
      {
        purpose: 'service',
        subjects: ['customer', 'employee'],
        categories: ['name-address', 'contact'],
        recipients: ['analytics'],
        transfers: ['analytics'],
        retention: ['account'],
        tables: ['customers', 'employees', 'addresses'],
      },
      {
        purpose: 'billing',
        subjects: ['customer'],
        categories: ['payment'],
        recipients: [],
        transfers: [],
        retention: ['invoices'],
        tables: ['invoices', 'invoice_lines'],
      },
      {
        purpose: 'newsletter',
        subjects: ['customer'],
        categories: ['contact'],
        recipients: ['mailer'],
        transfers: [],
        retention: ['account'],
        tables: ['customers'],
      },
    ]);
    expect(registerGaps(policy())).toEqual([]);
  });

  it('says what is missing', () => {
    const noSecurity = policy(
      'security: { nl: Versleuteling en toegang per rol., en: Encryption and access by role. }\n',
    );
    expect(registerGaps(noSecurity).map(({ letter, purpose }) => [letter, purpose])).toEqual([['g', null]]);
    const noData = policy('purposes: [service, newsletter]', 'purposes: [service]');
    expect(registerGaps(noData)).toEqual([
      {
        letter: 'c',
        purpose: 'newsletter',
        message: {
          nl: 'Nieuwsbrief: er zijn geen gegevens voor dit doel.',
          en: 'Newsletter: there are no data for this purpose.',
        },
      },
    ]);
    const noTerm = policy('        retention: { rule: account, from: last_active_on }\n');
    expect(registerGaps(noTerm).map(({ letter, purpose }) => [letter, purpose])).toEqual([
      ['f', 'newsletter'],
    ]);
    const noUse = policy(
      '  payment: {',
      '  location: { name: { nl: Plaats, en: Location }, dpv: "pd:Location" }\n  payment: {',
    );
    expect(registerGaps(noUse).map(({ letter, message }) => [letter, message.nl])).toEqual([
      ['c', 'De categorie "Plaats" hoort bij geen enkel doel.'],
    ]);
  });
});
