import { actsWords } from './acts.ts';
import { complianceWords } from './compliance.ts';
import { conditionsWords } from './conditions.ts';
import { dataWords } from './data.ts';
import { groundsWords } from './grounds.ts';
import { keepingWords } from './keeping.ts';
import { marketingWords } from './marketing.ts';
import { optingWords } from './opting.ts';
import { peopleWords } from './people.ts';
import { recipientsWords } from './recipients.ts';
import { requestsWords } from './requests.ts';
import { safetyWords } from './safety.ts';
import { timeWords } from './time.ts';
import { trackersWords } from './trackers.ts';
import type { WordsByLanguage } from './words-by-language.ts';

/** Wordings of the things statements speak of, by name. */
export const allWords: WordsByLanguage = {
  nl: {
    ...actsWords.nl,
    ...peopleWords.nl,
    ...conditionsWords.nl,
    ...timeWords.nl,
    ...groundsWords.nl,
    ...dataWords.nl,
    ...complianceWords.nl,
    ...keepingWords.nl,
    ...safetyWords.nl,
    ...recipientsWords.nl,
    ...marketingWords.nl,
    ...optingWords.nl,
    ...trackersWords.nl,
    ...requestsWords.nl,
  },
  en: {
    ...actsWords.en,
    ...peopleWords.en,
    ...conditionsWords.en,
    ...timeWords.en,
    ...groundsWords.en,
    ...dataWords.en,
    ...complianceWords.en,
    ...keepingWords.en,
    ...safetyWords.en,
    ...recipientsWords.en,
    ...marketingWords.en,
    ...optingWords.en,
    ...trackersWords.en,
    ...requestsWords.en,
  },
};
