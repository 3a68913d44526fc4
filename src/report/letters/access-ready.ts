import type { Language } from '../../domain/language.ts';
import { deadlineText } from '../date-text.ts';
import { type LetterBody, type LetterContext, type LetterOf, list, paragraphs } from './letter.ts';

interface Texts {
  readonly subject: (reference: string) => string;
  readonly intro: (name: string) => string;
  readonly download: string;
  readonly expiry: (moment: string) => string;
  readonly personal: string;
  readonly contents: string;
  readonly parts: readonly string[];
  readonly read: string;
  readonly rights: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    subject: (reference) => `Uw persoonsgegevens staan klaar (${reference})`,
    intro: (name) =>
      `U vroeg om inzage. Ja, ${name} verwerkt persoonsgegevens van u. Wij hebben een kopie voor u klaargezet.`,
    download: 'Haal uw gegevens op',
    expiry: (moment) =>
      `De link werkt tot ${moment}. Daarna is het bestand voor niemand meer te lezen, ook niet voor ons. U kunt dan gewoon opnieuw om inzage vragen.`,
    personal: 'Bewaar deze mail goed: wie de link heeft, kan uw gegevens ophalen.',
    contents: 'Wat u ontvangt',
    parts: [
      'Een ZIP-bestand. Open daarin eerst index.html: dat is een gewone pagina, met uitleg en uw gegevens.',
      'Op die pagina staat ook waarvoor wij uw gegevens gebruiken, wie ze krijgt, hoelang wij ze bewaren en welke rechten u heeft.',
      'Dezelfde gegevens als CSV (voor een rekenprogramma) en als JSON (voor software).',
    ],
    read: 'Waar wij hebben gekeken',
    rights:
      'Klopt er iets niet, of wilt u dat wij iets wissen? Laat het ons weten. U kunt ook bezwaar maken tegen wat wij met uw gegevens doen.',
  },
  en: {
    subject: (reference) => `Your personal data are ready (${reference})`,
    intro: (name) =>
      `You asked for access. Yes, ${name} processes personal data of yours. We have prepared a copy for you.`,
    download: 'Fetch your data',
    expiry: (moment) =>
      `The link works until ${moment}. After that nobody can read the file any more, and neither can we. You can then simply ask for access again.`,
    personal: 'Keep this mail safe: whoever has the link can fetch your data.',
    contents: 'What you receive',
    parts: [
      'A ZIP file. In it, open index.html first: that is an ordinary page, with an explanation and your data.',
      'That page also says what we use your data for, who receives them, how long we keep them and which rights you have.',
      'The same data as CSV (for a spreadsheet) and as JSON (for software).',
    ],
    read: 'Where we looked',
    rights:
      'Is something wrong, or do you want us to erase something? Let us know. You can also object to what we do with your data.',
  },
};

export function accessReady(letter: LetterOf<'access-ready'>, context: LetterContext): LetterBody {
  const { language, reference, controller } = context;
  const text = texts[language];
  return {
    subject: text.subject(reference),
    blocks: [
      ...paragraphs(text.intro(controller.name)),
      { kind: 'link', label: text.download, href: letter.link },
      ...paragraphs(text.expiry(deadlineText(letter.expiresAt, language)), text.personal),
      { kind: 'heading', text: text.contents },
      list(text.parts),
      ...(letter.explanation.length === 0
        ? []
        : [{ kind: 'heading' as const, text: text.read }, list(letter.explanation)]),
      ...paragraphs(text.rights),
    ],
    outcome: true,
  };
}
