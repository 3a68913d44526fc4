import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js';

/** Whose numbers are written without a country: the law pack is Dutch, and so is whoever works by it. */
const homeCountry = 'NL';
const homeCode = '31';

/** Behind a number: the extension a switchboard puts through to. It is part of what is dialled, so it counts. */
const extension = /(?:;ext=|\bext(?:ensi(?:on|e))?\b\.?|\btoestel\b|\btst\b\.?|#|x)\s*:?\s*(\d{1,7})$/i;

/**
 * The normal form of a telephone number: E.164 (`+31612345678`), with `;ext=12` behind it where it has an extension
 * (RFC 3966). What is no number that could be dialled keeps its digits, so that it still equals itself.
 *
 * A number without a country is Dutch if it can be; one that is in use nowhere here but would be behind a plus, as in a column
 * of numbers, is taken to lack that plus.
 */
export function normalisePhoneNumber(text: string): string {
  // Full-width digits and signs are digits and signs.
  const written = text.normalize('NFKC').trim();
  const [suffix = '', extended] = extension.exec(written) ?? [];
  const main = written.slice(0, written.length - suffix.length);
  const digits = main.replace(/\D/g, '');
  if (digits === '') return '';
  const compact = /^[^\d+]*\+/.test(main) ? `+${digits}` : digits;
  return `${parsed(compact)?.number ?? compact}${extended === undefined ? '' : `;ext=${extended}`}`;
}

/**
 * The digits of every notation of a number in normal form, whatever stands between them: what a column is compared
 * with from which all else was taken. A column of numbers has lost the zeros in front.
 */
export function phoneDigits(normal: string): readonly string[] {
  const [main = '', extended = ''] = normal.split(';ext=');
  const digits = main.replace(/\D/g, '');
  const number = main.startsWith('+') ? parsed(main) : undefined;
  const code = number?.countryCallingCode ?? '';
  const national = number?.nationalNumber ?? digits;
  const written =
    number === undefined
      ? [digits]
      : [
          ...[code, `00${code}`].flatMap((prefix) => [`${prefix}${national}`, `${prefix}0${national}`]),
          ...(code === homeCode ? [national, `0${national}`] : []),
        ];
  return [...new Set(written.map((each) => `${each}${extended}`))];
}

function parsed(compact: string): PhoneNumber | undefined {
  const here = parse(compact);
  if (here?.isValid() === true || compact.startsWith('+')) return possible(here);
  const abroad = parse(`+${compact}`);
  return abroad?.isValid() === true ? abroad : possible(here);
}

function parse(compact: string): PhoneNumber | undefined {
  return parsePhoneNumberFromString(compact, { defaultCountry: homeCountry, extract: false });
}

// Not in use, but as long as one that is: a number of tomorrow. Zeros in front that are left in it make it none.
function possible(number: PhoneNumber | undefined): PhoneNumber | undefined {
  if (number?.isPossible() !== true) return undefined;
  return parse(number.number)?.number === number.number ? number : undefined;
}
