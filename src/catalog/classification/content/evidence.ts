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
  readonly matches: readonly { readonly detector: Detector; readonly matched: number }[];
  readonly json: JsonKeys | null;
}

/** What the detectors recognised, in numbers. */
export function contentEvidence({ values }: ColumnSample): ContentEvidence {
  const filled = values
    .slice(0, sampleLimit)
    .map((value) => value.slice(0, valueLimit).trim())
    .filter((value) => value !== '');
  const matches = detectors.map((detector) => ({
    detector,
    matched: filled.reduce((count, value) => count + (detector.recognises(value) ? 1 : 0), 0),
  }));
  return { of: filled.length, matches, json: jsonKeys(filled) };
}
