#!/usr/bin/env node
// `npx gestand …` in a checkout.
import { installWhatIsMissing, runGestand } from './install.mjs';

installWhatIsMissing();
process.exitCode = await runGestand(process.argv.slice(2));
