import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Language, languages } from '../../src/domain/language.ts';
import { lawfulBases } from '../../src/domain/lawful-basis.ts';
import { type PromiseId, promiseIds } from '../../src/law/promises.ts';
import { type Format, formats, plainText } from './plain-text.ts';

/**
 * The lint rules a text alone can be judged by. A `requirement` fires when something needed is not said, a
 * `mistake` when something wrong, vague or misleading is said; `measure` is counted.
 */
export const judgedRules = {
  L01: 'mistake',
  L02: 'requirement',
  L03: 'requirement',
  L04: 'requirement',
  L05: 'mistake',
  L06: 'requirement',
  L07: 'mistake',
  L08: 'requirement',
  L09: 'requirement',
  L10: 'requirement',
  L11: 'mistake',
  L12: 'requirement',
  L13: 'requirement',
  L14: 'requirement',
  L15: 'requirement',
  L16: 'mistake',
  L17: 'mistake',
  L18: 'mistake',
  L19: 'requirement',
  L20: 'requirement',
  L21: 'requirement',
  L22: 'mistake',
  L23: 'mistake',
  L24: 'mistake',
  L25: 'requirement',
  L26: 'mistake',
  L27: 'requirement',
  L28: 'mistake',
  L29: 'mistake',
  L30: 'requirement',
  L31: 'mistake',
  L32: 'mistake',
  L33: 'requirement',
  L34: 'requirement',
  L35: 'requirement',
  L36: 'requirement',
  L37: 'mistake',
  L38: 'mistake',
  L39: 'requirement',
  L40: 'mistake',
  L41: 'requirement',
  L42: 'mistake',
  L43: 'mistake',
  L44: 'mistake',
  L45: 'mistake',
  L46: 'mistake',
  L49: 'measure',
} as const satisfies Readonly<Record<string, 'requirement' | 'mistake' | 'measure'>>;

export type RuleId = keyof typeof judgedRules;

export const ruleIds = Object.keys(judgedRules) as RuleId[];

/** Rules that ask what a promise says: that something needs to be said, or within which term. Their labels are those of the promise. */
export const rulesOfPromises: Readonly<Record<string, PromiseId>> = {
  L53: 'P36',
  L54: 'P37',
  L55: 'P38',
  L56: 'P41',
  L57: 'P54',
  L58: 'D07',
};

const quotes = z.union([
  z
    .string()
    .min(1)
    .transform((quote) => [quote]),
  z.array(z.string().min(1)).min(1),
]);

const outcome = z.enum(['fires', 'silent', 'unclear']);

const ruleLabel = z.union([
  outcome.transform((label) => ({ label, quote: [] as string[], because: undefined })),
  z
    .strictObject({ label: outcome, quote: quotes.optional(), because: z.string().min(1).optional() })
    .refine(({ quote, because }) => quote !== undefined || because !== undefined, 'say why, or quote')
    .transform(({ label, quote, because }) => ({ label, quote: quote ?? [], because })),
]);

/** An ISO 8601 duration: `P14D`, `PT24H`. */
const duration = z
  .string()
  .refine((text) => /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?$/.test(text), 'no duration');

const promiseLabel = z.strictObject({
  id: z.enum(promiseIds as [PromiseId, ...PromiseId[]]),
  quote: quotes,
  label: z.enum(['made', 'unclear']).default('made'),
  figure: duration.optional(),
  because: z.string().optional(),
});

const otherCommitment = z.strictObject({
  what: z.string().min(1),
  quote: quotes,
  figure: duration.optional(),
});

const mechanisms = [
  'adequacy',
  'data-privacy-framework',
  'standard-clauses',
  'binding-corporate-rules',
  'derogation',
  'privacy-shield',
  'agreement',
  'unstated',
] as const;

