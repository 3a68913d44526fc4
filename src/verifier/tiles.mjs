// @ts-check

export const tileWidth = 256;
export const maximumTileBytes = tileWidth * (65_535 + 2);

/** @param {string} level @param {number} n @param {number} width */
export function tilePath(level, n, width) {
  const digits = String(n);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const path = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width === tileWidth ? '' : `.p/${width}`}`;
}

/** Each entry stands behind its length, in two bytes; reading ends where one breaks off. @param {Buffer} bundle @param {number} limit */
export function entriesIn(bundle, limit) {
  const entries = [];
  for (let at = 0; entries.length < limit && at + 2 <= bundle.length; ) {
    const end = at + 2 + bundle.readUInt16BE(at);
    if (end > bundle.length) break;
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries;
}

/** @param {Buffer | null} tile @param {number} at */
export function slot(tile, at) {
  return tile === null || tile.length < (at + 1) * 32 ? undefined : tile.subarray(at * 32, (at + 1) * 32);
}
