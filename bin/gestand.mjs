#!/usr/bin/env node
// `npx gestand …` in a checkout.
import { join } from 'node:path';
import { installWhatIsMissing, node, root, run } from './install.mjs';

installWhatIsMissing();
process.exitCode = await run(node, [
  '--disable-warning=ExperimentalWarning',
  join(root, 'src', 'main.ts'),
  ...process.argv.slice(2),
]);
