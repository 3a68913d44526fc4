import type { Language } from '../../domain/language.ts';
import { type LetterBody, type LetterContext, type LetterOf, paragraphs } from './letter.ts';

interface Texts {
  readonly subject: (name: string) => string;
  readonly intro: (name: string) => string;
  readonly closed: string;
  readonly page: string;
  readonly validity: (minutes: number) => string;
  readonly secret: (name: string) => string;
  readonly notYou: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    subject: (name) => `Uw code voor uw verzoek aan ${name}`,
    intro: (name) =>
      `Iemand vroeg bij ${name} om iets te doen met de persoonsgegevens die bij dit e-mailadres horen. Was u dat? Vul dan deze code in op de pagina van uw verzoek:`,
    closed: 'Hebt u die pagina niet open? U vindt haar hier.',
    page: 'Vul de code in',
    validity: (minutes) => `De code werkt ${minutes} minuten.`,
    secret: (name) =>
      `Geef de code aan niemand. Ook ${name} vraagt er nooit om, niet per telefoon en niet per mail.`,
    notYou: 'Was u het niet? Dan hoeft u niets te doen. Zonder de code gebeurt er niets met uw gegevens.',
  },
  en: {
    subject: (name) => `Your code for your request to ${name}`,
    intro: (name) =>
      `Somebody asked ${name} to do something with the personal data that belong to this e-mail address. Was it you? Then enter this code on the page of your request:`,
    closed: 'Is that page not open? You find it here.',
    page: 'Fill in the code',
    validity: (minutes) => `The code works for ${minutes} minutes.`,
    secret: (name) =>
      `Give the code to nobody. ${name} will never ask for it either, not by telephone and not by mail.`,
    notYou: 'Was it not you? Then you need do nothing. Without the code nothing happens to your data.',
  },
};

/** The code is not in the subject: a locked telephone shows subjects. */
export function identityCode(letter: LetterOf<'identity-code'>, context: LetterContext): LetterBody {
  const text = texts[context.language];
  const { name } = context.controller;
  return {
    subject: text.subject(name),
    blocks: [
      ...paragraphs(text.intro(name)),
      { kind: 'code', text: letter.code },
      ...paragraphs(text.validity(letter.validMinutes), text.closed),
      { kind: 'link', label: text.page, href: letter.codeLink },
      ...paragraphs(text.secret(name), text.notYou),
    ],
    outcome: false,
  };
}
