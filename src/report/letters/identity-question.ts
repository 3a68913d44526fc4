import type { Language } from '../../domain/language.ts';
import { type LetterBody, type LetterContext, type LetterOf, paragraphs } from './letter.ts';

interface Texts {
  readonly subject: (reference: string) => string;
  readonly unsure: string;
  readonly facts: string;
  readonly page: string;
  readonly asked: string;
  readonly how: (email: string, phone: string) => string;
  readonly noCopy: string;
  readonly clock: string;
  readonly notYou: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    subject: (reference) => `Wij willen zeker weten wie u bent (${reference})`,
    unsure:
      'Wij kunnen uw verzoek pas uitvoeren als wij zeker weten dat het van u is. Dat weten wij nog niet.',
    facts:
      'Noem daarom twee dingen die u van ons weet en een ander niet. Bijvoorbeeld uw klantnummer, het telefoonnummer dat wij van u hebben, of uw adres.',
    page: 'U kunt ze op deze pagina invullen; de link is alleen voor u',
    asked: 'Wij vragen u dit:',
    how: (email, phone) => `Antwoord op deze mail, schrijf naar ${email} of bel ${phone}. Noem het kenmerk.`,
    noCopy:
      'Stuur geen kopie van uw paspoort, identiteitskaart of rijbewijs, en noem uw burgerservicenummer (BSN) niet. Die vragen wij nooit, en wij bewaren ze niet.',
    clock: 'Zolang wij op uw antwoord wachten, kan de wettelijke termijn stilstaan (artikel 12 lid 6 AVG).',
    notYou: 'Kwam het verzoek niet van u? Dan hoeft u niets te doen. Er gebeurt dan niets met uw gegevens.',
  },
  en: {
    subject: (reference) => `We want to be sure who you are (${reference})`,
    unsure: 'We can carry out your request only when we are sure that it is yours. We are not yet.',
    facts:
      'So please give two facts that you know from us and others do not. For example your customer number, the telephone number we have of you, or your address.',
    page: 'You can fill them in on this page; the link is for you alone',
    asked: 'This is what we ask:',
    how: (email, phone) => `Answer this mail, write to ${email} or call ${phone}. Mention the reference.`,
    noCopy:
      'Do not send a copy of your passport, identity card or driving licence, and do not give your citizen service number (BSN). We never ask for them, and do not keep them.',
    clock: 'While we wait for your answer, the term of the law may stand still (article 12(6) GDPR).',
    notYou: 'Did the request not come from you? Then you need do nothing, and nothing happens to your data.',
  },
};

/** Asks no more than is needed to be sure (art. 12(6)): in the officer's words, or for two facts. */
export function identityQuestion(
  letter: LetterOf<'identity-question'>,
  { language, reference, controller }: LetterContext,
): LetterBody {
  const text = texts[language];
  const { ask, link } = letter;
  return {
    subject: text.subject(reference),
    blocks: [
      ...paragraphs(text.unsure, ...(ask === null ? [text.facts] : [text.asked, ask])),
      ...(link === undefined ? [] : [{ kind: 'link', label: text.page, href: link } as const]),
      ...paragraphs(text.how(controller.email, controller.phone), text.noCopy, text.clock, text.notYou),
    ],
    outcome: false,
  };
}
