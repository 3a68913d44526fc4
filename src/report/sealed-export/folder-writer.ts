import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { EntryContent, ZipEntry } from '../package/zip-writer.ts';
import type { ExportTarget } from './sealed-export.ts';

/** Writes the files of an export into a folder. */
export function folderWriter(folder: string): ExportTarget {
  return {
    add: async (path: string, content: EntryContent): Promise<ZipEntry> => {
      const file = join(folder, ...path.split('/'));
      await mkdir(dirname(file), { recursive: true });
      const hash = createHash('sha256');
      let bytes = 0;
      await using handle = await open(file, 'wx', 0o600);
      for await (const piece of content) {
        const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece;
        hash.update(chunk);
        bytes += chunk.length;
        await handle.write(chunk);
      }
      return { path, bytes, sha256: hash.digest('hex') };
    },
  };
}
