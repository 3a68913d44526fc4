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
  for (const bench of chosen) {
    const results = await runBenches([bench], { sizes, say: (line) => console.log(line) });
    // After each: what took long to measure is not lost when the next one fails.
    const all = await writeResults(values.quick ? localResults : publishedResults, results);
    if (!values.quick) await writePage(performancePage, all);
  }
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
