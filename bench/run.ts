import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { accessBench } from './access.ts';
import type { Bench, Sizes } from './bench.ts';
import { checkBench, checkMariadbBench } from './check.ts';
import { checkPromisesBench } from './check-promises.ts';
import { eraseBench, eraseForegroundBenches } from './erase.ts';
import { ledgerBench } from './ledger.ts';
import type { Measurement } from './measurement.ts';
import { type Results, summary, surroundings } from './report.ts';
import { openWorkplace } from './workplace.ts';

export const benches: readonly Bench[] = [
  accessBench,
  eraseBench,
  ...eraseForegroundBenches,
  checkBench,
  checkMariadbBench,
  checkPromisesBench,
  ledgerBench,
];

/**
 * The benches of these names; all of them without a name.
 *
 * @throws Error that lists the names there are when one is unknown.
 */
export function benchesNamed(names: readonly string[]): readonly Bench[] {
  const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
  if (unknown.length > 0) {
    const known = [...new Set(benches.map((bench) => bench.name))].join(', ');
    throw new Error(`there is no bench ${unknown.join(', ')}; there are: ${known}`);
  }
  return names.length === 0 ? benches : benches.filter((bench) => names.includes(bench.name));
}

/** Runs them one after another on a database server of their own. */
export async function runBenches(
  chosen: readonly Bench[],
  { sizes, say }: { readonly sizes: Sizes; readonly say: (line: string) => void },
): Promise<Results> {
  await using workplace = await openWorkplace();
  const measurements: Measurement[] = [];
  for (const bench of chosen) {
    const found = await bench.run({ workplace, sizes, say });
    for (const one of found) say(summary(one));
    measurements.push(...found);
  }
  const driver = await versionOfDriver();
  return { surroundings: surroundings({ postgresql: workplace.serverVersion, driver }), measurements };
}

async function versionOfDriver(): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve('pg/package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { readonly version: string };
  return version;
}
