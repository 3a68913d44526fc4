import type { Alternative, Choice, Element, Part } from './phrase.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words by their number in the vocabulary. */
export type Words = readonly number[];

export interface Match {
  /** Words into the text. */
  readonly from: number;
  /** After the last word. */
  readonly to: number;
}

/**
 * The first place where a line of a phrase stands in a line of words. Each element moves a set of places forward, so the work
 * is the number of words times the number of elements, whatever the text: there is no going back.
 */
export function findAlternative({ elements, atStart }: Alternative, text: Text): Match | null {
  const { words } = text;
  const last = atStart ? Math.min(1, words.length) : words.length;
  const firsts = firstsOf(elements, text.vocabulary);
  for (let from = 0; from < last; from++) {
    if (firsts !== null && !firsts.has(words[from] ?? -1)) continue;
    const to = endFrom(elements, text, from);
    if (to !== null) return { from, to };
  }
  return null;
}

export interface Text {
  readonly words: Words;
  readonly vocabulary: Vocabulary;
}

function endFrom(elements: readonly Element[], text: Text, from: number): number | null {
  const ends = endsOf(elements, text, [from]);
  return ends.length === 0 ? null : Math.min(...ends);
}

/** Where a sequence can end when it begins at one of these places; sorted, without double ones. */
function endsOf(elements: readonly Element[], text: Text, starts: readonly number[]): readonly number[] {
  let places = starts;
  for (const element of elements) {
    places = step(element, text, places);
    if (places.length === 0) return places;
  }
  return places;
}

function step(element: Element, text: Text, places: readonly number[]): readonly number[] {
  switch (element.kind) {
    case 'gap': {
      const reached = new Set<number>();
      for (const place of places)
        for (let at = place; at <= Math.min(place + element.most, text.words.length); at++) reached.add(at);
      return [...reached];
    }
    case 'choice': {
      const after = new Set<number>(element.optional ? places : []);
      for (const choice of element.choices) for (const end of choose(choice, text, places)) after.add(end);
      return [...after];
    }
  }
}

function choose(choice: Choice, text: Text, places: readonly number[]): readonly number[] {
  if (typeof choice !== 'string') return choice.flatMap((sequence) => endsOfLine(sequence, text, places));
  const { words, vocabulary } = text;
  if (choice === '*') return places.filter((place) => place < words.length).map((place) => place + 1);
  const fitting = vocabulary.fit(choice);
  return places.filter((place) => fitting.has(words[place] ?? -1)).map((place) => place + 1);
}

function endsOfLine(sequence: readonly Element[], text: Text, places: readonly number[]): readonly number[] {
  const firsts = firstsOf(sequence, text.vocabulary);
  const starts = firsts === null ? places : places.filter((place) => firsts.has(text.words[place] ?? -1));
  return starts.length === 0 ? [] : endsOf(sequence, text, starts);
}

/** The words with which a line can begin; null when it can begin with any. */
function firstsOf(elements: readonly Element[], vocabulary: Vocabulary): ReadonlySet<number> | null {
  return vocabulary.once(elements, () => {
    const [first] = elements;
    const patterns = first === undefined ? null : openersOf(first);
    return patterns === null ? null : new Set(patterns.flatMap((pattern) => [...vocabulary.fit(pattern)]));
  });
}

function openersOf(element: Element): readonly string[] | null {
  if (element.kind === 'gap' || element.optional) return null;
  const each = element.choices.map((choice) => {
    if (choice === '*') return null;
    if (typeof choice === 'string') return [choice];
    const lines = choice.map(([first]) => (first === undefined ? null : openersOf(first)));
    return lines.every((openers) => openers !== null) ? lines.flat() : null;
  });
  return each.every((openers) => openers !== null) ? each.flat() : null;
}

/** Words of which one must stand in a sentence for the part to be found in it; null when any sentence could hold it. */
export function anchorsOf({ alternatives }: Part): readonly string[] | null {
  if (alternatives.some(({ scope }) => scope !== 'here')) return null;
  const each = alternatives.map(({ elements }) => anchorsOfSequence(elements));
  return each.every((anchors) => anchors !== null) ? each.flat() : null;
}

function anchorsOfSequence(elements: readonly Element[]): readonly string[] | null {
  const candidates = elements.map(anchorsOfElement).filter((anchors) => anchors !== null);
  return candidates.sort((a, b) => a.length - b.length)[0] ?? null;
}

function anchorsOfElement(element: Element): readonly string[] | null {
  if (element.kind === 'gap' || element.optional) return null;
  const each = element.choices.map((choice) => {
    if (choice === '*') return null;
    if (typeof choice === 'string') return [choice];
    const sequences = choice.map(anchorsOfSequence);
    return sequences.every((anchors) => anchors !== null) ? sequences.flat() : null;
  });
  return each.every((anchors) => anchors !== null) ? each.flat() : null;
}
