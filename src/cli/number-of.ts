/** "1 row", "2 rows": a number and what it counts, which takes an s of more than one unless its plural is given. */
export function numberOf(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
