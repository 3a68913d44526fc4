import { randomInt } from 'node:crypto';

const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 5;
const pattern = /^GS-\d{4}-[2-9A-Z]{5}$/;

/** Made of no letter or digit that is taken for another when it is spelled out. */
export function newReference(year: number): string {
  const code = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]);
  return `GS-${year}-${code.join('')}`;
}

/** Whether a text, in its normal spelling, can be a reference. */
export function isReference(text: string): boolean {
  return pattern.test(text);
}
