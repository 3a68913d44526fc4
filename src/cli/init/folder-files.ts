import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { FileChange } from '../../app/propose-files.ts';
import { GestandError } from '../../base/error.ts';

/** The text of a file in a folder; null when there is none. @throws GestandError `bad-input` when it cannot be read. */
export function textIn(folder: string, name: string): string | null {
  const path = join(folder, name);
  if (!existsSync(path)) return null;
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new GestandError('bad-input', `${path} cannot be read. Check that it is yours.`, { cause });
  }
}

/**
 * Writes all changes or none: each is written whole beside its place and then put there.
 *
 * @returns the paths.
 * @throws GestandError `conflict` when a file is no longer as it was read; `bad-input` when nothing can be written there.
 */
export function writeChanges(folder: string, changes: readonly FileChange[]): readonly string[] {
  const drafts: { readonly draft: string; readonly path: string; readonly before: string | null }[] = [];
  const done: typeof drafts = [];
  try {
    mkdirSync(folder, { recursive: true });
    for (const { name, before, after } of changes) {
      const path = placeOf(join(folder, name));
      const draft = `${path}.${process.pid}.new`;
      drafts.push({ draft, path, before });
      writeFileSync(draft, after, { flag: 'wx', ...(before === null ? {} : { mode: statSync(path).mode }) });
    }
    for (const { name, before } of changes) refuseOther(folder, name, before);
    for (const each of drafts) {
      renameSync(each.draft, each.path);
      done.push(each);
    }
  } catch (error) {
    for (const { draft } of drafts) rmSync(draft, { force: true });
    for (const { path, before } of done) putBack(path, before);
    if (error instanceof GestandError) throw error;
    throw new GestandError(
      'bad-input',
      `Nothing can be written in ${folder}. Name another folder with --out.`,
      { cause: error },
    );
  }
  return changes.map(({ name }) => join(folder, name));
}

/** A link is followed: it is the file behind it that is meant. */
function placeOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

function refuseOther(folder: string, name: string, before: string | null): void {
  if (textIn(folder, name) === before) return;
  throw new GestandError(
    'conflict',
    before === null
      ? `${join(folder, name)} is there already, and nothing was written. Name another folder with --out, or put it away first.`
      : `${join(folder, name)} was changed by somebody else just now, and nothing was written. Run it again.`,
  );
}

function putBack(path: string, before: string | null): void {
  if (before === null) rmSync(path, { force: true });
  else writeFileSync(path, before);
}
