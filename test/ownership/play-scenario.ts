import { expect } from 'vitest';
import type { OwnershipBench } from './bench.ts';
import { bindingsOf, saysNothing } from './case.ts';
import { plansFor } from './compare-plans.ts';
import { eraseAndCompare } from './erase-and-compare.ts';
import { allRows, type Person } from './interpreter.ts';
import type { Scenario } from './scenarios.ts';
import type { World } from './world.ts';

/** Holds a database to a scenario: to what is written there by hand, and to the interpreter. */
export async function playScenario(bench: OwnershipBench, scenario: Scenario): Promise<void> {
  await using open = await bench.open(scenario.world);
  for (const [who, copy] of Object.entries(scenario.copies)) {
    const people = [personOf(who)];
    const { access } = plansFor({ world: scenario.world, people }, bench.kind, bench.schema);
    const copied = await open.access(access, bindingsOf(scenario.world, people));
    const lines = copied.map(({ table, values }) => lineOfCopy(scenario.world, table, values));
    expect(lines.toSorted(), `the copy of ${who}`).toEqual(copy.toSorted());
  }
  let { world } = scenario;
  for (const { of, changes } of scenario.erasures) {
    const done = await eraseAndCompare(bench, open, { world, people: of.map(personOf) });
    if (done === null) throw new Error('a scenario is not for a database that cannot do it');
    expect(changesOf(world, done.world), `the erasure of ${of.join(', ')}`).toEqual(changes.toSorted());
    ({ world } = done);
  }
}

function personOf(text: string): Person {
  const [table = '', number] = text.split(' ');
  return { table, number: Number(number) };
}

/** `message 1`, or `message 1 without sender, about`: what the row holds and the copy does not. */
function lineOfCopy(world: World, table: string, values: Readonly<Record<string, unknown>>): string {
  const id = `${table} ${Number(values['number'])}`;
  const found = allRows(world).find((candidate) => candidate.id === id);
  if (found === undefined) return `${id}, which is no row`;
  const { row } = found;
  const hidden = [
    ...Object.keys(row.refers).filter(
      (name) => row.refers[name] !== null && isHidden(values[`${name}_number`]),
    ),
    ...(row.aboutValue !== null && isHidden(values['about_value']) ? ['about'] : []),
  ];
  return hidden.length === 0 ? id : `${id} without ${hidden.join(', ')}`;
}

function isHidden(value: unknown): boolean {
  return value === null || value === undefined;
}

/** One line a row that is gone or emptied, and a line a cell that is empty in a row that is otherwise as it was. */
function changesOf(before: World, after: World): readonly string[] {
  const later = new Map(allRows(after).map(({ id, row }) => [id, row]));
  return allRows(before)
    .flatMap(({ id, row }) => {
      const now = later.get(id);
      if (now === undefined) return [`${id} gone`];
      const emptied = !saysNothing(row.hard) && saysNothing(now.hard);
      return [
        ...(emptied ? [`${id} emptied`] : []),
        ...Object.keys(row.refers).flatMap((name) =>
          row.refers[name] === now.refers[name] ? [] : [`${id}.${name} cut`],
        ),
        ...(!emptied && row.aboutValue !== now.aboutValue ? [`${id}.about emptied`] : []),
      ];
    })
    .toSorted();
}
