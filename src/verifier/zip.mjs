// @ts-check
import { createReadStream, promises as fs } from 'node:fs';
import { createInflateRaw } from 'node:zlib';
import { NotVerifiable } from './not-verifiable.mjs';

/** @typedef {import('./archive.mjs').Archive} Archive */

/** @param {string} path @param {number} length @returns {Promise<Archive>} */
export async function zipArchive(path, length) {
  const file = await fs.open(path);
  try {
    const read = async (/** @type {number} */ at, /** @type {number} */ count) => {
      const bytes = Buffer.alloc(count);
      const { bytesRead } = await file.read(bytes, 0, count, at);
      if (at < 0 || bytesRead < count)
        throw new NotVerifiable(
          `${path} is no ZIP, or was cut short.`,
          `${path} is geen ZIP, of is afgekapt.`,
        );
      return bytes;
    };
    const entries = await zipEntries(path, length, read);
    return {
      names: () => entries.keys(),
      has: (name) => entries.has(name),
      chunks: (name) => zipContent(path, /** @type {ZipEntry} */ (entries.get(name)), read),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/**
 * @typedef {{ name: string, method: number, packed: number, size: number, offset: number }} ZipEntry
 * @typedef {(at: number, count: number) => Promise<Buffer>} ReadAt
 * @param {string} path @param {number} length @param {ReadAt} read
 */
async function zipEntries(path, length, read) {
  const damaged = () =>
    new NotVerifiable(`${path} is no ZIP, or was damaged.`, `${path} is geen ZIP, of is beschadigd.`);
  const tail = await read(Math.max(0, length - 65_557), Math.min(length, 65_557));
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > tail.length) throw damaged();
  let count = tail.readUInt16LE(end + 10);
  let size = tail.readUInt32LE(end + 12);
  let start = tail.readUInt32LE(end + 16);
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) {
    if (end < 20 || tail.readUInt32LE(end - 20) !== 0x07064b50) throw damaged();
    const large = await read(Number(tail.readBigUInt64LE(end - 12)), 56);
    count = Number(large.readBigUInt64LE(32));
    size = Number(large.readBigUInt64LE(40));
    start = Number(large.readBigUInt64LE(48));
  }
  if (start + size > length) throw damaged();
  const directory = await read(start, size);
  /** @type {Map<string, ZipEntry>} */
  const entries = new Map();
  let seen = 0;
  for (let at = 0; at < size; seen++) {
    if (at + 46 > size || directory.readUInt32LE(at) !== 0x02014b50) throw damaged();
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    const next = extraEnd + directory.readUInt16LE(at + 32);
    if (next > size) throw damaged();
    const name = directory.toString('utf8', at + 46, nameEnd);
    if (entries.has(name)) throw damaged();
    if (!name.endsWith('/')) entries.set(name, zipEntry(name, directory.subarray(at, extraEnd)));
    at = next;
  }
  if (seen !== count) throw damaged();
  return entries;
}

/**
 * What does not fit in 32 bits stands in an extra field (ZIP64), in this order.
 *
 * @param {string} name @param {Buffer} record @returns {ZipEntry}
 */
function zipEntry(name, record) {
  const method = record.readUInt16LE(10);
  const extra = record.subarray(46 + record.readUInt16LE(28));
  /** @type {Buffer} */
  let wide = Buffer.alloc(0);
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === 1) wide = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  const value = (/** @type {number} */ place) => {
    const narrow = record.readUInt32LE(place);
    if (narrow !== 0xffffffff || wide.length < 8) return narrow;
    const number = Number(wide.readBigUInt64LE());
    wide = wide.subarray(8);
    return number;
  };
  return { name, method, size: value(24), packed: value(20), offset: value(42) };
}

/** @param {string} path @param {ZipEntry} entry @param {ReadAt} read @returns {AsyncGenerator<Buffer>} */
async function* zipContent(path, { name, method, packed, size, offset }, read) {
  const header = await read(offset, 30);
  const nameLength = header.readUInt16LE(26);
  const start = offset + 30 + nameLength + header.readUInt16LE(28);
  const local = (await read(offset + 30, nameLength)).toString('utf8');
  if (header.readUInt32LE(0) !== 0x04034b50 || local !== name || header.readUInt16LE(8) !== method)
    throw new Error('damaged');
  if (method !== 0 && method !== 8) throw new Error('packed in another way');
  if (packed === 0) return;
  const raw = createReadStream(path, { start, end: start + packed - 1, highWaterMark: 2 ** 18 });
  const inflate = createInflateRaw();
  const stream = method === 0 ? raw : raw.on('error', (error) => inflate.destroy(error)).pipe(inflate);
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > size) throw new Error('longer than it says');
    yield chunk;
  }
  if (length !== size) throw new Error('shorter than it says');
}
