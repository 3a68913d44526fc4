import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportMap } from '../../src/app/export-map.ts';
import type { Actor } from '../../src/app/permissions.ts';
import { isDpvTerm } from '../../src/policy/dpv/term.ts';
import { type ExampleCompany, exampleCompany } from '../support/example-company.ts';
import { danglingReferences, otherTerms, termsIn } from '../support/json-ld-terms.ts';

const actor: Actor = { kind: 'officer', id: 'officer_1' };
let company: ExampleCompany;
beforeAll(async () => {
  company = await exampleCompany({ people: 50, today: Temporal.PlainDate.from('2026-11-23') });
}, 120_000);
afterAll(async () => {
  await company?.[Symbol.asyncDispose]();
});

/** Links have no term in any vocabulary; these are ours, and docs/register.md tells what they mean. */
const ownTerms = [
  'gestand:about',
  'gestand:catalogHash',
  'gestand:enforced',
  'gestand:identity',
  'gestand:identityKind',
  'gestand:linkKind',
  'gestand:onAccess',
  'gestand:onErasure',
  'gestand:referringRow',
  'gestand:tableUse',
];

function exported(format: 'text' | 'csv' | 'json' | 'jsonld'): Promise<string> {
  const { policy, sources } = company;
  return exportMap({ policy, sources, actor }, { format, language: 'nl' });
}

describe('the data map of the example', () => {
  it('has no term that does not exist, and refers to nothing that is not there', async () => {
    const document = JSON.parse(await exported('jsonld'));
    const terms = [...termsIn(document)];
    expect(terms.length).toBeGreaterThan(40);
    const others = terms.filter((term) => !isDpvTerm(term) && !otherTerms.has(term));
    expect(others.toSorted()).toEqual(ownTerms);
    expect(danglingReferences(document)).toEqual([]);
  });

  it('tells whose a row is, what a column holds and for what', async () => {
    const graph: Record<string, unknown>[] = JSON.parse(await exported('jsonld'))['@graph'];
    const base = 'https://www.carconnect.example/#';
    const customers = graph.find((node) => node['@id'] === `${base}table/crm/customers`);
    expect(customers).toMatchObject({
      '@type': ['csvw:Table', 'dpv:Technology'],
      'dpv:hasDataSubject': { '@id': `${base}subject/customer` },
      'csvw:tableSchema': {
        'csvw:column': expect.arrayContaining([
          expect.objectContaining({
            '@id': `${base}column/crm/customers/email`,
            'dpv:hasPersonalData': { '@id': `${base}category/contact` },
          }),
        ]),
      },
    });
    const text = JSON.stringify(graph);
    for (const kind of ['owned-by', 'co-owned', 'accessed-by', 'context'])
      expect(text).toContain(`"gestand:linkKind":"${kind}"`);
  });

  it('has a line for each column', async () => {
    const columns = company.maps.flatMap((map) =>
      [...map.tables.values()].flatMap((table) => table.columns),
    ).length;
    const lines = (await exported('csv')).split('\r\n');
    expect(lines).toHaveLength(columns + 2);
    expect(lines.some((line) => line.includes('customers') && line.includes('owned-by customers'))).toBe(
      true,
    );
  });

  it('is whole for a program', async () => {
    const json = JSON.parse(await exported('json'));
    expect(json.sources.map(({ source }: { source: string }) => source)).toEqual([
      'crm',
      'billing',
      'newsletter',
    ]);
    expect(json.sources[0].tables.length).toBe(company.maps[0]?.tables.size);
  });

  it('can be read', async () => {
    const text = await exported('text');
    expect(text).toContain('crm (postgresql)');
    expect(text).toMatch(/ {4}email: E-mailadres en telefoonnummer \[/);
  });

  it('is not for visitors', async () => {
    const { policy, sources } = company;
    const wish = { format: 'json', language: 'nl' } as const;
    await expect(exportMap({ policy, sources, actor: { kind: 'visitor' } }, wish)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
