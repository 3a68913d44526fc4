/**
 * How many seconds an answer asks to wait (RFC 9110, 10.2.3); null when it does not say, or not so that it can be read.
 * A moment is counted from the answer's own `Date`: the clocks of the two sides may differ.
 */
export function retryAfterSeconds(headers: {
  readonly 'retry-after'?: string | undefined;
  readonly date?: string | undefined;
}): number | null {
  const asked = headers['retry-after']?.trim();
  if (asked === undefined) return null;
  if (/^\d{1,9}$/.test(asked)) return Number(asked);
  const seconds = (Date.parse(asked) - Date.parse(headers.date ?? '')) / 1000;
  return Number.isFinite(seconds) ? Math.max(seconds, 0) : null;
}
