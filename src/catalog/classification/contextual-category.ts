import type { CatalogColumn } from '../catalog.ts';
import type { ClassifiedCategory } from './category.ts';
import { canHold, isTime } from './column-sense.ts';
import type { FoundSense } from './lexicon/word-index.ts';
import { find, headSense, type NameSense, wholeSense } from './name-sense.ts';
import type { TableSubject } from './table-subject.ts';
import type { TableTheme } from './table-theme.ts';

export interface RowAboutPerson {
  readonly subject: TableSubject;
  /** Whether a bare `name` here is a person's. */
  readonly called: boolean;
  /** Whether an address stands here, of which a `state` is then a part. */
  readonly addressed: boolean;
}

export interface ContextualCategory {
  readonly category: ClassifiedCategory;
  /** The word that said it; null when only the table did. */
  readonly because: FoundSense | null;
}

/** What a column of a row about a person holds whose name would say nothing in another table. */
export function contextualCategory(
  column: CatalogColumn,
  sense: NameSense,
  { subject, called, addressed }: RowAboutPerson,
): ContextualCategory {
  const theme = subject.theme;
  if (isTime(column, sense)) return timeCategory(column, sense, theme);

  const number = wholeSense(sense, 'identifier');
  if (number?.phrase === 'identifier' && column.family === 'text' && theme !== 'billing')
    return { category: 'account-number', because: number };

  const wanted = find(sense, 'consent') ?? find(sense, 'preference') ?? find(sense, 'page-visit');
  const money = find(sense, 'transaction');
  if (sense.turnedBy !== null && money !== null) return { category: 'transaction', because: money };
  if (sense.turnedBy !== null)
    return wanted === null || sense.turnedBy.concept === 'measure'
      ? { category: residual(column, sense, theme), because: sense.turnedBy }
      : { category: turned(wanted.concept), because: wanted };

  const state = wholeSense(sense, 'state');
  if (addressed && state?.phrase === 'state' && column.family === 'text')
    return { category: 'region', because: state };
  const bare = headSense(sense, 'bare-name');
  const likeliest = sense.categories.find(({ concept }) => canHold(concept, column));
  const vessel = headSense(sense, 'container');
  if (vessel !== null && (likeliest === undefined || likeliest.end < vessel.end))
    return { category: residual(column, sense, theme), because: vessel };
  if (bare !== null && (likeliest === undefined || likeliest.end < bare.end))
    return { category: named(column, sense, { subject, called, addressed }), because: bare };

  const person = headSense(sense, 'agent', 'author', 'people', 'owner');
  if (
    person !== null &&
    column.family === 'text' &&
    canHold('full-name', column) &&
    (likeliest === undefined || likeliest.end < person.end)
  )
    return { category: person.phrase.endsWith(' by') ? 'username' : 'full-name', because: person };

  if (likeliest !== undefined) {
    const category = inTheme(likeliest.concept, column, theme);
    if (category !== null) return { category, because: likeliest };
  }
  return { category: residual(column, sense, theme), because: headSense(sense, 'container', 'web-place') };
}

function turned(concept: FoundSense['concept']): ClassifiedCategory {
  return concept === 'consent' || concept === 'page-visit' ? concept : 'preference';
}

const datedThemes: Readonly<Partial<Record<TableTheme, ClassifiedCategory>>> = { consent: 'consent' };

function timeCategory(column: CatalogColumn, sense: NameSense, theme: TableTheme | null): ContextualCategory {
  const [likeliest] = sense.categories.filter(({ concept }) => canHold(concept, column));
  const own = likeliest !== undefined && dated.has(likeliest.concept) && sense.turnedBy === null;
  if (own) return { category: likeliest.concept, because: likeliest };
  return {
    category: (theme === null ? undefined : datedThemes[theme]) ?? 'activity-time',
    because: find(sense, 'activity-time'),
  };
}

/** Kinds of data that are dates: a birthday, the day somebody was hired. */
const dated: ReadonlySet<ClassifiedCategory> = new Set([
  'birth-date',
  'personal-detail',
  'job',
  'vehicle',
  'health',
]);

function named(
  column: CatalogColumn,
  sense: NameSense,
  { subject, called }: RowAboutPerson,
): ClassifiedCategory {
  if (column.family !== 'text') return residual(column, sense, subject.theme);
  // `group_name` is a group's; `member_name` is a member's.
  const person = find(sense, 'people', 'agent', 'author', 'owner');
  if (person !== null || (called && sense.words.length === 1)) return 'full-name';
  return residual(column, sense, subject.theme);
}

/** What the words say, as it is meant in a table of this kind; null when the kind of table says more. */
function inTheme(
  category: ClassifiedCategory,
  column: CatalogColumn,
  theme: TableTheme | null,
): ClassifiedCategory | null {
  if (category === 'activity') return null;
  switch (theme) {
    case 'billing':
      return inBilling(category, column);
    case 'message':
      return category === 'free-text' ? 'message' : category;
    case 'note':
      return category === 'message' ? 'free-text' : category;
    case 'file':
      return category === 'message' ? 'file' : category;
    case 'consent':
      return category === 'message' || category === 'free-text' || category === 'preference'
        ? 'consent'
        : category;
    case 'employment':
      return category === 'transaction' ? 'job' : category;
    case 'preference':
      return category === 'message' || category === 'free-text' ? 'preference' : category;
    default:
      return category;
  }
}

function inBilling(category: ClassifiedCategory, column: CatalogColumn): ClassifiedCategory {
  if (category === 'free-text' || category === 'message') {
    const prose = column.family === 'text' && (column.maxLength === null || column.maxLength > 200);
    return prose ? category : 'transaction';
  }
  return category === 'file' || category === 'preference' ? 'transaction' : category;
}

const residuals: Readonly<Record<TableTheme, ClassifiedCategory>> = {
  address: 'activity',
  message: 'activity',
  note: 'activity',
  billing: 'transaction',
  visit: 'activity',
  consent: 'consent',
  preference: 'preference',
  employment: 'job',
  vehicle: 'vehicle',
  file: 'file',
  log: 'activity',
};

/** What is left when the name says nothing: what such a table is about. */
function residual(column: CatalogColumn, sense: NameSense, theme: TableTheme | null): ClassifiedCategory {
  if (theme === 'visit' && column.family === 'text' && find(sense, 'web-place') !== null) return 'page-visit';
  const vessel =
    headSense(sense, 'container') !== null || column.family === 'json' || column.family === 'binary';
  if (vessel && theme === 'message' && column.family !== 'json') return 'message';
  if (vessel && theme !== 'billing' && theme !== 'preference' && theme !== 'consent') return 'personal-json';
  // A photo has a name and a path; how often it was looked at is not one of those.
  if (theme === 'file' && column.family !== 'text' && column.family !== 'binary') return 'activity';
  return theme === null ? 'activity' : residuals[theme];
}
