import type { Language } from '../../domain/language.ts';
import { type Block, list, paragraphs } from './letter.ts';
import type { StayingUse, StoppedUses, UnstoppedUse } from './stopping-letter.ts';

interface Texts {
  readonly everything: string;
  readonly categories: string;
  readonly recipients: string;
  readonly others: string;
  readonly why: Readonly<Record<UnstoppedUse['why'], (purpose: string, ground: string) => string>>;
  readonly otherRights: string;
  readonly staying: string;
  readonly categoriesIn: (names: string) => string;
  readonly recipientsIn: (names: string) => string;
  readonly whyStays: Readonly<Record<StayingUse['why'], (request: string) => string>>;
  readonly request: (reference: string) => string;
  readonly stayingUntil: string;
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
    staying: 'Dit blijft gestopt, omdat u ons daar ook nog op een andere manier mee liet stoppen:',
    categoriesIn: (names) => ` (alleen deze gegevens: ${names})`,
    recipientsIn: (names) => ` (alleen wat hierheen gaat: ${names})`,
    whyStays: {
      restricted: (request) => `u liet uw gegevens stilzetten (artikel 18 AVG${request})`,
      pending: (request) => `u maakte bezwaar, en dat wegen wij nog af (artikel 18 en 21 AVG${request})`,
      objected: (request) => `u maakte bezwaar (artikel 21 AVG${request})`,
      withdrawn: (request) => `u trok uw toestemming in (artikel 7 AVG${request})`,
    },
    request: (reference) => `, verzoek ${reference}`,
    stayingUntil: 'Dat blijft zo totdat wij u schrijven dat het eindigt.',
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
    staying: 'This stays stopped, because you also had us stop it in another way:',
    categoriesIn: (names) => ` (these data only: ${names})`,
    recipientsIn: (names) => ` (only what goes to: ${names})`,
    whyStays: {
      restricted: (request) => `you had your data put on hold (article 18 GDPR${request})`,
      pending: (request) =>
        `you objected, and we are still weighing that (articles 18 and 21 GDPR${request})`,
      objected: (request) => `you objected (article 21 GDPR${request})`,
      withdrawn: (request) => `you withdrew your consent (article 7 GDPR${request})`,
    },
    request: (reference) => `, request ${reference}`,
    stayingUntil: 'That stays so until we write to you that it ends.',
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

/** What stays stopped when another stop ends, each with its reason; nothing where nothing does. */
export function stayingBlocks(staying: readonly StayingUse[], language: Language): readonly Block[] {
  if (staying.length === 0) return [];
  const text = texts[language];
  return [
    ...paragraphs(text.staying),
    list(
      staying.map(({ uses, why, reference }) => {
        const what = uses.purposes?.map((name) => name[language]).join(', ') ?? text.everything;
        const categories = uses.categories?.map((name) => name[language]).join(', ');
        const parts = [
          ...(categories === undefined ? [] : [text.categoriesIn(categories)]),
          ...(uses.recipients === null ? [] : [text.recipientsIn(uses.recipients.join(', '))]),
        ];
        const request = reference === null ? '' : text.request(reference);
        return `${what}${parts.join('')}: ${text.whyStays[why](request)}.`;
      }),
    ),
    ...paragraphs(text.stayingUntil),
  ];
}
