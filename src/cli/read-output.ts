import type { DraftFromStatement } from '../app/draft-from-statement.ts';
import { wish } from '../catalog/statement-draft/draft-question.ts';
import type { Language } from '../domain/language.ts';
import { promiseById } from '../law/promises.ts';
import type { Fact, StatementFacts } from '../statement/facts/facts.ts';
import type { Sentence } from '../statement/reading/document.ts';

/** For a person: each promise with its sentences, what else is promised, and what the draft wants to know. */
export function readLines(
  { read, questions }: DraftFromStatement,
  { language, written }: { readonly language: Language; readonly written: readonly string[] },
): readonly string[] {
  const { promises, other, facts } = read;
  const ids = [...new Set(promises.map(({ id }) => id))];
  return [
    ...ids.flatMap((id) => [
      `${id} ${promiseById(id)?.text[language] ?? ''}`,
      ...promises
        .filter((promise) => promise.id === id)
        .map(({ sentence, confidence, figure, reasons }) => {
          const period = figure === null ? '' : ` ${figure}`;
          return `    ${placeOf(sentence)} ${confidence.toFixed(2)}${period} (${reasons.join(', ')}) “${shortened(sentence.text)}”`;
        }),
    ]),
    ...(other.length === 0 ? [] : ['other']),
    ...other.map(
      ({ sentence, figure }) =>
        `    ${placeOf(sentence)}${figure === null ? '' : ` ${figure}`} “${shortened(sentence.text)}”`,
    ),
    '',
    `${ids.length} promises, ${other.length} other commitments; ${factsText(facts)}`,
    ...written.map((path) => `Written: ${path}`),
    questions.length === 0 ? 'No questions are open.' : `${questions.length} questions are open.`,
  ];
}

function factsText({ categories, purposes, recipients, retention, transfers }: StatementFacts): string {
  return [
    `${categories.length} kinds of data`,
    `${purposes.length} purposes`,
    `${recipients.length} recipients`,
    `${retention.length} terms`,
    `${transfers.length} transfers`,
  ].join(', ');
}

/** For a program. Within one `format` keys are only added. */
export function readJson(
  draft: DraftFromStatement,
  { language, written }: { readonly language: Language; readonly written: readonly string[] },
): object {
  const { read, questions, policy, statement } = draft;
  return {
    format: 1,
    language: read.document.language,
    promises: read.promises.map(({ id, sentence, figure, confidence, reasons }) => ({
      id,
      ...saidIn(sentence),
      figure,
      confidence,
      reasons,
    })),
    other: read.other.map(({ sentence, figure }) => ({ ...saidIn(sentence), figure })),
    facts: factsJson(read.facts),
    questions: questions.map(({ id, text, shape, sentence }) => ({
      id,
      text: text[language],
      answer: wish(shape),
      sentence,
    })),
    policy,
    statement,
    written,
  };
}

function factsJson({
  controller,
  categories,
  purposes,
  recipients,
  retention,
  transfers,
}: StatementFacts): object {
  return {
    controller: Object.fromEntries(
      Object.entries(controller).map(([field, fact]: [string, Fact<string> | null]) => [
        field,
        fact === null ? null : factJson(fact),
      ]),
    ),
    categories: categories.map(factJson),
    purposes: purposes.map(factJson),
    recipients: recipients.map(factJson),
    retention: retention.map(factJson),
    transfers: transfers.map(factJson),
  };
}

function factJson<T>({ value, sentence }: Fact<T>): object {
  return { value, ...saidIn(sentence) };
}

function saidIn({ text, place }: Sentence): object {
  const { file, line, column } = place;
  return { sentence: text, place: { file, line, column } };
}

function placeOf({ place }: Sentence): string {
  return `${place.file}:${place.line}:${place.column}`;
}

function shortened(text: string): string {
  return text.length <= 140 ? text : `${text.slice(0, 137).trimEnd()}…`;
}
