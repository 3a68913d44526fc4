import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { isMet, type Measurement, type Series, type Spread } from './measurement.ts';

/** Where and with what it was measured. */
export interface Surroundings {
  /** ISO date. */
  readonly on: string;
  readonly node: string;
  readonly postgresql: string;
  readonly driver: string;
  readonly cores: number;
  readonly processor: string;
  readonly memoryGiB: number;
}

export interface Results {
  readonly surroundings: Surroundings;
  readonly measurements: readonly Measurement[];
}

export const publishedResults = join(import.meta.dirname, 'results.json');
/** Of a quick run: to look at, not to keep. */
export const localResults = join(import.meta.dirname, 'results.local.json');
export const performancePage = join(import.meta.dirname, '../docs/performance.md');

const bytesPerGiB = 2 ** 30;
const bytesPerMiB = 2 ** 20;
const begin = '<!-- begin: written by npm run bench -->';
const end = '<!-- end: written by npm run bench -->';

export function surroundings(versions: {
  readonly postgresql: string;
  readonly driver: string;
}): Surroundings {
  return {
    on: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    ...versions,
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGiB: Math.round(totalmem() / bytesPerGiB),
  };
}

/** Writes the results; those of benches that were not run this time stay as they were. */
export async function writeResults(file: string, results: Results): Promise<Results> {
  const earlier = await readResults(file);
  const benches = new Set(results.measurements.map(({ bench }) => bench));
  const kept = earlier?.measurements.filter(({ bench }) => !benches.has(bench)) ?? [];
  const measurements = [...kept, ...results.measurements].toSorted((a, b) =>
    a.bench < b.bench ? -1 : a.bench > b.bench ? 1 : 0,
  );
  const all = { surroundings: results.surroundings, measurements };
  await writeFile(file, `${JSON.stringify(all, undefined, 2)}\n`);
  return all;
}

/** Replaces the table between the page's markers; the text around it is written by hand. */
export async function writePage(file: string, results: Results): Promise<void> {
  const page = await readFile(file, 'utf8');
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} lacks the markers the table stands between`);
  await writeFile(file, `${page.slice(0, from)}${begin}\n\n${markdownTable(results)}\n\n${page.slice(to)}`);
}

export function markdownTable({ surroundings: at, measurements }: Results): string {
  const rows = measurements.map((one) => {
    const cells = [
      one.what,
      one.yardstick.name,
      seriesText(one.product),
      seriesText(one.yardstick),
      `**${foundText(one)}**`,
      one.goal === null ? '–' : `≤ ${goalText(one, one.goal)}`,
      verdict(one),
    ];
    return `| ${one.id} | ${cells.join(' | ')} |`;
  });
  return [
    `Measured on ${at.on}: Node ${at.node}, PostgreSQL ${at.postgresql}, pg ${at.driver}, ${at.cores} cores (${at.processor}), ${at.memoryGiB} GiB.`,
    '',
    '| | measured | against | product | yardstick | ratio | goal | |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** A line for the terminal. */
export function summary(one: Measurement): string {
  const goal = one.goal === null ? '' : `, goal ≤ ${goalText(one, one.goal)}: ${verdict(one)}`;
  return `${one.id.padEnd(20)} ${foundText(one)}${goal}\n${''.padEnd(20)} ${one.what}: ${seriesText(one.product)}; ${one.yardstick.name}: ${seriesText(one.yardstick)}`;
}

function verdict(one: Measurement): string {
  if (!one.valid) return 'invalid: the yardstick did not stand still';
  return isMet(one) ? 'met' : 'missed';
}

function goalText({ difference, ofProduct }: Measurement, goal: number): string {
  if (ofProduct === true) return `${goal} ms by itself`;
  return difference === undefined ? String(goal) : `+${goal} ms`;
}

function foundText({ ratio, difference }: Measurement): string {
  if (difference === undefined) return ratioText(ratio);
  const [median, min, max] = [difference.median, difference.min, difference.max].map((value) =>
    value.toFixed(0),
  );
  return `+${median} ms (${min}–${max})`;
}

function ratioText({ median, min, max }: Spread): string {
  return `${median.toFixed(2)}× (${min.toFixed(2)}–${max.toFixed(2)})`;
}

function seriesText({ unit, median, min, max }: Series): string {
  const text = (value: number) => (unit === 'ms' ? value.toFixed(2) : (value / bytesPerMiB).toFixed(0));
  return `${text(median)} ${unit === 'ms' ? 'ms' : 'MiB'} (${text(min)}–${text(max)})`;
}

async function readResults(file: string): Promise<Results | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Results;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
