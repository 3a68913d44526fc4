import { type Language, languages } from '../../domain/language.ts';
import { anchorsOf, findAlternative, type Match, type Words } from '../phrases/match.ts';
import { asWrittenByOrganisation, isOfOnePerson } from '../phrases/one-person.ts';
import { type Alternative, type Part, type Phrase, PhraseReader, type Scope } from '../phrases/phrase.ts';
import { type JoinedWords, joinSeparableVerbs } from '../phrases/separable-verbs.ts';
import { type Token, tokensOf } from '../phrases/tokens.ts';
import { Vocabulary } from '../phrases/vocabulary.ts';
import { allWords } from '../phrases/words/all-words.ts';
import type { Sentence, StatementDocument } from '../reading/document.ts';
import { type ConceptName, conceptTable } from './all-concepts.ts';

/** A sentence that says something, and the words by which it does. */
export interface Hit {
  readonly sentence: Sentence;
  /** Characters into the sentence. */
  readonly start: number;
  readonly end: number;
}

const readers: Readonly<Record<Language, PhraseReader>> = {
  nl: new PhraseReader(allWords.nl, 'nl'),
  en: new PhraseReader(allWords.en, 'en'),
};

const phrasesKnown = new Map<string, readonly Phrase[]>();

/** The phrases of a concept, read once. */
export function phrasesOf(concept: ConceptName, language: Language): readonly Phrase[] {
  const key = `${language} ${concept}`;
  const known = phrasesKnown.get(key);
  if (known !== undefined) return known;
  const { [language]: texts, unless } = conceptTable[concept];
  const not = unless?.[language];
  const read = texts.map((text) => readers[language].read(not === undefined ? text : `${text} & !${not}`));
  phrasesKnown.set(key, read);
  return read;
}

/** The words of a sentence and of what surrounds it, by their number. */
interface SentenceWords {
  readonly here: Words;
  /** Words of the introduction, which stand before those of the sentence itself. */
  readonly own: number;
  /** Whether the sentence begins with these words. */
  readonly begins: boolean;
  /** A few words under a heading say what that says, unless they deny it: "Newsletter: monthly". */
  readonly answersHeading: boolean;
  /** The same words with separable verbs made whole, and from and to which word of `here` each goes; null when there are none. */
  readonly joined: {
    readonly here: Words;
    readonly from: readonly number[];
    readonly to: readonly number[];
  } | null;
  readonly above: Words;
  readonly before: Words;
  /** Of the whole section. */
  readonly section: Words;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** Looks in one document for what it says. Each concept is looked for once. */
export class TextSearch {
  readonly document: StatementDocument;
  private readonly vocabulary = new Vocabulary();
  private readonly words: readonly SentenceWords[];
  private readonly sectionWords: readonly Words[];
  /** In which sentences a word stands. */
  private readonly postings = new Map<number, number[]>();
  private readonly found = new Map<ConceptName, ReadonlyMap<number, Hit>>();
  /** Then "I" is read as an organisation's "we". */
  readonly isOfOnePerson: boolean;

  constructor(document: StatementDocument) {
    this.document = document;
    this.isOfOnePerson = isOfOnePerson(document.sentences.flatMap(({ text }) => tokensOf(text)));
    this.sectionWords = document.sections.map(({ sentences }) =>
      this.numbersOf(sentences.map(({ text }) => text).join(' . ')),
    );
    this.words = document.sentences.map((sentence) => this.wordsOf(sentence));
    for (const [at, { here, joined }] of this.words.entries())
      for (const word of new Set([...here, ...(joined?.here ?? [])])) {
        const list = this.postings.get(word);
        if (list === undefined) this.postings.set(word, [at]);
        else list.push(at);
      }
  }

  /**
   * The sentences that say it, in the order of the text. Headings do not: they are what other sentences stand under. Nor do
   * questions, which say nothing but what the answer is about.
   */
  find(concept: ConceptName): readonly Hit[] {
    return [...this.hitsOf(concept).values()];
  }

  says(concept: ConceptName): boolean {
    return this.hitsOf(concept).size > 0;
  }

  /** Whether one sentence says it. */
  saysIn(concept: ConceptName, sentence: Sentence): boolean {
    return this.hitsOf(concept).has(sentence.at);
  }

  /** By sentence, in the order of the text. */
  private hitsOf(concept: ConceptName): ReadonlyMap<number, Hit> {
    const known = this.found.get(concept);
    if (known !== undefined) return known;
    const hits = new Map<number, Hit>();
    for (const language of languages)
      for (const phrase of phrasesOf(concept, language))
        this.search(phrase, { language, questions: saidByAsking.has(concept) }, hits);
    const sorted = new Map([...hits].sort(([a], [b]) => a - b));
    this.found.set(concept, sorted);
    return sorted;
  }

