import { present } from '../../src/base/assert.ts';
import { formatDiagnostic } from '../../src/base/diagnostic.ts';
import { buildDataMap } from '../../src/catalog/build-data-map.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import type { DataMap } from '../../src/catalog/data-map.ts';
import type { SourceAccess, SourceErasure } from '../../src/plan/plan.ts';
import { planAccess } from '../../src/plan/plan-access.ts';
import { planErase } from '../../src/plan/plan-erase.ts';
import { compilePolicy } from '../../src/policy/compile-policy.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { type CompanyTable, companyTables, peopleColumns, plannedOn } from './tables.ts';

/** What a source's tables are, as the `tables` of a policy file say it. */
export type TablePolicies = Readonly<Record<string, object>>;

export interface Plans {
  readonly access: SourceAccess;
  readonly erasure: SourceErasure;
}

export const sourceId = 'company';

/** The plans that a policy makes of a catalog, for one person or many. */
export function plansFor(catalog: Catalog, tables: TablePolicies, people: number): Plans {
  const policy = compiled(tables);
  const maps = [mapOf(policy, catalog)];
  const on = Temporal.PlainDate.from(plannedOn);
  return {
    access: present(planAccess(policy, maps, { people, language: 'nl', on }).sources[0], 'access plan'),
    erasure: present(planErase(policy, maps, { people, on }).sources[0], 'erasure plan'),
  };
}

export function companyPolicy(): TablePolicies {
  return {
    staff: {
      name: both('Medewerkers', 'Staff'),
      purposes: ['service'],
      subject: { group: 'staff', identities: { email: 'email' } },
      columns: { id: 'not-personal', email: 'any', name: 'any' },
    },
    people: {
      name: both('Mensen', 'People'),
      purposes: ['service'],
      subject: { group: 'customer', identities: { email: 'email' } },
      columns: { id: 'not-personal', email: 'any', ...personal(Object.keys(peopleColumns)) },
    },
    ...Object.fromEntries(companyTables.map((table) => [table.name, tablePolicy(table)])),
  };
}

function tablePolicy(table: CompanyTable): object {
  const { name, parent, reference, secondOwner, staff, hold, columns } = table;
  const from = typeof hold === 'object' ? hold.from : undefined;
  const kind = secondOwner === undefined ? 'owned-by' : 'co-owned';
  return {
    name: both(name, name),
    purposes: ['service'],
    columns: {
      id: 'not-personal',
      [reference]: 'not-personal',
      ...(secondOwner === undefined ? {} : { [secondOwner]: 'not-personal' }),
      ...(staff ? { staff_id: 'not-personal' } : {}),
      ...(from === undefined ? {} : { [from]: 'any' }),
      ...personal(Object.keys(columns)),
      // What a message says is its sender's.
      ...(name === 'messages' ? { body: { category: 'any', about: reference } } : {}),
    },
    links: [
      { kind, column: reference, to: parent },
      ...(secondOwner === undefined ? [] : [{ kind, column: secondOwner, to: 'people' }]),
      ...(staff ? [{ kind: 'accessed-by', column: 'staff_id', to: 'staff' }] : []),
    ],
    ...(hold === undefined
      ? {}
      : { hold: from === undefined ? { rule: 'invoices', with: reference } : { rule: 'invoices', from } }),
  };
}

function personal(names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, 'any']));
}

function compiled(tables: TablePolicies): Policy {
  const { policy, diagnostics } = compilePolicy('bench.yaml', JSON.stringify(policyFile(tables)));
  if (policy === null) throw new Error(diagnostics.map(formatDiagnostic).join('\n'));
  return policy;
}

function mapOf(policy: Policy, catalog: Catalog): DataMap {
  const { map, findings } = buildDataMap(present(policy.sources[0], 'the source'), catalog);
  if (map === null) throw new Error(findings.map(formatDiagnostic).join('\n'));
  return map;
}

function policyFile(tables: TablePolicies): object {
  const words = both('voor de meting', 'for the measurement');
  return {
    gestand: 1,
    controller: {
      name: 'Voorbeeld',
      legalName: 'Voorbeeld B.V.',
      tradeRegister: '00000000',
      address: 'Voorbeeldstraat 1, Oudervoort',
      email: 'privacy@company.example',
      phone: '+31 30 000 0000',
      website: 'https://company.example',
      contactPoint: words,
    },
    languages: ['nl', 'en'],
    bookYearEnd: '12-31',
    automatedDecisions: words,
    subjects: { customer: { name: words, origin: words }, staff: { name: words, origin: words } },
    categories: { any: { name: words, dpv: 'pd:Contact' } },
    purposes: { service: { name: words, basis: 'contract', ground: words } },
    recipients: {},
    retention: {
      invoices: {
        name: words,
        kind: 'statutory',
        ground: 'tax-records',
        period: 'P7Y',
        from: 'book-year-end',
        event: words,
      },
    },
    sources: { [sourceId]: { kind: 'postgresql', connection: 'COMPANY_URL', name: words, tables } },
  };
}

function both(nl: string, en: string) {
  return { nl, en };
}