const facts = z.strictObject({
  controller: z.strictObject({
    name: z.string().optional(),
    tradeRegister: z.string().optional(),
    address: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
    website: z.string().optional(),
    /** The data protection officer, or whoever else is named for privacy. */
    contact: z.string().optional(),
  }),
  categories: z.array(z.string()),
  purposes: z.array(
    z.strictObject({ purpose: z.string(), basis: z.array(z.enum([...lawfulBases, 'unstated'])).min(1) }),
  ),
  recipients: z.array(
    z.strictObject({
      name: z.string(),
      role: z.enum(['processor', 'controller', 'joint-controller', 'unstated']),
      country: z.string().optional(),
    }),
  ),
  retention: z.array(
    z
      .strictObject({
        what: z.string(),
        period: duration.optional(),
        /** The event the period is counted from. */
        from: z.string().optional(),
        /** In place of a period: what decides when it ends. */
        criterion: z.string().optional(),
      })
      .refine(({ period, criterion }) => period !== undefined || criterion !== undefined, 'neither term'),
  ),
  transfers: z.array(
    z.strictObject({
      to: z.string(),
      country: z.string().optional(),
      mechanism: z.array(z.enum(mechanisms)).min(1),
    }),
  ),
});

const labels = z.strictObject({
  about: z.strictObject({
    organisation: z.string(),
    structure: z.string(),
    quality: z.enum(['good', 'mixed', 'bad']),
  }),
  rules: z.record(z.enum(ruleIds as [RuleId, ...RuleId[]]), ruleLabel),
  promises: z.array(promiseLabel),
  other: z.array(otherCommitment),
  /** Labelled only where a draft of a policy is measured too. */
  facts: facts.optional(),
});

/** What a person found in a statement, written down before any program read it. */
export type Labels = z.output<typeof labels>;

/** The folders of statements, in the order in which they were written. */
export const parts = [
  'development',
  'blind',
  'blind-2',
  'blind-3',
  'blind-4',
  'blind-5',
  'blind-6',
  'blind-7',
  'blind-8',
  'blind-9',
  'blind-10',
  'blind-11',
  'blind-12',
  'blind-13',
  'blind-14',
  'blind-15',
  'blind-16',
  'blind-17',
  'blind-18',
  'blind-19',
  'blind-20',
] as const;

export type Part = (typeof parts)[number];

export interface LabelledStatement {
  readonly name: string;
  readonly part: Part;
  readonly language: Language;
  readonly format: Format;
  /** The file as it is, with its markup. */
  readonly source: string;
  /** What a reader sees of it, on one line. */
  readonly text: string;
  readonly labels: Labels;
}

/**
 * The statements of one part with their labels, by name.
 *
 * @throws Error when a statement has no labels or labels have no statement, or labels are not of their shape.
 */
export function labelledStatements(part: Part): readonly LabelledStatement[] {
  const folder = join(import.meta.dirname, part);
  const files = readdirSync(folder).sort();
  const statements = files.filter((file) => !file.endsWith('.labels.yaml'));
  const expected = new Set(statements.map((file) => `${withoutExtension(file)}.labels.yaml`));
  const orphan = files.find((file) => file.endsWith('.labels.yaml') && !expected.has(file));
  if (orphan !== undefined) throw new Error(`${part}/${orphan} belongs to no statement`);
  return statements.map((file) => readStatement(part, join(folder, file)));
}

/** The labels of the statement everything began with; its text is not in this repository. */
export function seedLabels(): Labels {
  return readLabels(join(import.meta.dirname, 'seed.nl.labels.yaml'));
}

function readStatement(part: Part, path: string): LabelledStatement {
  const [name, language, format] = basename(path).split('.');
  const knownLanguage = languages.find((known) => known === language);
  const knownFormat = formats.find((known) => known === format);
  if (name === undefined || knownLanguage === undefined || knownFormat === undefined) {
    throw new Error(`${path} is not called NAME.LANGUAGE.FORMAT`);
  }
  const source = readFileSync(path, 'utf8');
  return {
    name,
    part,
    language: knownLanguage,
    format: knownFormat,
    source,
    text: plainText(source, knownFormat),
    labels: readLabels(`${withoutExtension(path)}.labels.yaml`),
  };
}

function readLabels(path: string): Labels {
  const read = labels.safeParse(parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new Error(`${basename(path)}: ${z.prettifyError(read.error)}`);
  return read.data;
}

function withoutExtension(file: string): string {
  return file.replace(/\.[^.]+$/, '');
}
