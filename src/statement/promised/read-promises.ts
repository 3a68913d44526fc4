import type { PromiseId } from '../../law/promises.ts';
import { promiseIds } from '../../law/promises.ts';
import type { Hit, TextSearch } from '../concepts/text-search.ts';
import { durationsIn, frequencyIn, type SaidDuration } from '../facts/duration.ts';
import type { Sentence } from '../reading/document.ts';
import { type Criterion, promiseCriteria } from './promise-criteria.ts';

/** A promise that a statement makes, and where. */
export interface MadePromise {
  readonly id: PromiseId;
  readonly sentence: Sentence;
  /** Characters into the sentence. */
  readonly start: number;
  /** The period in it, ISO 8601; null where there is none. */
  readonly figure: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reasons: readonly ConfidenceReason[];
}

export type ConfidenceReason =
  | 'marked'
  | 'own-words'
  | 'several-sentences'
  | 'under-heading'
  | 'one-word'
  | 'hedged'
  | 'in-passing';

/** Every promise of the statement, in the order of the list of promises; each sentence that makes it. */
export function readPromises(search: TextSearch): readonly MadePromise[] {
  return promiseIds.flatMap((id) => readPromise(id, search));
}

/** One promise: each sentence that makes it, in the order of the text. */
export function readPromise(id: PromiseId, search: TextSearch): readonly MadePromise[] {
  const marked = search.document.sentences.filter((sentence) => sentence.promiseIds.includes(id));
  if (marked.length > 0)
    return marked.map((sentence) =>
      madeBy(id, { sentence, start: 0, end: sentence.text.length }, ['marked']),
    );
  return madeInWords(id, promiseCriteria[id], search);
}

function madeInWords(
  id: PromiseId,
  { concepts, repeated: twice = [], except = [] }: Criterion,
  search: TextSearch,
): readonly MadePromise[] {
  const hits = new Map<number, Hit>();
  for (const concept of concepts)
    for (const hit of search.find(concept)) hits.set(hit.sentence.at, hits.get(hit.sentence.at) ?? hit);
  for (const concept of twice) {
    const found = search.find(concept);
    if (found.length > 1)
      for (const hit of found) hits.set(hit.sentence.at, hits.get(hit.sentence.at) ?? hit);
  }
  for (const at of hits.keys()) {
    const sentence = hits.get(at)?.sentence;
    if (sentence !== undefined && except.some((concept) => search.saysIn(concept, sentence))) hits.delete(at);
  }
  const sorted = [...hits.values()].sort((a, b) => a.sentence.at - b.sentence.at);
  return sorted.map((hit) => madeBy(id, hit, reasonsFor(hit, sorted.length)));
}

const hedges =
  /\b(?:kan|kunnen|mogelijk|eventueel|wellicht|in principe|streven|proberen|may|might|could|aim|try|where possible|endeavour)\b/iu;

function reasonsFor({ sentence, start, end }: Hit, sentences: number): readonly ConfidenceReason[] {
  const words = sentence.text.slice(start, end).split(/\s+/).length;
  return [
    words > 1 ? 'own-words' : 'one-word',
    ...(sentences > 1 ? (['several-sentences'] as const) : []),
    ...(sentence.kind === 'item' || sentence.kind === 'row' ? (['under-heading'] as const) : []),
    ...(hedges.test(sentence.text) ? (['hedged'] as const) : []),
    ...(sentence.text.split(/\s+/).length > 40 ? (['in-passing'] as const) : []),
  ];
}

const weights: Readonly<Record<ConfidenceReason, number>> = {
  marked: 1,
  'own-words': 0.75,
  'one-word': 0.6,
  'several-sentences': 0.1,
  'under-heading': 0.1,
  hedged: -0.15,
  'in-passing': -0.15,
};

function madeBy(id: PromiseId, { sentence, start }: Hit, reasons: readonly ConfidenceReason[]): MadePromise {
  const total = reasons.reduce((sum, reason) => sum + weights[reason], 0);
  return {
    id,
    sentence,
    start,
    reasons,
    figure: figureOf(id, sentence.text, start),
    confidence: Math.round(Math.max(0, Math.min(1, total)) * 100) / 100,
  };
}

/** Promises that are about a period: a number elsewhere in the sentence is not theirs. */
const timed: ReadonlySet<PromiseId> = new Set([
  'P27',
  'P38',
  'P50',
  'P51',
  'P53',
  'D01',
  'D03',
  'D07',
  'D15',
  'P29',
  'P33',
  'P34',
  'P25',
]);
/** Of several periods in one sentence, that of the clause with the statute is what a law asks, and the others are the organisation's. */
function ofTheirOwn(id: PromiseId, text: string): readonly SaidDuration[] {
  const said = durationsIn(text);
  if (said.length < 2) return said;
  if (id === 'D07') {
    const answers = said.filter((_, at) => !ofOtherThings.test(clauseOf(text, said, at)));
    return answers.length === 0 ? said : answers;
  }
  if (id !== 'P25' && id !== 'P27') return said;
  const fitting = said.filter((_, at) => statute.test(clauseOf(text, said, at)) === (id === 'P27'));
  return fitting.length === 0 ? said : fitting;
}

/** Beside a term for answering: how long something is kept, or a complaint takes. */
const ofOtherThings = /complaint|\bke(?:ep|pt)\b|retain|\bstored?\b|invoice|klacht|bewaar|bewaren|factu/iu;

const statute =
  /wettelijk|belasting|fisc|\p{L}*wet\b|wetboek|artikel|\bawr\b|bewaarplicht|\blaws?\b|\btax\b|statut|legal|\bacts?\b|\barticle\b|hmrc|revenue/iu;

/** The part of the sentence that one period belongs to: up to the last comma or "and" before the next. */
function clauseOf(text: string, said: readonly SaidDuration[], at: number): string {
  const border = (left: number, right: number) => {
    const between = text.slice(left, right);
    const last = [...between.matchAll(/[,;:]|\s(?:en|and|maar|but)\s/giu)].at(-1);
    return left + (last?.index ?? 0);
  };
  const [before, own, next] = [said[at - 1], said[at], said[at + 1]];
  if (own === undefined) return '';
  const from = before === undefined ? 0 : border(before.end, own.start);
  return text.slice(from, next === undefined ? undefined : border(own.end, next.start));
}

const repeated: ReadonlySet<PromiseId> = new Set(['P29', 'P33', 'P34']);

function figureOf(id: PromiseId, text: string, start: number): string | null {
  if (!timed.has(id)) return null;
  const said = ofTheirOwn(id, text);
  const nearest = said.find((each) => each.end >= start) ?? said[0];
  return nearest?.duration ?? (repeated.has(id) ? frequencyIn(text) : null);
}
