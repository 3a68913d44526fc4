/** So many digits may be more than a JavaScript number keeps. */
const manyDigits = /[\d.]{16}/;

/** A JSON text as values; a number that a JavaScript number would change stays what it is, as text. */
export function parseExactly(text: string): unknown {
  return manyDigits.test(text) ? parseWithSource(text, exactNumber) : JSON.parse(text);
}

type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

// What a number was written as is in the language since 2025, and not yet in its types here.
const parseWithSource = JSON.parse as (text: string, reviver: Reviver) => unknown;

const exactNumber: Reviver = (_key, value, { source }) => {
  if (typeof value !== 'number' || source === undefined) return value;
  return significant(String(value)) === significant(source) ? value : source;
};

// 1.50 and 1.5 are the same number, and 1e21 is how JavaScript writes a one with 21 zeros.
function significant(number: string): string {
  if (/e/i.test(number)) return number.toLowerCase();
  return number.includes('.') ? number.replace(/\.?0+$/, '') : number;
}
