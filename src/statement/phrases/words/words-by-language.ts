import type { Language } from '../../../domain/language.ts';
import type { WordLists } from '../phrase.ts';

/** Word lists of one subject, in each language. */
export type WordsByLanguage = Readonly<Record<Language, WordLists>>;
