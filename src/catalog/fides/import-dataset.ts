import type { FidesDataset } from './fides-file.ts';
import type { Difference, FidesImport, ImportedTable } from './fides-import.ts';
import { importColumn } from './import-columns.ts';
import { findPeople, groupId, importLinks, type People, type ReadLinks } from './import-links.ts';

/**
 * Turns a dataset of Fides into a source of a policy. What Fides does not know (purposes, retention, whose a row is) is
 * proposed or left open, and said; nothing is left out in silence.
 *
 * @param source the id it gets in the policy; without it, one made of its key.
 */
export function importDataset(dataset: FidesDataset, source?: string): FidesImport {
  const people = findPeople(dataset);
  const read = importLinks(dataset, people);
  const differences: Difference[] = [
    ...dataset.unused.map((what) => notCarriedOver('', what)),
    ...dataset.collections.flatMap(({ name, unused }) => unused.map((what) => notCarriedOver(name, what))),
  ];
  const tables = dataset.collections.map(({ name, fields }): ImportedTable => {
    const use = useOf(name, people, read);
    if (use !== 'personal') return { name, use, subject: null, columns: [], links: [] };
    const columns = fields.map((field) => importColumn(field, name));
    differences.push(...columns.flatMap((column) => column.differences));
    const subject = people.subjects.get(name) ?? null;
    const identities = new Set(subject?.identities.map(({ column }) => column));
    return {
      name,
      use,
      subject,
      // What people are recognised by is personal, also where Fides sees only a key of another dataset.
      columns: columns.map(({ column }) =>
        identities.has(column.name) && column.category === 'not-personal'
          ? { ...column, category: 'account' }
          : column,
      ),
      links: read.links.get(name) ?? [],
    };
  });
  return {
    source: source ?? groupId(dataset.key),
    dataset: dataset.key,
    name: dataset.name ?? dataset.key,
    kind: kindOf(dataset.key),
    tables,
    differences: [...differences, ...read.differences, ...whatFidesDoesNotKnow(tables)],
  };
}

function useOf(name: string, { personal }: People, { context }: ReadLinks): ImportedTable['use'] {
  if (personal.has(name)) return 'personal';
  return context.has(name) ? 'context' : 'not-personal';
}

function notCarriedOver(at: string, what: string): Difference {
  const instead: Readonly<Record<string, string>> = {
    after: 'the order of reading follows from the links',
    erase_after: 'the order of erasure follows from the links and the foreign keys',
    masking_strategy_override: 'write onErasure: redact for the table, and null or pseudonymise for a column',
    skip_processing: 'write not-personal or context for the table',
    retention: 'write a rule under "retention:" with a period and the event it counts from',
    namespace: 'the connection string tells where the tables are',
    partitioning: 'reading is done in windows by key',
  };
  return {
    kind: 'not-carried-over',
    at,
    text: `"${what}" has no place in a policy${instead[what] === undefined ? '' : `: ${instead[what]}`}`,
  };
}

function kindOf(key: string): FidesImport['kind'] {
  if (/postgres/i.test(key)) return 'postgresql';
  if (/mariadb|mysql/i.test(key)) return 'mariadb';
  return /sqlite/i.test(key) ? 'sqlite' : null;
}

function whatFidesDoesNotKnow(tables: readonly ImportedTable[]): readonly Difference[] {
  const personal = tables.filter(({ use }) => use === 'personal');
  if (personal.length === 0) return [];
  const owned = new Set(personal.filter(({ subject }) => subject !== null).map(({ name }) => name));
  for (let grown = true; grown; ) {
    const found = personal.filter(
      ({ name, links }) =>
        !owned.has(name) &&
        links.some(({ kind, table }) => (kind === 'owned-by' || kind === 'co-owned') && owned.has(table)),
    );
    for (const { name } of found) owned.add(name);
    grown = found.length > 0;
  }
  return [
    ...personal
      .filter(({ name }) => !owned.has(name))
      .map(
        ({ name }): Difference => ({
          kind: 'no-owner',
          at: name,
          text: 'no reference leads to people, so it is not known whose its rows are; add a link or a subject',
        }),
      ),
    {
      kind: 'no-purposes',
      at: '',
      text: `Fides keeps purposes with its systems, not with datasets: ${personal.length} tables need them`,
    },
    {
      kind: 'no-retention',
      at: '',
      text: 'Fides has no retention that can be counted: give the tables of people a rule, and others that must stay longer',
    },
  ];
}
