#!/usr/bin/env node
// `npm start`: installs what is missing, then serves the example company.
import { join } from 'node:path';
import { installWhatIsMissing, node, root, run } from './install.mjs';

installWhatIsMissing();
process.exitCode = await run(node, [
  '--disable-warning=ExperimentalWarning',
  join(root, 'src', 'main.ts'),
  'serve',
  '--example',
  ...process.argv.slice(2),
]);
