/** Where a process may die while it sets or lifts marks, by name. */
export const gateFaultPoints = [
  /** Inside the transaction, nothing changed. */
  'gate.entered',
  /** Inside the transaction, every mark written and the marker of the step too. */
  'gate.recorded',
  /** Committed; the caller has not heard of it. */
  'gate.committed',
] as const;

export type GateFaultPoint = (typeof gateFaultPoints)[number];
