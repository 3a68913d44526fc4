// @ts-check
import * as crypto from 'node:crypto';
import { NotVerifiable } from './not-verifiable.mjs';

const scratch = Buffer.alloc(1 + 65_535);

/** @param {Uint8Array} entry @returns {Buffer} */
export function leafHash(entry) {
  if (entry.length > 65_535) throw new NotVerifiable('An entry is longer than 65535 bytes.');
  scratch[0] = 0;
  scratch.set(entry, 1);
  return sha256(scratch.subarray(0, entry.length + 1));
}

const pair = Buffer.alloc(65, 1);

/** @param {Buffer} left @param {Buffer} right */
export function nodeHash(left, right) {
  pair.set(left, 1);
  pair.set(right, 33);
  return sha256(pair);
}

/** In one call where Node has it (20.12): for short texts twice as fast. @type {(bytes: Buffer) => Buffer} */
export const sha256 =
  typeof crypto.hash === 'function'
    ? (bytes) => crypto.hash('sha256', bytes, 'buffer')
    : (bytes) => crypto.createHash('sha256').update(bytes).digest();
