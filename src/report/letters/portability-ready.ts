import type { Language } from '../../domain/language.ts';
import { deadlineText } from '../date-text.ts';
import { type LetterBody, type LetterContext, type LetterOf, list, paragraphs } from './letter.ts';

interface Texts {
  readonly subject: (reference: string) => string;
  readonly intro: string;
  readonly insteadOf: (party: string) => string;
  readonly download: string;
  readonly expiry: (moment: string) => string;
  readonly personal: string;
  readonly contents: string;
  readonly parts: readonly string[];
  readonly taken: string;
  readonly more: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    subject: (reference) => `Uw gegevens om mee te nemen staan klaar (${reference})`,
    intro:
      'U vroeg ons om uw gegevens mee te nemen. Wij hebben een bestand klaargezet dat een computer kan lezen. U mag het aan een ander geven.',
    insteadOf: (party) =>
      `U vroeg ons om uw gegevens rechtstreeks naar ${party} te sturen. Dat kon technisch niet. Daarom krijgt u het bestand zelf; u kunt het aan die partij geven.`,
    download: 'Haal uw gegevens op',
    expiry: (moment) =>
      `De link werkt tot ${moment}. Daarna is het bestand voor niemand meer te lezen, ook niet voor ons. U kunt het dan gewoon opnieuw vragen.`,
    personal: 'Bewaar deze mail goed: wie de link heeft, kan uw gegevens ophalen.',
    contents: 'Wat u ontvangt',
    parts: [
      'Een ZIP-bestand met uw gegevens als JSON (voor software) en als CSV (voor een rekenprogramma).',
      'Een lijst (manifest.json) van wat erin zit en waarvoor wij het gebruiken, met van elk bestand een kenmerk waaraan te zien is of het heel is.',
      'De beschrijving (schema.json) waarmee een ander het kan inlezen.',
    ],
    taken: 'Wat meegaat en wat niet',
    more: 'Wilt u álles zien wat wij van u hebben? Vraag dan om inzage. Meenemen is ook niet wissen: wilt u dat wij iets wissen, vraag dat dan apart.',
  },
  en: {
    subject: (reference) => `Your data to take along are ready (${reference})`,
    intro:
      'You asked us to take your data along. We have prepared a file that a computer can read. You may give it to somebody else.',
    insteadOf: (party) =>
      `You asked that ${party} receive your data straight from us. That was not technically feasible. So you receive the file yourself; you can give it to that party.`,
    download: 'Fetch your data',
    expiry: (moment) =>
      `The link works until ${moment}. After that nobody can read the file any more, and neither can we. You can then simply ask again.`,
    personal: 'Keep this mail safe: whoever has the link can fetch your data.',
    contents: 'What you receive',
    parts: [
      'A ZIP file with your data as JSON (for software) and as CSV (for a spreadsheet).',
      'A list (manifest.json) of what is in it and what we use it for, with a hash of every file that shows whether it is whole.',
      'The description (schema.json) with which somebody else can read it in.',
    ],
    taken: 'What goes along and what does not',
    more: 'Do you want to see everything we have of you? Then ask for access. Nor is taking along erasing: if you want us to erase something, ask for that separately.',
  },
};

export function portabilityReady(letter: LetterOf<'portability-ready'>, context: LetterContext): LetterBody {
  const { language, reference } = context;
  const text = texts[language];
  return {
    subject: text.subject(reference),
    blocks: [
      ...paragraphs(letter.insteadOf === null ? text.intro : text.insteadOf(letter.insteadOf)),
      { kind: 'link', label: text.download, href: letter.link },
      ...paragraphs(text.expiry(deadlineText(letter.expiresAt, language)), text.personal),
      { kind: 'heading', text: text.contents },
      list(text.parts),
      { kind: 'heading', text: text.taken },
      list(letter.explanation),
      ...paragraphs(text.more),
    ],
    outcome: true,
  };
}
