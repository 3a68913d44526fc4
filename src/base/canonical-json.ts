/** A value JSON can carry without loss: no `undefined`, no `NaN`, no dates, no cycles. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one spelling of a JSON value (RFC 8785, JSON Canonicalization Scheme): keys sorted by UTF-16 code
 * unit, no white space. Two equal values have equal bytes, so a hash over it is a hash over the value.
 *
 * @throws TypeError when the value holds something JSON cannot carry (`NaN`, `Infinity`).
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError(`not a JSON number: ${value}`);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${members.join(',')}}`;
}

// Array.isArray does not narrow a readonly array.
function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
