import type { PolicyPath } from './policy.ts';

/** The categories of a column: its own, and those of the places inside its JSON. */
export function categoriesOf({
  category,
  paths = [],
}: {
  readonly category: string;
  readonly paths?: readonly PolicyPath[];
}): readonly string[] {
  return [...new Set([category, ...paths.map((path) => path.category)])];
}
