import type { Catalog, CatalogColumn, CatalogTable, SourceKind } from '../catalog/catalog.ts';
import type { CatalogSamples } from '../catalog/classification/classify-catalog.ts';
import type { DataMap, MappedTable } from '../catalog/data-map.ts';
import type { Identity } from '../domain/identity.ts';
import type {
  Bar,
  CorrectedValue,
  SourceAccess,
  SourceBindings,
  SourceErasure,
  SourceRectification,
} from '../plan/plan.ts';
import type { KeyColumn } from '../plan/selection.ts';
import type { ColumnPlace } from './catalog-column.ts';
import type { GateKeeper } from './gate.ts';
import type { Turn } from './pace.ts';
import type { SampleLimits } from './sample.ts';
import type { StepMarker } from './step-marker.ts';

/**
 * A connected system. The one interface behind which customers' data is touched; every kind passes the one
 * conformance suite in `test/conformance`.
 */
export interface Source extends GateKeeper {
  readonly id: string;
  readonly kind: SourceKind;
  readonly capabilities: SourceCapabilities;

  /** Cheap and side-effect free. @throws GestandError `source-unreachable` */
  ping(): Promise<void>;

  introspect(): Promise<Catalog>;

  /**
   * Values of some rows of each table, as text, to be looked at in memory and thrown away. How much is read has a bound that
   * does not grow with the tables. A table that cannot be looked at (a view, one that the role may not read, one that
   * does not answer in time) is absent from the answer; an empty one is there, without values.
   */
  sample(tables: readonly CatalogTable[], limits: SampleLimits): Promise<CatalogSamples>;

  /**
   * How many of these values, a hundred at most, stand in a column that an index begins with: a look into the index for
   * each. Null when that cannot be told.
   */
  countPresent(place: ColumnPlace, values: readonly string[]): Promise<number | null>;

  /** The subject rows that carry one of these identities, and the identities those rows carry. One round trip. */
  find(map: DataMap, identities: readonly Identity[]): Promise<readonly SubjectMatch[]>;

  /**
   * Every row of a table of people, a page at a time in the order of its key, each page from a moment of its own: neither
   * memory nor a snapshot lasts as long as the table is. Null where its rows cannot be looked through.
   */
  listSubjects(
    table: MappedTable,
    page: { readonly rows: number },
  ): AsyncIterable<readonly ListedSubject[]> | null;

  /** How many rows of each table an access plan would read. Changes nothing. */
  countAccess(plan: SourceAccess, bindings: SourceBindings): Promise<readonly TableCount[]>;

  /** Every row of the access plan, from one snapshot, in one statement, streamed. */
  readAccess(plan: SourceAccess, bindings: SourceBindings): AsyncIterable<AccessRow>;

  /** What an erasure would do, in rows. Changes nothing. */
  countErasure(plan: SourceErasure, bindings: SourceBindings): Promise<readonly ErasureCount[]>;

  /**
   * Carries out an erasure. With a marker the effect and the marker commit together, and a second call with the
   * same marker returns the first call's counts without doing anything.
   *
   * @throws GestandError `lost-lease` when a newer fence has written here.
   */
  erase(
    plan: SourceErasure,
    bindings: SourceBindings,
    options: EraseOptions,
  ): Promise<readonly ErasureCount[]>;

  /** What a correction would do, in cells. Changes nothing. */
  countRectification(
    plan: SourceRectification,
    people: CorrectedPeople,
  ): Promise<readonly RectificationCount[]>;

  /**
   * Carries out a correction. With a marker the effect and the marker commit together, and a second call with the same
   * marker returns what the first returned without doing anything.
   *
   * @throws GestandError `lost-lease` when a newer fence has written here.
   */
  rectify(plan: SourceRectification, people: CorrectedPeople, options: RectifyOptions): Promise<Rectified>;

  /**
   * What stands in a column of some rows now, as text, in their order: null where nothing does, undefined where there is
   * no such row any more. Null instead of a list where that cannot be looked at.
   */
  lookAtCells(question: CellQuestion): Promise<readonly (string | null | undefined)[] | null>;

  /**
   * In which columns that can hold text, and how many rows, a value still occurs: in every table, personal or not. Compared
   * without regard to case.
   */
  search(map: DataMap, values: readonly string[]): Promise<readonly Trace[]>;

  /** How many rows of a table start their term before a date: what retention should have removed. */
  countBefore(query: CountBefore): Promise<number>;

  /** How many rows of a table have no date there: a term that counts from it never begins for them. */
  countUndated(start: TermStart): Promise<number>;

  /** The keys of the rows that `countBefore` counts, the oldest first. Null where rows have no key. */
  keysBefore(query: CountBefore & { readonly limit: number }): Promise<RowKeys | null>;

  /**
   * An opaque tag of the rows of a table as they are now, as an entity tag is of a page (RFC 9110 §8.8.3): while it stays the same,
   * no row came, changed or went, and the column is what it was. Null where the source cannot tell that. Costs no look at a row.
   */
  tagRows(place: TableColumn): Promise<string | null>;

