import type { Language } from '../../src/domain/language.ts';
import { promiseIds } from '../../src/law/promises.ts';
import type { StatementFacts } from '../../src/statement/facts/facts.ts';
import { LintedText } from '../../src/statement/lint/linted-text.ts';
import { textRules } from '../../src/statement/lint/text-rules.ts';
import { readDocument } from '../../src/statement/reading/read-document.ts';
import {
  type Labels,
  labelledStatements,
  type Part,
  type RuleId,
  ruleIds,
  rulesOfPromises,
} from './labels.ts';
import { onOneLine } from './plain-text.ts';

/** Right, wrong and overlooked. */
export interface Tally {
  readonly found: number;
  readonly wrong: number;
  readonly missed: number;
}

/** One verdict of a tool about one statement. */
export interface Outcome {
  readonly part: Part;
  readonly language: Language;
  readonly statement: string;
  readonly subject: 'rules' | 'promises' | 'places' | 'figures' | FactKind;
  /** `L08`, `P36`, or the fact itself. */
  readonly id: string;
  readonly verdict: keyof Tally;
}

export type FactKind = 'controller' | 'categories' | 'purposes' | 'recipients' | 'retention' | 'transfers';

/** What the tools say of every statement of a part, held against its labels. Doubts do not count. */
export function outcomesOf(part: Part): readonly Outcome[] {
  return labelledStatements(part).flatMap((statement) => {
    const { name, language, format, source, labels } = statement;
    const text = new LintedText(readDocument({ file: name, source }, format));
    const head = { part, language, statement: `${name}.${language}` };
    return [
      ...ruleOutcomes(text, labels),
      ...promiseOutcomes(text, labels),
      ...factOutcomes(text.facts, labels),
    ].map((outcome) => ({ ...head, ...outcome }));
  });
}

type Verdict = Pick<Outcome, 'subject' | 'id' | 'verdict'>;

function ruleOutcomes(text: LintedText, labels: Labels): readonly Verdict[] {
  return textRules.flatMap((rule): readonly Verdict[] => {
    const id = ruleIds.find((known): known is RuleId => known === rule.id);
    const label = id === undefined ? labelOfPromise(rule.id, labels) : labels.rules[id].label;
    if (label === 'unclear') return [];
    const fires = rule.judge(text).length > 0;
    return verdict({ subject: 'rules', id: rule.id, said: fires, labelled: label === 'fires' });
  });
}

function labelOfPromise(rule: string, { promises }: Labels): 'fires' | 'silent' | 'unclear' {
  const promise = promises.find(({ id }) => id === rulesOfPromises[rule]);
  if (promise?.label === 'unclear') return 'unclear';
  if (rule === 'L58')
    return promise?.figure !== undefined && isLongerThanAMonth(promise.figure) ? 'fires' : 'silent';
  return promise === undefined ? 'fires' : 'silent';
}

const aMonth = Temporal.Duration.from({ days: 31 });

function isLongerThanAMonth(figure: string): boolean {
  const relativeTo = Temporal.PlainDate.from('2026-01-01');
  return Temporal.Duration.compare(Temporal.Duration.from(figure), aMonth, { relativeTo }) > 0;
}

function promiseOutcomes({ promises }: LintedText, labels: Labels): readonly Verdict[] {
  return promiseIds.flatMap((id): readonly Verdict[] => {
    const label = labels.promises.find((promise) => promise.id === id);
    if (label?.label === 'unclear') return [];
    const made = promises.filter((promise) => promise.id === id);
    const whether = verdict({
      subject: 'promises',
      id,
      said: made.length > 0,
      labelled: label !== undefined,
    });
    if (label === undefined || made.length === 0) return whether;
    const quotes = label.quote.map(plain);
    const placed = made.some(({ sentence }) => quotes.some((quote) => overlap(quote, plain(sentence.text))));
    const place: Verdict = { subject: 'places', id, verdict: placed ? 'found' : 'missed' };
    if (label.figure === undefined) return [...whether, place];
    const figured = made.some(({ figure }) => figure !== null && sameDuration(figure, label.figure ?? ''));
    return [...whether, place, { subject: 'figures', id, verdict: figured ? 'found' : 'missed' }];
  });
}

function verdict({
  said,
  labelled,
  ...head
}: {
  readonly subject: Outcome['subject'];
  readonly id: string;
  readonly said: boolean;
  readonly labelled: boolean;
}): readonly Verdict[] {
  if (said) return [{ ...head, verdict: labelled ? 'found' : 'wrong' }];
  return labelled ? [{ ...head, verdict: 'missed' }] : [];
}

