import type { CaseKind } from '../../domain/case-file.ts';
import type { Language } from '../../domain/language.ts';
import { isoDateText, weekdayText } from '../date-text.ts';
import {
  type LetterBody,
  type LetterContext,
  type LetterOf,
  paragraphs,
  type Sent,
  sentAs,
} from './letter.ts';

interface Texts {
  readonly subjects: Readonly<Record<Sent, (reference: string) => string>>;
  readonly intros: Readonly<Record<Sent, string>>;
  readonly asked: Readonly<Record<Sent, string>>;
  readonly requests: Readonly<Record<CaseKind, string>>;
  readonly reference: string;
  readonly received: string;
  readonly legalDate: string;
  readonly deadlines: Readonly<Record<Sent, (date: string) => string>>;
  readonly free: Readonly<Record<Sent, string>>;
  readonly status: Readonly<Record<Sent, string>>;
  readonly withdraw: Readonly<Record<Sent, string>>;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    subjects: {
      request: (reference) => `Wij hebben uw verzoek ontvangen (${reference})`,
      question: (reference) => `Wij hebben uw vraag ontvangen (${reference})`,
      complaint: (reference) => `Wij hebben uw klacht ontvangen (${reference})`,
    },
    intros: {
      request: 'Wij hebben uw verzoek ontvangen en gaan ermee aan de slag.',
      question: 'Wij hebben uw vraag ontvangen. Een medewerker zoekt het antwoord voor u uit.',
      complaint: 'Wij hebben uw klacht ontvangen. Een medewerker zoekt uit wat er is gebeurd.',
    },
    asked: { request: 'U vraagt om', question: 'U vraagt om', complaint: 'Het gaat om' },
    requests: {
      access: 'inzage in uw persoonsgegevens (artikel 15 AVG)',
      rectification: 'verbetering van uw persoonsgegevens (artikel 16 AVG)',
      erasure: 'verwijdering van uw persoonsgegevens (artikel 17 AVG)',
      restriction: 'beperking: uw gegevens bewaren, maar niet gebruiken (artikel 18 AVG)',
      objection: 'niet langer te gebruiken waartegen u bezwaar maakt (artikel 21 AVG)',
      portability: 'overdracht van de gegevens die u ons gaf (artikel 20 AVG)',
      withdrawal: 'het intrekken van uw toestemming (artikel 7 AVG)',
      question: 'uitleg over wat wij met persoonsgegevens doen',
      'security-information': 'uitleg over hoe wij persoonsgegevens beveiligen',
      complaint: 'een klacht over hoe wij met persoonsgegevens omgaan',
    },
    reference: 'Kenmerk',
    received: 'Ontvangen op',
    legalDate: 'Antwoord uiterlijk op',
    deadlines: {
      request: (date) =>
        `Volgens de wet moet u uiterlijk op ${date} antwoord hebben. Wij antwoorden zo snel als wij kunnen.`,
      question: (date) => `U hebt uiterlijk op ${date} antwoord. Wij antwoorden zo snel als wij kunnen.`,
      complaint: (date) => `U hebt uiterlijk op ${date} antwoord. Wij antwoorden zo snel als wij kunnen.`,
    },
    free: {
      request: 'Dit verzoek kost u niets.',
      question: 'Uw vraag kost u niets.',
      complaint: 'Uw klacht kost u niets.',
    },
    status: {
      request: 'Bekijk hoe het met uw verzoek staat',
      question: 'Bekijk hoe het met uw vraag staat',
      complaint: 'Bekijk hoe het met uw klacht staat',
    },
    withdraw: {
      request: 'Op die pagina kunt u het verzoek ook intrekken.',
      question: 'Op die pagina kunt u de vraag ook intrekken.',
      complaint: 'Op die pagina kunt u de klacht ook intrekken.',
    },
  },
  en: {
    subjects: {
      request: (reference) => `We have received your request (${reference})`,
      question: (reference) => `We have received your question (${reference})`,
      complaint: (reference) => `We have received your complaint (${reference})`,
    },
    intros: {
      request: 'We have received your request and are working on it.',
      question: 'We have received your question. A member of staff will find the answer for you.',
      complaint: 'We have received your complaint. A member of staff will find out what happened.',
    },
    asked: { request: 'You ask for', question: 'You ask for', complaint: 'This is' },
    requests: {
      access: 'access to your personal data (article 15 GDPR)',
      rectification: 'correction of your personal data (article 16 GDPR)',
      erasure: 'erasure of your personal data (article 17 GDPR)',
      restriction: 'restriction: your data kept, but not used (article 18 GDPR)',
      objection: 'an end to the use you object to (article 21 GDPR)',
      portability: 'a transfer of the data you gave us (article 20 GDPR)',
      withdrawal: 'the withdrawal of your consent (article 7 GDPR)',
      question: 'an explanation of what we do with personal data',
      'security-information': 'an explanation of how we protect personal data',
      complaint: 'a complaint about how we handle personal data',
    },
    reference: 'Reference',
    received: 'Received on',
    legalDate: 'Answer no later than',
    deadlines: {
      request: (date) => `By law you must have an answer no later than ${date}. We answer as soon as we can.`,
      question: (date) => `You will have an answer no later than ${date}. We answer as soon as we can.`,
      complaint: (date) => `You will have an answer no later than ${date}. We answer as soon as we can.`,
    },
    free: {
      request: 'This request costs you nothing.',
      question: 'Your question costs you nothing.',
      complaint: 'Your complaint costs you nothing.',
    },
    status: {
      request: 'See how your request is getting on',
      question: 'See how your question is getting on',
      complaint: 'See how your complaint is getting on',
    },
    withdraw: {
      request: 'On that page you can also withdraw the request.',
      question: 'On that page you can also withdraw the question.',
      complaint: 'On that page you can also withdraw the complaint.',
    },
  },
};

/** Names the legal date (art. 12(3)), so that the person knows when to ask. */
export function requestReceived(letter: LetterOf<'request-received'>, context: LetterContext): LetterBody {
  const { language, reference } = context;
  const text = texts[language];
  const sent = sentAs(letter.request);
  return {
    subject: text.subjects[sent](reference),
    blocks: [
      ...paragraphs(text.intros[sent]),
      {
        kind: 'facts',
        facts: [
          [text.asked[sent], text.requests[letter.request]],
          [text.reference, reference],
          [text.received, isoDateText(letter.receivedOn, language)],
          [text.legalDate, isoDateText(letter.legalDate, language)],
        ],
      },
      ...paragraphs(text.deadlines[sent](weekdayText(letter.legalDate, language)), text.free[sent]),
      { kind: 'link', label: text.status[sent], href: letter.statusLink },
      ...paragraphs(text.withdraw[sent]),
    ],
    outcome: false,
  };
}
