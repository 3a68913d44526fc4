import type { Language } from '../../domain/language.ts';
import { lower } from '../../plan/words.ts';
import { isoDateText } from '../date-text.ts';
import { keptList, placeText, rowsText } from './kept-rows.ts';
import {
  type Block,
  type KeptTable,
  type LetterBody,
  type LetterContext,
  type LetterOf,
  list,
  paragraphs,
  type UnchangedTable,
} from './letter.ts';

/** How far the correction went: nobody should read "corrected" above a list of what was not. */
type Extent = 'all' | 'part' | 'none';

interface Texts {
  readonly subjects: Readonly<Record<Extent, (reference: string) => string>>;
  readonly intros: Readonly<Record<Extent, (date: string) => string>>;
  /** Of what a program changed: what was done by hand nobody looked at again. */
  readonly checked: Readonly<Record<'everywhere' | 'in-systems', string>>;
  readonly noValues: string;
  readonly changed: string;
  readonly byHand: string;
  readonly kept: string;
  readonly keptIntro: string;
  readonly unchanged: string;
  readonly why: Readonly<Record<UnchangedTable['why'], string>>;
  readonly notSearched: string;
  readonly notSearchedIntro: string;
  readonly after: string;
  readonly watched: string;
  readonly file: string;
  readonly askRecipients: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    subjects: {
      all: (reference) => `Uw gegevens zijn verbeterd (${reference})`,
      part: (reference) => `Uw gegevens zijn voor een deel verbeterd (${reference})`,
      none: (reference) => `Wij hebben uw gegevens niet veranderd (${reference})`,
    },
    intros: {
      all: (date) => `U vroeg ons om gegevens over u te verbeteren. Dat hebben wij op ${date} gedaan.`,
      part: (date) =>
        `U vroeg ons om gegevens over u te verbeteren. Dat hebben wij op ${date} gedaan, maar niet overal. Hieronder staat waar wel, waar niet, en waarom.`,
      none: (date) =>
        `U vroeg ons om gegevens over u te verbeteren. Op ${date} hebben wij gekeken en niets veranderd. Hieronder staat waarom.`,
    },
    checked: {
      everywhere: 'Daarna hebben wij opnieuw gekeken: op die plaatsen staat nu wat u vroeg.',
      'in-systems':
        'Daarna hebben wij in onze computers opnieuw gekeken: daar staat nu wat u vroeg. Wat met de hand is verbeterd, heeft een medewerker bevestigd.',
    },
    noValues:
      'Voor de veiligheid staan de oude en de nieuwe gegevens zelf niet in deze mail. Vraag om inzage als u ze wilt zien.',
    changed: 'Wat wij hebben verbeterd',
    byHand: 'met de hand verbeterd; een medewerker heeft dat bevestigd',
    kept: 'Wat wij moeten laten staan',
    keptIntro:
      'Deze stukken moeten wij bewaren zoals ze zijn opgemaakt; wij mogen ze achteraf niet veranderen. Wij hebben uw verbetering er als aanvulling bij gelegd, in het dossier van dit verzoek (artikel 16 AVG).',
    unchanged: 'Wat wij verder niet hebben veranderd',
    why: {
      shared: 'dit is ook van iemand anders, en zonder die ander veranderen wij het niet',
      'not-chosen': 'een medewerker vond dat uw verzoek niet over dit veld gaat',
      'not-found': 'wij vonden niet wat u noemde',
    },
    notSearched: 'Waar wij niet konden kijken',
    notSearchedIntro:
      'Daar kan het binnen een groter geheel staan, zoals een ingevuld formulier. Weet u dat het daar fout staat? Laat het ons weten.',
    after: 'Hoe het verder gaat',
    watched:
      'Wij letten erop dat het zo blijft. Komt de oude waarde terug, bijvoorbeeld uit een reservekopie, dan zien wij dat.',
    file: 'Wat er stond en wat er nu staat, bewaren wij versleuteld bij uw verzoek, om te laten zien dat wij het goed hebben gedaan (artikel 5 lid 2 AVG).',
    askRecipients:
      'Wilt u weten wie de oude gegevens van ons kreeg? Vraag het ons, dan noemen wij de namen (artikel 19 AVG).',
  },
  en: {
    subjects: {
      all: (reference) => `Your data have been corrected (${reference})`,
      part: (reference) => `Your data have been corrected in part (${reference})`,
      none: (reference) => `We have not changed your data (${reference})`,
    },
    intros: {
      all: (date) => `You asked us to correct data about you. We did so on ${date}.`,
      part: (date) =>
        `You asked us to correct data about you. We did so on ${date}, but not everywhere. Below we say where we did, where we did not, and why.`,
      none: (date) =>
        `You asked us to correct data about you. On ${date} we looked and changed nothing. Below we say why.`,
    },
    checked: {
      everywhere: 'We then looked again: what you asked for stands in those places now.',
      'in-systems':
        'We then looked again in our computers: what you asked for stands there now. What was corrected by hand, somebody of ours confirmed.',
    },
    noValues:
      'To keep them safe, the old and the new data themselves are not in this mail. Ask for access if you want to see them.',
    changed: 'What we corrected',
    byHand: 'corrected by hand; somebody of ours confirmed it',
    kept: 'What we must leave as it is',
    keptIntro:
      'These documents we must keep as they were drawn up; we may not change them afterwards. We have added your correction to them as a supplementary statement, in the file of this request (article 16 GDPR).',
    unchanged: 'What else we did not change',
    why: {
      shared: 'this belongs to somebody else too, and without them we do not change it',
      'not-chosen': 'somebody of ours found that your request is not about this field',
      'not-found': 'we did not find what you named',
    },
    notSearched: 'Where we could not look',
    notSearchedIntro:
      'There it may stand inside something larger, such as a form that was filled in. Do you know that it is wrong there? Let us know.',
    after: 'What happens next',
    watched:
      'We see to it that it stays so. If the old value comes back, for instance from a backup, we notice.',
    file: 'What stood there and what stands there now we keep encrypted with your request, to show that we handled it properly (article 5(2) GDPR).',
    askRecipients:
      'Do you want to know who received the old data from us? Ask us, and we will give you the names (article 19 GDPR).',
  },
};

