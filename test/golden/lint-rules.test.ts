import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LintKind } from '../../src/statement/lint/lint-rule.ts';
import { policyRules } from '../../src/statement/lint/policy-rules.ts';
import { textRules } from '../../src/statement/lint/text-rules.ts';

const kinds: Readonly<Record<LintKind, string>> = {
  missing: 'something that must be said is not',
  misleading: 'something wrong, vague or unlawful is said',
  stale: 'it was right once',
  advice: 'nothing is wrong',
  readability: 'how it is said',
};

test('docs/lint-rules.md shows every rule', () => {
  const file = join(import.meta.dirname, '../../docs/lint-rules.md');
  const rules = [...textRules, ...policyRules].toSorted((a, b) => a.id.localeCompare(b.id));
  const withPolicy = new Set(policyRules.map(({ id }) => id));
  const rows = rules.map(({ id, severity, kind, law, what, advice }) =>
    [id + (withPolicy.has(id) ? '*' : ''), severity, kind, law, what.en, advice.en]
      .map((cell) => cell.replaceAll('|', '\\|'))
      .join(' | '),
  );
  const shown = [
    '# What `gestand statement lint` looks for',
    '',
    'Articles are of the GDPR unless another law is named. With `*`: needs `--policy`. The kinds:',
    '',
    ...Object.entries(kinds).map(([kind, text]) => `- **${kind}**: ${text}`),
    '',
    '| rule | severity | kind | article | what it says | advice |',
    '| ---- | -------- | ---- | ------- | ------------ | ------ |',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n');
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, shown);
  expect(readFileSync(file, 'utf8')).toBe(shown);
});
