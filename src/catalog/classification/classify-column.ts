import type { CatalogColumn, CatalogTable, TableId } from '../catalog.ts';
import { bookkeepingSense } from './bookkeeping.ts';
import { type ClassifiedCategory, categories } from './category.ts';
import { columnSense, directCategory, isTime } from './column-sense.ts';
import { type ColumnSample, type ContentEvidence, contentEvidence } from './content/evidence.ts';
import { contextualCategory } from './contextual-category.ts';
import type { FoundSense } from './lexicon/word-index.ts';
import { type CategorySense, find, headSense, type NameSense, wholeSense } from './name-sense.ts';
import type { Judgement, Proposal, Reason } from './proposal.ts';
import { type TableSubject, tableSubjects } from './table-subject.ts';
import { weighContent } from './weigh-content.ts';

export interface ColumnToClassify {
  readonly table: TableId;
  readonly column: string;
  readonly catalogTable: CatalogTable;
  /** At most a thousand values; what is beyond is not looked at. */
  readonly sample?: ColumnSample;
  /** What the other tables say, from {@link tableSubjects}; without it the table is judged by itself. */
  readonly subjects?: ReadonlyMap<TableId, TableSubject>;
}

/**
 * Proposes what a column holds, from its name, its type, its keys, the tables around it and a sample of its values.
 *
 * @throws Error when the table has no such column.
 */
export function classifyColumn({
  table,
  column,
  catalogTable,
  sample,
  subjects,
}: ColumnToClassify): Proposal {
  const found = catalogTable.columns.find(({ name }) => name === column);
  if (found === undefined) throw new Error(`table ${table} has no column ${column}`);
  const subject = subjects?.get(table) ?? tableSubjects({ tables: [catalogTable] }).get(catalogTable.id);
  if (subject === undefined) throw new Error(`table ${table} is not in its catalog`);
  const evidence = sample === undefined ? null : contentEvidence(sample);
  return toProposal(judgeColumn(found, catalogTable, { subject, evidence }));
}

/** The same of a column whose table has been looked at already. */
export function judgeColumn(
  column: CatalogColumn,
  table: CatalogTable,
  { subject, evidence }: { readonly subject: TableSubject; readonly evidence: ContentEvidence | null },
): Judgement {
  return weighContent({ byName: classifyByName(column, table, subject), evidence, column, subject });
}

export function toProposal({ category, confidence, reasons }: Judgement): Proposal {
  if (category === 'not-personal') return { category, suggestion: null, confidence, reasons };
  const { policy, dpv } = categories[category];
  return { category, suggestion: { policy, dpv }, confidence, reasons };
}

function classifyByName(column: CatalogColumn, table: CatalogTable, subject: TableSubject): Judgement {
  const sense = columnSense(column.name, subject.sense);
  const direct = directCategory(column, sense);
  return (
    asKey(column, table, { subject, sense, direct }) ??
    asContact(column, subject) ??
    asBookkeeping(column, table, { subject, sense, direct }) ??
    asTechnical(column, sense, direct) ??
    (direct === null ? null : asDirect(column, direct, subject)) ??
    asContextual(column, sense, { table, subject })
  );
}

interface KeyContext {
  readonly subject: TableSubject;
  readonly sense: NameSense;
  readonly direct: CategorySense | null;
}

