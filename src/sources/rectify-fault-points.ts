/** Where a process may die during a correction, by name: a test kills it at each and finds the same end state. */
export const rectifyFaultPoints = [
  /** Inside the transaction, nothing changed. */
  'rectify.entered',
  /** Inside the transaction: what stood there is kept with us, nothing changed. */
  'rectify.captured',
  /** Inside the transaction, everything changed and the marker written. */
  'rectify.recorded',
  /** Committed; the caller has not heard of it. */
  'rectify.committed',
] as const;

export type RectifyFaultPoint = (typeof rectifyFaultPoints)[number];
