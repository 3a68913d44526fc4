import type { Language } from '../../domain/language.ts';
import type { MandateKind } from '../../domain/mandate.ts';
import { type LetterBody, type LetterContext, type LetterOf, paragraphs } from './letter.ts';

interface Texts {
  readonly questionSubject: (reference: string) => string;
  readonly question: string;
  readonly show: Readonly<Record<MandateKind, string>>;
  readonly how: (email: string) => string;
  readonly noCopy: string;
  readonly refusedSubject: (reference: string) => string;
  readonly refused: string;
  readonly why: string;
  readonly again: string;
  readonly tellSubject: (reference: string) => string;
  readonly tell: (name: string) => string;
  readonly by: Readonly<Record<MandateKind, string>>;
  readonly wrong: (email: string, phone: string) => string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    questionSubject: (reference) => `Laat zien dat u namens iemand anders mag vragen (${reference})`,
    question:
      'U vraagt iets namens iemand anders. Voordat wij iets over die persoon vertellen, willen wij zien dat u dat mag.',
    show: {
      lawyer: 'Noem uw inschrijving op het tableau en schrijf dat u voor deze cliënt optreedt.',
      authorised: 'Stuur een machtiging voor dit verzoek, met een handtekening van die persoon.',
      parent:
        'Laat zien dat u het gezag over dit kind hebt. Een uittreksel uit het gezagsregister is genoeg.',
      guardian: 'Stuur de beschikking waarin u bent benoemd.',
    },
    how: (email) => `Antwoord op deze mail of schrijf naar ${email}. Noem het kenmerk.`,
    noCopy:
      'Stuur geen kopie van een paspoort, identiteitskaart of rijbewijs, ook niet van de ander, en maak elk burgerservicenummer (BSN) onleesbaar. Die vragen wij nooit, en wij bewaren ze niet.',
    refusedSubject: (reference) => `Wij kunnen uw verzoek namens iemand anders niet uitvoeren (${reference})`,
    refused:
      'U vroeg iets namens iemand anders. Wij hebben niet kunnen vaststellen dat u dat mag. Daarom hebben wij niets gedaan en vertellen wij u niets over die persoon.',
    why: 'De reden:',
    again: 'Kunt u het alsnog laten zien? Doe dan een nieuw verzoek. De persoon zelf mag altijd vragen.',
    tellSubject: (reference) => `Iemand doet namens u een verzoek (${reference})`,
    tell: (name) => `Iemand vroeg bij ${name} iets over uw persoonsgegevens, namens u.`,
    by: {
      lawyer: 'Die persoon is advocaat en zegt voor u op te treden.',
      authorised: 'Die persoon heeft een machtiging laten zien.',
      parent: 'Die persoon is uw ouder.',
      guardian: 'Die persoon is benoemd om uw zaken te regelen.',
    },
    wrong: (email, phone) =>
      `Wilt u dit niet, of klopt het niet? Schrijf dan vandaag nog naar ${email} of bel ${phone}, en noem het kenmerk. Het antwoord gaat naar wie het vroeg.`,
  },
  en: {
    questionSubject: (reference) => `Show that you may ask for somebody else (${reference})`,
    question:
      'You ask something for somebody else. Before we tell anything about that person, we want to see that you may.',
    show: {
      lawyer: 'Give your registration at the bar and write that you act for this client.',
      authorised: 'Send a mandate for this request, signed by that person.',
      parent: 'Show that you have custody of this child. An extract of the custody register is enough.',
      guardian: 'Send the court order by which you were appointed.',
    },
    how: (email) => `Answer this mail or write to ${email}. Mention the reference.`,
    noCopy:
      'Do not send a copy of a passport, identity card or driving licence, not of the other person either, and make every citizen service number (BSN) illegible. We never ask for them, and do not keep them.',
    refusedSubject: (reference) => `We cannot carry out your request for somebody else (${reference})`,
    refused:
      'You asked something for somebody else. We could not establish that you may. So we did nothing, and we tell you nothing about that person.',
    why: 'The reason:',
    again: 'Can you show it after all? Then make a new request. The person can always ask in person.',
    tellSubject: (reference) => `Somebody makes a request in your name (${reference})`,
    tell: (name) => `Somebody asked ${name} something about your personal data, in your name.`,
    by: {
      lawyer: 'That person is a lawyer and says to act for you.',
      authorised: 'That person showed a mandate.',
      parent: 'That person is your parent.',
      guardian: 'That person was appointed to look after your affairs.',
    },
    wrong: (email, phone) =>
      `Do you not want this, or is it not right? Then write to ${email} or call ${phone} today, and mention the reference. The answer goes to whoever asked.`,
  },
};

/** To a representative, before anything is looked up. */
export function mandateQuestion(
  { mandate }: LetterOf<'mandate-question'>,
  { language, reference, controller }: LetterContext,
): LetterBody {
  const text = texts[language];
  return {
    subject: text.questionSubject(reference),
    blocks: paragraphs(text.question, text.show[mandate], text.how(controller.email), text.noCopy),
    outcome: false,
  };
}

/** An answer to a representative that says no: with where else to go (art. 12(4)). */
export function mandateRefused(
  { reason }: LetterOf<'mandate-refused'>,
  { language, reference }: LetterContext,
): LetterBody {
  const text = texts[language];
  return {
    subject: text.refusedSubject(reference),
    blocks: paragraphs(text.refused, `${text.why} ${reason}`, text.again),
    outcome: true,
  };
}

/** To the person concerned, at an address that was known before anybody asked. */
export function represented(
  { mandate }: LetterOf<'represented'>,
  { language, reference, controller }: LetterContext,
): LetterBody {
  const text = texts[language];
  const { name, email, phone } = controller;
  return {
    subject: text.tellSubject(reference),
    blocks: paragraphs(text.tell(name), text.by[mandate], text.wrong(email, phone)),
    outcome: false,
  };
}
