import type { Language } from '../../domain/language.ts';
import { deadlineText } from '../date-text.ts';
import { type LetterBody, type LetterContext, type LetterOf, paragraphs } from './letter.ts';

interface Texts {
  readonly subject: (party: string, reference: string) => string;
  readonly intro: (party: string) => string;
  readonly receipt: string;
  readonly facts: Readonly<Record<'party' | 'address' | 'receivedAt' | 'digest', string>>;
  readonly next: (party: string) => string;
  readonly stays: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    subject: (party, reference) => `Uw gegevens zijn bij ${party} (${reference})`,
    intro: (party) =>
      `U vroeg ons om uw gegevens rechtstreeks naar ${party} te sturen. Dat is gebeurd. Het bestand was versleuteld: alleen die partij kan het openen.`,
    receipt: 'Die partij heeft de ontvangst bevestigd:',
    facts: {
      party: 'Ontvanger',
      address: 'Adres',
      receivedAt: 'Ontvangen op',
      digest: 'Kenmerk van het bestand (SHA-256)',
    },
    next: (party) =>
      `Wat ${party} met de gegevens doet, beslist die partij. Zij moet u dat zelf laten weten. Hoort u niets? Vraag het dan daar.`,
    stays:
      'Wij hebben uw gegevens hiermee niet gewist. Wilt u dat wij iets wissen, vraag dat dan apart. Wilt u zien wat wij van u hebben, vraag dan om inzage.',
  },
  en: {
    subject: (party, reference) => `Your data are with ${party} (${reference})`,
    intro: (party) =>
      `You asked that ${party} receive your data straight from us. That is done. The file was encrypted: that party alone can open it.`,
    receipt: 'That party has confirmed that it was received:',
    facts: {
      party: 'Receiver',
      address: 'Address',
      receivedAt: 'Received on',
      digest: 'Hash of the file (SHA-256)',
    },
    next: (party) =>
      `What ${party} does with the data is for that party to decide. It must tell you so itself. Do you hear nothing? Then ask there.`,
    stays:
      'We did not erase your data by this. If you want us to erase something, ask for that separately. If you want to see what we have of you, ask for access.',
  },
};

/** Art. 20(2): the wish was carried out, with what proves it. */
export function transferDone(letter: LetterOf<'transfer-done'>, context: LetterContext): LetterBody {
  const { language, reference } = context;
  const { receiver } = letter;
  const text = texts[language];
  return {
    subject: text.subject(receiver.name, reference),
    blocks: [
      ...paragraphs(text.intro(receiver.name), text.receipt),
      {
        kind: 'facts',
        facts: [
          [text.facts.party, receiver.name],
          [text.facts.address, receiver.address],
          [text.facts.receivedAt, deadlineText(letter.receivedAt, language)],
          [text.facts.digest, letter.digest],
        ],
      },
      ...paragraphs(text.next(receiver.name), text.stays),
    ],
    outcome: true,
  };
}
