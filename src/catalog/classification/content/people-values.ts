import { firstNames, personWords, surnameParticles } from './first-names.ts';

/** One word that is given as a first name, or an initial with one: `J.P.`, `Anne-Marie`. */
export function isFirstName(value: string): boolean {
  const [word, ...more] = plainWords(value);
  return (
    word !== undefined &&
    more.length <= 1 &&
    value.length <= 30 &&
    firstNames.has(word) &&
    more.every((second) => firstNames.has(second))
  );
}

/** A first name, perhaps particles, and a word with a capital: or the other way round with a comma between. */
export function isFullName(value: string): boolean {
  if (value.length > 60 || /[\d@/_]/.test(value)) return false;
  const [last, first] = value.split(',').map((part) => part.trim());
  const ordered = first === undefined || last === undefined ? value : `${first} ${last}`;
  const words = ordered.split(/\s+/);
  if (words.length < 2 || words.length > 6) return false;
  const [given = '', ...rest] = words;
  const [plain = ''] = plainWords(given);
  const surname = rest.filter((word) => !surnameParticles.has(word.toLowerCase()));
  return firstNames.has(plain) && surname.length > 0 && surname.every((word) => /^\p{Lu}/u.test(word));
}

/** A day so long ago that whatever business happened then is not in a database of today, but people were born. */
export function isBirthDate(value: string): boolean {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  const dayFirst = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(value);
  const year = Number(iso?.[1] ?? dayFirst?.[3] ?? Number.NaN);
  return year >= 1905 && year <= 2000;
}

const wordsOfProse = 5;

/** Prose in which a person is named, addressed or pointed at, or can be reached. */
export function mentionsPerson(value: string): boolean {
  const words = plainWords(value);
  if (words.length < wordsOfProse) return false;
  if (/[^\s@]+@[^\s@]+\.[a-z]{2,}/i.test(value) || /(\+\d{2}|\b0)[\d \-()]{8,}\d/.test(value)) return true;
  return words.some((word) => personWords.has(word)) || namesSomebody(value);
}

/** A first name with a capital that does not begin the text: `mark` is also a verb. */
function namesSomebody(value: string): boolean {
  const capitalised = value.match(/(?<=[\p{Ll},;:] )\p{Lu}\p{Ll}+/gu) ?? [];
  return capitalised.some((word) => firstNames.has(plainWords(word)[0] ?? ''));
}

function plainWords(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}
