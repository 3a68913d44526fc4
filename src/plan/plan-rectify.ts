import { present } from '../base/assert.ts';
import { GestandError } from '../base/error.ts';
import type { DataMap, MappedTable } from '../catalog/data-map.ts';
import { type IdentityKind, normaliseIdentity } from '../domain/identity.ts';
import { isOwning } from '../domain/ownership.ts';
import type { Correction } from '../domain/wish.ts';
import type { Policy } from '../policy/policy.ts';
import { manualSource, workByHand } from './by-hand.ts';
import { isLookedAt, mayHold, misfit } from './fits-column.ts';
import type { Bar, CorrectedValue, RectifyPlan, RectifyStep, SetStep, SourceRectification } from './plan.ts';
import { selectTables } from './select.ts';
import type { SelectedColumn, SelectedTable } from './selection.ts';
import { type ColumnOfTable, tiesOf } from './tied-columns.ts';

export interface RectifyWish {
  readonly people: number;
  readonly on: Temporal.PlainDate;
  readonly corrections: readonly Correction[];
}

/**
 * Where data are corrected under GDPR art. 16: every column of a category, in every source, in which a row that is theirs
 * holds what is wrong. The plan names columns; the values are for the bindings: see {@link correctedValues}.
 *
 * @throws GestandError `bad-input` when two corrections say different things of one value.
 */
export function planRectify(policy: Policy, maps: readonly DataMap[], wish: RectifyWish): RectifyPlan {
  refuseContradiction(wish.corrections);
  return {
    format: 1,
    kind: 'rectify',
    on: wish.on.toString(),
    policyHash: policy.hash,
    people: wish.people,
    corrections: wish.corrections.map(({ category }) => ({ category })),
    sources: maps.flatMap((map) => planSource(map, policy, wish) ?? []),
  };
}

export function correctedValues(corrections: readonly Correction[]): readonly CorrectedValue[] {
  return corrections.map(({ now, wanted }) => ({ now, wanted }));
}

/** The corrections that nobody can carry out before an officer says which column: nothing stands there to be found. */
export function needingColumn(corrections: readonly Correction[]): readonly Correction[] {
  return corrections.filter(({ now, column }) => now === null && column === undefined);
}

// Where a person works, there is something to do only if it holds that category.
function planSource(map: DataMap, policy: Policy, wish: RectifyWish): SourceRectification | null {
  const { source, catalogHash } = map;
  const manual = manualSource(policy, source);
  if (manual !== undefined && !wish.corrections.some(({ category }) => manual.categories.includes(category)))
    return null;
  const selection = selectTables(map, policy, wish.on);
  const steps = selection.tables
    .filter(({ use }) => use === 'personal')
    .flatMap((table) => tableSteps(map, table, wish.corrections));
  return { source, ...workByHand(policy, map), catalogHash, selection, steps };
}

function tableSteps(
  map: DataMap,
  table: SelectedTable,
  corrections: readonly Correction[],
): readonly RectifyStep[] {
  const mapped = present(map.tables.get(table.id), table.id);
  const steps = table.columns.flatMap((column) =>
    corrections.flatMap((correction, index) => {
      const place = { map, mapped, table, column };
      return columnStep(place, correction, index) ?? [];
    }),
  );
  const { hold } = table;
  if (hold === null || !steps.some(({ kind }) => kind === 'set')) return steps;
  return [{ kind: 'keep', table: table.id, ground: hold.ground, rule: hold.rule }, ...steps];
}

interface Place {
  readonly map: DataMap;
  readonly mapped: MappedTable;
  readonly table: SelectedTable;
  readonly column: SelectedColumn;
}

