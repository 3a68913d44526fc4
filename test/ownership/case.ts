import type { SourceKind } from '../../src/catalog/catalog.ts';
import type { SourceBindings, SubjectRow } from '../../src/plan/plan.ts';
import { type Erasure, emptied, interpret, interpretAccess, mineOf, type Person } from './interpreter.ts';
import { generator } from './random.ts';
import { makeWorld, type World, type WorldRow } from './world.ts';
import { partOf } from './world-sql.ts';

/** A world and some of its people. */
export interface OwnershipCase {
  readonly world: World;
  readonly people: readonly Person[];
}

/** Anybody; or, in a third of the cases, those who have a row together. */
export function makeCase(seed: number, kind: SourceKind): OwnershipCase {
  const world = makeWorld(seed, kind);
  const random = generator(seed * 7 + 1);
  const everybody = world.tables
    .filter((table) => table.subject && table.key !== 'none')
    .flatMap((table) =>
      (world.rows.get(table.name) ?? []).map(({ number }): Person => ({ table: table.name, number })),
    );
  const together = random.chance(1 / 3) ? peopleTogether(world, everybody) : [];
  if (together.length > 0) return { world, people: random.pick(together) };
  return { world, people: Array.from({ length: 1 + random.below(3) }, () => random.pick(everybody)) };
}

/** Of each row that is several people's, two or three of these. */
function peopleTogether(world: World, everybody: readonly Person[]): readonly (readonly Person[])[] {
  const owners = new Map<string, Person[]>();
  for (const person of everybody) {
    for (const id of mineOf(world, [person])) owners.set(id, [...(owners.get(id) ?? []), person]);
  }
  return [...owners.values()].filter(({ length }) => length > 1).map((several) => several.slice(0, 3));
}

/** How a plan names people: by the keys of their own rows. */
export function bindingsOf(world: World, people: readonly Person[]): SourceBindings {
  const bindings: Record<string, SubjectRow[]> = {};
  people.forEach(({ table, number }, person) => {
    const composite = world.tables.find((candidate) => candidate.name === table)?.key === 'composite';
    const key = composite ? [String(number), partOf(number)] : [String(number)];
    bindings[table] = [...(bindings[table] ?? []), { person, key }];
  });
  return bindings;
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
      const given = got === undefined ? 'gone' : printed(asWanted(want, got));
      if (wanted !== given) throw new Error(`${table.name} ${row.number}: should be ${wanted}, is ${given}`);
    }
    const numbers = new Set(world.rows.get(table.name)?.map((row) => row.number));
    if ([...found.keys()].some((number) => !numbers.has(number)))
      throw new Error(`${table.name} has a new row`);
  }
  return expected;
}

export type ActualRows = ReadonlyMap<string, readonly WorldRow[]>;

/** What stands for a value that says nothing may be anything but the value it replaces. */
function asWanted(want: WorldRow | undefined, got: WorldRow): WorldRow {
  return want?.hard === emptied && saysNothing(got.hard) ? { ...got, hard: emptied } : got;
}

/** Worlds are made with `hard …` in that column, which may not be NULL. */
export function saysNothing(hard: string): boolean {
  return hard !== '' && !hard.startsWith('hard ');
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
  for (const [name, value] of [
    ['soft', before.soft],
    ['hard', before.hard],
    ['since', before.since],
  ] as const) {
    const shown = row.values[name] ?? null;
    if (shown !== value) throw new Error(`${row.table} ${number}: ${name} is ${shown}, should be ${value}`);
  }
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