/** What was corrected where; what was not, and why (art. 12(4) and 16). Without the values: a mail is read by others too. */
export function rectificationDone(
  letter: LetterOf<'rectification-done'>,
  { language, reference }: LetterContext,
): LetterBody {
  const text = texts[language];
  const { changed, kept, unchanged, notSearched } = letter;
  const byProgram = changed.filter(({ table }) => table !== null);
  const extent = changed.length === 0 ? 'none' : kept.length + unchanged.length === 0 ? 'all' : 'part';
  return {
    subject: text.subjects[extent](reference),
    blocks: [
      ...paragraphs(text.intros[extent](isoDateText(letter.correctedOn, language))),
      ...(byProgram.length === 0
        ? []
        : paragraphs(text.checked[byProgram.length === changed.length ? 'everywhere' : 'in-systems'])),
      ...(changed.length === 0
        ? []
        : [
            { kind: 'heading' as const, text: text.changed },
            list(
              changed.map(
                (item) =>
                  `${placeText(item, language)}: ${lower(item.category[language])}, ${rowsText(item, language)}${
                    item.table === null ? ` – ${text.byHand}` : ''
                  }.`,
              ),
            ),
            ...paragraphs(text.noValues),
          ]),
      ...keptBlocks(kept, language),
      ...unchangedBlocks(unchanged, language),
      ...(notSearched.length === 0
        ? []
        : [
            { kind: 'heading' as const, text: text.notSearched },
            ...paragraphs(text.notSearchedIntro),
            list(notSearched.map((item) => `${placeText(item, language)}.`)),
          ]),
      { kind: 'heading', text: text.after },
      list([...(byProgram.length > 0 ? [text.watched] : []), text.file, text.askRecipients]),
    ],
    outcome: true,
  };
}

function keptBlocks(kept: readonly KeptTable[], language: Language): readonly Block[] {
  const text = texts[language];
  if (kept.length === 0) return [];
  return [{ kind: 'heading', text: text.kept }, ...paragraphs(text.keptIntro), keptList(kept, language)];
}

function unchangedBlocks(unchanged: readonly UnchangedTable[], language: Language): readonly Block[] {
  const text = texts[language];
  if (unchanged.length === 0) return [];
  return [
    { kind: 'heading', text: text.unchanged },
    list(
      unchanged.map((item) =>
        item.place === null
          ? `${item.category[language]}: ${text.why[item.why]}.`
          : `${placeText(item.place, language)}: ${rowsText(item.place, language)} – ${text.why[item.why]}.`,
      ),
    ),
  ];
}
