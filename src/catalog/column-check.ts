import { suggestName } from '../policy/nearest-name.ts';
import type { PolicyColumn, PolicyTable } from '../policy/policy.ts';
import {
  type CatalogColumn,
  type CatalogTable,
  type SourceKind,
  type TypeFamily,
  undeclaredType,
} from './catalog.ts';
import { columnEntry } from './column-entry.ts';
import type { Inspection } from './finding.ts';

/** The columns the policy declares against those the table has, and whether each can do what is asked of it. */
export function checkColumns(inspection: Inspection, declared: PolicyTable, found: CatalogTable): void {
  checkUndeclared(inspection, declared, found);
  if (declared.use === 'personal') {
    checkUnmapped(inspection, declared, found);
    if (found.kind === 'view') sayPersonalView(inspection, found);
  }
  const unmapped = found.columns
    .map((column) => column.name)
    .filter((name) => !declared.columns.some((column) => column.name === name));
  for (const column of declared.columns) {
    const actual = found.columns.find((candidate) => candidate.name === column.name);
    if (actual !== undefined) {
      checkPaths(inspection, { table: declared, column, actual });
      checkErasable(inspection, { table: declared, column, actual });
      continue;
    }
    inspection.say(
      { table: found.id, column: column.name },
      {
        severity: 'error',
        code: 'column-gone',
        message: `the policy maps a column ${found.id}.${column.name}, and the database has none`,
        hint:
          unmapped.length > 0
            ? `was it renamed? ${suggestName(column.name, unmapped, 'column')}`
            : 'take this line out of the policy',
      },
    );
  }
  checkDates(inspection, declared, found);
}

function checkUnmapped({ say, catalog }: Inspection, declared: PolicyTable, found: CatalogTable): void {
  for (const { name, type } of found.columns) {
    if (type === undeclaredType || declared.columns.some((column) => column.name === name)) continue;
    say(
      { table: found.id, column: name },
      {
        severity: 'error',
        code: 'unmapped-column',
        message: `the database ${catalog.source} has a column ${found.id}.${name} (${type}), and the policy does not say what it holds`,
        hint: `add "${name}: <category>" or "${name}: not-personal" to the columns of ${found.id}`,
      },
    );
  }
}

/** What came along in an answer is in no declaration, so nobody said what it holds. */
function checkUndeclared({ say, policy }: Inspection, { use }: PolicyTable, found: CatalogTable): void {
  if (use === 'not-personal') return;
  for (const { name, type } of found.columns) {
    if (type !== undeclaredType) continue;
    say(
      { table: found.id, column: name },
      {
        severity: 'error',
        code: 'undeclared-field',
        message: `${policy.id} answers with a field ${name} in ${found.id}, and the resource does not declare it`,
        hint: `add it to "columns:" of the resource with its type, and map it in the table: "${name}: <category>" or "${name}: not-personal"`,
      },
    );
  }
}

function sayPersonalView({ say }: Inspection, found: CatalogTable): void {
  say(
    { table: found.id },
    {
      severity: 'warning',
      code: 'personal-view',
      message: `${found.id} is a view: its rows belong to the tables it reads, and may not be erasable here`,
      hint: 'map those tables and leave the view out',
    },
  );
}

interface Declared {
  readonly table: PolicyTable;
  readonly column: PolicyColumn;
  readonly actual: CatalogColumn;
}

function checkErasable({ say, catalog }: Inspection, { table, column, actual }: Declared): void {
  if (column.kind !== 'personal' || column.onErasure === 'keep' || table.use !== 'personal') return;
  const at = { table: table.id, column: column.name };
  if (actual.generated) {
    say(at, {
      severity: 'info',
      code: 'generated-column',
      message: `the database computes ${table.id}.${column.name}; it is emptied by emptying what it is computed from`,
      hint: 'see that the columns it is computed from are mapped as personal too',
    });
  } else if (!actual.nullable && !hasNeutralValue(catalog.kind, actual)) {
    say(at, {
      severity: 'error',
      code: 'cannot-be-emptied',
      message: `${table.id}.${column.name} may not be NULL and no neutral value is known for ${actual.type}: it cannot be erased in a row that stays`,
      hint: 'let the column be NULL in the database, or say in the policy that it stays',
      paste: [
        {
          where: `in the columns of ${table.id}, when it stays`,
          lines: [columnEntry(column.name, column.category, { kept: true })],
        },
      ],
    });
  }
}

