import type { Language } from '../../domain/language.ts';
import { isoDateText, weekdayText } from '../date-text.ts';
import {
  type Block,
  type LetterBody,
  type LetterContext,
  type LetterOf,
  list,
  type NotTakenIn,
  paragraphs,
} from './letter.ts';

interface Texts {
  readonly subject: string;
  readonly intro: (name: string) => string;
  readonly deadline: (date: string) => string;
  readonly noCase: string;
  readonly identity: string;
  readonly notTaken: string;
  readonly reasons: (limitMegabytes: number) => Readonly<Record<NotTakenIn, string>>;
  readonly otherWay: string;
  readonly form: string;
  readonly status: string;
  readonly facts: { readonly reference: string; readonly received: string; readonly legalDate: string };
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    subject: 'Wij hebben uw e-mail ontvangen',
    intro: (name) => `${name} heeft uw e-mail ontvangen. Dit antwoord is automatisch gemaakt.`,
    deadline: (date) =>
      `U krijgt uiterlijk op ${date} antwoord. Wilt u hier iets aan toevoegen? Beantwoord dan deze e-mail.`,
    noCase: 'Een medewerker bekijkt uw e-mail.',
    identity:
      'Gaat het om uw eigen gegevens? Dan vragen wij u misschien eerst om een code die wij naar uw e-mailadres sturen. Stuur geen kopie van uw paspoort, identiteitskaart of rijbewijs, en geen burgerservicenummer (BSN): dat hebben wij niet nodig.',
    notTaken: 'Dit hebben wij niet bewaard',
    reasons: (limit) => ({
      'identity-document':
        'Een bijlage die naar haar naam een kopie van een identiteitsbewijs is. Zo’n kopie vragen wij nooit. Wij hebben haar niet opgeslagen.',
      'citizen-number':
        'Een nummer dat een burgerservicenummer (BSN) kan zijn. Wij mogen dat niet gebruiken. Een bijlage met zo’n nummer hebben wij niet opgeslagen; in uw tekst hebben wij het nummer onleesbaar gemaakt.',
      'too-many': 'Bijlagen boven de vijftig. De eerste vijftig hebben wij wel.',
      'too-large': `Uw e-mail is groter dan ${limit} MB. Daarom hebben wij hem niet ingelezen. Hij staat nog in onze mailbox, en een medewerker ziet dat.`,
    }),
    otherWay:
      'Stuur ons wat wij wel nodig hebben in een nieuwe e-mail, of gebruik het formulier op onze website.',
    form: 'Naar het formulier',
    status: 'Bekijk hoe het ermee staat',
    facts: { reference: 'Kenmerk', received: 'Ontvangen op', legalDate: 'Antwoord uiterlijk op' },
  },
  en: {
    subject: 'We have received your e-mail',
    intro: (name) => `${name} has received your e-mail. This reply was made automatically.`,
    deadline: (date) =>
      `You will have an answer no later than ${date}. Do you want to add something? Then reply to this e-mail.`,
    noCase: 'A member of our staff will look at your e-mail.',
    identity:
      'Is it about your own data? Then we may first ask you for a code that we send to your e-mail address. Do not send a copy of your passport, identity card or driving licence, nor a citizen service number (BSN): we do not need it.',
    notTaken: 'We have not kept this',
    reasons: (limit) => ({
      'identity-document':
        'An attachment that, by its name, is a copy of an identity document. We never ask for such a copy. We have not stored it.',
      'citizen-number':
        'A number that may be a citizen service number (BSN). We are not allowed to use it. An attachment with such a number we have not stored; in your text we have made the number unreadable.',
      'too-many': 'Attachments beyond fifty. The first fifty we do have.',
      'too-large': `Your e-mail is larger than ${limit} MB. That is why we have not read it in. It is still in our mailbox, and a member of our staff sees that.`,
    }),
    otherWay: 'Send us what we do need in a new e-mail, or use the form on our website.',
    form: 'To the form',
    status: 'See how it is getting on',
    facts: { reference: 'Reference', received: 'Received on', legalDate: 'Answer no later than' },
  },
};

/**
 * Says that an e-mail came in, to the address it names as its sender. That address proves nothing, so there is no word in it of
 * who somebody is, of what they wrote, or of whether a case they name exists.
 */
export function messageReceived(letter: LetterOf<'message-received'>, context: LetterContext): LetterBody {
  const { language, reference, controller } = context;
  const text = texts[language];
  const { opened, receivedOn, notTakenIn, limitMegabytes, formLink } = letter;
  const reasons = text.reasons(limitMegabytes);
  const facts: Block = {
    kind: 'facts',
    facts: [
      ...(opened === null ? [] : [[text.facts.reference, reference] as const]),
      [text.facts.received, isoDateText(receivedOn, language)],
      ...(opened === null ? [] : [[text.facts.legalDate, isoDateText(opened.legalDate, language)] as const]),
    ],
  };
  const missing: readonly Block[] =
    notTakenIn.length === 0
      ? []
      : [
          { kind: 'heading', text: text.notTaken },
          list(notTakenIn.map((reason) => reasons[reason])),
          ...paragraphs(text.otherWay),
          { kind: 'link', label: text.form, href: formLink },
        ];
  return {
    subject: opened === null ? text.subject : `${text.subject} (${reference})`,
    blocks: [
      ...paragraphs(text.intro(controller.name)),
      facts,
      ...paragraphs(
        opened === null ? text.noCase : text.deadline(weekdayText(opened.legalDate, language)),
        text.identity,
      ),
      ...(opened === null ? [] : [{ kind: 'link', label: text.status, href: opened.statusLink } as const]),
      ...missing,
    ],
    outcome: false,
  };
}
