/**
 * Plates, vehicle numbers, account numbers, telephone numbers and addresses of machines: right in form, and
 * nobody's. Each is made from a row number, so that two rows never share one by accident.
 */

const vowels = 'AEIOU';
const plateLetters = 'BDFGHJKLNPRSTVXZ';
const plateForms = ['XX-999-X', 'X-999-XX', '99-XXX-9'] as const;
const platesOfForm = vowels.length * plateLetters.length ** 2 * 1000;

/** How many different plates there are. */
export const plateCount = platesOfForm * plateForms.length;

/** A Dutch plate with a vowel in front, which plates of these forms never have: `AK-207-T`. */
export function plate(index: number): string {
  if (index < 0 || index >= plateCount)
    throw new RangeError(`there are ${plateCount} plates, no number ${index}`);
  const form = plateForms[Math.floor(index / platesOfForm)] ?? plateForms[0];
  // Neighbours should not look like neighbours: a step that shares no factor with the count visits all.
  let rest = ((index % platesOfForm) * 611_953) % platesOfForm;
  const take = (count: number): number => {
    const digit = rest % count;
    rest = Math.floor(rest / count);
    return digit;
  };
  let digits = String(take(1000)).padStart(3, '0');
  let letters =
    vowels.charAt(take(5)) +
    plateLetters.charAt(take(plateLetters.length)) +
    plateLetters.charAt(take(plateLetters.length));
  return form.replace(/[X9]/g, (mark) => {
    if (mark === 'X') {
      const letter = letters.charAt(0);
      letters = letters.slice(1);
      return letter;
    }
    const digit = digits.charAt(0);
    digits = digits.slice(1);
    return digit;
  });
}

const vinLetters = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789';
const vinValues: Readonly<Record<string, number>> = Object.fromEntries(
  [...'ABCDEFGH', ...'JKLMN', 'P', 'R', ...'STUVWXYZ'].map((letter) => [letter, vinValue(letter)]),
);
const vinWeights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

function vinValue(letter: string): number {
  if ('ABCDEFGH'.includes(letter)) return 'ABCDEFGH'.indexOf(letter) + 1;
  if ('JKLMN'.includes(letter)) return 'JKLMN'.indexOf(letter) + 1;
  if (letter === 'P') return 7;
  if (letter === 'R') return 9;
  return 'STUVWXYZ'.indexOf(letter) + 2;
}

/** A vehicle identification number of ISO 3779 with its check digit, by a maker that does not exist (`ZTC`). */
export function vin(index: number): string {
  const model = vinLetters.charAt((index * 7) % 23) + vinLetters.charAt((index * 11) % 23);
  const plant = vinLetters.charAt(Math.floor(index / 1_000_000) % 23);
  const serial = String(index % 1_000_000).padStart(6, '0');
  const start = `ZTC${model}1${index % 10}B`;
  const end = `R${plant}${serial}`;
  return `${start}${vinCheckDigit(`${start}0${end}`)}${end}`;
}

export function vinCheckDigit(text: string): string {
  let sum = 0;
  for (const [place, weight] of vinWeights.entries()) {
    const character = text.charAt(place);
    sum += weight * (vinValues[character] ?? Number(character));
  }
  const rest = sum % 11;
  return rest === 10 ? 'X' : String(rest);
}

const inventedBanks = ['VOOR', 'FICT', 'DEMO', 'GEEN'];

/** A Dutch IBAN with a right check number, at a bank that does not exist. */
export function iban(index: number): string {
  const bank = inventedBanks[index % inventedBanks.length] ?? 'VOOR';
  const account = String(100_000_000 + ((index * 7_919) % 900_000_000)).padStart(10, '0');
  const check = 98 - ibanRemainder(`${bank}${account}NL00`);
  return `NL${String(check).padStart(2, '0')}${bank}${account}`;
}

/** The rest of ISO 13616: a right IBAN, its first four characters moved to the end, leaves 1. */
export function ibanRemainder(text: string): number {
  let rest = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
  }
  return rest;
}

/** `+31 6 00…`: mobile numbers that start with a zero were never handed out. */
export function mobile(index: number): string {
  return `+31600${String((index * 48_271) % 1_000_000).padStart(6, '0')}`;
}

/** `+31 30 0…`: no local number starts with a zero. */
export function landline(index: number): string {
  return `+31300${String((index * 16_807) % 1_000_000).padStart(6, '0')}`;
}

/** From the ranges that are set apart for documentation (RFC 5737, RFC 3849). */
export function ipAddress(index: number): string {
  if (index % 4 === 3) return `2001:db8::${(index % 0xffff).toString(16)}`;
  const net = ['192.0.2', '198.51.100', '203.0.113'][index % 3] ?? '192.0.2';
  return `${net}.${1 + (Math.floor(index / 3) % 254)}`;
}
