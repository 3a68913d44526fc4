import type { ConceptName } from '../concepts/all-concepts.ts';
import type { TextSearch } from '../concepts/text-search.ts';
import { durationsIn } from '../facts/duration.ts';
import type { Sentence } from '../reading/document.ts';
import type { MadePromise } from './read-promises.ts';

/** A commitment that no promise of the list covers. */
export interface OtherCommitment {
  readonly sentence: Sentence;
  /** ISO 8601; null where there is no period. */
  readonly figure: string | null;
}

/** What organisations often commit themselves to beside the list. */
const known: readonly ConceptName[] = [
  'request-free',
  'change-announced',
  'never-sold',
  'no-marketing',
  'minors-refused',
];

/** "We never …", "always within a week": plain commitments of the organisation itself. */
const plain =
  /\b(?:wij|we|ons|onze|our|us)\b.{0,80}\b(?:nooit|altijd|alleen|meteen|direct|never|always|only|at once|immediately)\b|\b(?:nooit|never|altijd|always)\b.{0,60}\b(?:wij|we|ons|us)\b/iu;

export function otherCommitments(
  search: TextSearch,
  promises: readonly MadePromise[],
): readonly OtherCommitment[] {
  const isOfOtherThings = (concept: ConceptName, sentence: Sentence) =>
    concept === 'request-free' && search.saysIn('free-elsewhere', sentence);
  const promised = new Set(promises.map(({ sentence }) => sentence.at));
  return search.document.sentences
    .filter((sentence) => {
      if (sentence.kind === 'heading' || sentence.kind === 'lead') return false;
      if (known.some((concept) => search.saysIn(concept, sentence) && !isOfOtherThings(concept, sentence)))
        return true;
      return !promised.has(sentence.at) && plain.test(sentence.text);
    })
    .map((sentence) => ({ sentence, figure: durationsIn(sentence.text)[0]?.duration ?? null }));
}
