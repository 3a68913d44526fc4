import { present } from '../../src/base/assert.ts';
import type { Place } from '../../src/base/diagnostic.ts';
import { buildDataMap } from '../../src/catalog/build-data-map.ts';
import type { Catalog, CatalogTable } from '../../src/catalog/catalog.ts';
import type { DataMap } from '../../src/catalog/data-map.ts';
import type { IdentityKind } from '../../src/domain/identity.ts';
import type { LinkKind } from '../../src/domain/ownership.ts';
import type { Correction } from '../../src/domain/wish.ts';
import type { SourceAccess, SourceErasure, SourceRectification } from '../../src/plan/plan.ts';
import { planAccess } from '../../src/plan/plan-access.ts';
import { planErase } from '../../src/plan/plan-erase.ts';
import { planRectify } from '../../src/plan/plan-rectify.ts';
import { defaultHttpLimits } from '../../src/policy/http-source.ts';
import type { Policy, PolicySource, PolicyTable } from '../../src/policy/policy.ts';

/** What a test says of a table; of one it says nothing of, every column is declared not personal. */
export interface TableSpec {
  readonly subject?: readonly { readonly kind: IdentityKind; readonly column: string }[];
  readonly personal?: readonly string[];
  readonly links?: readonly LinkSpec[];
}

export interface LinkSpec {
  readonly kind: LinkKind;
  /** This table's columns, which refer to the primary key of `to`. */
  readonly columns: readonly string[];
  readonly to: string;
}

/** The map and the plans that a small policy makes of a catalog, on 1 June 2026. */
export function handMade(catalog: Catalog, specs: Readonly<Record<string, TableSpec>>): HandMade {
  const policy = policyOf(catalog, specs);
  const source = present(policy.sources[0], 'the source');
  const { map, findings } = buildDataMap(source, catalog);
  if (map === null) throw new Error(findings.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  const on = Temporal.PlainDate.from('2026-06-01');
  return {
    map,
    access: present(
      planAccess(policy, [map], { people: 1, language: 'nl', on }).sources[0],
      'the access plan',
    ),
    erasure: present(planErase(policy, [map], { people: 1, on }).sources[0], 'the erasure plan'),
    rectification: (corrections) =>
      present(
        planRectify(policy, [map], { people: 1, on, corrections }).sources[0],
        'the rectification plan',
      ),
  };
}

export interface HandMade {
  readonly map: DataMap;
  readonly access: SourceAccess;
  readonly erasure: SourceErasure;
  rectification(corrections: readonly Correction[]): SourceRectification;
}

const place: Place = { file: 'policy.yaml', line: 1, column: 1 };
const text = { nl: 'iets', en: 'something' };

function policyOf(catalog: Catalog, specs: Readonly<Record<string, TableSpec>>): Policy {
  return {
    hash: '0'.repeat(64),
    controller: {
      name: 'Voorbeeld',
      legalName: 'Voorbeeld B.V.',
      tradeRegister: '12345678',
      address: 'Voorbeeldstraat 1, Utrecht',
      email: 'privacy@voorbeeld.example',
      phone: '+31 30 000 0000',
      website: 'https://voorbeeld.example',
      contactPoint: text,
    },
    languages: ['nl', 'en'],
    bookYearEnd: { month: 12, day: 31 },
    categories: new Map([['any', { id: 'any', name: text, dpv: 'pd:Name', special: false, place }]]),
    purposes: new Map([
      ['service', { id: 'service', name: text, basis: 'contract', ground: text, marketing: false, place }],
    ]),
    recipients: new Map(),
    retention: new Map(),
    subjects: new Map([['person', { id: 'person', name: text, origin: text, place }]]),
    automatedDecisions: text,
    security: null,
    sources: [sourceOf(catalog, specs)],
  };
}

function sourceOf(
  { source: id, kind, tables }: Catalog,
  specs: Readonly<Record<string, TableSpec>>,
): PolicySource {
  const head = {
    id,
    connection: 'TESTED_URL',
    name: text,
    tables: tables
      .filter((table) => table.kind !== 'view')
      .map((table) => policyTable(table, specs[table.id])),
    place,
  };
  if (kind === 'manual') throw new Error('a system of this kind has no tables');
  if (kind !== 'http') return { ...head, kind };
  return { ...head, kind, authentication: null, limits: defaultHttpLimits, ping: null, resources: new Map() };
}

function policyTable(table: CatalogTable, spec: TableSpec | undefined): PolicyTable {
  const personal = new Set(spec?.personal ?? []);
  return {
    id: table.id,
    use: spec === undefined ? 'not-personal' : 'personal',
    name: text,
    purposes: ['service'],
    subject: spec?.subject === undefined ? null : { group: 'person', identities: spec.subject },
    columns: table.columns.map(({ name }) =>
      personal.has(name)
        ? {
            kind: 'personal',
            name,
            category: 'any',
            purposes: [],
            about: null,
            origin: 'provided',
            onAccess: 'show',
            onErasure: 'null',
            place,
          }
        : { kind: 'not-personal', name, place },
    ),
    links: (spec?.links ?? []).map(({ kind, columns, to }) => ({
      name: columns.join(','),
      kind,
      table: to,
      reference: 'row',
      rowColumns: columns,
      otherColumns: [],
      place,
    })),
    retention: null,
    hold: null,
    onErasure: 'delete',
    place,
  };
}
