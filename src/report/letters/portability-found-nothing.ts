import type { Language } from '../../domain/language.ts';
import { type LetterBody, type LetterContext, type LetterOf, list, paragraphs } from './letter.ts';

interface Texts {
  readonly subject: (reference: string) => string;
  readonly answer: string;
  readonly leftOut: string;
  readonly more: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    subject: (reference) => `Wij hebben niets gevonden dat u kunt meenemen (${reference})`,
    answer:
      'U vroeg ons om uw gegevens mee te nemen. U kunt meenemen wat u zelf gaf of wat bij uw gebruik ontstond, als wij het met uw toestemming of om een overeenkomst met u gebruiken (artikel 20 AVG). Wij hebben gezocht met het e-mailadres waarop u deze mail ontvangt, en zulke gegevens niet gevonden.',
    leftOut: 'Wat niet mee kan:',
    more: 'Wilt u zien wat wij verder van u hebben? Vraag dan om inzage. Kent u een ander e-mailadres waaronder u bij ons bekend kunt zijn? Doe dan een nieuw verzoek met dat adres. Het kost u niets.',
  },
  en: {
    subject: (reference) => `We found nothing that you can take along (${reference})`,
    answer:
      'You asked us to take your data along. You can take along what you provided or what came about by your use, when we use it on your consent or a contract with you (article 20 GDPR). We searched with the e-mail address at which you receive this mail, and found no such data.',
    leftOut: 'What cannot go along:',
    more: 'Do you want to see what else we have of you? Then ask for access. Do you know another e-mail address under which we may know you? Then make a new request with it. It costs you nothing.',
  },
};

export function portabilityFoundNothing(
  letter: LetterOf<'portability-found-nothing'>,
  { language, reference }: LetterContext,
): LetterBody {
  const text = texts[language];
  return {
    subject: text.subject(reference),
    blocks: [
      ...paragraphs(text.answer),
      ...(letter.leftOut.length === 0 ? [] : [...paragraphs(text.leftOut), list(letter.leftOut)]),
      ...paragraphs(text.more),
    ],
    outcome: true,
  };
}
