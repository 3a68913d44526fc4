import { isLanguage, type Language } from '../domain/language.ts';

/** Where a page is in a language: Dutch at the root, the others under their own name. */
export function address(language: Language, path: string): string {
  return language === 'nl' ? path : `/${language}${path}`;
}

/** The language of a path, also of one that does not exist. */
export function languageOf(path: string): Language {
  const first = path.split('/')[1] ?? '';
  return isLanguage(first) ? first : 'nl';
}

/** The other language of the two. */
export function otherLanguage(language: Language): Language {
  return language === 'nl' ? 'en' : 'nl';
}
