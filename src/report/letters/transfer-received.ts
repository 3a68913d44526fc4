import type { Language } from '../../domain/language.ts';
import { countText, isoDateText } from '../date-text.ts';
import { type LetterBody, type LetterContext, type LetterOf, list, paragraphs } from './letter.ts';

interface Texts {
  readonly subject: (sender: string, reference: string) => string;
  readonly intro: (sender: string) => string;
  readonly basis: string;
  readonly facts: Readonly<Record<'sender' | 'address' | 'reference' | 'receivedOn' | 'rows', string>>;
  readonly categories: string;
  readonly use: (until: string) => string;
  readonly statement: string;
  readonly rights: (name: string) => string;
  readonly notAsked: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    subject: (sender, reference) => `Wij kregen gegevens over u van ${sender} (${reference})`,
    intro: (sender) => `Wij kregen gegevens over u. Zij komen van ${sender}, en niet van uzelf.`,
    basis:
      'Volgens die partij vroeg u haar om de gegevens rechtstreeks aan ons door te geven (artikel 20 lid 2 AVG). Artikel 14 AVG zegt dat wij u laten weten dat wij ze kregen.',
    facts: {
      sender: 'Afkomstig van',
      address: 'Adres',
      reference: 'Kenmerk daar',
      receivedOn: 'Ontvangen op',
      rows: 'Aantal regels',
    },
    categories: 'Soorten gegevens:',
    use: (until) =>
      `Wij hebben het bestand versleuteld bewaard, tot uiterlijk ${until}. Een medewerker bekijkt wat wij ervan nodig hebben. Wat wij niet nodig hebben, nemen wij niet over.`,
    statement: 'Lees waarvoor wij gegevens gebruiken, hoelang en wie ze krijgt',
    rights: (name) =>
      `U kunt ${name} vragen om inzage, verbetering, verwijdering, beperking en overdracht van uw gegevens, en u kunt bezwaar maken.`,
    notAsked: 'Heeft u hier niet om gevraagd? Laat het ons meteen weten; dan wissen wij het bestand.',
  },
  en: {
    subject: (sender, reference) => `We received data about you from ${sender} (${reference})`,
    intro: (sender) => `We received data about you. They come from ${sender}, and not from yourself.`,
    basis:
      'According to that party you asked it to hand the data straight to us (article 20(2) GDPR). Article 14 GDPR says that we let you know that we received them.',
    facts: {
      sender: 'Received from',
      address: 'Address',
      reference: 'Reference there',
      receivedOn: 'Received on',
      rows: 'Number of rows',
    },
    categories: 'Categories of data:',
    use: (until) =>
      `We keep the file encrypted, until ${until} at the latest. Somebody of ours looks what we need of it. What we do not need we do not take over.`,
    statement: 'Read what we use data for, how long, and who receives them',
    rights: (name) =>
      `You can ask ${name} for access to your data, and to have them rectified, erased, restricted and handed over, and you can object.`,
    notAsked: 'Did you not ask for this? Let us know at once; then we erase the file.',
  },
};

/** Art. 14(1), (2)(f) and (3): where data came from that did not come from the person. */
export function transferReceived(letter: LetterOf<'transfer-received'>, context: LetterContext): LetterBody {
  const { language, reference, controller } = context;
  const { sender } = letter;
  const text = texts[language];
  return {
    subject: text.subject(sender.name, reference),
    blocks: [
      ...paragraphs(text.intro(sender.name), text.basis),
      {
        kind: 'facts',
        facts: [
          [text.facts.sender, sender.name],
          [text.facts.address, sender.address],
          [text.facts.reference, sender.reference],
          [text.facts.receivedOn, isoDateText(letter.receivedOn, language)],
          [text.facts.rows, countText(letter.rows, language)],
        ],
      },
      ...paragraphs(text.categories),
      list(letter.categories),
      ...paragraphs(text.use(isoDateText(letter.keptUntil, language))),
      { kind: 'link', label: text.statement, href: letter.statementLink },
      ...paragraphs(text.rights(controller.name), text.notAsked),
    ],
    outcome: true,
  };
}
