import type { Language } from '../../domain/language.ts';
import { isoDateText, weekdayText } from '../date-text.ts';
import {
  type LetterBody,
  type LetterContext,
  type LetterOf,
  paragraphs,
  type RequestKind,
} from './letter.ts';

interface Texts {
  readonly subject: (reference: string) => string;
  readonly intro: string;
  readonly asked: string;
  readonly requests: Readonly<Record<RequestKind, string>>;
  readonly reference: string;
  readonly received: string;
  readonly legalDate: string;
  readonly deadline: (date: string) => string;
  readonly free: string;
  readonly status: string;
  readonly withdraw: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    subject: (reference) => `Wij hebben uw verzoek ontvangen (${reference})`,
    intro: 'Wij hebben uw verzoek ontvangen en gaan ermee aan de slag.',
    asked: 'U vraagt om',
    requests: {
      access: 'inzage in uw persoonsgegevens (artikel 15 AVG)',
      erasure: 'verwijdering van uw persoonsgegevens (artikel 17 AVG)',
    },
    reference: 'Kenmerk',
    received: 'Ontvangen op',
    legalDate: 'Antwoord uiterlijk op',
    deadline: (date) =>
      `Volgens de wet moet u uiterlijk op ${date} antwoord hebben. Wij antwoorden zo snel als wij kunnen.`,
    free: 'Dit verzoek kost u niets.',
    status: 'Bekijk hoe het met uw verzoek staat',
    withdraw: 'Op die pagina kunt u het verzoek ook intrekken.',
  },
  en: {
    subject: (reference) => `We have received your request (${reference})`,
    intro: 'We have received your request and are working on it.',
    asked: 'You ask for',
    requests: {
      access: 'access to your personal data (article 15 GDPR)',
      erasure: 'erasure of your personal data (article 17 GDPR)',
    },
    reference: 'Reference',
    received: 'Received on',
    legalDate: 'Answer no later than',
    deadline: (date) => `By law you must have an answer no later than ${date}. We answer as soon as we can.`,
    free: 'This request costs you nothing.',
    status: 'See how your request is getting on',
    withdraw: 'On that page you can also withdraw the request.',
  },
};

/** Names the legal date (art. 12(3)), so that the person knows when to ask. */
export function requestReceived(letter: LetterOf<'request-received'>, context: LetterContext): LetterBody {
  const { language, reference } = context;
  const text = texts[language];
  return {
    subject: text.subject(reference),
    blocks: [
      ...paragraphs(text.intro),
      {
        kind: 'facts',
        facts: [
          [text.asked, text.requests[letter.request]],
          [text.reference, reference],
          [text.received, isoDateText(letter.receivedOn, language)],
          [text.legalDate, isoDateText(letter.legalDate, language)],
        ],
      },
      ...paragraphs(text.deadline(weekdayText(letter.legalDate, language)), text.free),
      { kind: 'link', label: text.status, href: letter.statusLink },
      ...paragraphs(text.withdraw),
    ],
    outcome: false,
  };
}
