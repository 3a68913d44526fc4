import { sql } from 'kysely';
import { present } from '../../base/assert.ts';
import { stronglyConnected } from '../../plan/graph.ts';
import type { Reference } from '../../plan/plan.ts';
import type { SelectedTable } from '../../plan/selection.ts';
import { type CircleStep, circleOf, defineCircle, inCircle, taggedKey } from './circle.ts';
import type { Fragment } from './dialect.ts';
import { defineHeld, type Held, isHeld } from './holds.ts';
import { defineShared, isShared, type Shared } from './other-owners.ts';
import { defineMine, mine } from './ownership.ts';
import {
  allOf,
  anyOf,
  atRow,
  baseTable,
  carriedName,
  carriedRef,
  define,
  referenceMatches,
  referringKey,
  relation,
  type Scope,
  type ScopedTable,
  sameRow,
  scopedTable,
} from './scope.ts';

/** What becomes of the people's rows: relations by table; a table without such rows is absent. */
export interface Fates {
  readonly shared: Shared;
  readonly held: Held;
  /** Rows that are deleted. */
  readonly deleted: ReadonlyMap<ScopedTable, string>;
  /** Rows wholly theirs that would be deleted, but that a row which stays cannot let go of. */
  readonly anchored: ReadonlyMap<ScopedTable, string>;
  /** Rows that are emptied: the anchored, and all wholly theirs of tables whose rows stay. */
  readonly redacted: ReadonlyMap<ScopedTable, string>;
}

export function defineFates(scope: Scope, references: readonly Reference[]): Fates {
  defineMine(scope);
  const shared = defineShared(scope);
  const held = defineHeld(scope);
  const leaving = new Map<ScopedTable, string>();
  for (const scoped of scope.tables) leaving.set(scoped, defineLeaving(scope, scoped, { shared, held }));
  const candidates = new Map([...leaving].filter(([scoped]) => scoped.table.onErasure === 'delete'));
  const anchored = defineAnchored(scope, references, { candidates, held });
  const deleted = new Map<ScopedTable, string>();
  const redacted = new Map<ScopedTable, string>();
  for (const [scoped, name] of leaving) {
    const anchor = anchored.get(scoped);
    if (scoped.table.onErasure === 'redact') redacted.set(scoped, name);
    else if (anchor === undefined) deleted.set(scoped, name);
    else {
      redacted.set(scoped, anchor);
      const body = () =>
        sql`select m.* from ${relation(scope, name)} as m where ${notIn(scope, scoped, anchor)}`;
      deleted.set(scoped, define(scope, `d${scoped.index}`, body));
    }
  }
  return { shared, held, deleted, anchored, redacted };
}

/** Theirs alone, and held by no law. */
function defineLeaving(
  scope: Scope,
  scoped: ScopedTable,
  { shared, held }: { readonly shared: Shared; readonly held: Held },
): string {
  const sharedName = shared.get(scoped);
  if (sharedName === undefined && !held.has(scoped)) return mine(scoped);
  return define(scope, `w${scoped.index}`, () => {
    const conditions: Fragment[] = [];
    if (sharedName !== undefined) {
      const test = isShared(scope, scoped, shared);
      conditions.push(test === null ? notIn(scope, scoped, sharedName) : sql`not ${test}`);
    }
    if (held.has(scoped)) conditions.push(sql`not ${isHeld(scope, scoped, held)}`);
    return sql`select m.* from ${relation(scope, mine(scoped))} as m where ${allOf(conditions)}`;
  });
}

function notIn(scope: Scope, scoped: ScopedTable, name: string): Fragment {
  return sql`not exists (select 1 from ${relation(scope, name)} as q where ${sameRow(scope, scoped, ['q', 'm'])})`;
}

interface Candidates {
  readonly candidates: ReadonlyMap<ScopedTable, string>;
  readonly held: Held;
}

/**
 * The least set of rows such that a row that would go stays, when a row that stays refers to it and may not let
 * go: its column allows no NULL, or it is held by law and is not to be changed by a cell.
 */
function defineAnchored(
  scope: Scope,
  references: readonly Reference[],
  fates: Candidates,
): ReadonlyMap<ScopedTable, string> {
  const anchored = new Map<ScopedTable, string>();
  const among = references.filter(
    (reference) =>
      reference.nullableColumns.length === 0 &&
      candidate(scope, fates, reference.from.table) !== undefined &&
      candidate(scope, fates, reference.to) !== undefined,
  );
  const groups = stronglyConnected([...fates.candidates.keys()], (scoped) =>
    among
      .filter((reference) => reference.to === scoped.table.id)
      .map((reference) => present(candidate(scope, fates, reference.from.table), reference.name)),
  );
  for (const members of groups) defineGroup(scope, { members, references, among }, { fates, anchored });
  return anchored;
}

