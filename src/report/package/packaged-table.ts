import { assert } from '../../base/assert.ts';
import type { ReadStep } from '../../plan/plan.ts';
import type { PolicySource, PolicyTable } from '../../policy/policy.ts';
import type { AccessRow } from '../../sources/source.ts';

/** Rows that the page shows; the others are in the table's files. */
export const previewRows = 25;

/** Characters of one value that the page shows. */
const previewCharacters = 300;

/** A value as the page shows it. `withheld`: it is about somebody else. */
export type PreviewCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'yes-no'; readonly value: boolean }
  | { readonly kind: 'empty' }
  | { readonly kind: 'withheld' };

/**
 * What the package remembers of a table after its rows have passed: a count, a few rows, and which columns held
 * anything. Bounded, whatever the table's length.
 */
export class PackagedTable {
  readonly source: PolicySource;
  readonly table: PolicyTable;
  readonly step: ReadStep;
  /** In the package, without extension. */
  readonly path: string;
  /** Shown columns first, then the ones that are left out. */
  readonly columns: readonly string[];
  readonly preview: (readonly PreviewCell[])[] = [];
  readonly #filled = new Set<string>();
  readonly #shown: ReadonlySet<string>;
  rows = 0;

  constructor(place: {
    readonly source: PolicySource;
    readonly table: PolicyTable;
    readonly step: ReadStep;
    readonly path: string;
  }) {
    this.source = place.source;
    this.table = place.table;
    this.step = place.step;
    this.path = place.path;
    this.columns = [...place.step.shown, ...place.step.masked];
    this.#shown = new Set(place.step.shown);
  }

  /** Columns in which at least one row held a value. */
  get filled(): ReadonlySet<string> {
    return this.#filled;
  }

  /** The row's cells in the order of `columns`; what is absent from the row is `undefined`. */
  take(row: AccessRow): readonly unknown[] {
    for (const [column, value] of Object.entries(row.values)) {
      // The last door: whatever went wrong before, a column that the approved plan does not show stays here.
      assert(this.#shown.has(column), `a row of ${this.table.id} holds a column that the plan does not show`);
      if (value !== null) this.#filled.add(column);
    }
    this.rows++;
    const cells = this.columns.map((column) =>
      Object.hasOwn(row.values, column) ? row.values[column] : undefined,
    );
    if (this.preview.length < previewRows) this.preview.push(cells.map(previewCell));
    return cells;
  }
}

function previewCell(value: unknown): PreviewCell {
  if (value === undefined) return { kind: 'withheld' };
  if (value === null || value === '') return { kind: 'empty' };
  if (typeof value === 'boolean') return { kind: 'yes-no', value };
  const text =
    typeof value === 'string' ? value : typeof value === 'number' ? String(value) : JSON.stringify(value);
  return {
    kind: 'text',
    text: text.length <= previewCharacters ? text : `${text.slice(0, previewCharacters)}…`,
  };
}
