/** The same columns in any order: a key says nothing about their order. */
export function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name)) && b.every((name) => a.includes(name));
}

/** An index that leads with these columns, in any order, finds rows by all of them. */
export function isLedBy(index: readonly string[], columns: readonly string[]): boolean {
  return columns.length > 0 && sameMembers(index.slice(0, columns.length), columns);
}
