import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { assert, present } from '../base/assert.ts';
import { GestandError } from '../base/error.ts';

/** A key that signs notes, with the name that stands before its signatures. */
export interface NoteSigner {
  readonly name: string;
  readonly keyId: string;
  readonly privateKey: KeyObject;
  /** What others verify with. */
  readonly verifier: NoteVerifier;
}

/** A public key that is trusted to sign notes under a name. */
export interface NoteVerifier {
  readonly name: string;
  /** The first four bytes of the key's hash, in hexadecimal. */
  readonly keyId: string;
  readonly publicKey: KeyObject;
}

/**
 * A signer from the 32 bytes that are the private key (RFC 8032). They are the secret: whoever has them can
 * sign another ledger.
 *
 * @throws GestandError `bad-configuration` when there are not 32 bytes or the name cannot be used.
 */
export function noteSigner(name: string, seed: Uint8Array): NoteSigner {
  checkName(name);
  if (seed.length !== 32) {
    throw new GestandError('bad-configuration', 'The signing key of the ledger must be 32 bytes.');
  }
  const privateKey = createPrivateKey({
    key: Buffer.concat([privateKeyHeader, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(privateKey);
  const keyId = keyIdOf(name, rawPublicKey(publicKey));
  return { name, keyId, privateKey, verifier: { name, keyId, publicKey } };
}

/** The line an auditor is given beforehand: `name+keyid+base64(0x01, key)`, as Go's note tools read it. */
export function formatVerifier({ name, keyId, publicKey }: NoteVerifier): string {
  const key = Buffer.concat([ed25519, rawPublicKey(publicKey)]);
  return `${name}+${keyId}+${key.toString('base64')}`;
}

/**
 * Reads the line that `formatVerifier` writes.
 *
 * @throws GestandError `bad-input` when it is not one, or its id is not that of its key.
 */
export function parseVerifier(text: string): NoteVerifier {
  const match = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text);
  const [, name = '', keyId = '', encoded = ''] = match ?? [];
  const bytes = decodeBase64(encoded);
  if (match === null || bytes === null || bytes.length !== 33 || bytes[0] !== 1) {
    throw new GestandError('bad-input', 'Not a public key of a ledger. It looks like name+0a1b2c3d+AZ…');
  }
  const raw = bytes.subarray(1);
  if (keyIdOf(name, raw) !== keyId) {
    throw new GestandError('bad-input', 'The id in the public key of the ledger is not the id of that key.');
  }
  const publicKey = createPublicKey({
    key: Buffer.concat([publicKeyHeader, raw]),
    format: 'der',
    type: 'spki',
  });
  return { name, keyId, publicKey };
}

/**
 * Signs a text: the text, an empty line, and a signature line (C2SP signed-note).
 *
 * @throws Error when the text does not end a line or holds control characters.
 */
export function signNote(text: string, signer: NoteSigner): string {
  assert(isNoteText(text), 'a note is lines of text, the last one ended');
  const signature = sign(null, Buffer.from(text), signer.privateKey);
  const blob = Buffer.concat([Buffer.from(signer.keyId, 'hex'), signature]).toString('base64');
  return `${text}\n${dash} ${signer.name} ${blob}\n`;
}

export type OpenedNote =
  | { readonly kind: 'signed'; readonly text: string; readonly by: NoteVerifier }
  | { readonly kind: 'malformed' }
  /** No key that we trust signed it. */
  | { readonly kind: 'unknown-key' }
  | { readonly kind: 'wrong-signature' };

/**
 * The text of a note, when a trusted key signed it. Signatures of other keys are passed over (C2SP signed-note);
 * one wrong signature of a trusted key condemns the whole note.
 */
export function openNote(note: string, trusted: readonly NoteVerifier[]): OpenedNote {
  // The last empty line parts text and signatures; the text keeps the newline of its own last line.
  const gap = note.lastIndexOf('\n\n');
  if (gap < 0 || !note.endsWith('\n') || note.length > maximumNoteCharacters) return { kind: 'malformed' };
  const text = note.slice(0, gap + 1);
  const lines = note.slice(gap + 2, -1).split('\n');
  if (!isNoteText(text) || lines.length > maximumSignatures) return { kind: 'malformed' };

  let by: NoteVerifier | null = null;
  for (const line of lines) {
    const signature = parseSignature(line);
    if (signature === null) return { kind: 'malformed' };
    const key = trusted.find(({ name, keyId }) => name === signature.name && keyId === signature.keyId);
    if (key === undefined) continue;
    if (!verify(null, Buffer.from(text), key.publicKey, signature.bytes)) return { kind: 'wrong-signature' };
    by ??= key;
  }
  return by === null ? { kind: 'unknown-key' } : { kind: 'signed', text, by };
}

/** Base64 with nothing to spare: one text for one value. `null` when it is anything else. */
export function decodeBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64');
  return text !== '' && bytes.toString('base64') === text ? bytes : null;
}

const dash = '\u2014';
const ed25519 = Uint8Array.of(1);
const maximumSignatures = 32;
const maximumNoteCharacters = 65_536;

// The fixed beginnings of PKCS #8 and SPKI for Ed25519 (RFC 8410): Node takes keys in DER only.
const privateKeyHeader = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicKeyHeader = Buffer.from('302a300506032b6570032100', 'hex');

function rawPublicKey(publicKey: KeyObject): Uint8Array {
  return publicKey.export({ format: 'der', type: 'spki' }).subarray(publicKeyHeader.length);
}

function keyIdOf(name: string, key: Uint8Array): string {
  const hash = createHash('sha256').update(name).update('\n').update(ed25519).update(key);
  return hash.digest('hex').slice(0, 8);
}

function parseSignature(line: string): { name: string; keyId: string; bytes: Uint8Array } | null {
  const match = /^\u2014 ([^+\s]+) (\S+)$/u.exec(line);
  const [, name, encoded] = match ?? [];
  if (name === undefined) return null;
  const blob = decodeBase64(present(encoded, 'signature'));
  if (blob === null || blob.length < 5) return null;
  return { name, keyId: Buffer.from(blob.subarray(0, 4)).toString('hex'), bytes: blob.subarray(4) };
}

function isNoteText(text: string): boolean {
  if (!text.endsWith('\n') || !text.isWellFormed()) return false;
  for (const character of text) if (character < ' ' && character !== '\n') return false;
  return true;
}

function checkName(name: string): void {
  if (name === '' || !name.isWellFormed() || /[\s+]/u.test(name)) {
    throw new GestandError(
      'bad-configuration',
      'The name of the ledger must not be empty or hold spaces or a plus sign. A host name with a path will do.',
    );
  }
}
