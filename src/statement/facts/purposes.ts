import type { Language } from '../../domain/language.ts';
import type { LawfulBasis } from '../../domain/lawful-basis.ts';
import type { ConceptName } from '../concepts/all-concepts.ts';
import type { TextSearch } from '../concepts/text-search.ts';
import type { Sentence } from '../reading/document.ts';
import { durationsIn } from './duration.ts';
import type { Fact, PurposeFact } from './facts.ts';

const basisWords: readonly (readonly [LawfulBasis, RegExp])[] = [
  [
    'legitimate-interests',
    /gerechtvaardigd\p{L}* (?:\p{L}+ )?belang|belang waar (?:we|wij)|justified interest|\bons (?:eigen )?belang|legitimate (?:\p{L}+ )?interest|\bour (?:own )?interest/iu,
  ],
  [
    'legal-obligation',
    /wettelijk\p{L}* (?:verplichting|plicht|taak)|\p{L}*wet (?:\p{L}+ ){0,3}(?:verplicht|eist|wil|vraagt|schrijft|verlangt|gebiedt|opdraagt|draagt)|(?:moet|moeten) van de (?:\p{L}*wet|overheid|inspectie|fiscus)|(?:moet|moeten|verplicht|eist|eisen) (?:\p{L}+ ){0,4}(?:belastingdienst|\p{L}*wet|fiscus|inspectie)|(?:belastingdienst|fiscus|\p{L}*wet|avg) (?:\p{L}+ ){0,3}(?:verplicht|eist|vraagt|wil)|verplicht ons|voldoen aan (?:de|een) (?:wet|verplichting)|belastingwet|artikel [\d:.]+[^.;]{0,60} (?:schrijft|verplicht|eist)|\([\p{L} ]{0,30}\p{L}wet\)|(?:law|act|ordinance|statute)s? (?:\p{L}+ ){0,6}(?:obliges?|requires?|tells?|prescribes?)|(?:legal|statutory) (?:obligation|duty|requirement)|(?:acts?|law|code|revenue|statute|hmrc|regulations|bar|rules) (?:\p{L}+ ){0,3}(?:obliges?|requires?|demands?|orders?|says? so)|required by (?:\p{L}+ )?law|\btax law\b|the law says|\b(?:duty|obligation|required) under (?:the )?(?:law|act)|required by (?:the )?[\p{L}-]+ (?:regulations|act|law|rules)|(?:obliged|bound) by/iu,
  ],
  ['vital-interests', /vita(?:al|le) belang|vital interest/iu],
  [
    'public-task',
    /algemeen belang|publieke taak|openbaar gezag|public (?:interest|task|authority)|official authority/iu,
  ],
  [
    'consent',
    /toestemming|instemming|vinkje|aangevinkt|\btick(?:ed)? |\bconsent\b|permission|said yes|say yes|ja (?:zei|zegt|hebt gezegd)|\bgoed vindt|you (?:have )?(?:asked|ticked|opted|agreed to)|zelf (?:hebt )?(?:aangemeld|ingeschreven)|opt-in/iu,
  ],
  [
    'contract',
    /\bafspra(?:ak|ken) (?:die|met)|\bafgesproken\b|(?:zelf|met (?:je|u)) afgesproken|your instructions? to us|we agreed|overeenkomst|\p{L}*contract\b|\bcontract|\bagreement|\bwe agreed|dienstverlening|\p{L}*koop\b|lidmaatschap|omdat (?:je|u|jullie) lid|(?:hoort|nodig) (?:\p{L}+ ){0,4}(?:bestelling|boeking|opdracht|reservering)|(?:sale|order|booking|stay|membership) (?:itself )?(?:requires?|demands?|needs?)|part of (?:the|your) (?:order|sale|booking|hire)|your (?:order|booking|membership|engagement|subscription|permit)\b|letter of engagement|perform(?:ance)?\b|you have engaged us|(?:grond|grondslag|ground|basis)\s*:\s*[^.;]{0,40}(?:abonnement|koop|lidmaatschap|boeking|subscription|order|booking)/iu,
  ],
];

/** The bases a text names. "Agreement" in "your agreement" is consent only where it is given. */
export function basesIn(text: string): readonly LawfulBasis[] {
  const withoutOthers = text.replace(
    /verwerkersovereenkomst\p{L}*|processing (?:contract|agreement)s?|arbeidsovereenkomst met/giu,
    '',
  );
  const lettered = new Set(
    [...text.matchAll(articleSix)].map(([, inBrackets, inDutch]) => (inBrackets ?? inDutch)?.toLowerCase()),
  );
  return basisWords
    .filter(([basis, words]) => words.test(withoutOthers) || lettered.has(letterOf[basis]))
    .map(([basis]) => basis);
}

