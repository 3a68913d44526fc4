import type { OwnershipCase } from './case.ts';
import {
  allRows,
  interpret,
  interpretAccess,
  mineOf,
  ownersAlong,
  ownersOf,
  owningLinks,
  type Person,
  worldAfter,
} from './interpreter.ts';
import type { World, WorldRow, WorldTable } from './world.ts';

/** What makes ownership hard, told from the rows of a case: so that it can be counted how often it is tried. */
export const shapes = {
  'two owners, one of them leaves': ({ world, people }) =>
    has(world, ({ table, row }) => {
      const owners = ownersOf(world, table, row);
      const mine = mineOf(world, people);
      return owners.some((owner) => mine.has(owner)) && owners.some((owner) => !mine.has(owner));
    }),
  'two owners, both leave': ({ world, people }) => {
    const { deleted } = interpret(world, people);
    const each = distinct(people).map((person) => mineOf(world, [person]));
    return [...deleted].some((id) => each.filter((mine) => mine.has(id)).length > 1);
  },
  'owner and viewer': ({ world, people }) =>
    people.some((person) => {
      const mine = mineOf(world, [person]);
      return has(world, ({ id, table, row }) => {
        if (mine.has(id) || (ownersOf(world, table, row).length === 0 && !table.subject)) return false;
        const viewed = table.links.filter((link) => link.kind === 'accessed-by');
        return viewed.some((link) => ownersAlong(world, { table, row }, link).includes(idOf(person)));
      });
    }),
  'a group through an association, with several admins': ({ world, people }) =>
    has(world, ({ table, row }) =>
      owningLinks(table).some((link) => {
        if (link.end !== 'other') return false;
        const members = ownersAlong(world, { table, row }, link);
        const mine = mineOf(world, people);
        return members.some((member) => mine.has(member)) && members.some((member) => !mine.has(member));
      }),
    ),
  'a person invited by another person': ({ world, people }) =>
    has(world, ({ id, table, row }) =>
      table.references.some((reference) => {
        const to = `${reference.to} ${row.refers[reference.name]}`;
        const isSubject = world.tables.some((other) => other.subject && other.name === reference.to);
        const asked = people.map(idOf);
        return table.subject && isSubject && to !== id && (asked.includes(id) || asked.includes(to));
      }),
    ),
  'a tree of mixed authors': ({ world, people }) =>
    has(world, ({ id, table, row }) => {
      const mine = mineOf(world, people);
      const links = owningLinks(table);
      const upward = links.filter((link) => link.table === table.name && link.end === 'row');
      const isBelow = upward.some((link) => ownersAlong(world, { table, row }, link).length > 0);
      return mine.has(id) && isBelow && ownersOf(world, table, row).some((owner) => !mine.has(owner));
    }),
  'a copy that masks what is about another owner': ({ world, people }) =>
    people.some((person) =>
      [...interpretAccess(world, [person]).rows].some(([id, { aboutShown, shownReferences }]) => {
        const found = allRows(world).find((candidate) => candidate.id === id);
        if (found === undefined) return false;
        const { table, row } = found;
        // Who accessed a row is never shown; here it is about other owners.
        const others = owningLinks(table).filter(({ end }) => end === 'row');
        return (
          (!aboutShown && row.aboutValue !== null) ||
          others.some(
            ({ reference }) => !shownReferences.includes(reference) && row.refers[reference] !== null,
          )
        );
      }),
    ),
  'three hops': ({ world, people }) => farthest(world, people) >= 3,
  'a hold': ({ world, people }) => interpret(world, people).held.size > 0,
  'a row that stays because another refers to it': ({ world, people }) =>
    interpret(world, people).redacted.size > 0,
  'an order that matters': ({ world, people }) => {
    const [one, other] = distinct(people);
    if (one === undefined || other === undefined) return false;
    return endOf(world, [one, other]) !== endOf(world, [other, one]);
  },
} as const satisfies Readonly<Record<string, (subject: OwnershipCase) => boolean>>;

export type Shape = keyof typeof shapes;

export function shapesOf(subject: OwnershipCase): readonly Shape[] {
  return (Object.keys(shapes) as Shape[]).filter((shape) => shapes[shape](subject));
}

type Found = { readonly id: string; readonly table: WorldTable; readonly row: WorldRow };

function has(world: World, rule: (found: Found) => boolean): boolean {
  return allRows(world).some(rule);
}

function idOf({ table, number }: Person): string {
  return `${table} ${number}`;
}

export function distinct(people: readonly Person[]): readonly Person[] {
  return people.filter((person, i) => people.findIndex((other) => idOf(other) === idOf(person)) === i);
}

/** Owning links from the person's own row to the row of theirs that is farthest away. */
function farthest(world: World, people: readonly Person[]): number {
  let reached = new Set(people.map(idOf));
  for (let hops = 0; ; hops++) {
    const next = new Set([
      ...reached,
      ...allRows(world).flatMap(({ id, table, row }) =>
        ownersOf(world, table, row).some((owner) => reached.has(owner)) ? [id] : [],
      ),
    ]);
    if (next.size === reached.size) return hops;
    reached = next;
  }
}

/** What is left when people are erased one after the other. */
function endOf(world: World, order: readonly Person[]): string {
  const end = order.reduce((at, person) => worldAfter(at, interpret(at, [person])), world);
  return JSON.stringify([...end.rows]);
}
