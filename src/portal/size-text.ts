import type { Language } from '../domain/language.ts';

/** A size in bytes as people say it: `1,4 MB`, `312 kB`. Decimal units, rounded to two figures or a whole. */
export function sizeText(bytes: number, language: Language): string {
  const [divisor, unit] =
    bytes >= 1_000_000 ? [1_000_000, 'MB'] : bytes >= 1000 ? [1000, 'kB'] : [1, 'bytes'];
  const amount = bytes / divisor;
  const digits = amount < 10 && divisor > 1 ? 1 : 0;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(amount);
  return `${number} ${unit}`;
}
