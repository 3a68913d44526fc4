import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson, type Json } from './canonical-json.ts';

/** Lower-case hexadecimal SHA-256 of the text's UTF-8 bytes (or of the bytes given). */
export function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** SHA-256 over the canonical JSON of a value: equal values, equal hash. */
export function hashOf(value: Json): string {
  return sha256Hex(canonicalJson(value));
}

/**
 * HMAC-SHA-256 in hexadecimal. What is low in entropy (an e-mail address, a customer number) is only ever
 * kept as a keyed hash: a plain hash of it can be guessed from a list.
 */
export function keyedHash(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

/** Compares without telling by its duration where the difference is. */
export function equalInConstantTime(left: string, right: string): boolean {
  const a = createHash('sha256').update(left).digest();
  const b = createHash('sha256').update(right).digest();
  return timingSafeEqual(a, b);
}
