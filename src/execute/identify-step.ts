import { assert, present } from '../base/assert.ts';
import type { TypeFamily } from '../catalog/catalog.ts';
import type { DataMap, MappedSubject } from '../catalog/data-map.ts';
import { type Identity, type IdentityKind, identityKey } from '../domain/identity.ts';
import type { SourceAccess, SourceErasure } from '../plan/plan.ts';
import { readsOf } from '../plan/reading-of.ts';
import type { SelectedTable } from '../plan/selection.ts';
import { identityIn } from '../sources/subject-question.ts';
import { type Contact, readContact } from '../store/case-file.ts';
import { keepPlanCaseCounts } from '../store/plan-case.ts';
import { keepRunIdentities, type PersonIdentities } from '../store/run-identities.ts';
import { bindingsOf, type CurrentRun, mapOf, sourceOf } from './current-run.ts';
import { recountCases } from './recount-cases.ts';
import type { CarryOut } from './step-done.ts';

/** How many identities one question to a source holds: each stands in it in every notation. */
const askedAtOnce = 500;

/**
 * Notes by what the people of an erasure are recognised, before it takes that away: the identities in exactly the
 * subject rows that were approved, and what was proven of them in the case; but for those that a row outside the plan carries too. Those
 * are somebody else's as well, who was not erased: the other owner of a mailbox, a household with one telephone.
 */
export const identifyStep: CarryOut = async (run) => {
  const { plan } = run.record;
  assert(plan.kind !== 'access', 'a plan that erases or marks');
  const found = new FoundIdentities();
  for (const { file, person } of run.cases) {
    const contact = await readContact(run.context.store, file.id);
    // The address of who asks for somebody else is that of nobody it is done to.
    const known = contact?.onBehalfOf?.identities ?? (contact === undefined ? [] : [emailOf(contact)]);
    for (const { kind, value } of known) found.add({ kind, family: 'text', person }, value);
  }
  for (const part of plan.sources) await readIdentities(run, part, found);
  await leaveOthers(run, found);
  const identities = found.identities();
  const recounted = await recountCases(run);
  const facts = {
    identities: identities.length,
    ...(recounted === null ? {} : { recounted: recounted.length }),
  };
  return {
    result: facts,
    detail: facts,
    together: async (inside) => {
      await keepRunIdentities(inside, run.held.id, {
        identities,
        spellings: found.spellings(),
        ...(run.several ? { people: found.people() } : {}),
      });
      if (recounted !== null) await keepPlanCaseCounts(inside, run.held.planId, recounted);
    },
  };
};

function emailOf({ email }: Contact): Identity {
  return { kind: 'email', value: email };
}

export interface IdentityReading {
  readonly access: SourceAccess;
  readonly subjects: ReadonlyMap<string, MappedSubject>;
  /** By table, the columns of the categories that were asked for besides. */
  readonly more: ReadonlyMap<string, readonly string[]>;
}

/** How a plan that erases nothing reads its own subject rows; null when it has none with identities here. */
export function identityReading(
  part: Pick<SourceErasure, 'source' | 'catalogHash' | 'selection'>,
  map: DataMap,
  {
    bound,
    alsoOf = () => false,
  }: {
    readonly bound: Readonly<Record<string, readonly unknown[]>>;
    /** Categories that are read too. */
    readonly alsoOf?: (category: string) => boolean;
  },
): IdentityReading | null {
  const subjects = new Map<string, MappedSubject>();
  for (const [id, { subject }] of map.tables)
    if (subject !== null && subject.identities.length > 0 && (bound[id]?.length ?? 0) > 0)
      subjects.set(id, subject);
  if (subjects.size === 0) return null;
  const more = new Map(
    [...subjects.keys()].map((id) => [
      id,
      (map.tables.get(id)?.columns ?? [])
        .filter(({ personal }) => personal !== null && alsoOf(personal.category))
        .map(({ name }) => name),
    ]),
  );
  const tables = part.selection.tables
    .filter(({ id }) => subjects.has(id))
    .map((table) => {
      const identities = present(subjects.get(table.id), table.id).identities.map(({ column }) => column);
      return withShown(table, [...identities, ...(more.get(table.id) ?? [])]);
    });
  const { source, catalogHash } = part;
  return {
    subjects,
    more,
    access: {
      source,
      catalogHash,
      selection: { groups: tables.map(({ id }) => ({ tables: [id], recursive: false })), tables },
      steps: readsOf(tables),
    },
  };
}

