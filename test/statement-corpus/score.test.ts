import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LintedText } from '../../src/statement/lint/linted-text.ts';
import { textRules } from '../../src/statement/lint/text-rules.ts';
import { readDocument } from '../../src/statement/reading/read-document.ts';
import { firstOutcomes, firstRuns } from './first-runs.ts';
import { judgedRules, type Part, parts, rulesOfPromises } from './labels.ts';
import { scoreTable, summaryTable } from './score-table.ts';
import { type Outcome, outcomesOf, precision, recall, tallyOf } from './scores.ts';

/** What is written here is scored when its first run is on record. */
const scored = parts.filter(
  (part) => part === 'development' || part === 'blind' || firstRuns[part] !== undefined,
);
const outcomes = scored.flatMap(outcomesOf);

/** A little below what was measured, so that a change that makes a tool worse is seen. Facts are harder than promises. */
const floors: Readonly<Partial<Record<Outcome['subject'], number>>> = {
  rules: 0.95,
  promises: 0.97,
  places: 0.94,
  figures: 0.75,
  controller: 0.7,
  categories: 0.7,
  purposes: 0.6,
  recipients: 0.65,
  retention: 0.65,
};

/** The later parts are stranger; facts are not labelled in them. */
const laterFloors: typeof floors = { rules: 0.9, promises: 0.95, places: 0.9, figures: 0.75 };

/** What was read and hardly mended on since stands about as it was found. */
const unmended: readonly Part[] = ['blind-17', 'blind-20'];
/** From here on the mistakes about rules were mended, those about promises hardly. */
const halfMended = parts.slice(parts.indexOf('blind-10')).filter((part) => !unmended.includes(part));
const unmendedFloors: typeof floors = { rules: 0.65, promises: 0.8, places: 0.85, figures: 0.75 };

function floorsOf(part: Part): readonly (readonly [string, number])[] {
  if (unmended.includes(part)) return Object.entries(unmendedFloors);
  if (halfMended.includes(part)) return Object.entries({ ...unmendedFloors, rules: 0.9 });
  return Object.entries(part === 'development' || part === 'blind' ? floors : laterFloors);
}

describe.each(scored)('%s statements', (part) => {
  describe.each(['nl', 'en'] as const)('in %s', (language) => {
    test.each(floorsOf(part))('%s: precision and recall of at least %f', (subject, floor) => {
      const mine = outcomes.filter(
        (each) => each.subject === subject && each.part === part && each.language === language,
      );
      const tally = tallyOf(mine);
      const wrong = mine.filter(({ verdict }) => verdict !== 'found');
      const told = wrong.map(({ statement, id, verdict }) => `${statement} ${id} ${verdict}`).join('\n');
      expect(mine.length).toBeGreaterThan(0);
      expect(precision(tally), told).toBeGreaterThanOrEqual(floor);
      expect(recall(tally), told).toBeGreaterThanOrEqual(floor);
    });
  });
});

test('every rule that a text can be judged by is judged', () => {
  expect(textRules.map(({ id }) => id)).toEqual([
    ...Object.keys(judgedRules),
    ...Object.keys(rulesOfPromises),
  ]);
});

test('a text that says nothing of the matter makes no promise and no mistake', () => {
  const source =
    'Beat the eggs with the sugar until they are white. Add the flour, and bake it for an hour.\n';
  const text = new LintedText(readDocument({ file: 'cake.txt', source }, 'txt'));
  expect(text.promises).toEqual([]);
  const mistakes = textRules.filter(({ kind }) => kind === 'stale' || kind === 'misleading');
  expect(mistakes.filter(({ id, judge }) => id !== 'L05' && judge(text).length > 0)).toEqual([]);
});

/** Where the manual shows what was measured: between marks, so that it cannot go stale. */
test.each([
  ['statement-tools.md', 'first runs', () => summaryTable(firstOutcomes())],
  ['statement-scores.md', 'first runs', () => scoreTable(firstOutcomes())],
  ['statement-scores.md', 'scores', () => scoreTable(outcomes)],
] as const)('docs/%s shows the %s', (name, mark, table) => {
  const file = join(import.meta.dirname, '../../docs', name);
  const manual = readFileSync(file, 'utf8');
  const marked = new RegExp(`(<!-- ${mark} -->\\n)[\\s\\S]*?(\\n<!-- /${mark} -->)`);
  expect(manual).toMatch(marked);
  const shown = manual.replace(marked, (_, begin: string, end: string) => `${begin}\n${table()}\n${end}`);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, shown);
  expect(readFileSync(file, 'utf8')).toBe(shown);
});
