// @ts-check
import { createReadStream, promises as fs, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
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
  if (stat === null) throw new NotVerifiable(`There is no ${path}.`, `${path} is er niet.`);
  if (!stat.isDirectory()) return zipArchive(path, stat.size);
  const archive = await folderArchive(path);
  if (!archive.has('SHA256SUMS') && (await isListedAbove(path)))
    throw new NotVerifiable(
      'This folder is part of a dossier, and the signed list of its files lies above it. Verify the folder above.',
      'Deze map hoort bij een dossier, en de ondertekende lijst van de bestanden ligt erboven. Controleer de map erboven.',
    );
  return archive;
}

/** Whether the folder above has a list of files in which those of this one are. @param {string} folder */
async function isListedAbove(folder) {
  const whole = resolve(folder);
  const list = await fs.readFile(join(dirname(whole), 'SHA256SUMS'), 'utf8').catch(() => '');
  return list.includes(`  ${basename(whole)}/checkpoint\n`);
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
