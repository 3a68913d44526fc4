import {
  holdBound,
  type World,
  type WorldLink,
  type WorldReference,
  type WorldRow,
  type WorldTable,
} from './world.ts';

/**
 * The rule of ownership over rows in memory, written from its statement in ARCHITECTURE.md ("Whose row is it")
 * and from nothing else: fixed points by repetition, no order, no SQL.
 */
export interface Person {
  readonly table: string;
  readonly number: number;
}

/** Rows by `table number`. */
type Rows = ReadonlySet<string>;

export interface Erasure {
  readonly deleted: Rows;
  readonly redacted: Rows;
  readonly held: Rows;
  readonly shared: Rows;
  /** What each row that is still there looks like; `emptied` stands for a value that says nothing. */
  readonly after: ReadonlyMap<string, WorldRow>;
}

export const emptied = '(emptied)';

export function interpret(world: World, people: readonly Person[]): Erasure {
  const all = allRows(world);
  const mine = mineOf(world, people);
  const wholly = (id: string) => mine.has(id) && !shared.has(id);
  const shared = grow((has) =>
    all.filter(
      ({ id, table, row }) =>
        mine.has(id) && ownersOf(world, table, row).some((owner) => !mine.has(owner) || has(owner)),
    ),
  );
  const held = grow((has) =>
    all.filter(({ id, table, row }) => {
      if (!mine.has(id) || table.hold === null) return false;
      if (table.hold.kind === 'from') return row.since === null || row.since >= holdBound;
      return ownersAlong(world, { table, row }, linkOf(table, table.hold.link)).some(has);
    }),
  );
  const leaving = new Set(all.map(({ id }) => id).filter((id) => wholly(id) && !held.has(id)));
  const candidates = new Set(
    all.filter(({ id, table }) => leaving.has(id) && table.onErasure === 'delete').map(({ id }) => id),
  );
  const anchored = grow((has) =>
    all.filter(({ id }) => {
      if (!candidates.has(id)) return false;
      return all.some(({ id: from, table, row }) => {
        if (candidates.has(from) && !has(from)) return false;
        return table.references.some(
          (reference) =>
            refersTo(reference, row, id) && reference.enforced && (!reference.nullable || held.has(from)),
        );
      });
    }),
  );
  const deleted = new Set([...candidates].filter((id) => !anchored.has(id)));
  const redacted = new Set([...leaving].filter((id) => !deleted.has(id)));
  const after = new Map<string, WorldRow>();
  for (const { id, table, row } of all) {
    if (deleted.has(id)) continue;
    const fates = { held: held.has(id), redacted: redacted.has(id), shared: shared.has(id) };
    after.set(id, rowAfter(world, { table, row, fates }, { deleted, shared, wholly }));
  }
  return { deleted, redacted, held, shared, after };
}

function rowAfter(
  world: World,
  {
    table,
    row,
    fates,
  }: { table: WorldTable; row: WorldRow; fates: { held: boolean; redacted: boolean; shared: boolean } },
  { deleted, shared, wholly }: { deleted: Rows; shared: Rows; wholly: (id: string) => boolean },
): WorldRow {
  // A row that a law keeps is not changed by a cell.
  if (fates.held) return row;
  const refers = { ...row.refers };
  for (const reference of table.references) {
    const target = row.refers[reference.name];
    if (
      reference.enforced &&
      reference.nullable &&
      target !== null &&
      deleted.has(`${reference.to} ${target}`)
    )
      refers[reference.name] = null;
  }
  let { soft, hard, aboutValue } = row;
  if (fates.redacted) {
    for (const reference of table.references) {
      const target = `${reference.to} ${row.refers[reference.name]}`;
      if (reference.nullable && shared.has(target) && isOwnedThrough(world, table, reference))
        refers[reference.name] = null;
    }
    soft = null;
    hard = emptied;
    aboutValue = null;
  }
  const owning = owningLinks(table);
  if (fates.shared && owning.length > 1) {
    for (const link of owning) {
      const owners = ownersAlong(world, { table, row }, link);
      if (owners.length === 0 || !owners.every(wholly)) continue;
      if (table.about === link.name) aboutValue = null;
      const reference = table.references.find(
        (candidate) => link.end === 'row' && candidate.name === link.reference,
      );
      if (reference?.nullable) refers[reference.name] = null;
    }
  }
  return { ...row, refers, soft, hard, aboutValue };
}

