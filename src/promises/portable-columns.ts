import { present } from '../base/assert.ts';
import type { ExportPlan } from '../plan/plan.ts';
import { leftOutReason } from '../plan/portable.ts';
import type { PersonalColumn, Policy, PolicyTable } from '../policy/policy.ts';

/** What a plan takes along against what it should: `crm.customers.email`. */
export interface PortableDifference {
  /** Of a system or a column that the plan does not take, and that people provided on consent or contract. */
  readonly missing: readonly string[];
  /** Derived, on another basis, or shown to nobody. */
  readonly leaked: readonly string[];
}

/** Read from the policy's own words and not from the data map that the plan was made with. */
export function portableDifference(policy: Policy, plan: ExportPlan): PortableDifference {
  const missing: string[] = [];
  const leaked: string[] = [];
  for (const source of policy.sources) {
    const part = plan.sources.find((each) => each.source === source.id);
    if (part === undefined && plan.notAutomated.includes(source.id)) continue;
    for (const table of source.tables.filter(({ use }) => use === 'personal')) {
      const shown = part?.steps.find((step) => step.table === table.id)?.shown ?? [];
      // Of a table to which no person leads there are no rows of anybody.
      const isReached = part?.selection.tables.some(({ id }) => id === table.id) ?? true;
      for (const column of table.columns) {
        if (column.kind !== 'personal') continue;
        const place = `${source.id}.${table.id}.${column.name}`;
        const portable = isPortable(policy, table, column);
        if (portable && isReached && !shown.includes(column.name)) missing.push(place);
        if (!portable && shown.includes(column.name)) leaked.push(place);
      }
    }
  }
  return { missing, leaked };
}

function isPortable(policy: Policy, table: PolicyTable, column: PersonalColumn): boolean {
  const purposes = column.purposes.length > 0 ? column.purposes : table.purposes;
  for (const id of purposes) present(policy.purposes.get(id), id);
  return leftOutReason(policy, { ...column, purposes }) === null;
}
