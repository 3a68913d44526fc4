import type { Language } from '../../domain/language.ts';
import { type LetterBody, type LetterContext, type LetterOf, paragraphs } from './letter.ts';

interface Texts {
  readonly subject: string;
  readonly noted: (name: string) => string;
  readonly wrong: (email: string) => string;
  readonly nothing: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    subject: 'Dit adres is bij ons opgegeven',
    noted: (name) => `Iemand heeft dit e-mailadres bij ${name} opgegeven als zijn of haar nieuwe adres.`,
    wrong: (email) =>
      `Bent u dat niet? Mail dan naar ${email} en noem het kenmerk hierboven. Dan halen wij uw adres weer weg.`,
    nothing: 'Bent u het wel? Dan hoeft u niets te doen.',
  },
  en: {
    subject: 'This address was given to us',
    noted: (name) => `Somebody gave this e-mail address to ${name} as their new address.`,
    wrong: (email) =>
      `Is that not you? Then write to ${email} and mention the reference above. We will take your address out again.`,
    nothing: 'Is it you? Then there is nothing you need to do.',
  },
};

/**
 * To an address that somebody wants to be known by and has not proven: it may be a slip of the hand, and a stranger's. So it tells nothing
 * of who asked, or what was done.
 */
export function addressNoted(
  _letter: LetterOf<'address-noted'>,
  { language, controller }: LetterContext,
): LetterBody {
  const text = texts[language];
  return {
    subject: text.subject,
    blocks: paragraphs(text.noted(controller.name), text.wrong(controller.email), text.nothing),
    outcome: false,
  };
}