  close(): Promise<void>;
}

/** A column by the names of the catalog. */
export interface TableColumn {
  readonly table: string;
  readonly column: string;
}

/** What a term counts from: a date of the row, or the first of two. */
export interface TermStart extends TableColumn {
  readonly orColumn?: string;
}

export interface SourceCapabilities {
  /** A step's effect and its marker can commit in one transaction here. */
  readonly markers: boolean;
  /** A gate table of ours can be kept beside the rows: see gate.ts. */
  readonly gates: boolean;
  /** Large erasures can run in batches with a commit each. */
  readonly batches: boolean;
  /** Reads see one moment. */
  readonly snapshot: boolean;
  /** `search` and `countBefore` can see every row, also those of nobody in particular; else they must not be called. */
  readonly scans: boolean;
}

export interface SubjectMatch {
  readonly table: string;
  /** The values of the key, as text. */
  readonly key: readonly string[];
  readonly identities: readonly Identity[];
}

/** A row of people, with what tells whether it is new. */
export interface ListedSubject extends Pick<SubjectMatch, 'key' | 'identities'> {
  /** When it was made, and when it was last used, as the source writes it; null: its table does not say. */
  readonly created: string | null;
  readonly lastActive: string | null;
}

export interface TableCount {
  readonly table: string;
  readonly rows: number;
}

export interface AccessRow {
  readonly table: string;
  readonly person: number;
  /** JSON object of the shown columns; masked columns are absent. */
  readonly values: Readonly<Record<string, unknown>>;
}

export interface ErasureCount {
  readonly table: string;
  readonly effect: 'delete' | 'redact' | 'leave' | 'release' | 'keep';
  readonly rows: number;
  /** For `keep`: the latest start of a term among the kept rows, as an ISO date; null when it is unknown. */
  readonly latestStart: string | null;
}

/** Whose data are corrected, and which values: personal data. */
export interface CorrectedPeople {
  readonly bindings: SourceBindings;
  readonly values: readonly CorrectedValue[];
}

export interface RectificationCount {
  readonly table: string;
  readonly column: string;
  /** Index in the corrections of the plan. */
  readonly correction: number;
  /** `keep`: a law holds the row as it is. `shared`: it is somebody else's too. `left`: it stays, `why` says it. */
  readonly effect: 'set' | 'keep' | 'shared' | 'left';
  /** `taken`: another row has the value that no two rows may have. `unwritable`: the system takes no change there. */
  readonly why: Bar | 'taken' | 'unwritable' | null;
  readonly rows: number;
  /** For `keep`: the latest start of a term among the rows, as an ISO date; null when it is unknown. */
  readonly latestStart: string | null;
}

export interface RectifyOptions {
  readonly marker: StepMarker | null;
  readonly capture: CellCapture;
  /** Called at named points, before they are passed: a test kills the process there. */
  readonly faultPoint: (name: string) => Promise<void>;
}

/** Where the cells go that a correction changes, or that it leaves because a law holds them: before it changes them. */
export interface CellCapture {
  /** Named, so that who finds the step done knows which cells were its effect. */
  readonly id: string;
  /** Forgets what this capture took: the work is begun again. */
  begin(): Promise<void>;
  take(cells: readonly CapturedCell[]): Promise<void>;
}

export interface CapturedCell {
  readonly table: string;
  readonly column: string;
  /** The key of the row as text, as it is after the change. */
  readonly key: readonly string[];
  readonly effect: 'set' | 'keep';
  readonly correction: number;
  readonly before: string | null;
}

export interface Rectified {
  readonly counts: readonly RectificationCount[];
  /** The capture that took the cells of this effect; null: each cell stays with the capture that took it first. */
  readonly capture: string | null;
}

export interface CellQuestion {
  readonly table: { readonly id: string; readonly schema: string; readonly name: string };
  readonly key: readonly KeyColumn[];
  readonly column: Pick<CatalogColumn, 'name' | 'type' | 'family'>;
  readonly keys: readonly (readonly string[])[];
}

export interface EraseOptions {
  readonly marker: StepMarker | null;
  /** An erasure of many people runs in batches of about so many rows, with a commit each. */
  readonly batchRows: number;
  /** Called at named points, before they are passed: a test kills the process there. */
  readonly faultPoint: (name: string) => Promise<void>;
  readonly onProgress?: (done: number, total: number) => void;
  /** Each transaction is begun in its turn; left out: at once. */
  readonly turn?: Turn;
}

export interface Trace {
  readonly table: string;
  readonly column: string;
  readonly rows: number;
}

/** The keys of some rows, as text, in the order of the columns. */
export interface RowKeys {
  readonly columns: readonly string[];
  readonly keys: readonly (readonly string[])[];
}

export interface CountBefore extends TermStart {
  /** ISO date. */
  readonly before: string;
}
