/** A period in a sentence: ISO 8601 (`P7Y`, `PT72H`) and where it stands. */
export interface SaidDuration {
  readonly duration: string;
  readonly start: number;
  readonly end: number;
}

const numbers: Readonly<Record<string, number>> = {
  een: 1,
  één: 1,
  a: 1,
  an: 1,
  one: 1,
  the: 1,
  twee: 2,
  two: 2,
  drie: 3,
  three: 3,
  vier: 4,
  four: 4,
  vijf: 5,
  five: 5,
  zes: 6,
  six: 6,
  zeven: 7,
  seven: 7,
  acht: 8,
  eight: 8,
  negen: 9,
  nine: 9,
  tien: 10,
  ten: 10,
  elf: 11,
  eleven: 11,
  twaalf: 12,
  twelve: 12,
  dertien: 13,
  thirteen: 13,
  veertien: 14,
  fourteen: 14,
  vijftien: 15,
  fifteen: 15,
  achttien: 18,
  eighteen: 18,
  twintig: 20,
  twenty: 20,
  vierentwintig: 24,
  achtentwintig: 28,
  dertig: 30,
  thirty: 30,
  zesendertig: 36,
  veertig: 40,
  forty: 40,
  achtenveertig: 48,
  vijftig: 50,
  fifty: 50,
  zestig: 60,
  sixty: 60,
  tweeënzeventig: 72,
  tweeenzeventig: 72,
  negentig: 90,
  ninety: 90,
  'twenty-one': 21,
  'twenty-four': 24,
  'twenty-eight': 28,
  'thirty-six': 36,
  'forty-eight': 48,
  'forty-five': 45,
  vijfenveertig: 45,
  vijfendertig: 35,
  'thirty-five': 35,
  tweeënveertig: 42,
  'forty-two': 42,
  eenendertig: 31,
  eenentwintig: 21,
  'thirty-one': 31,
  'seventy-two': 72,
};

type Unit = 'H' | 'D' | 'W' | 'M' | 'Y';

const units: readonly (readonly [RegExp, Unit])[] = [
  [/^(uur|uren|hours?)$/, 'H'],
  [/^(dag|dagen|days?|etmaal|etmalen|werkdag|werkdagen|kalenderdagen)$/, 'D'],
  [/^(week|weken|weeks?)$/, 'W'],
  [/^(maand|maanden|months?)$/, 'M'],
  [/^(jaar|jaren|years?|kalenderjaar)$/, 'Y'],
];

const number = '\\d{1,4}|[\\p{L}]+(?:-[\\p{L}]+)?';
const unit =
  'uur|uren|hours?|dag|dagen|days?|etmaal|week|weken|weeks?|maand|maanden|months?|jaar|jaren|years?';
const between = '(?:full |volle |hele |whole |calendar |working |business |werk|further |more |extra )?';
const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${number})[ -]${between}(${unit})(?![\\p{L}])`, 'giu');
const special: readonly (readonly [RegExp, string])[] = [
  [/\b(?:een |a )?half ?(?:jaar|a year)\b|\bhalf a year\b/giu, 'P6M'],
  [/\banderhalf jaar\b/giu, 'P18M'],
  [/\b(?:a )?fortnight\b/giu, 'P2W'],
];

/** Every period that a sentence names, in its order. Working days and "few" are none: how long they last depends. */
export function durationsIn(text: string): readonly SaidDuration[] {
  const found: SaidDuration[] = [];
  for (const match of text.matchAll(pattern)) {
    const [whole, amount = '', word = ''] = match;
    if (/working|business|werk/i.test(whole)) continue;
    const value = /^\d/.test(amount) ? Number(amount) : numbers[amount.toLowerCase()];
    const kind = units.find(([names]) => names.test(word.toLowerCase()))?.[1];
    if (value === undefined || kind === undefined || value === 0 || amount.toLowerCase() === 'the') continue;
    const duration = kind === 'H' ? `PT${value}H` : `P${value}${kind}`;
    found.push({ duration, start: match.index, end: match.index + whole.length });
  }
  for (const [names, duration] of special)
    for (const match of text.matchAll(names))
      found.push({ duration, start: match.index, end: match.index + match[0].length });
  return found
    .filter(
      (each) => !found.some((other) => other !== each && other.start <= each.start && each.end < other.end),
    )
    .sort((a, b) => a.start - b.start);
}

/** "each year", "jaarlijks": how often something is done. */
export function frequencyIn(text: string): string | null {
  return /\b(elk jaar|ieder jaar|jaarlijks|each year|every year|annually|yearly|once a year|each (spring|autumn|summer|winter)|elk (voorjaar|najaar))\b/iu.test(
    text,
  )
    ? 'P1Y'
    : null;
}