function columnStep(place: Place, correction: Correction, index: number): RectifyStep | null {
  const { map, mapped, table, column } = place;
  const personal = mapped.columns.find(({ name }) => name === column.name)?.personal ?? null;
  if (personal === null || column.generated) return null;
  const at = { table: table.id, column: column.name, correction: index };
  const inside = personal.paths?.some(({ category }) => category === correction.category) ?? false;
  if (personal.category !== correction.category) return inside ? { kind: 'unseen', ...at } : null;
  if (!isLookedAt(column.family)) return { kind: 'unseen', ...at };
  const chosen =
    correction.column === undefined ||
    correction.column === columnName({ source: map.source, table: table.id, column: column.name });
  const compared = comparison(place, correction.now);
  if (compared === null || (compared === 'empty' && !chosen)) return null;
  const unique = mapped.uniqueKeys.filter((key) => key.includes(column.name));
  const bar = chosen ? barOf(place, correction) : 'not-chosen';
  return { kind: 'set', ...at, compared, unique, bar };
}

/** As an officer names a column. */
export function columnName(place: ColumnOfTable & { readonly source: string }): string {
  return `${place.source}.${place.table}.${place.column}`;
}

/** How a cell is held against the value that is wrong; null: such a column cannot hold it. */
function comparison({ mapped, column }: Place, now: string | null): SetStep['compared'] | null {
  if (now === null) return 'empty';
  const declared = mapped.subject?.identities.find((identity) => identity.column === column.name)?.kind;
  const kind = declared ?? (column.family === 'text' ? kindOfValue(now) : null);
  if (kind !== null) return normaliseIdentity(kind, now).value === '' ? null : kind;
  return mayHold(column, now) ? 'exact' : null;
}

// An address is the same address in whichever column it stands, and so is a number that can be dialled.
function kindOfValue(now: string): IdentityKind | null {
  if (/^[^\s@]+@[^\s@]+$/.test(now.trim())) return 'email';
  const dialled =
    /^\s*(\+|\(?0)[\d\s().-]{6,}$/.test(now) && normaliseIdentity('phone', now).value.startsWith('+');
  return dialled ? 'phone' : null;
}

function barOf(place: Place, correction: Correction): Bar | null {
  const { map, table, column } = place;
  const { enforced, others } = tiesOf(map, { table: table.id, column: column.name });
  // The number of a row is no datum that could be wrong; and in a row of several, it is not one person's to change.
  const isKey = table.key.some(({ name }) => name === column.name);
  if (enforced || (isKey && table.owners.length > 1)) return 'key';
  const ends = [{ table: table.id, column: column.name }, ...others];
  if (others.length > 0 && ends.some((end) => !changesAlong(map, end, correction))) return 'link';
  // SQLite lets a key be NULL; a row without one is not found again.
  if (isKey && correction.wanted === null) return 'null';
  // SQLite lets a key be NULL, and then the row is not found again.
  if (isKey && correction.wanted === null) return 'null';
  return misfit(column, correction.wanted);
}

/** An end of a link changes by this correction in every row: none of the table may be held, or be several people's. */
function changesAlong(map: DataMap, { table, column }: ColumnOfTable, correction: Correction): boolean {
  const mapped = map.tables.get(table);
  const end = mapped?.columns.find(({ name }) => name === column);
  if (mapped === undefined || end === undefined || mapped.hold !== null) return false;
  const chosen =
    correction.column === undefined ||
    correction.column === columnName({ source: map.source, table, column });
  return (
    chosen &&
    end.personal?.category === correction.category &&
    !end.generated &&
    isLookedAt(end.family) &&
    misfit(end, correction.wanted) === null &&
    mapped.links.filter(({ kind }) => isOwning(kind)).length < 2
  );
}

function refuseContradiction(corrections: readonly Correction[]): void {
  const seen = new Map<string, (string | undefined)[]>();
  for (const { category, now, wanted, column } of corrections) {
    if (now === wanted)
      throw new GestandError(
        'bad-input',
        `A correction of ${category} changes nothing. Say what it should be.`,
      );
    const value = JSON.stringify([category, now === null ? null : sameForm(now)]);
    const columns = seen.get(value) ?? [];
    if (columns.some((other) => other === undefined || column === undefined || other === column))
      throw new GestandError(
        'bad-input',
        `Two corrections of ${category} are about the same value. Keep one.`,
      );
    seen.set(value, [...columns, column]);
  }
}

function sameForm(now: string): string {
  const kind = kindOfValue(now);
  return kind === null ? now : normaliseIdentity(kind, now).value;
}
