import type { PolicySource } from '../policy/policy.ts';

/** What is told of a source's tables, in the order in which its policy declares them: that of whoever wrote it. */
export function inPolicyOrder<Told extends { readonly table: string }>(
  source: PolicySource | undefined,
  told: readonly Told[],
): readonly Told[] {
  const order = new Map(source?.tables.map((table, index) => [table.id, index]));
  const place = ({ table }: Told) => order.get(table) ?? order.size;
  return told.toSorted((a, b) => place(a) - place(b));
}
