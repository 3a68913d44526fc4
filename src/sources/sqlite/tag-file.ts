import { type BigIntStats, closeSync, openSync, readSync, statSync } from 'node:fs';
import { systemClock } from '../../base/clock.ts';

/** A file system may give one time to two changes within one tick of its clock; on a network disk that can be a second. */
const settledMilliseconds = 2000;

/**
 * A tag of everything in a SQLite file: which file it is, its size, when it last changed, and the counter that SQLite raises with
 * every transaction (file format §1.3.7, bytes 24–27); the same of the write-ahead log beside it. A backup that is put back is
 * another file or has another time of change (ctime), which no program can set.
 *
 * Null when there is no file, and within two seconds of a change: another one could still have the same tag.
 */
export function tagFile(file: string): string | null {
  try {
    const parts = [file, `${file}-wal`].map((path) =>
      statSync(path, { bigint: true, throwIfNoEntry: false }),
    );
    const [database] = parts;
    if (database === undefined || parts.some(changedJustNow)) return null;
    return [...parts.map(stateOf), changeCounter(file)].join(' ');
  } catch {
    // Whoever looks next says what is wrong with the file.
    return null;
  }
}

function changedJustNow(stats: BigIntStats | undefined): boolean {
  return (
    stats !== undefined &&
    Math.abs(systemClock.now().epochMilliseconds - Number(stats.ctimeMs)) < settledMilliseconds
  );
}

function stateOf(stats: BigIntStats | undefined): string {
  return stats === undefined
    ? 'none'
    : [stats.dev, stats.ino, stats.size, stats.ctimeNs, stats.mtimeNs].join(' ');
}

function changeCounter(file: string): number {
  const header = Buffer.alloc(28);
  const opened = openSync(file, 'r');
  try {
    readSync(opened, header, 0, header.length, 0);
  } finally {
    closeSync(opened);
  }
  return header.readUInt32BE(24);
}
