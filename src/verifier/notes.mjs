// @ts-check
import * as crypto from 'node:crypto';
import { hashOf, hashText, sha256 } from './hash.mjs';
import { NotVerifiable } from './not-verifiable.mjs';

/**
 * @typedef {import('./words.mjs').ProblemKind} ProblemKind
 * @typedef {{ name: string, id: string, publicKey: crypto.KeyObject, text: string }} Key `text` is all of it, as it is given to people
 * @typedef {{ size: number, root: import('./hash.mjs').Hash }} Head of a ledger: how many entries, and the root over them
 */

/** @param {string} text @returns {Key} */
export function parseKey(text) {
  const [, name, id, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  if (name === undefined || bytes.length !== 33 || bytes[0] !== 1)
    throw new NotVerifiable(
      'This is not a public key of a ledger. It looks like name+0a1b2c3d+AZ…',
      'Dit is geen publieke sleutel van een logboek. Die ziet eruit als naam+0a1b2c3d+AZ…',
    );
  if (hashText(sha256(Buffer.concat([Buffer.from(`${name}\n`), bytes])), 'hex').slice(0, 8) !== id)
    throw new NotVerifiable(
      'The id in the public key is not the id of that key.',
      'Het nummer in de publieke sleutel hoort niet bij die sleutel.',
    );
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)]);
  return { name, id, publicKey: crypto.createPublicKey({ key: der, format: 'der', type: 'spki' }), text };
}

/**
 * @param {string} note
 * @param {Key} key
 * @returns {{ kind: 'signed', text: string } | { kind: 'malformed' | 'unknown-key' | 'wrong-signature' }}
 */
export function openNote(note, key) {
  const gap = note.lastIndexOf('\n\n');
  if (gap < 0 || !note.endsWith('\n')) return { kind: 'malformed' };
  const text = note.slice(0, gap + 1);
  let signed = false;
  for (const line of note.slice(gap + 2, -1).split('\n')) {
    const [, name, encoded] = /^— ([^+\s]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? [];
    const blob = Buffer.from(encoded ?? '', 'base64');
    if (name === undefined || blob.length < 5 || blob.toString('base64') !== encoded)
      return { kind: 'malformed' };
    if (name !== key.name || blob.toString('hex', 0, 4) !== key.id) continue;
    if (!crypto.verify(null, Buffer.from(text), key.publicKey, blob.subarray(4)))
      return { kind: 'wrong-signature' };
    signed = true;
  }
  return signed ? { kind: 'signed', text } : { kind: 'unknown-key' };
}

/** @type {Record<'malformed' | 'unknown-key' | 'wrong-signature', ProblemKind>} */
export const manifestFaults = {
  malformed: 'manifest-malformed',
  'unknown-key': 'manifest-unknown-key',
  'wrong-signature': 'manifest-signature',
};

/** How many entries a checkpoint says it is of, whoever signed it. @param {string} note */
export function sizeSaidIn(note) {
  const size = Number(note.split('\n')[1]);
  return Number.isSafeInteger(size) ? size : null;
}

/** @param {string} note @param {Key} key @returns {Head | { fault: ProblemKind }} */
export function openHead(note, key) {
  const opened = openNote(note, key);
  if (opened.kind === 'malformed') return { fault: 'checkpoint-malformed' };
  if (opened.kind === 'unknown-key') return { fault: 'checkpoint-unknown-key' };
  if (opened.kind !== 'signed') return { fault: 'checkpoint-signature' };
  const [origin, digits = '', encoded = ''] = opened.text.split('\n');
  const root = hashOf(encoded);
  const size = Number(digits);
  if (!/^(0|[1-9]\d*)$/.test(digits) || !Number.isSafeInteger(size)) return { fault: 'checkpoint-malformed' };
  if (root.length !== 32 || hashText(root, 'base64') !== encoded) return { fault: 'checkpoint-malformed' };
  return origin === key.name ? { size, root } : { fault: 'checkpoint-other-ledger' };
}

/** The checkpoints in a text, such as a letter. @param {string} text */
export function notesIn(text) {
  const note = /^[^\n]+\n\d+\n[A-Za-z0-9+/]{43}=\n(?:[^\n]+\n)*\n(?:— [^\n]+(?:\n|$))+/gmu;
  return [...asSent(text).matchAll(note)].map(([found]) => (found.endsWith('\n') ? found : `${found}\n`));
}

/** How many signatures stand in a text that are under nothing that can be read as a checkpoint. @param {string} text */
export function straySignatures(text) {
  const count = (/** @type {string} */ within) =>
    [...within.matchAll(/^— \S+ [A-Za-z0-9+/]{88,}={0,2}$/gmu)].length;
  return count(asSent(text)) - count(notesIn(text).join('\n'));
}

/**
 * A text as it was before mail programs had it: quoted-printable, carriage returns and the marks of a quotation undone, and a signature of 68
 * bytes that was broken over lines put together.
 *
 * @param {string} text
 */
function asSent(text) {
  const plain = text.includes('=E2=80=94')
    ? Buffer.from(
        text
          .replace(/=\r?\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString('utf8')
    : text;
  return plain
    .replaceAll('\r\n', '\n')
    .replace(/^(?:>[ \t]?)+/gm, '')
    .replace(
      /^(— \S+)[ \n]((?:[A-Za-z0-9+/]\n?){91}=)$/gmu,
      (_, name, blob) => `${name} ${blob.replaceAll('\n', '')}`,
    );
}
