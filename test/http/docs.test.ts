import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatDiagnostic } from '../../src/base/diagnostic.ts';
import { compilePolicy } from '../../src/policy/compile-policy.ts';

const root = join(import.meta.dirname, '../..');
const manual = readFileSync(join(root, 'docs/policy.md'), 'utf8');
const valid = readFileSync(join(root, 'test/golden/policy/valid.yaml'), 'utf8');

it.each(['http', 'manual'])(
  'what the manual shows of a source of kind %s is a policy that compiles',
  (kind) => {
    const blocks = [...manual.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, block = '']) => block);
    const [shown = '', second] = blocks.filter((block) => block.includes(`kind: ${kind}\n`));
    expect(second).toBeUndefined();
    const sources = shown.replace('sources:\n', '');
    expect(sources).not.toBe(shown);
    const { policy, diagnostics } = compilePolicy('policy.yaml', valid + sources);
    expect(diagnostics.map(formatDiagnostic)).toEqual([]);
    expect(policy?.sources.at(-1)?.kind).toBe(kind);
  },
);