/** Documents are also kept as text. */
const holdsJson: ReadonlySet<TypeFamily> = new Set(['json', 'text']);

function checkPaths({ say }: Inspection, { table, column, actual }: Declared): void {
  if (column.kind !== 'personal' || column.paths === undefined || holdsJson.has(actual.family)) return;
  say(
    { table: table.id, column: column.name },
    {
      severity: 'error',
      code: 'paths-without-json',
      message: `the policy says what stands inside ${table.id}.${column.name}, which is ${actual.type} and holds no JSON`,
      hint: 'take "paths:" out, or name the column that holds the JSON',
    },
  );
}

// SQLite stores any value in any column.
function hasNeutralValue(kind: SourceKind, { family }: CatalogColumn): boolean {
  return kind === 'sqlite' || family !== 'other';
}

/** Terms are counted from dates; a row without one is held for ever, or never goes. */
function checkDates(inspection: Inspection, declared: PolicyTable, found: CatalogTable): void {
  checkCreated(inspection, declared, found);
  const starts = [
    declared.hold?.kind === 'from'
      ? { use: 'hold', name: declared.hold.column, without: 'rows without it are held without end' }
      : null,
    ...[declared.retention?.from, declared.retention?.orFrom].map((name) => ({
      use: 'retention',
      name,
      without:
        declared.retention?.orFrom === undefined
          ? 'rows without it never fall due'
          : 'rows without this and the other date never fall due',
    })),
  ];
  for (const start of starts) {
    const actual = found.columns.find((column) => column.name === start?.name);
    if (start === null || actual === undefined) continue;
    const at = { table: found.id, column: actual.name };
    if (!holdsDates(inspection.catalog.kind, actual)) {
      inspection.say(at, {
        severity: 'error',
        code: `${start.use}-not-a-date`,
        message: `${start.use} of ${found.id} counts from ${actual.name}, which is ${actual.type}`,
        hint: `name a column that holds dates: ${datesIn(inspection.catalog.kind, found) || 'this table has none'}`,
      });
    }
    if (!actual.nullable) continue;
    inspection.say(at, {
      severity: 'info',
      code: `${start.use}-date-may-be-null`,
      message: `${found.id}.${actual.name} may be NULL: ${start.without}`,
      hint: 'right while what it tells of has not happened yet; else fill it in, or name a column that is always filled',
    });
  }
}

/** When a row was made tells a new sign-up from a row that a backup brought back. */
function checkCreated({ say, catalog }: Inspection, { subject }: PolicyTable, found: CatalogTable): void {
  const actual = found.columns.find(({ name }) => name === subject?.created);
  if (actual === undefined || holdsDates(catalog.kind, actual)) return;
  say(
    { table: found.id, column: actual.name },
    {
      severity: 'error',
      code: 'created-not-a-date',
      message: `the people of ${found.id} are said to be made at ${actual.name}, which is ${actual.type}`,
      hint: `name a column that holds dates: ${datesIn(catalog.kind, found) || 'this table has none'}`,
    },
  );
}

function datesIn(kind: SourceKind, { columns }: CatalogTable): string {
  return columns
    .filter((column) => holdsDates(kind, column))
    .map(({ name }) => name)
    .join(', ');
}

// SQLite has no type for dates; most keep them as text.
function holdsDates(kind: SourceKind, { family }: CatalogColumn): boolean {
  return family === 'date' || family === 'timestamp' || (kind === 'sqlite' && family === 'text');
}
