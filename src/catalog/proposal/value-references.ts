import type { Catalog, CatalogColumn, CatalogTable, TableId } from '../catalog.ts';
import type { CatalogSamples, ClassifiedTable } from '../classification/classify-catalog.ts';
import { type ColumnReference, isPolymorphic } from '../classification/column-reference.ts';
import { type NameIndex, nameIndex, tableWords } from '../classification/name-index.ts';
import { headSense, senseOfName } from '../classification/name-sense.ts';
import { roleOf } from '../classification/reference-role.ts';
import { identityKindOf } from './people-tables.ts';
import { referenceGraph } from './table-references.ts';

/** Do the values of a column stand in another table's key? */
export interface ValueQuestion {
  readonly table: TableId;
  readonly column: string;
  readonly to: TableId;
  readonly toColumn: string;
  /** Different ones, at most {@link valuesAsked}. */
  readonly values: readonly string[];
  /** How much besides the values speaks for it. */
  readonly weight: number;
}

export interface ValueAnswer extends ValueQuestion {
  readonly matched: number;
}

export interface Known {
  readonly catalog: Catalog;
  readonly classified: ReadonlyMap<TableId, ClassifiedTable>;
  readonly samples: CatalogSamples;
}

/** Questions about one source: each is one statement, and as many as this are asked whatever its size. */
export const mostQuestions = 400;
const valuesAsked = 60;
const targetsOfColumn = 8;
/** Fewer different values are in a key by chance, or not in it by one deleted row. */
const fewest = 5;
const fewestToRefute = 10;
const found = 0.9;
const refuted = 0.1;

/** The references that names say and no key declares. */
export function namedQuestions(known: Known): readonly ValueQuestion[] {
  const graph = referenceGraph(known.catalog, known.classified);
  return known.catalog.tables
    .flatMap(({ id }) => graph.from(id))
    .flatMap(({ table, columns, to, toColumns, declared }): readonly ValueQuestion[] => {
      const [[column, ...more], [toColumn]] = [columns, toColumns];
      if (declared || column === undefined || toColumn === undefined || more.length > 0) return [];
      const values = askedValues(known.samples, table, column);
      return values.length < fewest ? [] : [{ table, column, to, toColumn, values, weight: 1 }];
    })
    .slice(0, mostQuestions);
}

/**
 * Columns whose values may stand in another table's key, where no name and no key said so. Numbers stand in the key of every table
 * that counts from 1, so they are asked about only where the names have a word in common; texts where they have, or where
 * both are the same kind of identity; random numbers (UUID) always.
 */
export function otherQuestions(
  known: Known,
  answers: readonly ValueAnswer[],
): { readonly questions: readonly ValueQuestion[]; readonly left: number } {
  const index = nameIndex(known.catalog);
  const targets = targetsIn(known, index);
  const answered = new Map(answers.map((answer) => [placeKey(answer.table, answer.column), answer]));
  const all = known.catalog.tables
    .filter(({ kind }) => kind !== 'view')
    .flatMap((table) =>
      table.columns.flatMap((column): readonly ValueQuestion[] => {
        const from = { table, column };
        if (isSettled(known, answered.get(placeKey(table.id, column.name)), from)) return [];
        const values = askedValues(known.samples, table.id, column.name);
        if (values.length < fewest) return [];
        return [...candidatesFor(from, targets, known)]
          .map((to) => ({ to, weight: likeness(from, to, { known, index }) }))
          .filter(({ weight }) => weight > 0)
          .toSorted((one, other) => other.weight - one.weight)
          .slice(0, targetsOfColumn)
          .map(({ to, weight }) => ({
            table: table.id,
            column: column.name,
            to: to.table.id,
            toColumn: to.column.name,
            values,
            weight,
          }));
      }),
    )
    .toSorted((one, other) => other.weight - one.weight);
  const room = Math.max(mostQuestions - answers.length, 0);
  return { questions: all.slice(0, room), left: Math.max(all.length - room, 0) };
}

function placeKey(table: TableId, column: string): string {
  return JSON.stringify([table, column]);
}

interface Place {
  readonly table: CatalogTable;
  readonly column: CatalogColumn;
}

function keysOf({ tables }: Catalog): readonly Place[] {
  return tables
    .filter(({ kind }) => kind !== 'view')
    .flatMap((table) => {
      const keys = [table.primaryKey, ...table.uniqueKeys].filter((key) => key.length === 1);
      return table.columns
        .filter(({ name }) => keys.some(([only]) => only === name))
        .map((column) => ({ table, column }));
    });
}

/** The keys that a column could refer to, by what it must have in common with them. */
interface Targets {
  readonly byWord: ReadonlyMap<string, readonly Place[]>;
  readonly byKind: ReadonlyMap<string, readonly Place[]>;
  readonly byName: ReadonlyMap<string, readonly Place[]>;
  readonly random: readonly Place[];
}

function targetsIn({ catalog, classified }: Known, { prefixes }: NameIndex): Targets {
  const keys = keysOf(catalog);
  const byWord = new Map<string, Place[]>();
  for (const key of keys)
    for (const word of new Set(tableWords(key.table.name, prefixes)))
      byWord.set(word, [...(byWord.get(word) ?? []), key]);
  return {
    byWord,
    byKind: Map.groupBy(keys, ({ table, column }) => kindAt(classified.get(table.id), column.name) ?? ''),
    byName: Map.groupBy(keys, ({ column }) => column.name),
    random: keys.filter(({ column }) => column.family === 'uuid').slice(0, targetsOfColumn),
  };
}

