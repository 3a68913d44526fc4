import { GestandError } from '../base/error.ts';
import type { GateChange, GateMark, SourceBindings, SourceGate } from '../plan/plan.ts';
import type { Selection } from '../plan/selection.ts';
import type { StepMarker } from './step-marker.ts';

/*
 * The gate table: beside the customer's rows, in a table of ours, what stands against their use. One row for a subject's row (its table
 * and its key), a purpose, a category, a recipient and a mark; an empty category or recipient is all of them. A view leaves out whom it
 * concerns with one `not exists` on the first three columns, in the snapshot in which it reads the customer's own rows.
 */

/** What a source is told of a plan that marks. */
export interface MarkOrder extends Pick<SourceGate, 'steps'> {
  readonly change: GateChange;
  readonly marks: readonly GateMark[];
}

export interface MarkOptions {
  /** With one, effect and marker commit together, and a second call returns what the first did. */
  readonly marker: StepMarker | null;
  readonly faultPoint: (name: string) => Promise<void>;
}

/** How many rows of a gate table stand for a mark. */
export interface MarkCount {
  readonly mark: string;
  readonly kind: string;
  readonly rows: number;
}

/** The part of a source that keeps a gate table. */
export interface GateKeeper {
  /**
   * Sets, upholds or lifts marks, and counts what then stands.
   *
   * @throws GestandError `lost-lease` when a newer fence has written here; `conflict` where there is no gate table.
   */
  changeMarks(
    order: MarkOrder,
    bindings: SourceBindings,
    options: MarkOptions,
  ): Promise<readonly MarkCount[]>;
  /** What stands of some marks; of one that does not stand, nothing. */
  countMarks(marks: readonly string[]): Promise<readonly MarkCount[]>;
  /** Takes the marks of subject rows that are gone: the key of a row can say whose it was. */
  clearMarks(selection: Selection, bindings: SourceBindings): Promise<void>;
}

/** Of a source in which nothing of ours is kept. */
export function noGate(id: string): GateKeeper {
  return {
    changeMarks: async () => {
      throw new GestandError('conflict', `In ${id} no program sets marks: it is done by a person.`);
    },
    countMarks: async () => [],
    clearMarks: async () => undefined,
  };
}
