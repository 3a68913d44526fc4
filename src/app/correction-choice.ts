import type { Json } from '../base/canonical-json.ts';
import type { Language } from '../domain/language.ts';
import { type Refusal, refusalText } from '../plan/explain-rectify.ts';
import type { CaseEvent } from '../store/case-event.ts';

/** Why a correction has no plan before an officer said which columns it is about. */
export interface ChoiceNeeded {
  /** Columns that hold what is wrong and cannot hold what is right. */
  readonly refusals: readonly Pick<Refusal, 'source' | 'table' | 'column' | 'why' | 'rows'>[];
  /** Categories in which something is to be filled in, and nobody said where. */
  readonly categories: readonly string[];
}

/** Where a correction stands besides its plan: what an officer must do before there is one. */
export type CorrectionWait =
  | { readonly kind: 'choice'; readonly needed: ChoiceNeeded }
  /** It is disputed whether it is right; the data are restricted until that is decided (art. 18(1)(a)). */
  | { readonly kind: 'disputed' };

const decisive: ReadonlySet<string> = new Set([
  'choice-needed',
  'columns-chosen',
  'planned',
  'correction-disputed',
  'dispute-decided',
]);

export function correctionWait(events: readonly CaseEvent[]): CorrectionWait | undefined {
  const last = events.findLast(({ kind }) => decisive.has(kind));
  if (last?.kind === 'correction-disputed') return { kind: 'disputed' };
  // Written by choiceToJson.
  return last?.kind === 'choice-needed'
    ? { kind: 'choice', needed: last.detail as unknown as ChoiceNeeded }
    : undefined;
}

export function choiceToJson({ refusals, categories }: ChoiceNeeded): Json {
  return {
    refusals: refusals.map(({ source, table, column, why, rows }) => ({ source, table, column, why, rows })),
    categories: [...categories],
  };
}

/** What stands in the way, in sentences that name the columns. */
export function choiceSentences(
  { refusals, categories }: ChoiceNeeded,
  language: Language,
): readonly string[] {
  const ask: Readonly<Record<Language, (category: string) => string>> = {
    nl: (category) => `Bij ${category} moet iets worden ingevuld. Zeg in welke kolom.`,
    en: (category) => `Something is to be filled in for ${category}. Say in which column.`,
  };
  return [
    ...refusals.map((refusal) => refusalText(refusal, language)),
    ...categories.map((category) => ask[language](category)),
  ];
}
