import type { ErasePlan, SourceBindings, SourceErasure } from '../plan/plan.ts';
import { isKeyColumn, readingOf } from '../plan/reading-of.ts';
import type { Source } from '../sources/source.ts';
import type { RowPlace } from '../store/erased-row.ts';

/** Somebody, and the rows by which a plan knows them. */
export interface BoundPerson {
  readonly rows: readonly RowPlace[];
}

/** Tables as `[source, table]`, each as JSON. */
export type SharedTables = ReadonlySet<string>;

/**
 * Of people who share a row in one of these tables, those who are later than another who has it: without them, nobody shares one. Every
 * row is read once, for everybody it is of, by its key alone; where a row has no key nothing is said of it.
 */
export async function laterOwners<Person extends BoundPerson>(
  sources: ReadonlyMap<string, Source>,
  { plan, tables }: { readonly plan: Pick<ErasePlan, 'sources'>; readonly tables: SharedTables },
  people: readonly Person[],
): Promise<ReadonlySet<Person>> {
  const rowsOf = people.map((): string[] => []);
  for (const part of plan.sources) {
    const keys = new Map(
      part.selection.tables
        .filter(({ id, key }) => key.length > 0 && tables.has(JSON.stringify([part.source, id])))
        .map(({ id, key }) => [id, key.map(({ name }) => name)]),
    );
    const source = sources.get(part.source);
    if (keys.size === 0 || source === undefined) continue;
    for await (const { table, person, values } of source.readAccess(
      readingOf(part, isKeyColumn),
      boundIn(part, people),
    )) {
      const key = keys.get(table)?.map((name) => values[name]);
      if (key === undefined || key.includes(undefined)) continue;
      rowsOf[person]?.push(JSON.stringify([part.source, table, ...key]));
    }
  }
  const taken = new Set<string>();
  const later = new Set<Person>();
  people.forEach((one, person) => {
    const its = rowsOf[person] ?? [];
    if (its.some((row) => taken.has(row))) later.add(one);
    else for (const row of its) taken.add(row);
  });
  return later;
}

function boundIn({ source }: SourceErasure, people: readonly BoundPerson[]): SourceBindings {
  const its = people.flatMap(({ rows }, person) =>
    rows.filter((row) => row.source === source).map(({ table, key }) => ({ table, key, person })),
  );
  const byTable = [...Map.groupBy(its, ({ table }) => table)];
  return Object.fromEntries(
    byTable.map(([table, rows]) => [table, rows.map(({ key, person }) => ({ key, person }))]),
  );
}