/** The reference is held by the owner: rows of the other table are owned along it. */
function isOwnedThrough(world: World, owner: WorldTable, reference: WorldReference): boolean {
  const owned = world.tables.find(({ name }) => name === reference.to);
  return (
    owned !== undefined &&
    owningLinks(owned).some(
      (link) => link.end === 'other' && link.table === owner.name && link.reference === reference.name,
    )
  );
}

/** The world as an erasure leaves it: what the next one finds. */
export function worldAfter(world: World, { after }: Erasure): World {
  const rows = new Map(
    world.tables.map(({ name }) => [
      name,
      (world.rows.get(name) ?? []).flatMap(({ number }) => after.get(`${name} ${number}`) ?? []),
    ]),
  );
  return { ...world, rows };
}

export interface Copy {
  readonly rows: ReadonlyMap<
    string,
    { readonly aboutShown: boolean; readonly shownReferences: readonly string[] }
  >;
}

/** What one person receives: their rows and those rows' context, others' columns masked. */
export function interpretAccess(world: World, person: readonly Person[]): Copy {
  const mine = mineOf(world, person);
  const rows = new Map<string, { aboutShown: boolean; shownReferences: readonly string[] }>();
  for (const { id, table, row } of allRows(world)) {
    if (!mine.has(id)) continue;
    const owning = owningLinks(table);
    const theirs = (name: string) =>
      ownersAlong(world, { table, row }, linkOf(table, name)).some((owner) => mine.has(owner));
    const shownReferences = table.references
      .filter((reference) => {
        const links = table.links.filter((link) => link.end === 'row' && link.reference === reference.name);
        if (links.some((link) => link.kind === 'accessed-by')) return false;
        const own = links.find((link) => owning.includes(link));
        return own === undefined || owning.length < 2 || theirs(own.name);
      })
      .map((reference) => reference.name);
    rows.set(id, { aboutShown: table.about === null || theirs(table.about), shownReferences });
  }
  addContext(world, rows);
  return { rows };
}

function addContext(
  world: World,
  rows: Map<string, { aboutShown: boolean; shownReferences: readonly string[] }>,
): void {
  for (const { id, table, row } of allRows(world)) {
    if (!rows.has(id)) continue;
    for (const link of table.links.filter((candidate) => candidate.kind === 'context')) {
      for (const target of ownersAlong(world, { table, row }, link)) {
        const context = world.tables.find((candidate) => candidate.name === link.table);
        if (context !== undefined)
          rows.set(target, { aboutShown: true, shownReferences: context.references.map((r) => r.name) });
      }
    }
  }
}

export function mineOf(world: World, people: readonly Person[]): Rows {
  const subjects = new Set(people.map((person) => `${person.table} ${person.number}`));
  return grow((has) =>
    allRows(world).filter(({ id, table, row }) => subjects.has(id) || ownersOf(world, table, row).some(has)),
  );
}

export function owningLinks(table: WorldTable): readonly WorldLink[] {
  return table.subject
    ? []
    : table.links.filter((link) => link.kind === 'owned-by' || link.kind === 'co-owned');
}

export function ownersOf(world: World, table: WorldTable, row: WorldRow): readonly string[] {
  return owningLinks(table).flatMap((link) => ownersAlong(world, { table, row }, link));
}

export function ownersAlong(
  world: World,
  { table, row }: { table: WorldTable; row: WorldRow },
  link: WorldLink,
): readonly string[] {
  const others = world.rows.get(link.table) ?? [];
  if (link.end === 'row') {
    return others
      .filter((other) => row.refers[link.reference] === other.number)
      .map((other) => `${link.table} ${other.number}`);
  }
  return others
    .filter((other) => other.refers[link.reference] === row.number && table.key !== 'none')
    .map((other) => `${link.table} ${other.number}`);
}

function linkOf(table: WorldTable, name: string): WorldLink {
  const link = table.links.find((candidate) => candidate.name === name);
  if (link === undefined) throw new Error(`no link ${name}`);
  return link;
}

function refersTo(reference: WorldReference, row: WorldRow, id: string): boolean {
  const target = row.refers[reference.name];
  return target !== null && target !== undefined && `${reference.to} ${target}` === id;
}

export function allRows(world: World) {
  return world.tables.flatMap((table) =>
    (world.rows.get(table.name) ?? []).map((row) => ({ id: `${table.name} ${row.number}`, table, row })),
  );
}

/** The least set that holds all that the rule yields from it. */
function grow(rule: (has: (id: string) => boolean) => readonly { readonly id: string }[]): Rows {
  const found = new Set<string>();
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { id } of rule((candidate) => found.has(candidate))) found.add(id);
  }
  return found;
}
