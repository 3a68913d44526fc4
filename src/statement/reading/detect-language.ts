import type { Language } from '../../domain/language.ts';

/** Small words that one language has and the other has not. */
const smallWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: new Set(
    `de het een en van ik je jij jullie u uw wij we ons onze niet dat die deze dit zijn wordt worden voor met aan op bij om ook als dan maar
    kunt kan kunnen heeft hebben hebt wat waar wie hoe geen naar door uit tot over onder mag mogen moet moeten`.split(
      /\s+/,
    ),
  ),
  en: new Set(
    `the a an and of you your our us is are not that this these those with for on at by from to be been or as if then but can may
    will would have has had what which who how no any all their them they it its does do must should`.split(
      /\s+/,
    ),
  ),
};

/** Small words of languages that look like them at a glance. */
const strangers = new Set(
  `der die das und ist nicht wir sie ihre für mit auf werden le la les des et est vous votre nous pour dans que une un el los las
  y su sus por para con es del il gli che per una della dei och att är inte vi som av på med til og ikke vi din`.split(
    /\s+/,
  ),
);

export interface LanguageVerdict {
  /** The likelier of the two. */
  readonly language: Language;
  /** Small words of either language and of others: how sure this is, and whether it is neither. */
  readonly counts: Readonly<Record<Language | 'other', number>>;
}

/** Whether a text is Dutch or English, by its small words. The first 200,000 characters tell. */
export function languageOf(text: string): LanguageVerdict {
  const counts = { nl: 0, en: 0, other: 0 };
  for (const [word] of text
    .slice(0, 200_000)
    .toLowerCase()
    .matchAll(/\p{L}+/gu)) {
    const dutch = smallWords.nl.has(word);
    const english = smallWords.en.has(word);
    if (dutch && !english) counts.nl++;
    else if (english && !dutch) counts.en++;
    else if (!dutch && !english && strangers.has(word)) counts.other++;
  }
  return { language: counts.en > counts.nl ? 'en' : 'nl', counts };
}
