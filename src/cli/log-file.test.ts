import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { logFile } from './log-file.ts';

test('a log keeps its newest lines, in two files of a stated size', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gestand-log-'));
  const file = join(folder, 'gestand.log');
  const write = logFile(file, 1_000);
  // Another process, with the same file.
  const beside = logFile(file, 1_000);
  for (let line = 0; line < 100; line++) (line % 3 === 0 ? beside : write)(`line ${line} ${'x'.repeat(40)}`);
  expect(readdirSync(folder).sort()).toEqual(['gestand.log', 'gestand.log.1']);
  const lines = ['gestand.log.1', 'gestand.log'].flatMap((name) => {
    expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(1_000);
    return readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
  });
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.map((line) => Number(line.split(' ')[1]))).toEqual(
    Array.from({ length: lines.length }, (_, i) => 100 - lines.length + i),
  );
  rmSync(folder, { recursive: true, force: true });
});

test('a log that cannot be written stops nothing', () => {
  expect(() => logFile('/nowhere/at/all/gestand.log')('line')).not.toThrow();
});