function candidatesFor(
  { table, column }: Place,
  { byWord, byKind, byName, random }: Targets,
  { classified }: Known,
): ReadonlySet<Place> {
  const kind = kindAt(classified.get(table.id), column.name);
  const found = [
    ...stemOf(column.name).flatMap((word) => byWord.get(word) ?? []),
    ...(kind === null ? [] : (byKind.get(kind) ?? [])),
    ...(byName.get(column.name) ?? []),
    ...(column.family === 'uuid' ? random : []),
  ];
  return new Set(found.filter((to) => to.table.id !== table.id && to.column.family === column.family));
}

/** Known by a key, borne out by its values, the table's own number, or the key of one of several tables. */
function isSettled(
  { classified }: Known,
  answer: ValueAnswer | undefined,
  { table, column: { name } }: Place,
): boolean {
  if (table.primaryKey.length === 1 && table.primaryKey[0] === name) return true;
  if (isPolymorphic(table, name)) return true;
  const reference = classified.get(table.id)?.subject.references.get(name);
  if (reference === undefined) return false;
  if (reference.declared) return true;
  return answer !== undefined && answer.matched > answer.values.length * refuted;
}

function likeness(
  from: Place,
  to: Place,
  { known: { classified }, index }: { readonly known: Known; readonly index: NameIndex },
): number {
  const [own, others] = [classified.get(from.table.id), classified.get(to.table.id)];
  // Two tables of people are two records of one person, and neither is a part of the other.
  if (own?.subject.holds === 'people' && others?.subject.holds === 'people') return 0;
  const kind = kindAt(own, from.column.name);
  const sameKind = kind !== null && kind === kindAt(others, to.column.name);
  const named = sharesWord(from.column.name, to.table, index);
  const sameName = from.column.name === to.column.name && senseOfName(to.column.name).words.length > 1;
  switch (from.column.family) {
    case 'uuid':
      return 1 + (named ? 2 : 0);
    case 'integer':
      return named || sameName ? 2 : 0;
    case 'text':
      return (sameKind ? 3 : 0) + (named ? 2 : 0) + (sameName ? 2 : 0);
    default:
      return 0;
  }
}

function kindAt(table: ClassifiedTable | undefined, column: string) {
  return identityKindOf(table?.columns.get(column)?.category ?? 'not-personal');
}

/** `user_id` and `admin_user`: what stands before the number, and a word of the table's name. */
function sharesWord(column: string, table: CatalogTable, { prefixes }: NameIndex): boolean {
  const words = tableWords(table.name, prefixes);
  return stemOf(column).some((word) => words.includes(word));
}

function stemOf(column: string): readonly string[] {
  const sense = senseOfName(column);
  const number = headSense(sense, 'identifier');
  return number === null ? sense.words : sense.words.slice(0, number.start);
}

function askedValues(samples: CatalogSamples, table: TableId, column: string): readonly string[] {
  const all = [...new Set(samples.get(table)?.get(column)?.values ?? [])].filter(
    (value) => value !== '' && value !== '0' && value.length <= 190,
  );
  const step = Math.max(1, all.length / valuesAsked);
  return all.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step)).slice(0, valuesAsked);
}

/** What the answers make of the references of each table: borne out, called into doubt, taken back, or new. */
export function referencesByValue(
  { catalog, classified }: Pick<Known, 'catalog' | 'classified'>,
  answers: readonly ValueAnswer[],
): ReadonlyMap<TableId, readonly ColumnReference[]> {
  const ways = new Set<string>();
  const references = catalog.tables.map(({ id }): [TableId, readonly ColumnReference[]] => {
    const of = Map.groupBy(
      answers.filter(({ table }) => table === id),
      ({ column }) => column,
    );
    return [
      id,
      [...of].flatMap(([column, some]) => {
        const known = classified.get(id)?.subject.references.get(column);
        const reference = referenceOf(
          { column, known, own: classified.get(id), target: (to) => classified.get(to) },
          some,
        );
        if (reference === null || reference.to === null) return reference === null ? [] : [reference];
        // Two keys with the same values refer to each other; one of them is enough.
        if (ways.has(JSON.stringify([reference.to, id]))) return [];
        ways.add(JSON.stringify([id, reference.to]));
        return [reference];
      }),
    ];
  });
  return new Map(references.filter(([, some]) => some.length > 0));
}

interface Answered {
  readonly column: string;
  readonly known: ColumnReference | undefined;
  readonly own: ClassifiedTable | undefined;
  readonly target: (id: TableId) => ClassifiedTable | undefined;
}

function referenceOf(
  { column, known, own, target }: Answered,
  answers: readonly ValueAnswer[],
): ColumnReference | null {
  const share = ({ matched, values }: ValueAnswer) => matched / values.length;
  const [best] = answers.toSorted((a, b) => share(b) - share(a) || b.weight - a.weight);
  if (best === undefined) return null;
  const values = { matched: best.matched, of: best.values.length };
  const named = known === undefined ? undefined : answers.find(({ to }) => to === known.to);
  if (known !== undefined && named !== undefined && share(named) > refuted)
    return { ...known, values: { matched: named.matched, of: named.values.length } };
  if (share(best) >= found) {
    const role = roleOf(senseOfName(column), own?.subject.sense ?? senseOfName(''));
    const people = target(best.to)?.subject.holds === 'people';
    return {
      column,
      declared: false,
      to: best.to,
      toColumn: best.toColumn,
      role: role === 'parent' && people ? 'owner' : role,
      because: 'values',
      values,
    };
  }
  if (known === undefined || named === undefined || known.to === null) return null;
  if (named.values.length < fewestToRefute) return null;
  return {
    ...known,
    to: null,
    notTo: known.to,
    values: { matched: named.matched, of: named.values.length },
  };
}
