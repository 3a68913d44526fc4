import type { Language } from '../../domain/language.ts';
import { type Block, list, paragraphs } from './letter.ts';
import type { StoppedUses, UnstoppedUse } from './stopping-letter.ts';

interface Texts {
  readonly everything: string;
  readonly categories: string;
  readonly recipients: string;
  readonly others: string;
  readonly why: Readonly<Record<UnstoppedUse['why'], (purpose: string, ground: string) => string>>;
  readonly otherRights: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    everything: 'alles waarvoor wij uw gegevens gebruiken',
    categories: 'Het gaat alleen om deze gegevens:',
    recipients: 'Het gaat alleen om wat naar deze partijen gaat:',
    others: 'Dit gaat door, en dit is waarom:',
    why: {
      'no-objection-to-this-basis': (purpose, ground) =>
        `${purpose}: dit doen wij op grond van ${ground}. Tegen zo’n gebruik kent de wet geen recht van bezwaar (artikel 21 AVG).`,
      'does-not-rest-on-consent': (purpose, ground) =>
        `${purpose}: dit doen wij op grond van ${ground}, en niet met uw toestemming. Daarom valt er geen toestemming in te trekken (artikel 7 AVG).`,
      'not-in-the-policy': (purpose) => `${purpose}: hiervoor gebruiken wij geen gegevens.`,
    },
    otherRights:
      'U kunt ons wel vragen om uw gegevens in te zien, te verbeteren, te wissen of stil te zetten. Dat kost u niets.',
  },
  en: {
    everything: 'everything we use your data for',
    categories: 'It is about these data only:',
    recipients: 'It is only about what goes to these parties:',
    others: 'This goes on, and this is why:',
    why: {
      'no-objection-to-this-basis': (purpose, ground) =>
        `${purpose}: we do this on the basis of ${ground}. Against such a use the law knows no right to object (article 21 GDPR).`,
      'does-not-rest-on-consent': (purpose, ground) =>
        `${purpose}: we do this on the basis of ${ground}, and not with your consent. So there is no consent to withdraw (article 7 GDPR).`,
      'not-in-the-policy': (purpose) => `${purpose}: we use no data for this.`,
    },
    otherRights:
      'You can ask us to see your data, to correct or erase them, or to put them on hold. That costs you nothing.',
  },
};

/** The purposes that a letter is about, and the part of the data or parties if it is a part. */
export function usesBlocks(
  { purposes, categories, recipients }: StoppedUses,
  language: Language,
): readonly Block[] {
  const text = texts[language];
  return [
    list(purposes?.map((name) => name[language]) ?? [text.everything]),
    ...(categories === null
      ? []
      : [...paragraphs(text.categories), list(categories.map((name) => name[language]))]),
    ...(recipients === null ? [] : [...paragraphs(text.recipients), list(recipients)]),
  ];
}

/** What was asked and goes on, each with its reason (art. 12(4)); nothing when all was done. */
export function othersBlocks(others: readonly UnstoppedUse[], language: Language): readonly Block[] {
  if (others.length === 0) return [];
  const text = texts[language];
  return [
    ...paragraphs(text.others),
    list(
      others.map(({ purpose, why, ground }) => text.why[why](purpose[language], ground?.[language] ?? '')),
    ),
    ...paragraphs(text.otherRights),
  ];
}
