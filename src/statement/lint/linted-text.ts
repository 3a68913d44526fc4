import type { ConceptName } from '../concepts/all-concepts.ts';
import { type Hit, TextSearch } from '../concepts/text-search.ts';
import type { StatementFacts } from '../facts/facts.ts';
import { articleSix, basesIn } from '../facts/purposes.ts';
import { readFacts } from '../facts/read-facts.ts';
import { type MadePromise, readPromises } from '../promised/read-promises.ts';
import type { Sentence, StatementDocument } from '../reading/document.ts';
import type { Fault } from './fault.ts';

/** A statement with what rules ask about it, each found once. */
export class LintedText {
  readonly document: StatementDocument;
  private readonly search: TextSearch;
  private knownFacts: StatementFacts | undefined;
  private knownPromises: readonly MadePromise[] | undefined;

  constructor(document: StatementDocument) {
    this.document = document;
    this.search = new TextSearch(document);
  }

  /** Read when a rule first asks for them. */
  get facts(): StatementFacts {
    this.knownFacts ??= readFacts(this.search);
    return this.knownFacts;
  }

  get promises(): readonly MadePromise[] {
    this.knownPromises ??= readPromises(this.search);
    return this.knownPromises;
  }

  /** Whether one person writes it about the own business. */
  get isOfOnePerson(): boolean {
    return this.search.isOfOnePerson;
  }

  says(...concepts: readonly ConceptName[]): boolean {
    return concepts.some((concept) => this.search.says(concept));
  }

  saysIn(concept: ConceptName, sentence: Sentence): boolean {
    return this.search.saysIn(concept, sentence);
  }

  /** Whether these words of a sentence say it by themselves. */
  saysInWords(concept: ConceptName, sentence: Sentence, words: string): boolean {
    if (words === sentence.text) return this.saysIn(concept, sentence);
    const alone = { ...sentence, text: words, at: 0, section: 0, introduction: '' };
    const document = { ...this.document, sections: [{ titles: [], sentences: [alone] }], sentences: [alone] };
    return new TextSearch(document).says(concept);
  }

  hits(concept: ConceptName): readonly Hit[] {
    return this.search.find(concept);
  }

  /** Sentences that say the first thing and none of the others. */
  hitsWithout(concept: ConceptName, ...others: readonly ConceptName[]): readonly Hit[] {
    return this.hits(concept).filter(({ sentence }) => !others.some((other) => this.saysIn(other, sentence)));
  }

  /** Whether any running sentence fits a pattern. */
  matches(pattern: RegExp): boolean {
    return this.document.sentences.some(({ kind, text }) => kind !== 'heading' && pattern.test(text));
  }

  /** That something is missing, said at the first of these places, else of the whole. */
  missingAt(...near: readonly Hit[]): readonly Fault[] {
    const [hit] = near;
    return [hit === undefined ? { sentence: null, start: 0 } : { sentence: hit.sentence, start: hit.start }];
  }

  /** That something is missing, said where the text comes nearest to it, else of the whole. */
  missing(...near: readonly ConceptName[]): readonly Fault[] {
    return this.missingAt(...near.flatMap((concept) => this.hits(concept).slice(0, 1)));
  }

  get hasMarketing(): boolean {
    return this.marketingSent.length > 0 || this.marketingFollows.length > 0;
  }

  /** Where advertising is announced. "We do no advertising" takes back what sounds like it, but for a newsletter called by its name. */
  get marketingSent(): readonly Hit[] {
    const sent = this.hitsWithout('marketing', 'no-marketing', 'marketing-else', 'own-matter');
    return this.deniesMarketing ? sent.filter(({ sentence }) => newsletter.test(sentence.text)) : sent;
  }

  announcesMarketing({ at }: Sentence): boolean {
    return this.marketingSent.some(({ sentence }) => sentence.at === at);
  }

  /** Where advertising is said to come with the service, or with being a customer. */
  get marketingFollows(): readonly Hit[] {
    if (this.deniesMarketing) return [];
    return this.hitsWithout(
      'marketing-follows',
      'marketing-chosen',
      'no-marketing',
      'marketing-else',
      'own-matter',
    ).filter(({ sentence }) => this.isNearAdvertising(sentence));
  }

  /** What belongs to a contract is advertising when that is what the sentence or the two before it speak of. */
  private isNearAdvertising({ at, block }: Sentence): boolean {
    const near = this.document.sentences.slice(Math.max(0, at - 2), at + 1);
    return near.some((each) => each.block === block && advertising.test(each.text));
  }

  /** Whether it is said without reserve that there is no advertising. */
  get deniesMarketing(): boolean {
    return this.hitsWithout('no-marketing', 'denial-in-part').length > 0;
  }

  get usesTrackers(): boolean {
    return this.says('trackers', 'social-pages');
  }

  /** Whether two or more purposes each stand with a basis of their own. */
  get tiesPurposesToBases(): boolean {
    return (
      this.facts.purposes.filter(({ value }) => value.bases.length > 0).length >= 2 ||
      this.tellsBasesInTurn ||
      this.tellsBasesBySituation ||
      this.isShortWithBasis
    );
  }

