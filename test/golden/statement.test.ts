import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { present } from '../../src/base/assert.ts';
import { formatDiagnostic } from '../../src/base/diagnostic.ts';
import { isLanguage } from '../../src/domain/language.ts';
import type { PromiseState } from '../../src/domain/promise-state.ts';
import { compileStatement } from '../../src/statement/compile.ts';
import { renderHtml } from '../../src/statement/render-html.ts';
import { goldenPolicy } from './statement/golden-policy.ts';

// Each `NAME.LANGUAGE.md` is a case. Beside it stands what it becomes: `.html.golden` and `.txt`, with the states
// below beside its sections, or `.diagnostics` when it is wrong. UPDATE_GOLDEN=1 writes them anew.
const folder = fileURLToPath(new URL('./statement/', import.meta.url));
const cases = readdirSync(folder).filter((name) => name.endsWith('.md'));

const promiseStates = new Map<string, PromiseState>([
  ['P01', 'kept'],
  ['P25', 'broken'],
  ['P26', 'at-risk'],
  ['P36', 'kept'],
  ['D07', 'kept'],
]);

describe('statement', () => {
  test('has cases', () => expect(cases.length).toBeGreaterThanOrEqual(3));

  test.each(cases)('%s', (name) => {
    const language = present(name.split('.').at(-2), 'the language in the file name');
    if (!isLanguage(language)) throw new Error(`${name}: no such language`);
    const { statement, diagnostics } = compileStatement({
      file: name,
      text: readFileSync(folder + name, 'utf8'),
      language,
      policy: goldenPolicy,
      version: { number: 3, date: '2026-11-23' },
    });
    const base = name.replace(/\.md$/, '');
    if (statement === null) {
      matchesFile(`${base}.diagnostics`, `${diagnostics.map(formatDiagnostic).join('\n')}\n`);
      return;
    }
    expect(diagnostics).toEqual([]);
    matchesFile(`${base}.html.golden`, `${renderHtml(statement, { promiseStates })}\n`);
    matchesFile(`${base}.txt`, statement.text);
  });
});

function matchesFile(name: string, actual: string): void {
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(folder + name, actual);
  expect(actual).toBe(readFileSync(folder + name, 'utf8'));
}
