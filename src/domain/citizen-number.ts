/**
 * The eleven-test of the Dutch citizen service number: the digits times 9, 8 … 2 and the last times -1 add up to a
 * multiple of eleven. Older numbers have eight digits and a leading zero left out.
 */
export function passesElevenTest(value: string): boolean {
  const digits = value.replace(/\D/g, '').padStart(9, '0');
  if (digits.length !== 9 || /^0{2}|^(\d)\1{8}$/.test(digits)) return false;
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return sum % 11 === 0;
}

/**
 * Whether a text holds what is a citizen service number as far as anybody can see. One number of nine digits in eleven is: of those,
 * the ones that are part of a telephone number, an account number, an amount or a longer code are left alone. Eight digits are one
 * only where the text says so.
 */
export function holdsCitizenNumber(text: string): boolean {
  return found(text).length > 0;
}

/** The same text without such numbers: what came in by mail cannot be sent back unread. */
export function withoutCitizenNumbers(text: string): string {
  return found(text).reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)}[…]${rest.slice(end)}`,
    text,
  );
}

const nineDigits =
  /(?<![\p{L}\d]|[\p{L}\d][-.,/]|\+\d{2,3}[ -]?|\b00\d{2}[ -]?|\(0\) ?)(?:\d{9}|\d{3}([ .])\d{3}\1\d{3}|\d{4}([ .])\d{2}\2\d{3})(?![\p{L}\d]|[-.,/]\d)/gu;
const eightDigits =
  /(?<=\b(?:bsn|burgerservicenummer|sofi-?nummer|citizen service number)(?: is| nummer|nummer|nr\.?)?[ :=]{1,3})\d{8}(?!\d)/giu;

function found(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(nineDigits), ...text.matchAll(eightDigits)]
    .filter(([number]) => passesElevenTest(number))
    .map(({ 0: number, index }) => ({ start: index, end: index + number.length }))
    .toSorted((a, b) => a.start - b.start);
}
