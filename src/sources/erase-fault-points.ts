/** Where a process may die during an erasure, by name: a test kills it at each and finds the same end state. */
export const eraseFaultPoints = [
  /** Inside the transaction, nothing changed. */
  'erase.entered',
  /** Inside the transaction, everything changed and the marker written. */
  'erase.recorded',
  /** Committed; the caller has not heard of it. */
  'erase.committed',
  /** A part of a large erasure is committed, others are not. */
  'erase.between-batches',
] as const;

export type EraseFaultPoint = (typeof eraseFaultPoints)[number];
