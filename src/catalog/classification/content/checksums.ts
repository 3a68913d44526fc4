/** ISO/IEC 7812-1: every second digit from the right is doubled. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
}

/** The prefixes that card schemes use, so that other numbers of sixteen digits are left alone (ISO/IEC 7812). */
const cardPrefix = /^(4|5[1-5]|2[2-7]|3[47]|30[0-5]|36|38|6011|65|35|50|56|57|58|6[0-9])/;

export function isPaymentCard(value: string): boolean {
  if (!/^[\d -]{13,23}$/.test(value)) return false;
  const digits = digitsOf(value);
  return digits.length >= 13 && digits.length <= 19 && cardPrefix.test(digits) && passesLuhn(digits);
}

const vinValues: Readonly<Record<string, number>> = Object.fromEntries(
  [...'ABCDEFGH']
    .map((letter, at): [string, number] => [letter, at + 1])
    .concat(
      [...'JKLMN'].map((letter, at): [string, number] => [letter, at + 1]),
      [
        ['P', 7],
        ['R', 9],
      ],
      [...'STUVWXYZ'].map((letter, at): [string, number] => [letter, at + 2]),
      [...'0123456789'].map((digit): [string, number] => [digit, Number(digit)]),
    ),
);
const vinWeights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/**
 * ISO 3779. The ninth place is a check digit where the maker must give one (49 CFR 565); European makers need not, so
 * for theirs (first character S to Z) the shape is enough.
 */
export function isVin(value: string): boolean {
  const vin = value.toUpperCase();
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(vin) || !/\d{2}$/.test(vin) || !/[A-Z]/.test(vin)) return false;
  const rest =
    [...vin].reduce((sum, sign, at) => sum + (vinValues[sign] ?? 0) * (vinWeights[at] ?? 0), 0) % 11;
  return vin[8] === (rest === 10 ? 'X' : String(rest)) || /^[S-Z]/.test(vin);
}

function digitsOf(value: string): string {
  return value.replace(/\D/g, '');
}
