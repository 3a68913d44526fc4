#!/usr/bin/env node
// `npm start`: installs what is missing, then serves the example company.
import { installWhatIsMissing, runGestand } from './install.mjs';

installWhatIsMissing();
process.exitCode = await runGestand(['serve', '--example', ...process.argv.slice(2)]);