  private search(
    phrase: Phrase,
    { language, questions }: { readonly language: Language; readonly questions: boolean },
    hits: Map<number, Hit>,
  ): void {
    for (const at of this.candidates(phrase)) {
      const sentence = this.document.sentences[at];
      if (sentence === undefined || sentence.kind === 'heading' || sentence.language !== language) continue;
      if (hits.has(at) || (isQuestion(sentence) && !questions)) continue;
      const hit = this.matches(phrase, sentence);
      if (hit !== null) hits.set(at, hit);
    }
  }

  private candidates(phrase: Phrase): Iterable<number> {
    const lists = phrase.parts.flatMap((part) => {
      const anchors = part.absent ? null : anchorsOf(part);
      return anchors === null ? [] : [this.sentencesWith(anchors)];
    });
    const shortest = lists.sort((a, b) => a.size - b.size)[0];
    return shortest ?? this.words.keys();
  }

  private sentencesWith(patterns: readonly string[]): ReadonlySet<number> {
    const found = new Set<number>();
    for (const pattern of patterns)
      for (const word of this.vocabulary.fit(pattern))
        for (const at of this.postings.get(word) ?? []) found.add(at);
    return found;
  }

  private matches(phrase: Phrase, sentence: Sentence): Hit | null {
    const words = this.words[sentence.at];
    if (words === undefined) return null;
    const absent = phrase.parts.filter((part) => part.absent);
    if (absent.some((part) => this.matchPart(part, words) !== null)) return null;
    const present = phrase.parts.filter((part) => !part.absent);
    for (const { passage, from } of passagesOf(words)) {
      const first = this.matchTogether(present, passage);
      if (first !== null) return hitAt(sentence, words, { from: first.from + from, to: first.to + from });
    }
    return null;
  }

  /** Where the first of these parts stands when all of them do. */
  private matchTogether(parts: readonly Part[], words: SentenceWords): Match | null {
    let first: Match | null = null;
    for (const part of parts) {
      const match = this.matchPart(part, words);
      if (match === null) return null;
      if (!match.here) continue;
      // A list item says only what its own words take part in.
      const takesPart = match.to > words.own || words.answersHeading;
      if (takesPart && (first === null || match.from < first.from)) first = match;
    }
    return first;
  }

  private matchPart(
    { alternatives }: Part,
    words: SentenceWords,
  ): (Match & { readonly here: boolean }) | null {
    for (const alternative of alternatives) {
      const here = this.matchHere(alternative, words);
      if (here !== null) return { ...here, here: true };
      const around = textsBeside(alternative.scope, words).some(
        (text) => this.look(alternative, text) !== null,
      );
      if (around) return { from: 0, to: 0, here: false };
    }
    return null;
  }

  private matchHere(alternative: Alternative, { here, own, joined, begins }: SentenceWords): Match | null {
    if (alternative.scope !== 'here' && alternative.scope !== 'around') return null;
    if (alternative.atStart && !begins) return null;
    const match = this.matchWords(alternative, here, own);
    if (match !== null || joined === null) return match;
    const whole = this.matchWords(alternative, joined.here, own);
    if (whole === null) return null;
    return { from: joined.from[whole.from] ?? 0, to: joined.to[whole.to - 1] ?? 0 };
  }

  private matchWords(alternative: Alternative, words: Words, own: number): Match | null {
    const match = this.look(alternative, own === 0 ? words : words.slice(own));
    if (match !== null) return { from: match.from + own, to: match.to + own };
    return own === 0 || alternative.atStart ? null : this.look(alternative, words);
  }

  private look(alternative: Alternative, words: Words): Match | null {
    return findAlternative(alternative, { words, vocabulary: this.vocabulary });
  }

  private wordsOf(sentence: Sentence): SentenceWords {
    const { sentences, sections } = this.document;
    const titles = sections[sentence.section]?.titles ?? [];
    const introduction = sentence.kind === 'row' ? [] : this.numbersOf(introductionOf(sentence, titles));
    const condition = this.numbersOf(this.conditionOf(sentence));
    const tokens = this.tokensOf(sentence.text);
    // The title of the whole document is above everything and tells nothing.
    const above = [
      ...titles.slice(titles.length > 1 ? 1 : 0),
      sentence.introduction,
      this.questionBefore(sentence),
    ].join(' . ');
    const before = [sentence.at - 2, sentence.at - 1]
      .map((at) => sentences[at])
      .filter((each) => each !== undefined && each.section === sentence.section && each.kind !== 'heading')
      .map((each) => each?.text ?? '')
      .join(' . ');
    return {
      here: [...introduction, ...condition, ...tokens.map(({ word }) => this.vocabulary.add(word))],
      own: introduction.length,
      begins: true,
      answersHeading: isFragment(sentence) && !denies.test(sentence.text),
      joined: this.joinedOf(sentence, tokens, [...introduction, ...condition]),
      above: this.numbersOf(above),
      before: this.numbersOf(before),
      section: this.sectionWords[sentence.section] ?? [],
      spans: [...condition.map(() => ({ start: 0, end: 0 })), ...tokens],
    };
  }