function factOutcomes(facts: StatementFacts, { facts: labels }: Labels): readonly Verdict[] {
  if (labels === undefined) return [];
  const { controller } = facts;
  const known = Object.entries(controller).flatMap(([field, fact]) =>
    fact === null ? [] : [`${field}: ${fact.value}`],
  );
  const basis = (bases: readonly string[]) => (bases.length === 0 ? 'unstated' : [...bases].sort().join('+'));
  return [
    ...compared(
      'controller',
      known,
      Object.entries(labels.controller).map(([field, value]) => `${field}: ${value}`),
    ),
    ...compared(
      'categories',
      facts.categories.map(({ value }) => value),
      labels.categories,
    ),
    ...compared(
      'purposes',
      facts.purposes.map(({ value }) => `${basis(value.bases)}: ${value.purpose}`),
      labels.purposes.map(({ purpose, basis: bases }) => `${basis(bases)}: ${purpose}`),
    ),
    ...compared(
      'recipients',
      facts.recipients.map(({ value }) => value.name),
      labels.recipients.map(({ name }) => name),
    ),
    ...compared(
      'retention',
      facts.retention.map(({ value }) => `${value.period ?? 'criterion'}: ${value.what}`),
      labels.retention.map(({ what, period }) => `${period ?? 'criterion'}: ${what}`),
    ),
    ...compared(
      'transfers',
      facts.transfers.map(({ value }) => value.to),
      labels.transfers.map(({ to }) => to),
    ),
  ];
}

/** What stands before a colon must be the same; of the words after it, one side may say more. */
function compared(
  subject: FactKind,
  said: readonly string[],
  labelled: readonly string[],
): readonly Verdict[] {
  const left = new Set(labelled);
  const outcomes: Verdict[] = [];
  for (const each of said) {
    const match = [...left].find((label) => sameFact(each, label));
    if (match !== undefined) left.delete(match);
    outcomes.push({ subject, id: each, verdict: match === undefined ? 'wrong' : 'found' });
  }
  for (const id of left) outcomes.push({ subject, id, verdict: 'missed' });
  return outcomes;
}

function sameFact(said: string, labelled: string): boolean {
  const [a, b] = [partsOf(said), partsOf(labelled)];
  return (
    a.head === b.head &&
    a.text !== '' &&
    b.text !== '' &&
    (a.text.includes(b.text) || b.text.includes(a.text))
  );
}

function partsOf(fact: string): { readonly head: string; readonly text: string } {
  const at = fact.indexOf(': ');
  const text = at === -1 ? fact : fact.slice(at + 2);
  return {
    head: at === -1 ? '' : fact.slice(0, at),
    text: plain(text).replace(/^(de|het|een|onze|our|the|a|an|to|je|uw|your) /, ''),
  };
}

function sameDuration(a: string, b: string): boolean {
  return a === b || hours(a) === hours(b);
}

/** Days in hours, so that three days are 72 hours; months and years stay what they are. */
function hours(duration: string): string {
  const days = /^P(\d+)([DW])$/.exec(duration);
  if (days === null) return duration;
  return `PT${Number(days[1]) * (days[2] === 'W' ? 168 : 24)}H`;
}

/** A quote may end before the full stop of its last sentence. */
function overlap(quote: string, sentence: string): boolean {
  const words = sentence.replace(/[.!?:;]+$/, '');
  return sentence.includes(quote) || quote.includes(words) || sentence.includes(quote.slice(0, 40));
}

function plain(text: string): string {
  return onOneLine(text).toLowerCase().replace(/[·|]/g, ' ').replace(/\s+/g, ' ');
}

export function tallyOf(outcomes: readonly Outcome[]): Tally {
  const count = (kind: keyof Tally) => outcomes.filter(({ verdict: each }) => each === kind).length;
  return { found: count('found'), wrong: count('wrong'), missed: count('missed') };
}

/** 0 to 1; 1 where there is nothing to be wrong about. */
export function precision({ found, wrong }: Tally): number {
  return found + wrong === 0 ? 1 : found / (found + wrong);
}

/** 0 to 1; 1 where there is nothing to find. */
export function recall({ found, missed }: Tally): number {
  return found + missed === 0 ? 1 : found / (found + missed);
}
