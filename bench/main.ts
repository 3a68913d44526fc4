// `npm run bench -- access erase [--quick]`: ratios against hand-written SQL, see docs/performance.md.
import { parseArgs } from 'node:util';
import { fullSizes, quickSizes } from './bench.ts';
import type { Measurement } from './measurement.ts';
import { localResults, performancePage, publishedResults, writePage, writeResults } from './report.ts';
import { benchesNamed, runBenches } from './run.ts';

try {
  const { values, positionals } = parseArgs({
    options: { quick: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const chosen = benchesNamed(positionals);
  const sizes = values.quick ? quickSizes : fullSizes;
  const measured = new Map<string, Measurement[]>();
  for (const bench of chosen) {
    const results = await runBenches([bench], { sizes, say: (line) => console.log(line) });
    const { name } = bench;
    // Several can have one name: what was measured under it before is not replaced.
    const measurements = [...(measured.get(name) ?? []), ...results.measurements];
    measured.set(name, measurements);
    // After each: what took long to measure is not lost when the next one fails.
    const file = values.quick ? localResults : publishedResults;
    const all = await writeResults(file, { ...results, measurements });
    if (!values.quick) await writePage(performancePage, all);
  }
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
