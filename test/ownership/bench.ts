import type { SourceKind } from '../../src/catalog/catalog.ts';
import type {
  SourceAccess,
  SourceBindings,
  SourceErasure,
  SourceRectification,
} from '../../src/plan/plan.ts';
import type {
  CellCapture,
  CorrectedPeople,
  ErasureCount,
  RectificationCount,
} from '../../src/sources/source.ts';
import type { ActualRows, CopiedRow } from './case.ts';
import type { World } from './world.ts';

/** One way to carry plans out, on one database, for the suite that holds all of them to the rule. */
export interface OwnershipBench {
  readonly kind: SourceKind;
  /** The schema its tables are in, as a catalog would name it. */
  readonly schema: string;
  /** Whether the database must be able to delete these rows, at all. */
  canDelete(world: World, rows: ReadonlySet<string>): boolean;
  open(world: World): Promise<OpenWorld>;
}

/** A world in a real database, with nothing else in it. */
export interface OpenWorld extends AsyncDisposable {
  /** Null: it cannot be done there. */
  count(plan: SourceErasure, bindings: SourceBindings): Promise<readonly ErasureCount[] | null>;
  access(plan: SourceAccess, bindings: SourceBindings): Promise<readonly CopiedRow[]>;
  erase(plan: SourceErasure, bindings: SourceBindings): Promise<Erased>;
  countCorrection(plan: SourceRectification, people: CorrectedPeople): Promise<readonly RectificationCount[]>;
  correct(
    plan: SourceRectification,
    people: CorrectedPeople,
    capture: CellCapture,
  ): Promise<readonly RectificationCount[]>;
  rows(): Promise<ActualRows>;
}

/** `silent`: this way of doing it does not count. `refused`: nothing was changed, because it cannot be done there. */
export type Erased =
  | { readonly kind: 'counted'; readonly counts: readonly ErasureCount[] }
  | { readonly kind: 'silent' }
  | { readonly kind: 'refused' };
