import { type Diagnostic, type Place, sortDiagnostics } from '../../base/diagnostic.ts';
import { type IdentityKind, identityKinds, normaliseIdentity } from '../../domain/identity.ts';
import { type LawfulBasis, lawfulBases } from '../../domain/lawful-basis.ts';
import { suggestName } from '../../policy/nearest-name.ts';
import type { Policy } from '../../policy/policy.ts';
import type { NewDisclosure } from '../../store/disclosure.ts';
import { type CsvCell, csvCells } from './csv-cells.ts';
import { type DisclosureColumn, disclosureColumns } from './disclosure-columns.ts';

export interface ReadDisclosures {
  /** Empty when anything is wrong: a list is recorded whole or not at all. */
  readonly disclosures: readonly NewDisclosure[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface ReadingContext {
  readonly policy: Policy;
  readonly today: Temporal.PlainDate;
}

export const mostDisclosures = 100_000;

/**
 * Reads a table of disclosures: one line each, with the columns of `disclosureColumns` in any order. No message repeats
 * whom a line is about.
 */
export function readDisclosures(file: string, text: string, context: ReadingContext): ReadDisclosures {
  const { rows, diagnostics: syntax } = csvCells(file, text);
  const problems = [...syntax];
  const [header, ...lines] = rows;
  if (header === undefined) {
    if (syntax.length === 0) problems.push(emptyFile(file));
    return { disclosures: [], diagnostics: problems };
  }
  const columns = readHeader(header, problems);
  if (problems.length > 0) return { disclosures: [], diagnostics: sortDiagnostics(problems) };
  if (lines.length > mostDisclosures)
    problems.push(
      problemAt(lines[mostDisclosures]?.[0]?.place ?? { file, line: 1, column: 1 }, {
        code: 'too-many',
        message: `there are more than ${mostDisclosures} lines`,
        hint: 'divide the file',
      }),
    );
  const read = lines
    .slice(0, mostDisclosures)
    .map((cells) => readLine(cells, { columns, context, problems }));
  const disclosures = problems.length > 0 ? [] : read.filter((each) => each !== null);
  return { disclosures, diagnostics: sortDiagnostics(problems) };
}

interface Reading {
  readonly columns: ReadonlyMap<DisclosureColumn, number>;
  readonly context: ReadingContext;
  readonly problems: Diagnostic[];
}

function readHeader(
  header: readonly CsvCell[],
  problems: Diagnostic[],
): ReadonlyMap<DisclosureColumn, number> {
  const columns = new Map<DisclosureColumn, number>();
  header.forEach(({ text, place }, index) => {
    const column = disclosureColumns.find((each) => each === text.toLowerCase());
    if (column === undefined)
      problems.push(
        problemAt(place, {
          code: 'unknown-column',
          message: 'there is no such column',
          hint: suggestName(text, disclosureColumns, 'column'),
        }),
      );
    else columns.set(column, index);
  });
  const end = header.at(-1)?.place;
  for (const column of disclosureColumns)
    if (!columns.has(column) && end !== undefined)
      problems.push(
        problemAt(end, {
          code: 'missing-column',
          message: `the column "${column}" is missing`,
          hint: `begin the file with: ${disclosureColumns.join(',')}`,
        }),
      );
  return columns;
}

/** Null when anything in it is wrong. */
function readLine(cells: readonly CsvCell[], { columns, context, problems }: Reading): NewDisclosure | null {
  const { policy, today } = context;
  const before = problems.length;
  const cell = (column: DisclosureColumn): CsvCell => {
    const found = cells[columns.get(column) ?? -1];
    const last = cells.at(-1)?.place ?? { file: '', line: 1, column: 1 };
    const read = found ?? { text: '', place: last };
    if (read.text === '')
      problems.push(
        problemAt(read.place, {
          code: 'empty-cell',
          message: `nothing stands under "${column}"`,
          hint: 'every column of a line is needed',
        }),
      );
    return read;
  };
  const named = <T extends string>(column: DisclosureColumn, names: readonly T[], what: string): T | null => {
    const { text, place } = cell(column);
    return text === '' ? null : oneOf({ text, place }, names, { what, problems });
  };
  const recipient = named('recipient', [...policy.recipients.keys()], 'recipient of the policy');
  const kind = named<IdentityKind>('identity-kind', identityKinds, 'kind of identity');
  const basis = named<LawfulBasis>('basis', lawfulBases, 'lawful basis');
  const identity = readIdentity(cell('identity'), kind, problems);
  const categoryCell = cell('categories');
  const categories = categoryCell.text
    .split(/[\s|]+/)
    .filter((text) => text !== '')
    .map((text) =>
      oneOf({ ...categoryCell, text }, [...policy.categories.keys()], {
        what: 'category of the policy',
        problems,
      }),
    );
  const disclosedOn = readDate(cell('disclosed-on'), today, problems);
  if (
    problems.length > before ||
    recipient === null ||
    identity === null ||
    basis === null ||
    disclosedOn === null
  )
    return null;
  return {
    recipient,
    identity,
    categories: categories.filter((each) => each !== null),
    basis,
    disclosedOn,
  };
}

function oneOf<T extends string>(
  { text, place }: CsvCell,
  names: readonly T[],
  { what, problems }: { readonly what: string; readonly problems: Diagnostic[] },
): T | null {
  const found = names.find((name) => name === text);
  if (found !== undefined) return found;
  // Only what could be a name is repeated: a shifted column would print whom a line is about.
  const said = /^[a-z][a-z-]{0,40}$/.test(text) ? `"${text}" is no ${what}` : `this is no ${what}`;
  problems.push(
    problemAt(place, { code: 'unknown-name', message: said, hint: suggestName(text, names, what) }),
  );
  return null;
}

function readIdentity({ text, place }: CsvCell, kind: IdentityKind | null, problems: Diagnostic[]) {
  if (text === '' || kind === null) return null;
  const bad = text.startsWith('=')
    ? { message: 'this is a formula of a spreadsheet', hint: 'write the value that it shows' }
    : kind === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
      ? { message: 'this is no e-mail address', hint: 'write it whole, or another identity-kind' }
      : normaliseIdentity(kind, text).value === ''
        ? {
            message: 'nothing is left of this when it is written as we compare it',
            hint: 'write the value itself',
          }
        : null;
  if (bad === null) return normaliseIdentity(kind, text);
  problems.push(problemAt(place, { code: 'bad-identity', ...bad }));
  return null;
}

function readDate(
  { text, place }: CsvCell,
  today: Temporal.PlainDate,
  problems: Diagnostic[],
): string | null {
  if (text === '') return null;
  const refuse = (message: string, hint: string): null => {
    problems.push(problemAt(place, { code: 'bad-date', message, hint }));
    return null;
  };
  const date = dateIn(text);
  if (date === null)
    return refuse('this is no date', 'write a date that exists as year-month-day: 2026-01-31');
  if (Temporal.PlainDate.compare(date, today) > 0)
    return refuse('this day is still to come', 'write the day on which they received it');
  return date.toString();
}

function dateIn(text: string): Temporal.PlainDate | null {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? Temporal.PlainDate.from(text, { overflow: 'reject' }) : null;
  } catch {
    return null;
  }
}

function emptyFile(file: string): Diagnostic {
  return problemAt(
    { file, line: 1, column: 1 },
    {
      code: 'empty',
      message: 'the file is empty',
      hint: `begin it with: ${disclosureColumns.join(',')}`,
    },
  );
}

function problemAt(
  place: Place,
  problem: { readonly code: string; readonly message: string; readonly hint: string },
): Diagnostic {
  return { severity: 'error', ...problem, place };
}
