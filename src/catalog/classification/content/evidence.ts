import type { Detector } from './detector.ts';
import { detectors } from './detectors.ts';
import { type JsonKeys, jsonKeys } from './json-keys.ts';

/** Values of one column, as text. They are looked at in memory and nothing of them is kept. */
export interface ColumnSample {
  readonly values: readonly string[];
}

export const sampleLimit = 1_000;
/** A value is looked at this far: enough for any identifier, and for the start of a letter. */
const valueLimit = 4_000;

export interface ContentEvidence {
  /** How many values were not empty. */
  readonly of: number;
  readonly matches: readonly Match[];
  readonly json: JsonKeys | null;
}

export interface Match {
  readonly detector: Detector;
  readonly matched: number;
  /** How many different values those were: one word in every row says little. */
  readonly different: number;
}

/** What the detectors recognised, in numbers. */
export function contentEvidence({ values }: ColumnSample): ContentEvidence {
  const filled = values
    .slice(0, sampleLimit)
    .map((value) => value.slice(0, valueLimit).trim())
    .filter((value) => value !== '');
  const json = jsonKeys(filled);
  // A document is no value of a kind, and its quotes and commas are no prose.
  if (json !== null) return { of: filled.length, matches: [], json };
  const counts = new Map<string, number>();
  for (const value of filled) counts.set(value, (counts.get(value) ?? 0) + 1);
  const matches = detectors.map((detector): Match => {
    let [matched, different] = [0, 0];
    for (const [value, count] of counts) {
      if (!detector.recognises(value)) continue;
      matched += count;
      different += 1;
    }
    return { detector, matched, different };
  });
  return { of: filled.length, matches, json: null };
}