interface AnchorGroup {
  readonly members: readonly ScopedTable[];
  readonly references: readonly Reference[];
  readonly among: readonly Reference[];
}

function defineGroup(
  scope: Scope,
  { members, references, among }: AnchorGroup,
  { fates, anchored }: { readonly fates: Candidates; readonly anchored: Map<ScopedTable, string> },
): void {
  const bases = members.map((member) => ({
    member,
    conditions: references
      .filter((reference) => reference.to === member.table.id)
      .flatMap((reference) => anchorConditions(scope, { reference, member }, { fates, anchored })),
  }));
  if (bases.every(({ conditions }) => conditions.length === 0)) return;
  const inside = among.filter(
    (reference) =>
      members.some((member) => member.table.id === reference.from.table) &&
      members.some((member) => member.table.id === reference.to),
  );
  const rows = (member: ScopedTable) =>
    relation(scope, present(fates.candidates.get(member), member.table.id));
  if (inside.length === 0) {
    for (const { member, conditions } of bases) {
      const body = () => sql`select m.* from ${rows(member)} as m where ${anyOf(conditions)}`;
      anchored.set(member, define(scope, `a${member.index}`, body));
    }
    return;
  }
  const circle = circleOf(scope, `ga${present(members[0], 'a member').index}`, members);
  const part = (member: ScopedTable, alias: string) => (key: { readonly column: string }) =>
    member.table.key.length === 0 ? sql.id(alias, 'adr') : sql.id(alias, carriedName(member, key.column));
  const base = bases.map(
    ({ member, conditions }) =>
      sql`select ${taggedKey(scope, circle, { table: member, part: part(member, 'm') })} from ${rows(member)} as m where ${anyOf(conditions)}`,
  );
  const steps: CircleStep[] = inside.map((reference) => {
    const from = present(candidate(scope, fates, reference.from.table), reference.name);
    const to = present(candidate(scope, fates, reference.to), reference.name);
    const match = referenceMatches(
      reference,
      (column) => carriedRef(from, 'o', column),
      (column) => carriedRef(to, 't', column),
    );
    return {
      from,
      to,
      source: sql`${rows(from)} as o join ${rows(to)} as t on ${match}`,
      fromPart: part(from, 'o'),
      toPart: part(to, 't'),
    };
  });
  defineCircle(scope, circle, () => ({ base, steps }));
  for (const member of members) {
    const match = inCircle(scope, member, { alias: 'g', part: part(member, 'm') });
    const body = () =>
      sql`select m.* from ${rows(member)} as m where exists (select 1 from ${relation(scope, circle.name)} as g where ${match})`;
    anchored.set(member, define(scope, `a${member.index}`, body));
  }
}

/** Why a row `m` of the member must stay because of one reference, as far as is known before its own circle. */
function anchorConditions(
  scope: Scope,
  { reference, member }: { readonly reference: Reference; readonly member: ScopedTable },
  { fates, anchored }: { readonly fates: Candidates; readonly anchored: ReadonlyMap<ScopedTable, string> },
): readonly Fragment[] {
  const from = scopedTable(scope, reference.from.table);
  const toMember = (column: string) => carriedRef(member, 'm', column);
  const refersFromRelation = (scoped: ScopedTable) =>
    referenceMatches(reference, (column) => carriedRef(scoped, 'q', column), toMember);
  if (reference.nullableColumns.length > 0) {
    const held = from === undefined ? undefined : fates.held.get(from);
    if (from === undefined || held === undefined) return [];
    return [sql`exists (select 1 from ${relation(scope, held)} as q where ${refersFromRelation(from)})`];
  }
  const refersFromBase = referenceMatches(reference, (column) => sql.id('c', column), toMember);
  const goes = from === undefined ? undefined : fates.candidates.get(from);
  if (from === undefined || goes === undefined) {
    return [sql`exists (select 1 from ${baseTable(reference.from, 'c')} where ${refersFromBase})`];
  }
  const conditions: Fragment[] = [];
  if (!goesAlong(reference, from.table, member.table)) {
    const stays = sql`not exists (select 1 from ${relation(scope, goes)} as q where ${atRow(scope, from, { base: 'c', relation: 'q' })})`;
    conditions.push(
      sql`exists (select 1 from ${baseTable(reference.from, 'c')} where ${refersFromBase} and ${stays})`,
    );
  }
  const anchor = anchored.get(from);
  if (anchor !== undefined) {
    conditions.push(
      sql`exists (select 1 from ${relation(scope, anchor)} as q where ${refersFromRelation(from)})`,
    );
  }
  return conditions;
}

