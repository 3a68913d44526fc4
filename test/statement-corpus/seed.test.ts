import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { promiseIds } from '../../src/law/promises.ts';
import { LintedText } from '../../src/statement/lint/linted-text.ts';
import { textRules } from '../../src/statement/lint/text-rules.ts';
import { readDocument } from '../../src/statement/reading/read-document.ts';
import { type RuleId, seedLabels } from './labels.ts';

/** The text everything began with is somebody else's, and not in this repository; only its labels are. */
const file = process.env['GESTAND_SEED_STATEMENT'];

describe.skipIf(file === undefined)('the first statement, where GESTAND_SEED_STATEMENT says it is', () => {
  const labels = seedLabels();
  const read = () => {
    const source = readFileSync(file ?? '', 'utf8');
    return new LintedText(readDocument({ file: 'seed.txt', source }, 'txt'));
  };

  test('breaks the rules that its labels say it breaks, and no other', () => {
    const text = read();
    const broken = textRules.filter(({ judge }) => judge(text).length > 0).map(({ id }) => id);
    const labelled = Object.entries(labels.rules).filter(([, { label }]) => label === 'fires');
    expect(broken).toEqual(labelled.map(([id]) => id as RuleId).sort());
  });

  test('makes nine promises in ten that it makes, and none that it does not', () => {
    const said = new Set(read().promises.map(({ id }) => id));
    const made = labels.promises.filter(({ label }) => label === 'made').map(({ id }) => id);
    const known = new Set(labels.promises.map(({ id }) => id));
    expect(made.filter((id) => said.has(id)).length).toBeGreaterThanOrEqual(0.9 * made.length);
    expect(promiseIds.filter((id) => said.has(id) && !known.has(id))).toEqual([]);
  });
});
