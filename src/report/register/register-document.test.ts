import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { present } from '../../base/assert.ts';
import { compilePolicy } from '../../policy/compile-policy.ts';
import type { Policy } from '../../policy/policy.ts';
import { registerCsv, registerJson, registerText } from './register-document.ts';
import { registerColumns } from './register-rows.ts';

const text = readFileSync(join(import.meta.dirname, '../../../test/golden/policy/valid.yaml'), 'utf8');

function policy(from = '', to = ''): Policy {
  expect(text).toContain(from);
  return present(compilePolicy('policy.yaml', text.replace(from, to)).policy, 'policy');
}

/** Reads RFC 4180 back, by its own rules. */
function cells(csv: string): readonly (readonly string[])[] {
  return csv
    .slice(1)
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
        (quoted ?? plain ?? '').replaceAll('""', '"'),
      ),
    );
}

describe('the register as CSV', () => {
  it('has a line for each purpose and a cell for each of a to g', () => {
    const [head, ...lines] = cells(registerCsv(policy(), 'nl'));
    expect(head).toHaveLength(registerColumns.length);
    expect(head?.slice(0, 4)).toEqual([
      'a. Verantwoordelijke en contactpunt',
      'a. Samen verantwoordelijk met',
      'b. Doel',
      'c. Betrokkenen',
    ]);
    expect(lines.map((line) => line[2])).toEqual(['Dienstverlening', 'Facturering', 'Nieuwsbrief']);
    expect(lines.every((line) => line.length === registerColumns.length)).toBe(true);
    const service = Object.fromEntries(registerColumns.map((column, index) => [column, lines[0]?.[index]]));
    expect(service).toMatchObject({
      subjects: 'Klanten; Medewerkers',
      categories: 'Naam en adres; Contactgegevens',
      recipients: 'Example Analytics Inc. (verwerker, Verenigde Staten): telt bezoek',
      transfers: 'Example Analytics Inc.: Verenigde Staten, DPF, gecontroleerd op 1 september 2026',
      retention: 'Account: 24 maanden vanaf uw laatste activiteit',
      security: 'Versleuteling en toegang per rol.',
      basis: 'overeenkomst',
      systems: 'Klantensysteem: Klanten, Medewerkers, Adressen',
      agreements: 'Example Analytics Inc.: sinds 10 januari 2025',
    });
  });

  it('runs no formula in a spreadsheet', () => {
    const csv = registerCsv(
      policy('service: { name: { nl: Dienstverlening', 'service: { name: { nl: "=HYPERLINK(1)"'),
      'nl',
    );
    expect(cells(csv)[1]?.[2]).toBe("'=HYPERLINK(1)");
  });

  it('is in English for who asks for that', () => {
    expect(cells(registerCsv(policy(), 'en'))[1]?.[2]).toBe('Service');
  });
});

describe('the register to read', () => {
  it('tells the controller once, and each purpose', () => {
    const lines = registerText(policy(), 'nl');
    expect(lines[0]).toBe('Register van verwerkingen van Voorbeeld B.V. (artikel 30 lid 1 AVG)');
    expect(lines.filter((line) => line.includes('Voorbeeldstraat 1'))).toHaveLength(1);
    expect(lines).toContain('Nieuwsbrief');
    expect(lines.some((line) => line.startsWith('Er ontbre'))).toBe(false);
  });

  it('says at the end what is missing', () => {
    const without = policy('purposes: [service, newsletter]', 'purposes: [service]');
    expect(registerText(without, 'nl').slice(-2)).toEqual([
      'Er ontbreekt iets:',
      '  Nieuwsbrief: er zijn geen gegevens voor dit doel.',
    ]);
  });
});

describe('the register for a program', () => {
  it('holds both languages, and what is missing', () => {
    const json = JSON.parse(JSON.stringify(registerJson(policy())));
    expect(json.activities[2]).toMatchObject({
      purpose: 'newsletter',
      basis: 'consent',
      marketing: true,
      nl: { purpose: ['Nieuwsbrief'] },
      en: { purpose: ['Newsletter'] },
    });
    expect(json.gaps).toEqual([]);
  });
});
