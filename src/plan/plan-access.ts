import type { DataMap } from '../catalog/data-map.ts';
import type { Language } from '../domain/language.ts';
import type { Policy } from '../policy/policy.ts';
import { workByHand } from './by-hand.ts';
import type { AccessPlan, ReadStep } from './plan.ts';
import { selectTables } from './select.ts';
import type { SelectedTable } from './selection.ts';

export interface AccessWish {
  readonly people: number;
  readonly language: Language;
  readonly on: Temporal.PlainDate;
}

/** What a person, or a thousand at once, receives under GDPR art. 15(3): every row that is theirs, in every source. */
export function planAccess(policy: Policy, maps: readonly DataMap[], wish: AccessWish): AccessPlan {
  return {
    format: 1,
    kind: 'access',
    on: wish.on.toString(),
    policyHash: policy.hash,
    people: wish.people,
    language: wish.language,
    sources: maps.map((map) => {
      const selection = selectTables(map, policy, wish.on);
      return {
        source: map.source,
        ...workByHand(policy, map),
        catalogHash: map.catalogHash,
        selection,
        steps: selection.tables.map(readStep),
      };
    }),
  };
}

function readStep(table: SelectedTable): ReadStep {
  const shown = table.columns.filter((column) => column.onAccess === 'show').map((column) => column.name);
  const masked = table.columns.filter((column) => column.onAccess === 'mask').map((column) => column.name);
  return { kind: 'read', table: table.id, use: table.use, shown, masked };
}