/** A basis by its letter in the first paragraph of GDPR art. 6: "6(1)(f)", "artikel 6, lid 1, onder f". */
export const articleSix = /6\(1\)\(([a-f])\)|6,? lid 1,? ?(?:onder|sub)? ?([a-f])\b/giu;

const letterOf: Readonly<Record<LawfulBasis, string>> = {
  consent: 'a',
  contract: 'b',
  'legal-obligation': 'c',
  'vital-interests': 'd',
  'public-task': 'e',
  'legitimate-interests': 'f',
};

/** What data are used for, each with the basis that stands with it. */
export function purposeFacts(search: TextSearch): readonly Fact<PurposeFact>[] {
  const found: Fact<PurposeFact>[] = [];
  for (const sentence of search.document.sentences) found.push(...purposesIn(search, sentence));
  const seen = new Set<string>();
  return found.filter(({ value }) => {
    const key = value.purpose.toLowerCase();
    if (value.purpose.length < 3 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const purposeHead =
  /\bdoel|waarvoor|waarom|wat we doen|wat wij doen|gebruik|purpose|\bwhy\b|what we do|use\b|reason|activity/iu;
const basisHead =
  /grondslag|\bgrond\b|waarom dat mag|\bbasis\b|ground|\blegal|mag dat|allowed|rechtsgrond|law/iu;
const purposeTitle =
  /waarvoor|\bwaar .{0,40}\bvoor\b|waarom|doel|gebruik(?!ers)|grondslag|purpose|\bwhy\b|\buse\b|\buses\b|\bground|\bbasis|what (?!.{0,20}\bask\b).{0,20}\bfor\b/iu;
const otherTitle =
  /bewa(?:ren|ar)|hoe lang|how long|let go|until when|cookie|recht|\brights?\b|retention|ontvang|\bshare|beveilig|secur|lek\b|breach/iu;

function purposesIn(search: TextSearch, sentence: Sentence): readonly Fact<PurposeFact>[] {
  const { kind, cells, text } = sentence;
  const titles = search.document.sections[sentence.section]?.titles ?? [];
  const title = `${titles.slice(-1).join(' ')} ${sentence.introduction}`;
  if (kind === 'row') return rowPurposes(sentence, cells);
  if (kind === 'lead') return leadPurposes(search, sentence);
  if (kind === 'heading' || (kind === 'item' && !sentence.first)) return [];
  const aboutPurposes = purposeTitle.test(title) && !otherTitle.test(titles.at(-1) ?? '');
  const said = /^(?:why|purpose|what for|doel|waarvoor|waarom)\s*:\s*([^(]{3,160})/iu.exec(text)?.[1];
  if (said !== undefined) {
    const bases = basesIn(text);
    return [fact(sentence, { purpose: said.trim(), bases, ground: bases.length > 0 ? text : '' })];
  }
  const labelled = /^(?:\d+(?:\.\d+)*\s+)?([^:]{3,110}): (.+)$/u.exec(text);
  if (
    labelled !== null &&
    (aboutPurposes || basesIn(labelled[2] ?? '').length > 0) &&
    !otherTitle.test(titles.at(-1) ?? '') &&
    durationsIn(labelled[2] ?? '').length === 0 &&
    !search.saysIn('by-situation', sentence)
  ) {
    const bases = basesIn(labelled[2] ?? '');
    const ground = labelled[1] ?? '';
    // "Our legal obligation: keeping accounts" names the basis first.
    if (aboutPurposes && bases.length === 0 && basesIn(ground).length > 0)
      return [fact(sentence, { purpose: labelled[2] ?? '', bases: basesIn(ground), ground })];
    const conditional = bases.length > 0 || (aboutPurposes && kind === 'item');
    if (conditional)
      return [fact(sentence, { purpose: labelled[1] ?? '', bases, ground: labelled[2] ?? '' })];
  }
  if (kind === 'item' && aboutPurposes && !labelled) {
    const bases = basesIn(`${text} ${sentence.introduction} ${rest(search, sentence)}`);
    return [
      fact(sentence, {
        purpose: text.replace(/[;.,]$/, ''),
        bases,
        ground: bases.length > 0 ? `${text} ${rest(search, sentence)}`.trim() : '',
      }),
    ];
  }
  return runningPurposes(search, sentence, aboutPurposes);
}

/** A part of a section about purposes that begins with the purpose: "Bookkeeping. The tax law obliges us." */
function leadPurposes(search: TextSearch, sentence: Sentence): readonly Fact<PurposeFact>[] {
  const titles = search.document.sections[sentence.section]?.titles ?? [];
  const above = titles.slice(0, -1).at(-1) ?? '';
  if (!purposeTitle.test(above) || otherTitle.test(above)) return [];
  const said =
    search.document.sections[sentence.section]?.sentences
      .slice(1)
      .map(({ text }) => text)
      .join(' ') ?? '';
  const bases = basesIn(said);
  if (bases.length === 0) return [];
  return [fact(sentence, { purpose: sentence.text.replace(/[.:?]$/, ''), bases, ground: said })];
}

/** What an item says after its first sentence. */
function rest({ document }: TextSearch, sentence: Sentence): string {
  const after = document.sentences.slice(sentence.at + 1, sentence.at + 6);
  const end = after.findIndex((each) => each.first || each.block !== sentence.block);
  return after
    .slice(0, end === -1 ? after.length : end)
    .map(({ text }) => text)
    .join(' ');
}

function rowPurposes(sentence: Sentence, cells: readonly string[]): readonly Fact<PurposeFact>[] {
  const head = sentence.introduction.split(' · ');
  const basisAt = head.findIndex((cell) => basisHead.test(cell));
  const basis = basisAt === -1 ? cells.findLastIndex((cell) => basesIn(cell).length > 0) : basisAt;
  const purposeAt = head.findIndex((cell, at) => at !== basis && purposeHead.test(cell));
  if (basisAt === -1 && purposeAt === -1) return [];
  const purpose = cells[purposeAt === -1 ? 0 : purposeAt] ?? '';
  const ground = basis === -1 ? '' : (cells[basis] ?? '');
  if (basis === -1 && otherTitle.test(head.join(' '))) return [];
  return [fact(sentence, { purpose, bases: groundBases(ground), ground })];
}

/** In a column of grounds a few words are enough: "also part of the sale". */
function groundBases(ground: string): readonly LawfulBasis[] {
  const bases = basesIn(ground);
  if (bases.length > 0) return bases;
  return /hoort|part of|belongs/i.test(ground) ? ['contract'] : [];
}

const useVerbs =
  /(?:gebruik(?:en|t)?|verwerk(?:en|t)?|nodig|vragen|verzamelen|bewaren|use|uses|used|process|need|collect|keep)\b/iu;

/** "We use your data to make appointments, send invoices and keep our books." */
function runningPurposes(
  search: TextSearch,
  sentence: Sentence,
  aboutPurposes: boolean,
): readonly Fact<PurposeFact>[] {
  const { text } = sentence;
  const concepts: readonly ConceptName[] = ['billing', 'communication', 'marketing'];
  const named = concepts.some((concept) => search.saysIn(concept, sentence));
  if (!aboutPurposes && !(named && useVerbs.test(text))) return [];
  if (!aboutPurposes && !/\b(?:wij|we)\b/iu.test(text)) return [];
  if (/\b(?:niet|geen|nooit|not|never|no)\b/iu.test(text)) return [];
  const list = /(?:\bom\b|\bvoor\b|including|\bto\b|\bfor\b)[: ]+(.+)$/iu.exec(text)?.[1];
  if (list === undefined || !useVerbs.test(text)) return [];
  const bases = basesIn(text);
  return splitList(list, sentence.language)
    .map((purpose) =>
      purpose.replace(/^(?:om|voor|to|for|including|zoals|en|and|ook|also|because)\s+/iu, '').trim(),
    )
    .filter(
      (purpose) =>
        purpose.split(' ').length <= 14 &&
        purpose.length > 4 &&
        !/^(?:where|when|waar|wanneer|als|if|by|per|via)\b/iu.test(purpose),
    )
    .map((purpose) => fact(sentence, { purpose, bases, ground: bases.length > 0 ? text : '' }));
}

/** The members of an enumeration in a sentence. */
export function splitList(list: string, language: Language): readonly string[] {
  return list
    .replace(/\([^)]{0,200}\)/gu, '')
    .split(separators[language])
    .map((each) => each.replace(/[.;:!?]+$/u, '').trim())
    .filter((each) => each !== '');
}

const separators: Readonly<Record<Language, RegExp>> = {
  nl: /[,;·](?:\s+(?:en|of)\b)?\s*|\s+(?:en|of|alsmede|evenals)\s+/u,
  en: /[,;·](?:\s+(?:and|or)\b)?\s*|\s+(?:and|or|as well as)\s+/u,
};

function fact(sentence: Sentence, value: PurposeFact): Fact<PurposeFact> {
  return { sentence, value: { ...value, purpose: value.purpose.trim().replace(/^\d+(\.\d+)*\s+/, '') } };
}