  /** A notice of a few sentences, such as one about a camera, has one purpose: its basis is named when any is. */
  private get isShortWithBasis(): boolean {
    const told = this.document.sentences.filter(({ kind }) => kind !== 'heading');
    return told.length <= 6 && told.some(({ text }) => basesIn(text).length > 0 && givesReason.test(text));
  }

  /** Three sentences about purposes, each with its own basis: "Billing rests on the contract. The law asks us to …". */
  private get tellsBasesInTurn(): boolean {
    const bases = ['basis-contract', 'basis-legal', 'basis-interest', 'basis-consent'] as const;
    const about = this.document.sentences.filter(
      ({ section, kind }) =>
        kind !== 'heading' &&
        kind !== 'lead' &&
        this.document.sections[section]?.titles.some((title) => purposeTitle.test(title)),
    );
    return (
      about.filter(
        (sentence) =>
          sentence.text.search(articleSix) >= 0 || bases.some((basis) => this.saysIn(basis, sentence)),
      ).length >= 3
    );
  }

  /** Three parts of the text, one for each situation ("You hire the hall", "You pay"), that each name a basis. */
  private get tellsBasesBySituation(): boolean {
    const bases = ['basis-contract', 'basis-legal', 'basis-interest', 'basis-consent'] as const;
    const parts = new Set<number>();
    for (const sentence of this.document.sentences) {
      const title = this.document.sections[sentence.section]?.titles.at(-1) ?? '';
      if (sentence.kind === 'heading' || sideTitle.test(title) || basesIn(sentence.text).length === 0)
        continue;
      if (bases.some((basis) => this.saysIn(basis, sentence))) parts.add(sentence.section);
    }
    return parts.size >= 3;
  }

  get vagueBases(): boolean {
    return this.says('basis-hedged') && !this.hasTableOfBases;
  }

  /** Three purposes in rows or items, each with its basis, are a list that a vague sentence beside it does not undo. */
  private get hasTableOfBases(): boolean {
    const tied = this.facts.purposes.filter(
      ({ value, sentence }) =>
        value.bases.length === 1 &&
        !(sentence.kind === 'item' && bareBasis.test(value.purpose)) &&
        (sentence.kind === 'row' || sentence.kind === 'item' || /^.{3,110}: /.test(sentence.text)),
    );
    return tied.length >= 3;
  }
}

const newsletter = /news-?letter|nieuwsbrief|\bmailings?\b/iu;

/** What a part is about that is no situation in which data are used. */
const sideTitle =
  /bewa(?:ren|ar)|hoe lang|how long|let go|until when|cookie|recht|\brights?\b|retention|ontvang|\bshare|beveilig|secur|lek\b|breach|deel|geven|pass|who (?:else|gets|sees)|complain|klacht|change|wijzig|abroad|buiten/iu;

/** Words without which no advertising is spoken of, whatever else a sentence shares with it. */
const advertising =
  /market|advert|reclame|promot|\bnews|nieuw|\boffers?\b|aanb[io]|acties?\b|discount|korting|deals?\b|brochure|folder|catalog|mailing|commerc|inform(?:ed|ing|eren|eert)\b|hoogte|upsell|selling|verkop|products?\b|producten|inspir|\btips\b|hear from|suggest|recommend|seizoen|season|bulletin|magazine|campaign|campagne|sponsor|partners?\b|wervi|aandacht|attention|latest|our (?:other )?services|onze (?:andere )?diensten/iu;

const purposeTitle =
  /waarvoor|\bwaar .{0,40}\bvoor\b|waarom|doel|grondslag|purpose|\bwhy\b|\bground|\bbasis/iu;

/** The first hit of each sentence, in the order of the text. */
export function oncePerSentence(hits: readonly Hit[]): readonly Hit[] {
  const first = new Map(hits.toReversed().map((hit) => [hit.sentence.at, hit] as const));
  return [...first.values()].sort((a, b) => a.sentence.at - b.sentence.at);
}

/** One fault for each sentence that makes the mistake. */
export function faultsAt(hits: readonly Hit[]): readonly Fault[] {
  return hits.map(({ sentence, start }) => ({ sentence, start }));
}

/** An item of a list of bases, with no purpose in it. */
const bareBasis =
  /^(?:(?:de|het|een|uw|je|ons|onze|the|a|an|your|our|met|with|op grond van) )*(?:\p{L}+ (?:van|of) (?:(?:de|het|een|the|a|an|your|our|uw) )?)?(?:uitdrukkelijke |wettelijke? |gerechtvaardigde? |explicit |legal |legitimate |public |algemeen |vitale? |vital )?(?:toestemming|overeenkomst|contract|verplichting(?:en)?|belang(?:en)?|consent|agreement|obligations?|interests?|task)[.;]?$/iu;

const givesReason =
  /\bom\b|\bmet\b|op grond|dat is|that is|is a duty|if you consent|voor|omdat|want|nodig|daarbij|verplicht|opdraagt|because|since|need|requires?|necessary|obliges?|under|with your|to [a-z]+/iu;
