import { createHash } from 'node:crypto';
import { type NoteSigner, signNote } from './signed-note.ts';

/**
 * Signs the list of the files of an export. Its second line is no number, so that it can never pass for a checkpoint, which the same key
 * signs.
 *
 * @param sums the lines of `sha256sum`.
 */
export function signManifest(sums: string, signer: NoteSigner): string {
  const hash = createHash('sha256').update(sums).digest('base64');
  return signNote(`gestand.manifest/1\n${signer.name}\n${hash}\n`, signer);
}
