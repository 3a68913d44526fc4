import type { SourceKind } from '../../src/catalog/catalog.ts';
import type { SourceBindings, SubjectRow } from '../../src/plan/plan.ts';
import { type Erasure, emptied, interpret, interpretAccess, type Person } from './interpreter.ts';
import { generator, makeWorld, type World, type WorldRow } from './world.ts';
import { partOf } from './world-sql.ts';

/** A world and some of its people; null when it has nobody a plan can name. */
export interface OwnershipCase {
  readonly world: World;
  readonly people: readonly Person[];
  readonly bindings: SourceBindings;
}

export function makeCase(seed: number, kind: SourceKind): OwnershipCase | null {
  const world = makeWorld(seed, kind);
  const random = generator(seed * 7 + 1);
  const subjects = world.tables.filter((table) => table.subject && table.key !== 'none');
  if (subjects.length === 0) return null;
  const people = Array.from({ length: 1 + random.below(3) }, (): Person => {
    const table = random.pick(subjects);
    return { table: table.name, number: 1 + random.below(world.rows.get(table.name)?.length ?? 1) };
  });
  const bindings: Record<string, SubjectRow[]> = {};
  people.forEach(({ table, number }, person) => {
    const composite = world.tables.find((candidate) => candidate.name === table)?.key === 'composite';
    const key = composite ? [String(number), partOf(number)] : [String(number)];
    bindings[table] = [...(bindings[table] ?? []), { person, key }];
  });
  return { world, people, bindings };
}

/** @throws Error that says which row differs, when the database is not as the rule says. */
export function compareErasure(world: World, people: readonly Person[], actual: ActualRows): Erasure {
  const expected = interpret(world, people);
  for (const table of world.tables) {
    const found = new Map((actual.get(table.name) ?? []).map((row) => [row.number, row]));
    for (const row of world.rows.get(table.name) ?? []) {
      const want = expected.after.get(`${table.name} ${row.number}`);
      const got = found.get(row.number);
      const wanted = want === undefined ? 'gone' : printed(want);
      const given = got === undefined ? 'gone' : printed(asWanted(want, { got, before: row }));
      if (wanted !== given) throw new Error(`${table.name} ${row.number}: should be ${wanted}, is ${given}`);
    }
    const numbers = new Set(world.rows.get(table.name)?.map((row) => row.number));
    if ([...found.keys()].some((number) => !numbers.has(number)))
      throw new Error(`${table.name} has a new row`);
  }
  return expected;
}

export type ActualRows = ReadonlyMap<string, readonly WorldRow[]>;

/**
 * Erasing again empties nothing more. It may cut a reference that was left, and delete a row that was emptied
 * because it had to stay: what held it can have lost its own owner with the first erasure.
 *
 * @throws Error that says which row differs.
 */
export function compareAgain(expected: Erasure, once: ActualRows, again: ActualRows): void {
  for (const [table, rows] of once) {
    const found = new Map((again.get(table) ?? []).map((row) => [row.number, row]));
    for (const row of rows) {
      const id = `${table} ${row.number}`;
      const after = found.get(row.number);
      if (after === undefined) {
        if (!expected.redacted.has(id)) throw new Error(`${id}: deleted by the second erasure`);
        continue;
      }
      const cut = Object.keys(row.refers).filter((name) => after.refers[name] !== row.refers[name]);
      const cells = ({ soft, aboutValue, since }: WorldRow) => JSON.stringify([soft, aboutValue, since]);
      if (cells(row) !== cells(after) || cut.some((name) => after.refers[name] !== null))
        throw new Error(`${id}: changed by the second erasure`);
    }
  }
}

/** What stands for a value that says nothing may be anything but the value it replaces. */
function asWanted(
  want: WorldRow | undefined,
  { got, before }: { got: WorldRow; before: WorldRow },
): WorldRow {
  const replaced = want?.hard === emptied && got.hard !== before.hard && got.hard !== '';
  return replaced ? { ...got, hard: emptied } : got;
}

function printed(row: WorldRow): string {
  return JSON.stringify([
    row.number,
    Object.entries(row.refers).sort(),
    row.soft,
    row.hard,
    row.aboutValue,
    row.since,
  ]);
}

/** A row of an access copy: the table, the person, the shown columns. */
export interface CopiedRow {
  readonly table: string;
  readonly person: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** @throws Error that says which row of whom is missing, too many, or shows what it should not. */
export function compareAccess({ world, people }: OwnershipCase, copied: readonly CopiedRow[]): void {
  people.forEach((person, i) => {
    const expected = interpretAccess(world, [person]).rows;
    const got = copied.filter((row) => row.person === i);
    const ids = got.map((row) => `${row.table} ${Number(row.values['number'])}`);
    if (new Set(ids).size !== ids.length) throw new Error(`a row came twice: ${ids.join(', ')}`);
    const missing = [...expected.keys()].filter((id) => !ids.includes(id));
    const foreign = ids.filter((id) => !expected.has(id));
    if (missing.length + foreign.length > 0)
      throw new Error(`person ${i}: missing ${missing.join(', ')}; not theirs ${foreign.join(', ')}`);
    for (const row of got) compareMasks(world, row, expected);
  });
}

function compareMasks(
  world: World,
  row: CopiedRow,
  expected: ReturnType<typeof interpretAccess>['rows'],
): void {
  const number = Number(row.values['number']);
  const rule = expected.get(`${row.table} ${number}`);
  const table = world.tables.find((candidate) => candidate.name === row.table);
  const before = world.rows.get(row.table)?.find((candidate) => candidate.number === number);
  if (rule === undefined || table === undefined || before === undefined) throw new Error('no such row');
  const about = row.values['about_value'] ?? null;
  const wanted = rule.aboutShown ? before.aboutValue : null;
  if (about !== wanted)
    throw new Error(`${row.table} ${number}: about_value is ${about}, should be ${wanted}`);
  for (const reference of table.references) {
    const shown = row.values[`${reference.name}_number`] ?? null;
    const value = rule.shownReferences.includes(reference.name)
      ? (before.refers[reference.name] ?? null)
      : null;
    if ((shown === null ? null : Number(shown)) !== value)
      throw new Error(`${row.table} ${number}: ${reference.name} is ${shown}, should be ${value}`);
  }
}
