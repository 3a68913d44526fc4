import type { FidesCollection, FidesDataset, FidesField, FidesReference } from './fides-file.ts';
import type { Difference, ImportedLink, ImportedSubject } from './fides-import.ts';
import { holdsPeople, identityKind } from './import-columns.ts';

/** Which collections are about people, and which of those are people. */
export interface People {
  readonly personal: ReadonlySet<string>;
  readonly subjects: ReadonlyMap<string, ImportedSubject>;
}

interface Edge {
  readonly from: FidesCollection;
  readonly field: FidesField;
  readonly reference: FidesReference;
  readonly to: FidesCollection;
}

/** Whoever handles a row does not own it; Fides follows both alike. */
const staff = /employee|staff|agent|operator|worker|admin|medewerker/i;

export function findPeople(dataset: FidesDataset): People {
  const edges = edgesOf(dataset);
  const personal = new Set(
    dataset.collections
      .filter(({ fields }) => fields.some((field) => holdsPeople(field) || isUndecided(field)))
      .map(({ name }) => name),
  );
  for (let grown = true; grown; ) {
    const found = edges.filter(
      ({ from, reference, to }) =>
        reference.direction !== 'to' && personal.has(to.name) && !personal.has(from.name),
    );
    for (const { from } of found) personal.add(from.name);
    grown = found.length > 0;
  }
  return { personal, subjects: subjectsOf(dataset, edges, personal) };
}

// Nothing is assumed to be harmless: a field of which Fides says nothing may be about people.
function isUndecided(field: FidesField): boolean {
  const silent = field.categories.length === 0 && !field.primaryKey && field.references.length === 0;
  return field.fields.length > 0 ? field.fields.some(isUndecided) : silent;
}

function subjectsOf(
  dataset: FidesDataset,
  edges: readonly Edge[],
  personal: ReadonlySet<string>,
): ReadonlyMap<string, ImportedSubject> {
  const subjects = new Map<string, ImportedSubject>();
  const candidates = dataset.collections.filter(
    (each) =>
      identitiesOf(each).length > 0 &&
      !edges.some(
        ({ from, reference, to }) =>
          from === each &&
          to !== each &&
          reference.direction !== 'to' &&
          personal.has(to.name) &&
          !staff.test(to.name),
      ),
  );
  const sure = candidates.filter(
    (each) =>
      each.fields.some(({ categories }) => categories.some((category) => category.startsWith('user.name'))) ||
      edges.some(({ to, from, reference }) => to === each && from !== each && reference.direction !== 'to'),
  );
  for (const each of [...sure, ...candidates]) {
    const identities = identitiesOf(each);
    const known = [...subjects.values()].some(({ identities: others }) =>
      others.some(({ kind }) => identities.some((own) => own.kind === kind)),
    );
    if (!known || sure.includes(each)) subjects.set(each.name, { group: groupId(each.name), identities });
  }
  // Somebody who is known elsewhere by this number: the number is how they are recognised here.
  for (const each of dataset.collections) {
    if (identitiesOf(each).length > 0 || edges.some(({ from }) => from === each)) continue;
    const elsewhere = each.fields.filter(
      ({ references, fields }) =>
        fields.length === 0 && references.some((reference) => reference.dataset !== dataset.key),
    );
    if (elsewhere.length === 0 || !personal.has(each.name)) continue;
    const identities = elsewhere.map(({ name }) => ({ kind: 'account-id' as const, column: name }));
    subjects.set(each.name, { group: groupId(each.name), identities });
  }
  return subjects;
}

function identitiesOf({ fields }: FidesCollection): ImportedSubject['identities'] {
  return fields.flatMap(({ name, identity, fields: inner }) =>
    identity === null || inner.length > 0 ? [] : [{ kind: identityKind(identity).kind, column: name }],
  );
}

/** As a policy writes ids: small letters, digits and hyphens. */
export function groupId(name: string): string {
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return id === '' ? 'people' : id;
}

/** References between the flat fields of one dataset. */
function edgesOf(dataset: FidesDataset): readonly Edge[] {
  return dataset.collections.flatMap((from) =>
    from.fields.flatMap((field) =>
      field.references.flatMap((reference): readonly Edge[] => {
        const to = dataset.collections.find(({ name }) => name === reference.collection);
        const within = field.fields.length > 0 || reference.field.includes('.');
        return to === undefined || within || reference.dataset !== dataset.key
          ? []
          : [{ from, field, reference, to }];
      }),
    ),
  );
}

export interface ReadLinks {
  readonly links: ReadonlyMap<string, readonly ImportedLink[]>;
  /** Collections about nobody that explain rows of people. */
  readonly context: ReadonlySet<string>;
  readonly differences: readonly Difference[];
}

