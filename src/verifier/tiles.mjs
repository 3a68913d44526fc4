// @ts-check
import { sha256 } from './hash.mjs';

export const tileWidth = 256;
export const maximumTileBytes = tileWidth * (65_535 + 2);

/** @param {string} level @param {number} n @param {number} width */
export function tilePath(level, n, width) {
  const digits = String(n);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const path = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width === tileWidth ? '' : `.p/${width}`}`;
}

/**
 * The hash of each entry of a bundle, and where reading ended: where one breaks off, or behind the last. An entry stands behind its length in
 * two bytes, and its hash is over a zero and the entry. The second byte of the length makes room for the zero once it was read, so that
 * nothing is copied: the bundle is used up.
 *
 * @param {Buffer} bundle @param {number} limit
 */
export function leafHashesIn(bundle, limit) {
  const hashes = [];
  let at = 0;
  while (hashes.length < limit && at + 2 <= bundle.length) {
    const end = at + 2 + bundle.readUInt16BE(at);
    if (end > bundle.length) break;
    bundle[at + 1] = 0;
    hashes.push(sha256(bundle.subarray(at + 1, end)));
    at = end;
  }
  return { hashes, end: at };
}

/** @param {Buffer | null} tile @param {number} at @returns {import('./hash.mjs').Hash | undefined} */
export function slot(tile, at) {
  return tile === null || tile.length < (at + 1) * 32
    ? undefined
    : tile.toString('latin1', at * 32, (at + 1) * 32);
}
