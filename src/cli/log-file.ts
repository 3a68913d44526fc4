import { appendFileSync, renameSync, statSync } from 'node:fs';

/** The lines of the last weeks or months; what was before them is in one former file of the same size. */
const mostBytes = 10_000_000;

/**
 * Appends lines to a file of a stated size: when it is full it becomes `FILE.1`, in the place of the one before. A disk
 * that takes no more must not stop the work itself, so a line may be lost.
 */
export function logFile(file: string, limit = mostBytes): (line: string) => void {
  return (line) => {
    try {
      if (sizeOf(file) + line.length >= limit) renameSync(file, `${file}.1`);
      appendFileSync(file, `${line}\n`, { mode: 0o600 });
    } catch {
      // See above.
    }
  };
}

// Asked each time: commands beside a server write to the same file.
function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