/** Keys and references are not content, unless what serves as the key is content: an e-mail address. */
function asKey(
  column: CatalogColumn,
  table: CatalogTable,
  { subject, sense, direct }: KeyContext,
): Judgement | null {
  const reference = subject.references.get(column.name);
  // `email_id` that leads to a table of e-mails is its key; that leads nowhere, it is an address.
  const named = direct ?? (reference?.declared === false ? (sense.categories[0] ?? null) : null);
  const content = named !== null && column.family === 'text' && named.end === sense.words.length;
  if (reference !== undefined && !content)
    return notPersonal(reference.declared ? 0.97 : 0.9, { kind: 'key', key: reference.because });
  const second = table.uniqueKeys.some((key) => key.length === 1 && key[0] === column.name);
  const isNumber = column.family === 'integer' || column.family === 'uuid';
  if (second && isNumber && headSense(sense, 'identifier')?.phrase === 'id')
    return notPersonal(0.9, { kind: 'key', key: 'primary' });
  if (!table.primaryKey.includes(column.name) || content) return null;
  const session = hasSessionId(table, subject) ? null : wholeSense(subject.sense, 'cookie-id');
  if (table.primaryKey.length === 1 && column.family === 'text' && session !== null)
    return {
      category: 'cookie-id',
      confidence: 0.8,
      reasons: [{ kind: 'name', phrase: session.phrase, language: session.language }],
    };
  if (table.primaryKey.length === 1)
    return notPersonal(column.family === 'text' ? 0.8 : 0.95, { kind: 'key', key: 'primary' });
  return isNumber ? notPersonal(0.9, { kind: 'key', key: 'primary' }) : null;
}

/** In a table of things that have a contact person: what is about that person is, and nothing else. */
function asContact(column: CatalogColumn, subject: TableSubject): Judgement | null {
  if (subject.because !== 'contact') return null;
  const sense = subject.contacts.get(column.name);
  if (sense === undefined) return notPersonal(0.8, tableReason(subject));
  const { category, because } = contextualCategory(column, sense, {
    subject,
    called: true,
    addressed: false,
  });
  const name: readonly Reason[] =
    because === null ? [] : [{ kind: 'name', phrase: because.phrase, language: because.language }];
  return { category, confidence: because === null ? 0.7 : 0.85, reasons: [...name, tableReason(subject)] };
}

function asBookkeeping(
  column: CatalogColumn,
  table: CatalogTable,
  { subject, sense, direct }: KeyContext,
): Judgement | null {
  if (direct !== null) return null;
  const phrase = bookkeepingSense(column, table, { subject, sense });
  return phrase === null ? null : notPersonal(0.8, { kind: 'technical', phrase });
}

function asTechnical(column: CatalogColumn, sense: NameSense, direct: FoundSense | null): Judgement | null {
  if (direct !== null) return null;
  const technical = wholeSense(sense, 'technical') ?? headTechnical(sense);
  if (technical !== null) return notPersonal(0.85, { kind: 'technical', phrase: technical.phrase });
  const identifier = wholeSense(sense, 'identifier');
  // Elsewhere somebody is known by it: at whoever they log in with, in the books.
  const told = column.family === 'text' && /^(identifier|reference|ref)$/.test(identifier?.phrase ?? '');
  if (identifier !== null && !told && bareKey.test(identifier.phrase) && sense.categories.length === 0)
    return notPersonal(0.75, { kind: 'technical', phrase: identifier.phrase });
  if (column.family === 'uuid') return notPersonal(0.8, { kind: 'type', family: 'uuid' });
  return null;
}

/** A name that says that it tells rows apart and nothing else; a `code` or a `number` may be somebody's. */
const bareKey = /^(id|ids|uid|oid|pk|fk|uuid|guid|key|identifier|ref|parent|reference|identifiant)$/;

/** `content_encoding` is technical; `date_format` is a preference, which is said of more of its words. */
function headTechnical(sense: NameSense): FoundSense | null {
  const technical = sense.senses
    .filter(({ concept, end }) => concept === 'technical' && end === sense.words.length)
    .sort((a, b) => a.start - b.start)[0];
  if (technical === undefined) return null;
  const better = sense.categories.some(
    ({ start, end }) => end === technical.end && start <= technical.start && end - start > 1,
  );
  return better ? null : technical;
}

/** About a person even in a table of things: nobody's product has a date of birth. */
const neverThings: ReadonlySet<ClassifiedCategory> = new Set([
  'first-name',
  'last-name',
  'bsn',
  'birth-date',
  'gender',
  'identity-document',
  'health',
  'religion',
  'union-membership',
  'ethnicity',
  'politics',
  'sexual-life',
  'biometric',
  'criminal',
  'payment-card',
]);

