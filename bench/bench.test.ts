import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Sizes } from './bench.ts';
import { type Measurement, spreadOf } from './measurement.ts';
import { markdownTable, type Results, writePage, writeResults } from './report.ts';
import { benches, benchesNamed, runBenches } from './run.ts';

/** So small that nothing it measures means anything: only what the run leaves behind is looked at. */
const tiny: Sizes = {
  people: 1_200,
  crowd: 10,
  singles: 2,
  // Long enough for one small transaction on a machine that does much else.
  loadMilliseconds: 200,
  patience: { rounds: 1, maxAttempts: 1 },
  repeats: 2,
  wide: 30,
  example: 60,
  ledger: { placed: 600, writes: 40, verified: 1_500 },
  large: { rows: 6_000, many: 2_000, few: 1_000 },
};

async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'gestand-bench-test-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

describe('the bench', () => {
  it('gives every measurement with product, yardstick and ratio', async () => {
    const said: string[] = [];
    const { surroundings, measurements } = await runBenches(benches, {
      sizes: tiny,
      say: (line) => said.push(line),
    });
    expect(measurements.map(({ id }) => id)).toEqual([
      'access.one',
      'access.crowd',
      'access.large',
      'access.memory',
      'erase.one',
      'erase.crowd',
      'erase.crowd-by-hand',
      'erase.foreground',
      'erase.foreground-crowd',
      'check.postgresql',
      'check-promises.round',
      'ledger.write',
      'ledger.place',
      'ledger.verify',
    ]);
    for (const one of measurements) {
      for (const { min, median, max } of [one.product, one.yardstick, one.ratio]) {
        expect(0 < min && min <= median && median <= max).toBe(true);
      }
      expect(one.attempts).toBeGreaterThan(0);
      expect(said.some((line) => line.startsWith(one.id))).toBe(true);
    }
    expect(surroundings).toMatchObject({
      node: process.versions.node,
      postgresql: expect.stringMatching(/^18\./),
    });
  }, 300_000);

  it('refuses a name it does not know, and says which there are', async () => {
    expect(() => benchesNamed(['access', 'nonsense'])).toThrow(
      'there is no bench nonsense; there are: access, erase, check, check-mariadb, check-promises, ledger',
    );
    const run = promisify(execFile)(process.execPath, [join(import.meta.dirname, 'main.ts'), 'nonsense']);
    await expect(run).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('access, erase') });
  });
});

describe('the results', () => {
  it('replace those of the same bench and leave the others', async () => {
    await using at = await folder();
    const file = join(at.path, 'results.json');
    await writeResults(
      file,
      resultsOf(measurement('erase', 'erase.one'), measurement('access', 'access.old')),
    );
    await writeResults(file, resultsOf(measurement('access', 'access.one')));
    const { measurements } = JSON.parse(await readFile(file, 'utf8')) as Results;
    expect(measurements.map(({ id }) => id)).toEqual(['access.one', 'erase.one']);
  });

  it('stand in the page between its markers, and leave the text around them', async () => {
    await using at = await folder();
    const page = join(at.path, 'performance.md');
    const [begin, end] = [
      '<!-- begin: written by npm run bench -->',
      '<!-- end: written by npm run bench -->',
    ];
    await writeFile(page, `Before.\n\n${begin}\nold\n${end}\n\nAfter.\n`);
    const results = resultsOf(measurement('access', 'access.one'));
    await writePage(page, results);
    expect(await readFile(page, 'utf8')).toBe(
      `Before.\n\n${begin}\n\n${markdownTable(results)}\n\n${end}\n\nAfter.\n`,
    );
  });

  it('say met, missed, or that nothing can be said', () => {
    const one = measurement('access', 'access.one');
    const words = [one, { ...one, ratio: spreadOf([1.3]) }, { ...one, valid: false }].map((each) =>
      markdownTable(resultsOf(each)).split('|').at(-2)?.trim(),
    );
    expect(words).toEqual(['met', 'missed', 'invalid: the yardstick did not stand still']);
  });
});

function measurement(bench: string, id: string): Measurement {
  return {
    ...{ id, bench, goal: 1.2, rounds: 5, attempts: 1, valid: true },
    what: 'one person',
    product: { ...spreadOf([11]), unit: 'ms' },
    yardstick: { ...spreadOf([10]), unit: 'ms', name: 'by hand' },
    ratio: spreadOf([1.1]),
  };
}

function resultsOf(...measurements: readonly Measurement[]): Results {
  return {
    surroundings: {
      ...{ on: '2026-06-01', node: '26.0.0', postgresql: '18.0', driver: '8.0.0' },
      ...{ cores: 2, processor: 'a processor', memoryGiB: 8 },
    },
    measurements,
  };
}
