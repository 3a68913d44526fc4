// `npm run bench -- access erase [--quick]`: ratios against hand-written SQL, see docs/performance.md.
import { parseArgs } from 'node:util';
import { fullSizes, quickSizes } from './bench.ts';
import { localResults, performancePage, publishedResults, writePage, writeResults } from './report.ts';
import { benchesNamed, runBenches } from './run.ts';

try {
  const { values, positionals } = parseArgs({
    options: { quick: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const chosen = benchesNamed(positionals);
  const sizes = values.quick ? quickSizes : fullSizes;
  const results = await runBenches(chosen, { sizes, say: (line) => console.log(line) });
  if (values.quick) {
    await writeResults(localResults, results);
  } else {
    await writePage(performancePage, await writeResults(publishedResults, results));
  }
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