  private joinedOf(
    { language, text }: Sentence,
    tokens: readonly Token[],
    first: Words,
  ): SentenceWords['joined'] {
    const joined: JoinedWords | null = language === 'nl' ? joinSeparableVerbs(text, tokens) : null;
    if (joined === null) return null;
    const places = first.map((_, at) => at);
    const after = (at: number) => at + first.length;
    return {
      here: [...first, ...joined.words.map((word) => this.vocabulary.add(word))],
      from: [...places, ...joined.from.map(after)],
      to: [...places.map((at) => at + 1), ...joined.to.map(after)],
    };
  }

  /** The question that a sentence answers: the last one before it in its paragraph. */
  private questionBefore({ at, block }: Sentence): string {
    const earlier = this.document.sentences.slice(Math.max(0, at - 6), at);
    return earlier.findLast((each) => each.block === block && isQuestion(each))?.text ?? '';
  }

  /** "Has something leaked? We call you" is "if something leaked, we call you", unless the question asks what or how. */
  private conditionOf(sentence: Sentence): string {
    const before = this.document.sentences[sentence.at - 1];
    if (before?.block !== sentence.block || before.kind === 'lead' || !isQuestion(before)) return '';
    if (asksForMore.test(before.text) || answersYesOrNo.test(sentence.text)) return '';
    return `${sentence.language === 'nl' ? 'als' : 'if'} ${before.text}`;
  }

  private numbersOf(text: string): Words {
    return this.tokensOf(text).map(({ word }) => this.vocabulary.add(word));
  }

  private tokensOf(text: string): readonly Token[] {
    const tokens = tokensOf(text);
    return this.isOfOnePerson ? asWrittenByOrganisation(tokens) : tokens;
  }
}

/** What a sentence completes: what announces its list; of a few words that are no sentence, the heading they stand under. */
function introductionOf(sentence: Sentence, titles: readonly string[]): string {
  if (sentence.introduction !== '' || titles.length < 2) return sentence.introduction;
  return isFragment(sentence) ? (titles.at(-1) ?? '') : '';
}

function isFragment({ kind, introduction, text }: Sentence): boolean {
  return (
    kind === 'sentence' &&
    introduction === '' &&
    !/[.!?:]["'”’)]?$/.test(text) &&
    text.split(/\s+/).length <= 14
  );
}

const denies = /\b(?:no|none|not|never|nee|geen|niet|nooit)\b/iu;

/** What a question alone can say: "Any questions?", "Not happy?" */
const saidByAsking: ReadonlySet<ConceptName> = new Set(['invites-questions', 'complain-to-us']);

const asksForMore = /^(?:wat|hoe|wie|waar|waarom|wanneer|welke?|what|how|who|where|why|when|which)\b/iu;
const answersYesOrNo = /^(?:ja|nee|yes|no)\b/iu;

function isQuestion({ text }: Sentence): boolean {
  return /\?["'”’)]?$/.test(text);
}

function textsBeside(scope: Scope, { above, before, section }: SentenceWords): readonly Words[] {
  switch (scope) {
    case 'here':
      return [];
    case 'above':
      return [above];
    case 'before':
      return [before];
    case 'around':
      return [above, before];
    case 'section':
      return [section];
  }
}

/** What stands further apart in one sentence, as in a list of everything, is not said together. */
const reach = 40;

/** The words of a sentence; of a long one, passages of it that overlap, each with what introduces the sentence. */
function passagesOf(
  words: SentenceWords,
): readonly { readonly passage: SentenceWords; readonly from: number }[] {
  const { here, own, joined } = words;
  if (here.length - own <= reach) return [{ passage: words, from: 0 }];
  const steps = Math.ceil((here.length - own - reach) / (reach / 2)) + 1;
  return Array.from({ length: steps }, (_, step) => {
    const from = step * (reach / 2);
    const within = <Each>(all: readonly Each[]) => [
      ...all.slice(0, own),
      ...all.slice(own + from, own + from + reach),
    ];
    const moved = (places: readonly number[]) => within(places).map((place) => Math.max(0, place - from));
    return {
      from,
      passage: {
        ...words,
        here: within(here),
        begins: step === 0,
        joined:
          joined === null
            ? null
            : { here: within(joined.here), from: moved(joined.from), to: moved(joined.to) },
      },
    };
  });
}

function hitAt(sentence: Sentence, { own, spans }: SentenceWords, match: Match): Hit {
  const start = spans[Math.max(0, match.from - own)]?.start ?? 0;
  const end = spans[Math.max(0, match.to - own - 1)]?.end ?? sentence.text.length;
  return { sentence, start, end: Math.max(end, start) };
}
