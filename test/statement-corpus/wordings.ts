import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Language, languages } from '../../src/domain/language.ts';
import { type PromiseId, promiseIds } from '../../src/law/promises.ts';
import { TextSearch } from '../../src/statement/concepts/text-search.ts';
import { LintedText } from '../../src/statement/lint/linted-text.ts';
import { textRules } from '../../src/statement/lint/text-rules.ts';
import { readPromise } from '../../src/statement/promised/read-promises.ts';
import { type RuleId, ruleIds } from './labels.ts';
import { oneSentence } from './one-sentence.ts';
import type { Tally } from './scores.ts';

/**
 * Wordings to mend the phrases by, wordings that are only scored, wordings that came later and were mended by too, and a second
 * set of both kinds, written when the phrases had been mended by all of those.
 */
export const halves = ['tuned', 'held', 'later', 'second-tuned', 'second-held'] as const;
export type Half = (typeof halves)[number];

/** A text, what it is held against, and whether that should be named. */
export interface Wording {
  readonly about: { readonly promise: PromiseId } | { readonly rule: RuleId };
  readonly language: Language;
  readonly text: string;
  readonly expected: boolean;
}

const texts = z.array(z.string());
const byLanguage = <Shape extends z.ZodType>(shape: Shape) => z.record(z.enum(languages), shape);
const promiseFile = z.partialRecord(
  z.enum(promiseIds as [PromiseId, ...PromiseId[]]),
  byLanguage(z.strictObject({ says: texts, not: texts })),
);
const ruleFile = z.partialRecord(
  z.enum(ruleIds as [RuleId, ...RuleId[]]),
  byLanguage(z.strictObject({ fires: texts, silent: texts })),
);

export function wordingsOf(half: Half): readonly Wording[] {
  const promises = promiseFile.parse(contents(`promises.${half}.yaml`));
  const rules = ruleFile.parse(contents(`rules.${half}.yaml`));
  return languages.flatMap((language) => [
    ...promiseIds.flatMap((promise) => {
      const texts = promises[promise]?.[language];
      return texts === undefined ? [] : wordings({ about: { promise }, language }, texts.says, texts.not);
    }),
    ...ruleIds.flatMap((rule) => {
      const texts = rules[rule]?.[language];
      return texts === undefined ? [] : wordings({ about: { rule }, language }, texts.fires, texts.silent);
    }),
  ]);
}

/** Whether the tools name the promise, or raise the rule. */
export function isNamed({ about, language, text }: Wording): boolean {
  const document = oneSentence(text, language);
  if ('promise' in about) return readPromise(about.promise, new TextSearch(document)).length > 0;
  const rule = textRules.find(({ id }) => id === about.rule);
  if (rule === undefined) throw new Error(`There is no rule ${about.rule}.`);
  return rule.judge(new LintedText(document)).length > 0;
}

export function tallyOfWordings(wordings: readonly Wording[]): Tally {
  const named = wordings.filter(isNamed);
  return {
    found: named.filter(({ expected }) => expected).length,
    wrong: named.filter(({ expected }) => !expected).length,
    missed: wordings.filter((each) => each.expected && !named.includes(each)).length,
  };
}

function wordings(
  common: Pick<Wording, 'about' | 'language'>,
  yes: readonly string[],
  no: readonly string[],
): readonly Wording[] {
  return [
    ...yes.map((text) => ({ ...common, text, expected: true })),
    ...no.map((text) => ({ ...common, text, expected: false })),
  ];
}

function contents(name: string): unknown {
  return parse(readFileSync(join(import.meta.dirname, 'wordings', name), 'utf8'));
}
