import { signManifest } from '../../ledger/manifest-note.ts';
import type { NoteSigner } from '../../ledger/signed-note.ts';
import type { EntryContent, ZipEntry } from '../package/zip-writer.ts';

/** Where the files of an export go: a ZIP or a folder. */
export interface ExportTarget {
  /** Resolves when the content has been written. */
  add(path: string, content: EntryContent): Promise<ZipEntry>;
}

/**
 * An export whose files are listed with their hashes, as `sha256sum` writes and checks them, and whose list is signed: who has the public
 * key sees that nothing was changed, taken out or put in.
 */
export class SealedExport {
  readonly #target: ExportTarget;
  readonly #sums: string[] = [];

  constructor(target: ExportTarget) {
    this.#target = target;
  }

  async add(path: string, content: EntryContent): Promise<void> {
    const { sha256 } = await this.#target.add(path, content);
    this.#sums.push(`${sha256}  ${path}\n`);
  }

  /** Nothing can be added afterwards. */
  async seal(signer: NoteSigner): Promise<void> {
    const sums = this.#sums.join('');
    await this.#target.add('SHA256SUMS', [sums]);
    await this.#target.add('SHA256SUMS.sig', [signManifest(sums, signer)]);
  }
}
