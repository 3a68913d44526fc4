import { assert, present } from '../base/assert.ts';
import type { DataMap, MappedSubject } from '../catalog/data-map.ts';
import { type Identity, normaliseIdentity } from '../domain/identity.ts';
import type { ErasePlan, SourceAccess, SourceErasure } from '../plan/plan.ts';
import type { SelectedTable } from '../plan/selection.ts';
import { readContact } from '../store/case-file.ts';
import { keepRunIdentities } from '../store/run-identities.ts';
import { bindingsOf, type CurrentRun, mapOf, sourceOf } from './current-run.ts';
import type { CarryOut } from './step-done.ts';

/**
 * Notes by what the people of an erasure are recognised, before it takes that away: the identities in exactly the
 * subject rows that were approved, and the verified address of the case.
 */
export const identifyStep: CarryOut = async (run) => {
  const { plan } = run.record;
  assert(plan.kind === 'erase', 'a plan that erases');
  const found = new FoundIdentities();
  const contact = run.caseFile === null ? undefined : await readContact(run.context.store, run.caseFile.id);
  if (contact !== undefined) found.add('email', contact.email);
  for (const part of plan.sources) await readIdentities(run, part, found);
  const identities = found.identities();
  return {
    result: { identities: identities.length },
    detail: { identities: identities.length },
    together: (inside) =>
      keepRunIdentities(inside, run.held.id, { identities, spellings: found.spellings() }),
  };
};

/** How a plan that erases nothing reads its own subject rows; null when it has none with identities here. */
export function identityReading(
  part: SourceErasure,
  map: DataMap,
  bound: Readonly<Record<string, readonly unknown[]>>,
): { readonly access: SourceAccess; readonly subjects: ReadonlyMap<string, MappedSubject> } | null {
  const subjects = new Map<string, MappedSubject>();
  for (const [id, { subject }] of map.tables)
    if (subject !== null && subject.identities.length > 0 && (bound[id]?.length ?? 0) > 0)
      subjects.set(id, subject);
  if (subjects.size === 0) return null;
  const tables = part.selection.tables
    .filter(({ id }) => subjects.has(id))
    .map((table) => withIdentitiesShown(table, present(subjects.get(table.id), table.id)));
  const { source, catalogHash } = part;
  return {
    subjects,
    access: {
      source,
      catalogHash,
      selection: { groups: tables.map(({ id }) => ({ tables: [id], recursive: false })), tables },
      steps: tables.map(({ id, columns }) => ({
        kind: 'read',
        table: id,
        use: 'personal',
        shown: columns.filter(({ onAccess }) => onAccess === 'show').map(({ name }) => name),
        masked: [],
      })),
    },
  };
}

// What the policy hides from a copy of the row is still what the row is found by.
function withIdentitiesShown(table: SelectedTable, { identities }: MappedSubject): SelectedTable {
  const wanted = new Set(identities.map(({ column }) => column));
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
  part: ErasePlan['sources'][number],
  found: FoundIdentities,
): Promise<void> {
  const bindings = bindingsOf(run, part.source);
  const reading = identityReading(part, mapOf(run, part.source), bindings);
  if (reading === null) return;
  for await (const { table, values } of sourceOf(run, part.source).readAccess(reading.access, bindings)) {
    for (const { kind, column } of reading.subjects.get(table)?.identities ?? []) {
      const value = values[column];
      if (typeof value === 'string' || typeof value === 'number') found.add(kind, String(value));
    }
  }
}

/** Each identity once, and each spelling of it. */
class FoundIdentities {
  readonly #identities = new Map<string, Identity>();
  readonly #spellings = new Set<string>();

  add(kind: Identity['kind'], spelling: string): void {
    const identity = normaliseIdentity(kind, spelling);
    if (identity.value === '') return;
    this.#identities.set(`${kind}:${identity.value}`, identity);
    // The search does not regard case.
    this.#spellings.add(spelling.trim().toLowerCase());
    this.#spellings.add(identity.value.toLowerCase());
  }

  identities(): readonly Identity[] {
    return [...this.#identities.values()];
  }

  spellings(): readonly string[] {
    return [...this.#spellings];
  }
}
