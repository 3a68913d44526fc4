import { assert } from '../base/assert.ts';
import type { Hash } from './merkle-tree.ts';
import { decodeBase64, type NoteSigner, type NoteVerifier, openNote, signNote } from './signed-note.ts';

/** The head of a ledger at one moment: which ledger, how many entries, and the root over them. */
export interface Checkpoint {
  /** The name of the ledger, as in `carconnect.nu/ledger`. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

export type OpenedCheckpoint =
  | { readonly kind: 'signed'; readonly checkpoint: Checkpoint; readonly by: NoteVerifier }
  | { readonly kind: 'malformed' | 'unknown-key' | 'wrong-signature' };

/** The signed head (C2SP tlog-checkpoint): whoever holds it can later show that the ledger was changed. */
export function signCheckpoint(checkpoint: Checkpoint, signer: NoteSigner): string {
  return signNote(checkpointText(checkpoint), signer);
}

/** A checkpoint, when a trusted key signed it. */
export function openCheckpoint(note: string, trusted: readonly NoteVerifier[]): OpenedCheckpoint {
  const opened = openNote(note, trusted);
  if (opened.kind !== 'signed') return { kind: opened.kind };
  const checkpoint = parseCheckpointText(opened.text);
  return checkpoint === null ? { kind: 'malformed' } : { kind: 'signed', checkpoint, by: opened.by };
}

/** The three lines that are signed. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  assert(origin !== '' && !origin.includes('\n'), 'the origin of a checkpoint is one line');
  assert(Number.isSafeInteger(size) && size >= 0, `a ledger cannot have ${size} entries`);
  assert(root.length === 32, 'the root of a ledger is 32 bytes');
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
}

/** Reads the lines back; further lines are extensions, which we pass over. `null` when it is no checkpoint. */
export function parseCheckpointText(text: string): Checkpoint | null {
  const [origin, digits, encoded, ...extensions] = text.split('\n');
  if (origin === undefined || origin === '' || digits === undefined || encoded === undefined) return null;
  if (extensions.pop() !== '' || extensions.includes('')) return null;
  const size = Number(digits);
  const root = decodeBase64(encoded);
  if (!/^(0|[1-9]\d*)$/.test(digits) || !Number.isSafeInteger(size)) return null;
  return root?.length === 32 ? { origin, size, root } : null;
}
