import type { Json } from '../base/canonical-json.ts';
import type { ErasureCount, Rectified } from './source.ts';

/** What a step did, as it is written beside its marker. Counts only: no row of anybody's. */
export function recordable(counts: readonly ErasureCount[]): Json {
  return counts.map(({ table, effect, rows, latestStart }) => ({ table, effect, rows, latestStart }));
}

/** The counts as {@link recordable} wrote them. */
export function recordedCounts(result: Json): readonly ErasureCount[] {
  return result as unknown as readonly ErasureCount[];
}

/** What a correction did, likewise: which capture has its cells, and how many they are. */
export function recordableRectified({ counts, capture }: Rectified): Json {
  return { counts: counts.map((count) => ({ ...count })), capture };
}

export function recordedRectified(result: Json): Rectified {
  return result as unknown as Rectified;
}
