// @ts-check
import { createReadStream, promises as fs, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { NotVerifiable } from './not-verifiable.mjs';
import { zipArchive } from './zip.mjs';

/**
 * The files of an export, by their names with slashes between the folders.
 *
 * @typedef {{
 *   names: () => Iterable<string>, has: (name: string) => boolean, chunks: (name: string) => AsyncIterable<Buffer>,
 *   close: () => Promise<void>
 * }} Archive
 */

/** @param {string} path @returns {Promise<Archive>} */
export async function openArchive(path) {
  const stat = await fs.stat(path).catch(() => null);
  if (stat === null) throw new NotVerifiable(`There is no ${path}.`);
  return stat.isDirectory() ? folderArchive(path) : zipArchive(path, stat.size);
}

/** @param {string} folder @returns {Promise<Archive>} */
async function folderArchive(folder) {
  const names = new Set();
  const walk = async (/** @type {string} */ at) => {
    for (const entry of await fs.readdir(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) await walk(path);
      else names.add(relative(folder, path).split(sep).join('/'));
    }
  };
  await walk(folder);
  return {
    names: () => names,
    has: (name) => names.has(name),
    chunks: (name) => fileContent(join(folder, name)),
    close: async () => undefined,
  };
}

/** At once where it is small, as nearly all are: a stream costs more than the file. @param {string} path @returns {AsyncGenerator<Buffer>} */
async function* fileContent(path) {
  if (statSync(path).size <= 2 ** 22) yield readFileSync(path);
  else yield* createReadStream(path, { highWaterMark: 2 ** 18 });
}
