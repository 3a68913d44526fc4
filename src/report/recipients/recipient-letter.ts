import type { Identity } from '../../domain/identity.ts';
import type { Language } from '../../domain/language.ts';
import type { NoticeDeed } from '../../domain/notice.ts';
import { explanationWords } from '../../plan/explanation-words.ts';
import { isoDateText } from '../date-text.ts';
import { layOut } from '../letters/layout.ts';
import { type Block, type LetterContext, list, paragraphs, type WrittenLetter } from '../letters/letter.ts';
import { deedWords } from './recipient-words.ts';

/** What a recipient is asked to do with data they have from us (GDPR art. 19; art. 28(3)(e)). */
export interface RecipientLetter {
  readonly deed: NoticeDeed;
  readonly recipient: string;
  /** What they do for us or with it: "het versturen van onze nieuwsbrief". */
  readonly task: string | null;
  /** By what they know whom it is about: personal data. */
  readonly people: readonly Identity[];
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  /** Of a rectification, by the name of the category. */
  readonly corrections: readonly {
    readonly category: string;
    readonly now: string | null;
    readonly wanted: string | null;
  }[];
  /** ISO date. */
  readonly dueOn: string;
  /** Where they confirm it. */
  readonly link: string;
  /** They were asked before. */
  readonly again: boolean;
}

interface Texts {
  readonly reminder: string;
  readonly why: (recipient: string, task: string | null) => string;
  readonly law: (articles: string) => string;
  readonly who: string;
  readonly purposes: string;
  readonly categories: string;
  readonly corrections: string;
  readonly becomes: (category: string, now: string | null, wanted: string | null) => string;
  readonly confirm: (date: string) => string;
  readonly button: string;
  readonly pass: string;
  readonly contact: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    reminder: 'Herinnering',
    why: (recipient, task) =>
      `U krijgt deze brief omdat ${recipient} persoonsgegevens van ons heeft${task === null ? '' : ` (${task})`}.`,
    law: (articles) => `Dat vraagt de wet van ons en van u: ${articles}.`,
    who: 'Om wie het gaat',
    purposes: 'Doel',
    categories: 'Soorten gegevens',
    corrections: 'Wat er verandert',
    becomes: (category, now, wanted) =>
      `${category}: ${now === null ? 'er stond niets' : `"${now}"`} wordt ${wanted === null ? 'leeg' : `"${wanted}"`}`,
    confirm: (date) => `Bevestig uiterlijk op ${date} dat u dit hebt gedaan. Dat kan met één klik.`,
    button: 'Bevestigen',
    pass: 'Gaf u de gegevens zelf aan anderen door? Vraag hun dan hetzelfde. Stuur deze brief niet verder dan nodig, en gooi hem weg als u klaar bent.',
    contact: 'Vragen over deze brief?',
  },
  en: {
    reminder: 'Reminder',
    why: (recipient, task) =>
      `You receive this letter because ${recipient} has personal data from us${task === null ? '' : ` (${task})`}.`,
    law: (articles) => `The law asks this of us and of you: ${articles}.`,
    who: 'Whom it is about',
    purposes: 'Purpose',
    categories: 'Kinds of data',
    corrections: 'What changes',
    becomes: (category, now, wanted) =>
      `${category}: ${now === null ? 'nothing stood there' : `"${now}"`} becomes ${wanted === null ? 'empty' : `"${wanted}"`}`,
    confirm: (date) => `Confirm by ${date} at the latest that you have done this. One click is enough.`,
    button: 'Confirm',
    pass: 'Did you pass the data on to others yourself? Then ask the same of them. Send this letter no further than needed, and throw it away when you are done.',
    contact: 'Questions about this letter?',
  },
};

/** @throws GestandError `bad-input` when the link is not a web address. */
export function writeRecipientLetter(letter: RecipientLetter, context: LetterContext): WrittenLetter {
  const { language } = context;
  const text = texts[language];
  const { title, ask, law } = deedWords[language][letter.deed];
  const { identity } = explanationWords[language];
  const facts = [
    ...(letter.purposes.length === 0 ? [] : [[text.purposes, letter.purposes.join(', ')] as const]),
    ...(letter.categories.length === 0 ? [] : [[text.categories, letter.categories.join(', ')] as const]),
  ];
  const blocks: readonly Block[] = [
    ...paragraphs(text.why(letter.recipient, letter.task), `${ask} ${text.law(law)}`),
    { kind: 'heading', text: text.who },
    list(letter.people.map(({ kind, value }) => `${identity[kind]}: ${value}`)),
    ...(facts.length === 0 ? [] : [{ kind: 'facts' as const, facts }]),
    ...(letter.corrections.length === 0
      ? []
      : [
          { kind: 'heading' as const, text: text.corrections },
          list(letter.corrections.map(({ category, now, wanted }) => text.becomes(category, now, wanted))),
        ]),
    ...paragraphs(text.confirm(isoDateText(letter.dueOn, language))),
    { kind: 'link', label: text.button, href: letter.link },
    ...paragraphs(text.pass),
  ];
  const subject = `${letter.again ? `${text.reminder}: ` : ''}${title}`;
  return layOut({ subject, blocks, outcome: false }, context, text.contact);
}
