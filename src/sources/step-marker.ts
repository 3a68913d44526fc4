/** A step of a run, and the fence of the node that carries it out: the newest fence of a run alone may write. */
export interface StepMarker {
  readonly run: string;
  /** From 0. */
  readonly step: number;
  readonly fence: bigint;
}