// What the policy hides from a copy of the row is still what the row is found by.
function withShown(table: SelectedTable, columns: readonly string[]): SelectedTable {
  const wanted = new Set(columns);
  return {
    ...table,
    owners: [],
    context: [],
    columns: table.columns.map((column) => ({
      ...column,
      about: null,
      onAccess: wanted.has(column.name) ? 'show' : 'mask',
    })),
  };
}

async function readIdentities(
  run: CurrentRun,
  part: Pick<SourceErasure, 'source' | 'catalogHash' | 'selection'>,
  found: FoundIdentities,
): Promise<void> {
  const bindings = bindingsOf(run, part.source);
  const map = mapOf(run, part.source);
  const reading = identityReading(part, map, { bound: bindings });
  if (reading === null) return;
  for await (const { table, person, values } of sourceOf(run, part.source).readAccess(
    reading.access,
    bindings,
  )) {
    const columns = map.tables.get(table)?.columns ?? [];
    for (const { kind, column } of reading.subjects.get(table)?.identities ?? []) {
      const value = values[column];
      const family = columns.find(({ name }) => name === column)?.family ?? 'other';
      if (typeof value === 'string' || typeof value === 'number')
        found.add({ kind, family, person }, String(value));
    }
  }
}

async function leaveOthers(run: CurrentRun, found: FoundIdentities): Promise<void> {
  for (const { source } of run.record.plan.sources) {
    const bound = bindingsOf(run, source);
    const ours = new Set(
      Object.entries(bound).flatMap(([table, rows]) => rows.map(({ key }) => JSON.stringify([table, key]))),
    );
    const identities = found.identities();
    for (let from = 0; from < identities.length; from += askedAtOnce) {
      const asked = identities.slice(from, from + askedAtOnce);
      for (const { table, key, identities: carried } of await sourceOf(run, source).find(
        mapOf(run, source),
        asked,
      ))
        if (!ours.has(JSON.stringify([table, key]))) found.remove(carried);
    }
  }
}

/** Each identity once, each spelling of it, and whose it is. */
class FoundIdentities {
  readonly #spellings = new Map<string, FoundIdentity>();

  add(
    {
      kind,
      family,
      person,
    }: { readonly kind: IdentityKind; readonly family: TypeFamily; readonly person: number },
    spelling: string,
  ): void {
    const identity = identityIn({ family }, kind, spelling);
    if (identity.value === '') return;
    const key = identityKey(identity);
    const found = this.#spellings.get(key) ?? { identity, written: new Set(), people: new Set() };
    // The search does not regard case.
    found.written.add(spelling.trim().toLowerCase()).add(identity.value.toLowerCase());
    found.people.add(person);
    this.#spellings.set(key, found);
  }

  remove(identities: readonly Identity[]): void {
    for (const identity of identities) this.#spellings.delete(identityKey(identity));
  }

  identities(): readonly Identity[] {
    return [...this.#spellings.values()].map(({ identity }) => identity);
  }

  people(): readonly PersonIdentities[] {
    const all = [...this.#spellings.values()].flatMap(({ identity, people }) =>
      [...people].map((person) => ({ identity, person })),
    );
    return [...Map.groupBy(all, ({ person }) => person)].map(([person, its]) => ({
      person,
      identities: its.map(({ identity }) => identity),
    }));
  }

  spellings(): readonly string[] {
    return [...new Set([...this.#spellings.values()].flatMap(({ written }) => [...written]))];
  }
}

interface FoundIdentity {
  readonly identity: Identity;
  readonly written: Set<string>;
  readonly people: Set<number>;
}
