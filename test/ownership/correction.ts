import type { Correction } from '../../src/domain/wish.ts';
import type { CorrectedPeople, RectificationCount } from '../../src/sources/source.ts';
import type { OwnershipCase } from './case.ts';
import { bindingsOf } from './case.ts';
import { allRows, interpret, mineOf, ownersAlong, owningLinks, type Person } from './interpreter.ts';
import { generator } from './random.ts';
import type { World, WorldRow, WorldTable } from './world.ts';

/** A world in which many cells hold the same few values, some of its people, and what they want corrected. */
export interface CorrectionCase extends OwnershipCase {
  readonly corrections: readonly Correction[];
}

/** Two of them are one address. */
const values = ['anna', 'bert', 'a@b.example', 'A@B.example', 'Zoë', ''];

export function withCorrections({ world, people }: OwnershipCase, seed: number): CorrectionCase {
  const random = generator(seed * 31 + 7);
  const rows = new Map(
    [...world.rows].map(([name, its]) => [
      name,
      its.map((row) => ({
        ...row,
        soft: random.chance(0.2) ? null : random.pick(values),
        hard: random.pick(values.filter((value) => value !== '')),
        aboutValue: random.chance(0.2) ? null : random.pick(values),
      })),
    ]),
  );
  const first = random.pick(values);
  const second = random.pick(values.filter((value) => value.toLowerCase() !== first.toLowerCase()));
  const wanted = () => random.pick([...values, 'nieuw', "O'Brien", null]);
  const table = random.pick(world.tables).name;
  const column = `world.${table}.${random.pick(['soft', 'hard', 'about_value'])}`;
  const corrections: Correction[] = [
    { category: 'words', now: first, wanted: wanted(), ...(random.chance(0.3) ? { column } : {}) },
    ...(random.chance(0.4) ? [{ category: 'words', now: second, wanted: wanted() }] : []),
    ...(random.chance(0.3) ? [{ category: 'words', now: null, wanted: 'ingevuld', column }] : []),
  ].filter(({ now, wanted: right }) => now !== right);
  return { world: { ...world, rows }, people, corrections };
}

export function correctedPeople({ world, people, corrections }: CorrectionCase): CorrectedPeople {
  return { bindings: bindingsOf(world, people), values: corrections };
}

/** What becomes of one cell. */
export interface CorrectedCell {
  readonly table: string;
  readonly number: number;
  readonly column: ColumnName;
  readonly correction: number;
  readonly effect: RectificationCount['effect'];
  readonly before: string | null;
  readonly after: string | null;
}

const columns = { soft: 'soft', hard: 'hard', about_value: 'aboutValue' } as const;
type ColumnName = keyof typeof columns;

/**
 * The rule of rectification over rows in memory, written from its statement in ARCHITECTURE.md and from nothing else.
 */
export function interpretCorrection({
  world,
  people,
  corrections,
}: CorrectionCase): readonly CorrectedCell[] {
  const mine = mineOf(world, people);
  const { held, shared } = interpret(world, people);
  return allRows(world).flatMap(({ id, table, row }) => {
    if (!mine.has(id) || table.use !== 'personal') return [];
    return (Object.keys(columns) as ColumnName[]).flatMap((column) =>
      corrections.flatMap((correction, index): readonly CorrectedCell[] => {
        const before = row[columns[column]];
        if (!isMeant(correction, before) || before === correction.wanted) return [];
        const named = `world.${table.name}.${column}`;
        const chosen = correction.column === undefined || correction.column === named;
        if (!chosen && correction.now === null) return [];
        const whose =
          column === 'about_value' && table.about !== null ? aboutWhom(world, { table, row }) : null;
        // Another's column in their row says nothing of them.
        if (whose !== null && !whose.some((owner) => mine.has(owner))) return [];
        const others =
          whose === null ? shared.has(id) : whose.some((owner) => !mine.has(owner) || shared.has(owner));
        const impossible = !chosen || (correction.wanted === null && column === 'hard');
        const effect = held.has(id) ? 'keep' : others ? 'shared' : impossible ? 'left' : 'set';
        const after = effect === 'set' ? correction.wanted : before;
        return [{ table: table.name, number: row.number, column, correction: index, effect, before, after }];
      }),
    );
  });
}

function aboutWhom(
  world: World,
  { table, row }: { readonly table: WorldTable; readonly row: WorldRow },
): readonly string[] | null {
  const link = owningLinks(table).find(({ name }) => name === table.about);
  return link === undefined ? null : ownersAlong(world, { table, row }, link);
}

function isMeant({ now }: Correction, before: string | null): boolean {
  if (now === null) return before === null || before === '';
  if (before === null) return false;
  return now.includes('@') ? now.toLowerCase() === before.toLowerCase() : now === before;
}

export function worldWith(world: World, cells: readonly CorrectedCell[]): World {
  const rows = new Map(
    [...world.rows].map(([name, its]) => [
      name,
      its.map((row) => {
        const changed = cells.filter(({ table, number }) => table === name && number === row.number);
        return {
          ...row,
          ...Object.fromEntries(changed.map(({ column, after }) => [columns[column], after])),
        };
      }),
    ]),
  );
  return { ...world, rows };
}

/** Counted as a source counts. */
export function countedCells(cells: readonly CorrectedCell[]): readonly string[] {
  const groups = Map.groupBy(cells, ({ table, column, correction, effect }) =>
    [table, column, correction, effect].join(' '),
  );
  return [...groups].map(([key, its]) => `${key} ${its.length}`).sort();
}

export type { Person };
