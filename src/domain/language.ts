/** Dutch first, English beside it. */
export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text in every language: a missing one does not compile. */
export type Localised = Readonly<Record<Language, string>>;

export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}
