import type { Language } from '../../domain/language.ts';
import { isoDateText } from '../date-text.ts';
import { keptList, placeText, rowsText } from './kept-rows.ts';
import {
  type Block,
  type ErasedTable,
  type KeptTable,
  type LetterBody,
  type LetterContext,
  type LetterOf,
  list,
  paragraphs,
} from './letter.ts';

/** How far the erasure went: nobody should read "erased" above a list of what was not. */
type Extent = 'all' | 'part' | 'none';

interface Texts {
  readonly subjects: Readonly<Record<Extent, (reference: string) => string>>;
  readonly intros: Readonly<Record<Extent, (date: string) => string>>;
  readonly checked: string;
  readonly explanation: string;
  readonly erased: string;
  readonly nothingErased: string;
  readonly effects: Readonly<Record<ErasedTable['effect'], string>>;
  readonly kept: string;
  readonly keptIntro: string;
  readonly nothingKept: string;
  readonly after: string;
  readonly proof: string;
  readonly mark: string;
  readonly caseFile: (date: string | null) => string;
  readonly recipients: string;
  readonly informed: string;
  readonly unknowing: string;
  readonly askRecipients: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    subjects: {
      all: (reference) => `Uw persoonsgegevens zijn gewist (${reference})`,
      part: (reference) => `Uw persoonsgegevens zijn voor een deel gewist (${reference})`,
      none: (reference) => `Uw persoonsgegevens mogen wij nog niet wissen (${reference})`,
    },
    intros: {
      all: (date) => `U vroeg ons om uw persoonsgegevens te wissen. Dat hebben wij op ${date} gedaan.`,
      part: (date) =>
        `U vroeg ons om uw persoonsgegevens te wissen. Dat hebben wij op ${date} gedaan, behalve met de gegevens die wij moeten bewaren. Hieronder staat precies welke dat zijn, waarom, en tot wanneer.`,
      none: (date) =>
        `U vroeg ons om uw persoonsgegevens te wissen. Op ${date} hebben wij gezien dat wij alles wat wij van u hebben nog moeten bewaren. Hieronder staat waarom, en tot wanneer.`,
    },
    checked:
      'Daarna hebben wij opnieuw gezocht. Wij vonden alleen nog wat hieronder bij “Wat wij bewaren” staat.',
    explanation: 'Wat wij hebben gedaan',
    erased: 'Wat er weg is',
    nothingErased: 'Er was niets dat wij mochten wissen. Hieronder staat waarom.',
    effects: {
      deleted: 'gewist',
      redacted: 'uw gegevens eruit gehaald; de rij zelf blijft staan',
      shared: 'van u losgemaakt; de rij blijft staan omdat zij ook van een ander is',
      'by-hand': 'met de hand gewist; een medewerker heeft dat bevestigd',
    },
    kept: 'Wat wij bewaren',
    keptIntro: 'Deze gegevens mogen wij niet wissen, of nog niet. Wij gebruiken ze nergens anders voor.',
    nothingKept: 'In onze systemen is niets van u overgebleven.',
    after:
      'Na de einddatum gaan ook deze gegevens weg; van meer rijen gaat elke rij weg zodra haar eigen termijn om is.',
    proof: 'Wat wij over dit verzoek bewaren',
    mark: 'Een kenmerk dat uit uw gegevens is berekend en waaruit u niet meer af te lezen bent. Komen uw gegevens ooit terug uit een reservekopie, dan herkennen wij ze daaraan en wissen wij ze opnieuw.',
    caseFile: (date) =>
      date === null
        ? 'Uw verzoek en dit antwoord, zolang dat nodig is om te laten zien dat wij het goed hebben afgehandeld (artikel 5 lid 2 AVG).'
        : `Uw verzoek en dit antwoord, tot en met ${date}, om te laten zien dat wij het goed hebben afgehandeld (artikel 5 lid 2 AVG).`,
    recipients: 'Aan wie wij dit doorgeven',
    informed:
      'Wij vragen deze ontvangers om uw gegevens ook te wissen (artikel 19 AVG). Op de pagina van uw verzoek ziet u wie dat heeft bevestigd:',
    unknowing:
      'Deze ontvangers hebben gegevens zonder te weten van wie die zijn. Hun kunnen wij niet zeggen wat van u is, en wij geven hun daarvoor ook geen naam of adres (artikel 11 AVG):',
    askRecipients: 'Wilt u weten wie uw gegevens van ons kreeg? Vraag het ons, dan noemen wij de namen.',
  },
  en: {
    subjects: {
      all: (reference) => `Your personal data have been erased (${reference})`,
      part: (reference) => `Your personal data have been erased in part (${reference})`,
      none: (reference) => `We may not erase your personal data yet (${reference})`,
    },
    intros: {
      all: (date) => `You asked us to erase your personal data. We did so on ${date}.`,
      part: (date) =>
        `You asked us to erase your personal data. We did so on ${date}, except for the data that we must keep. Below we say exactly which those are, why, and until when.`,
      none: (date) =>
        `You asked us to erase your personal data. On ${date} we found that we must still keep all that we have of yours. Below we say why, and until when.`,
    },
    checked: 'We then searched again. All that we still found is listed below under “What we keep”.',
    explanation: 'What we did',
    erased: 'What is gone',
    nothingErased: 'There was nothing that we were allowed to erase. Below we say why.',
    effects: {
      deleted: 'erased',
      redacted: 'your data taken out; the row itself stays',
      shared: 'no longer linked to you; the row stays because it is also somebody else’s',
      'by-hand': 'erased by hand; somebody of ours confirmed it',
    },
    kept: 'What we keep',
    keptIntro: 'These data we may not erase, or not yet. We use them for nothing else.',
    nothingKept: 'Nothing of yours is left in our systems.',
    after:
      'After the end date these data go too; of several rows, each goes as soon as its own period is over.',
    proof: 'What we keep about this request',
    mark: 'A mark computed from your data, from which you can no longer be read. If your data ever come back from a backup, we recognise them by it and erase them again.',
    caseFile: (date) =>
      date === null
        ? 'Your request and this answer, for as long as we need them to show that we handled it properly (article 5(2) GDPR).'
        : `Your request and this answer, until ${date} inclusive, to show that we handled it properly (article 5(2) GDPR).`,
    recipients: 'Whom we tell',
    informed:
      'We ask these recipients to erase your data too (article 19 GDPR). The page of your request shows who has confirmed it:',
    unknowing:
      'These recipients have data without knowing whose they are. We cannot tell them what is yours, and do not give them a name or address to find it with (article 11 GDPR):',
    askRecipients:
      'Do you want to know who received your data from us? Ask us, and we will give you the names.',
  },
};

