import { createWriteStream } from 'node:fs';
import { access, constants, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { GestandError } from '../base/error.ts';
import { zipOf } from '../report/package/zip-writer.ts';
import { folderWriter } from '../report/sealed-export/folder-writer.ts';
import type { ExportTarget } from '../report/sealed-export/sealed-export.ts';

/**
 * Writes an export to a folder, or to a ZIP where the name ends on `.zip`. It stands there when it is whole: until then it has another name.
 * What may be there was asked with {@link expectWritable} before.
 *
 * @param on ISO date that the files of a ZIP bear.
 * @throws GestandError `bad-input` when it cannot be written.
 */
export async function writeExport(
  out: string,
  { on, write }: { readonly on: string; readonly write: (target: ExportTarget) => Promise<void> },
): Promise<void> {
  const partial = `${resolve(out)}.${process.pid}.partial`;
  try {
    if (isZip(out))
      await pipeline(zipOf(on, write), createWriteStream(partial, { mode: 0o600, flags: 'wx' }));
    else {
      await mkdir(partial);
      await write(folderWriter(partial));
    }
    // Takes the place of an empty folder, and of nothing that has something in it.
    await rename(partial, resolve(out));
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw isSystemError(error) ? unwritable(out, error) : error;
  }
}

function isZip(out: string): boolean {
  return out.toLowerCase().endsWith('.zip');
}

/**
 * Before anything is opened or read: a folder that is not there is a slip of whoever typed it. What somebody has must not be lost; an
 * empty folder holds nothing.
 *
 * @throws GestandError `bad-input` when something is there already, or nothing can be written there.
 */
export async function expectWritable(out: string): Promise<void> {
  await access(dirname(resolve(out)), constants.W_OK).catch((error: NodeJS.ErrnoException) => {
    throw unwritable(out, error);
  });
  const there = await stat(out).catch(() => null);
  if (there === null) return;
  if (!isZip(out) && there.isDirectory() && (await readdir(out)).length === 0) return;
  throw new GestandError('bad-input', `${out} is there already. Name a file or folder that is not.`);
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

function unwritable(out: string, cause: NodeJS.ErrnoException): GestandError {
  return new GestandError(
    'bad-input',
    `${out} cannot be written (${cause.code ?? 'unknown reason'}). Name a file or folder where a folder is there and yours.`,
    { cause },
  );
}
