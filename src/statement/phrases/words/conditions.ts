import type { WordsByLanguage } from './words-by-language.ts';

/** What makes a sentence hold or not. */
export const conditionsWords: WordsByLanguage = {
  nl: {
    only: ['alleen|slechts|enkel|uitsluitend|louter|hooguit|hoogstens|uitsluitend'],
    may: ['kunt|kan|kun|mag|mogen|kunnen|heeft|heb|hebt|hebben|recht|wilt|wil'],
    if: ['als|indien|wanneer|mits|zodra|mocht|zolang|tenzij'],
    unless: [
      'tenzij|behoudens|behalve|uitgezonderd|mits',
      'met uitzondering van',
      'voor zover',
      'niet als',
      'niet wanneer',
      'alleen niet',
      'alleen als',
    ],
    none: ['niet|nooit|geen|niemand|niets|nergens|evenmin|zonder|nimmer|noch'],
    because: [
      'omdat|want|doordat|daarom|derhalve|aangezien|zodoende|dus',
      'op grond van',
      'vanwege',
      'wegens',
      'verband met',
    ],
    need: ['nodig|noodzakelijk|noodzakelijke|noodzakelijkerwijs|benodigd|noodzaak|vereist|moeten|moet|hoeft'],
    'we-think': ['denken|vermoeden|verwachten|aannemen|menen|dachten|denkt|hopen'],
  },
  en: {
    only: ['only|merely|just|solely|simply|purely|nothing'],
    may: ['may|can|could|are|have|has|right|entitled|want|wish|will|might'],
    if: ['if|when|where|once|should|unless|provided|whenever|as'],
    unless: [
      'unless|except|save|excluding|barring',
      'provided that',
      'only if',
      'subject to',
      'to the extent',
      'other than',
      'but not',
    ],
    none: ['not|never|no|nobody|none|nothing|nor|neither|without|noone|cannot'],
    because: [
      'grounds',
      'because|since|therefore|so|hence|thus|as|due',
      'on the basis of',
      'that is why',
      'which is why',
      'for that reason',
    ],
    need: ['needs', 'need|needs|needed|necessary|required|requires|must|require'],
    'we-think': ['think|believe|suppose|expect|assume|hope|feel|reckon'],
  },
};