/** What went, what stayed on which ground and until when (art. 17(3)), and what is kept about the request itself. */
export function erasureDone(letter: LetterOf<'erasure-done'>, context: LetterContext): LetterBody {
  const { language, reference } = context;
  const text = texts[language];
  const extent = letter.kept.length === 0 ? 'all' : letter.erased.length === 0 ? 'none' : 'part';
  return {
    subject: text.subjects[extent](reference),
    blocks: [
      ...paragraphs(text.intros[extent](isoDateText(letter.erasedOn, language)), text.checked),
      ...(letter.explanation.length === 0
        ? []
        : [{ kind: 'heading' as const, text: text.explanation }, list(letter.explanation)]),
      ...erasedBlocks(letter.erased, language),
      ...keptBlocks(letter.kept, language),
      { kind: 'heading', text: text.proof },
      list([
        text.mark,
        text.caseFile(letter.caseFileUntil === null ? null : isoDateText(letter.caseFileUntil, language)),
      ]),
      ...recipientBlocks(letter, language),
    ],
    outcome: true,
  };
}

function erasedBlocks(erased: readonly ErasedTable[], language: Language): readonly Block[] {
  const text = texts[language];
  if (erased.length === 0) return [{ kind: 'heading', text: text.erased }, ...paragraphs(text.nothingErased)];
  return [
    { kind: 'heading', text: text.erased },
    list(
      erased.map(
        (item) => `${placeText(item, language)}: ${rowsText(item, language)} – ${text.effects[item.effect]}.`,
      ),
    ),
  ];
}

function keptBlocks(kept: readonly KeptTable[], language: Language): readonly Block[] {
  const text = texts[language];
  if (kept.length === 0) return [{ kind: 'heading', text: text.kept }, ...paragraphs(text.nothingKept)];
  const dated = kept.some(({ until }) => until !== null);
  return [
    { kind: 'heading', text: text.kept },
    ...paragraphs(text.keptIntro),
    keptList(kept, language),
    ...(dated ? paragraphs(text.after) : []),
  ];
}

function recipientBlocks(
  { informedRecipients, unknowingRecipients }: LetterOf<'erasure-done'>,
  language: Language,
): readonly Block[] {
  const text = texts[language];
  if (informedRecipients.length + unknowingRecipients.length === 0) return paragraphs(text.askRecipients);
  const named = (intro: string, names: readonly string[]) =>
    names.length === 0 ? [] : [...paragraphs(intro), list(names)];
  return [
    { kind: 'heading', text: text.recipients },
    ...named(text.informed, informedRecipients),
    ...named(text.unknowing, unknowingRecipients),
  ];
}