/** Every reference as a link, with the likeliest kind: Fides says how data is found, a policy says whose it is. */
export function importLinks(dataset: FidesDataset, people: People): ReadLinks {
  const links = new Map<string, ImportedLink[]>();
  const context = new Set<string>();
  const differences: Difference[] = [];
  const add = (table: string, link: ImportedLink, at: string): void => {
    const there = links.get(table) ?? [];
    if (
      there.some(
        (each) =>
          each.column === link.column && each.reference === link.reference && each.table === link.table,
      )
    )
      return;
    // A link is called by its column, so one column cannot lead to two tables.
    if (
      link.reference === 'row' &&
      there.some((each) => each.reference === 'row' && each.column === link.column)
    ) {
      const text = `a second reference, to ${link.table}, was left out; a column has one link`;
      differences.push({ kind: 'not-carried-over', at, text });
      return;
    }
    links.set(table, [...there, link]);
    if (link.kind !== 'context')
      differences.push({ kind: 'ownership-guessed', at, text: `${link.kind} ${link.table}: ${link.note}` });
  };
  for (const edge of edgesOf(dataset)) {
    const { from, to, field } = edge;
    const at = `${from.name}.${field.name}`;
    if (!people.personal.has(from.name)) {
      const text = `the reference to ${to.name} was left out: ${from.name} is about nobody`;
      differences.push({ kind: 'not-carried-over', at, text });
    } else if (!people.personal.has(to.name)) {
      context.add(to.name);
      add(from.name, linkTo(edge, 'context', 'explains the row'), at);
    } else if (edge.reference.direction === 'to' && !people.subjects.has(to.name)) {
      add(to.name, linkFrom(edge), at);
    } else {
      add(from.name, ownerLink(edge, people), at);
    }
  }
  for (const [table, link, at] of identityLinks(dataset, people, links)) add(table, link, at);
  return { links, context, differences: [...differences, ...farReferences(dataset)] };
}

function linkTo({ field, reference, to }: Edge, kind: ImportedLink['kind'], note: string): ImportedLink {
  return {
    kind,
    reference: 'row',
    column: field.name,
    table: to.name,
    key: keyOf(to, reference.field),
    note,
  };
}

function ownerLink(edge: Edge, { subjects }: People): ImportedLink {
  const { from, to } = edge;
  if (from === to)
    return linkTo(
      edge,
      'accessed-by',
      `somebody who stands in ${to.name} too; owned-by would give them the row`,
    );
  if (subjects.has(from.name))
    return linkTo(edge, 'accessed-by', `rows of ${from.name} are people, and people are nobody's`);
  if (staff.test(to.name))
    return linkTo(edge, 'accessed-by', 'looks like staff; owned-by would give them the row');
  return linkTo(
    edge,
    'owned-by',
    'the row is theirs; accessed-by when they only handle it, co-owned when others own it too',
  );
}

/** `customer.address_id` leads to the address that is the customer's. */
function linkFrom({ from, field, reference, to }: Edge): ImportedLink {
  return {
    kind: 'co-owned',
    reference: 'other',
    column: field.name,
    table: from.name,
    key: keyOf(to, reference.field),
    note: `whoever owns the ${from.name} owns this too; owned-by when it is never shared`,
  };
}

/** Null when it is the key of the table, which a link means by itself. */
function keyOf({ fields }: FidesCollection, field: string): string | null {
  const keys = fields.filter(({ primaryKey }) => primaryKey).map(({ name }) => name);
  const isPrimary = keys.length > 0 ? keys.includes(field) : /^_?id$/i.test(field);
  return isPrimary ? null : field;
}

/** Rows with somebody's address, and no other owner: they are theirs who are recognised by it. */
function* identityLinks(
  dataset: FidesDataset,
  { personal, subjects }: People,
  links: ReadonlyMap<string, readonly ImportedLink[]>,
): Generator<readonly [string, ImportedLink, string]> {
  for (const each of dataset.collections) {
    const owned = (links.get(each.name) ?? []).some(({ kind }) => kind === 'owned-by' || kind === 'co-owned');
    if (!personal.has(each.name) || subjects.has(each.name) || owned) continue;
    const identities = identitiesOf(each);
    for (const { kind, column } of identities) {
      const owners = [...subjects].filter(([, subject]) =>
        subject.identities.some((own) => own.kind === kind),
      );
      const [table, subject] = owners.find(([name]) => !staff.test(name)) ?? owners[0] ?? [];
      const key = subject?.identities.find((own) => own.kind === kind)?.column;
      if (table === undefined || key === undefined) continue;
      const others = owners.map(([name]) => name).filter((name) => name !== table);
      const note = `the same ${kind}${others.length === 0 ? '' : `; it may also be of ${others.join(', ')}`}`;
      const link = { reference: 'row', column, table, key, note } as const;
      yield [
        each.name,
        { kind: identities.length > 1 ? 'co-owned' : 'owned-by', ...link },
        `${each.name}.${column}`,
      ];
    }
  }
}

/** References that no link can follow. */
function* farFrom(fields: readonly FidesField[], at: string, key: string): Generator<Difference> {
  for (const field of fields) {
    const path = `${at}.${field.name}`;
    for (const { dataset, collection, field: target } of field.references) {
      const to = `${collection}.${target}`;
      if (dataset !== key) {
        const text = `refers to ${dataset}, ${to}; links stay within a source. Give both the same identity, and people are found in both`;
        yield { kind: 'other-dataset', at: path, text };
      } else if (target.includes('.') || at.includes('.')) {
        yield {
          kind: 'nested',
          at: path,
          text: `refers to ${to}; a link leads from column to column, not within documents`,
        };
      }
    }
    yield* farFrom(field.fields, path, key);
  }
}

function farReferences({ collections, key }: FidesDataset): readonly Difference[] {
  return collections.flatMap(({ name, fields }) => [...farFrom(fields, name, key)]);
}
