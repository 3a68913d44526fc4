import type { Localised } from '../../domain/language.ts';
import { parsePeriod } from '../../law/retention.ts';

/** What an answer must look like. */
export type AnswerShape =
  | { readonly kind: 'text' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  /** One or more of the options, with a comma between. */
  | { readonly kind: 'choices'; readonly options: readonly string[] }
  | { readonly kind: 'date' }
  | { readonly kind: 'country' }
  | { readonly kind: 'period' }
  /** A text that fits, with an example of one. */
  | { readonly kind: 'fitting'; readonly pattern: RegExp; readonly example: string };

/** Something a policy needs and the statement does not say. */
export interface DraftQuestion {
  /** Where the answer goes: `purposes.billing.basis`. */
  readonly id: string;
  readonly text: Localised;
  readonly shape: AnswerShape;
  /** The sentence that made it a question; null when none speaks of it. */
  readonly sentence: string | null;
}

/** What was answered, by the id of the question. */
export type Answers = ReadonlyMap<string, string>;

/** What an answer should be, where it is not that; null when it is. */
export function answerFault({ shape }: DraftQuestion, answer: string): string | null {
  const wanted = wish(shape);
  return fits(shape, answer.trim()) ? null : wanted;
}

/** What to answer, for whoever is asked: empty where any text will do. */
export function wish(shape: AnswerShape): string {
  switch (shape.kind) {
    case 'text':
      return '';
    case 'choice':
      return shape.options.join(' | ');
    case 'choices':
      return shape.options.join(', ');
    case 'date':
      return '2026-01-31';
    case 'country':
      return 'NL';
    case 'period':
      return 'P7Y, P24M, P4W';
    case 'fitting':
      return shape.example;
  }
}

function fits(shape: AnswerShape, answer: string): boolean {
  if (answer === '') return false;
  switch (shape.kind) {
    case 'text':
      return true;
    case 'choice':
      return shape.options.includes(answer);
    case 'choices':
      return listOf(answer).every((each) => shape.options.includes(each));
    case 'date':
      return (
        succeeds(() => Temporal.PlainDate.from(answer, { overflow: 'reject' })) &&
        /^\d{4}-\d{2}-\d{2}$/.test(answer)
      );
    case 'country':
      return /^[A-Z]{2}$/.test(answer);
    case 'period':
      return (
        /^P(?=\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?$/.test(answer) &&
        succeeds(() => parsePeriod(answer))
      );
    case 'fitting':
      return shape.pattern.test(answer);
  }
}

/** The members of an answer with commas. */
export function listOf(answer: string): readonly string[] {
  return answer
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function succeeds(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
