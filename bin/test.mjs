#!/usr/bin/env node
// `npm test`: types, lint, tests. All three run even when an earlier one fails, so that one run shows everything.
import { bin, installWhatIsMissing, node, root, run } from './install.mjs';

installWhatIsMissing();
process.chdir(root);
const checks = [
  ['types', [bin('typescript', 'tsc'), '--noEmit']],
  ['lint', [bin('@biomejs/biome', 'biome'), 'check', '.']],
  ['tests', [bin('vitest'), 'run', ...process.argv.slice(2)]],
];
const failed = [];
for (const [name, args] of checks) {
  console.log(`\n── ${name}`);
  if ((await run(node, args)) !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