function asDirect(column: CatalogColumn, direct: CategorySense, subject: TableSubject): Judgement {
  const name: Reason = { kind: 'name', phrase: direct.phrase, language: direct.language };
  const about = subject.holds !== 'nobody';
  // A secret where no person is near is the software's own.
  if (!about && direct.concept === 'credential')
    return { category: 'not-personal', confidence: 0.55, reasons: [tableReason(subject), name] };
  if (!about && (subject.thing || subject.organisation) && !neverThings.has(direct.concept))
    return { category: 'not-personal', confidence: 0.6, reasons: [tableReason(subject), name] };
  return {
    category: direct.concept,
    confidence: about ? 0.95 : 0.8,
    reasons: [name, { kind: 'type', family: column.family }],
  };
}

interface TableContext {
  readonly table: CatalogTable;
  readonly subject: TableSubject;
}

function asContextual(column: CatalogColumn, sense: NameSense, { table, subject }: TableContext): Judgement {
  if (subject.holds === 'nobody')
    return {
      category: 'not-personal',
      confidence: subject.because === 'thing' ? 0.9 : 0.75,
      reasons: [tableReason(subject)],
    };
  const measured = find(sense, 'measure');
  if (measured !== null && (subject.theme === 'file' || isFile(table, subject)))
    return notPersonal(0.7, { kind: 'technical', phrase: measured.phrase });
  const { category, because } = contextualCategory(column, sense, {
    subject,
    called: calledAfterPerson(table, subject),
    addressed: hasAddress(table, subject),
  });
  // An address alone does not make a person's of what else is known of the place.
  if (subject.because === 'address' && category === 'activity' && !isTime(column, sense))
    return { category: 'not-personal', confidence: 0.6, reasons: [tableReason(subject)] };
  const reasons: Reason[] = [tableReason(subject)];
  if (because !== null) reasons.unshift({ kind: 'name', phrase: because.phrase, language: because.language });
  const sure = subject.holds === 'people' || subject.because === 'reference' ? 0.85 : 0.75;
  return { category, confidence: because === null ? sure - 0.15 : sure, reasons };
}

/** Where it is said what kind of file it is, sizes are the file's. */
function isFile(table: CatalogTable, subject: TableSubject): boolean {
  return table.columns.some(({ name }) =>
    columnSense(name, subject.sense).senses.some(({ phrase }) => fileKind.test(phrase)),
  );
}

const fileKind = /^(mime|mime type|mimetype|media type|content type|contenttype|minor mime)$/;

/** A bare `name` is a person's where rows are people, or where an address or a telephone number stands beside it. */
function calledAfterPerson(table: CatalogTable, subject: TableSubject): boolean {
  if (subject.holds === 'people' || subject.because === 'address') return true;
  return table.columns.some((column) => {
    const sense = columnSense(column.name, subject.sense);
    const direct = directCategory(column, sense);
    return direct !== null && ['email', 'phone', 'iban', 'last-name'].includes(direct.concept);
  });
}

/** Where the session has a number of its own, the key is only the row's. */
function hasSessionId(table: CatalogTable, subject: TableSubject): boolean {
  return table.columns.some(
    (column) => directCategory(column, columnSense(column.name, subject.sense))?.concept === 'cookie-id',
  );
}

function hasAddress(table: CatalogTable, subject: TableSubject): boolean {
  return table.columns.some((column) => {
    const [likeliest] = columnSense(column.name, subject.sense).categories;
    return likeliest?.concept === 'city' || likeliest?.concept === 'postcode';
  });
}

function tableReason({ holds, because, of }: TableSubject): Reason {
  return { kind: 'table', holds, because, of };
}

function notPersonal(confidence: number, ...reasons: readonly Reason[]): Judgement {
  return { category: 'not-personal', confidence, reasons };
}
