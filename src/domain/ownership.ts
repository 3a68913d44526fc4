/**
 * Whose row is it? Reachability is not ownership, so every link between two tables says what it means:
 *
 * - `owned-by`: the row is that person's: their invoice.
 * - `co-owned`: several persons have equal rights to it: a message between two people, a shared address.
 * - `accessed-by`: they may see it, it is not theirs: the employee who handled the appointment.
 * - `context`: needed to understand the row, about nobody: the product on an order line.
 *
 * What follows from it is in ARCHITECTURE.md, "Whose row is it".
 */
export type LinkKind = 'owned-by' | 'co-owned' | 'accessed-by' | 'context';

export const linkKinds: readonly LinkKind[] = ['owned-by', 'co-owned', 'accessed-by', 'context'];

/** The kinds along which ownership flows from a person to a row. */
export type OwningLinkKind = Extract<LinkKind, 'owned-by' | 'co-owned'>;

export function isOwning(kind: LinkKind): kind is OwningLinkKind {
  return kind === 'owned-by' || kind === 'co-owned';
}