/**
 * By the links alone, whatever refers to a row that goes is itself among the rows that would go: nothing need
 * be looked up for it. This is what keeps a plain schema's erasure as cheap as one written by hand.
 */
export function goesAlong(reference: Reference, from: SelectedTable, to: SelectedTable): boolean {
  if (from.onErasure !== 'delete') return false;
  const [only, another] = from.owners;
  const ownedBy =
    !from.subject &&
    only !== undefined &&
    another === undefined &&
    only.reference === 'row' &&
    only.table === to.id &&
    sameNames(only.rowColumns, reference.columns) &&
    sameNames(only.otherColumns, reference.toColumns);
  const ownsIt = to.owners.some(
    (link) =>
      link.reference === 'other' &&
      link.table === from.id &&
      sameNames(link.otherColumns, reference.columns) &&
      sameNames(link.rowColumns, reference.toColumns),
  );
  // What is held together with the row it refers to goes when that goes.
  const heldWithIt = from.hold?.kind === 'with' && from.hold.link === only?.name;
  return (ownedBy && heldWithIt) || ((ownedBy || ownsIt) && from.hold === null);
}

function sameNames(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((name, i) => name === right[i]);
}

function candidate(scope: Scope, fates: Candidates, id: string): ScopedTable | undefined {
  const scoped = scopedTable(scope, id);
  return scoped !== undefined && fates.candidates.has(scoped) ? scoped : undefined;
}

/** The rows that stay and refer to a row that goes, as their keys `k1 … kn`; null when by the links there are none. */
export function releasing(scope: Scope, reference: Reference, fates: Fates): Fragment | null {
  const to = scopedTable(scope, reference.to);
  const gone = to === undefined ? undefined : fates.deleted.get(to);
  if (to === undefined || gone === undefined || reference.nullableColumns.length === 0) return null;
  const toGone = (column: string) => carriedRef(to, 'd', column);
  const keys = referringKey(scope.dialect, reference).map(({ column }) => column);
  const from = scopedTable(scope, reference.from.table);
  const goes = from === undefined ? undefined : fates.deleted.get(from);
  const baseKeys = sql.join(keys.map((name, i) => sql`${sql.id('c', name)} as ${sql.id(`k${i + 1}`)}`));
  const refers = referenceMatches(reference, (column) => sql.id('c', column), toGone);
  if (from === undefined || goes === undefined) {
    return sql`select ${baseKeys} from ${relation(scope, gone)} as d join ${baseTable(reference.from, 'c')} on ${refers}`;
  }
  if (leftAnyway(reference, from, fates)) return null;
  if (goesAlong(reference, from.table, to.table)) {
    const anchor = fates.anchored.get(from);
    if (anchor === undefined) return null;
    const match = referenceMatches(reference, (column) => carriedRef(from, 'q', column), toGone);
    return sql`select ${relationKeys(from, 'q')} from ${relation(scope, gone)} as d join ${relation(scope, anchor)} as q on ${match}`;
  }
  const stays = sql`not exists (select 1 from ${relation(scope, goes)} as q where ${atRow(scope, from, { base: 'c', relation: 'q' })})`;
  return sql`select ${baseKeys} from ${relation(scope, gone)} as d join ${baseTable(reference.from, 'c')} on ${refers} where ${stays}`;
}

/**
 * The reference is a link that people leave by: a row that stays although it refers to a row that goes is another's too,
 * and lets go when the person leaves it.
 */
function leftAnyway(reference: Reference, from: ScopedTable, { held, anchored }: Fates): boolean {
  if (from.table.onErasure !== 'delete' || held.has(from) || anchored.has(from)) return false;
  const { owners } = from.table;
  return (
    owners.length > 1 &&
    owners.some(
      (link) =>
        link.reference === 'row' &&
        link.table === reference.to &&
        sameNames(link.rowColumns, reference.columns) &&
        sameNames(link.otherColumns, reference.toColumns),
    )
  );
}

/** A relation's key under the names `k1 … kn`. */
export function relationKeys(scoped: ScopedTable, alias: string): Fragment {
  const names =
    scoped.table.key.length === 0 ? ['adr'] : scoped.table.key.map((part) => carriedName(scoped, part.name));
  return sql.join(names.map((name, i) => sql`${sql.id(alias, name)} as ${sql.id(`k${i + 1}`)}`));
}

export function keysOf(scope: Scope, scoped: ScopedTable, name: string): Fragment {
  return sql`select ${relationKeys(scoped, 'q')} from ${relation(scope, name)} as q`;
}
