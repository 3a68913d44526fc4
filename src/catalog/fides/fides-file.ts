import { z } from 'zod';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../../base/diagnostic.ts';
import { parseYamlTree } from '../../policy/yaml-tree.ts';

/** A dataset of Fides, as far as a policy can use it. */
export interface FidesDataset {
  readonly key: string;
  readonly name: string | null;
  readonly collections: readonly FidesCollection[];
  /** What it also says, and we have no place for: `fides_meta.after`. */
  readonly unused: readonly string[];
}

export interface FidesCollection {
  readonly name: string;
  readonly fields: readonly FidesField[];
  readonly unused: readonly string[];
}

export interface FidesField {
  readonly name: string;
  readonly categories: readonly string[];
  /** `email`, `phone_number`, or a kind of the organisation's own. */
  readonly identity: string | null;
  readonly primaryKey: boolean;
  readonly references: readonly FidesReference[];
  /** `string`, `object[]`… */
  readonly dataType: string | null;
  /** Of an object or a list of objects. */
  readonly fields: readonly FidesField[];
  readonly unused: readonly string[];
}

/** Fides tells in which direction data is found along a reference, and not whose the row is. */
export interface FidesReference {
  readonly dataset: string;
  readonly collection: string;
  /** `id`, or a path within: `customer_information.email`. */
  readonly field: string;
  readonly direction: 'from' | 'to' | null;
}

export interface FidesFile {
  /** Empty when there is any error. */
  readonly datasets: readonly FidesDataset[];
  readonly diagnostics: readonly Diagnostic[];
}

const strings = z.array(z.string()).nullish();
const reference = z.looseObject({
  dataset: z.string(),
  field: z.string().regex(/^[^.]+\../, 'write the collection and the field: customer.id'),
  direction: z.enum(['from', 'to']).nullish(),
});
const fieldMeta = z
  .looseObject({
    identity: z.string().nullish(),
    primary_key: z.boolean().nullish(),
    references: z.array(reference).nullish(),
    data_type: z.string().nullish(),
  })
  .nullish();
const meta = z.looseObject({}).nullish();
type WrittenField = z.infer<typeof fieldShape>;
const fieldShape = z.looseObject({
  name: z.string(),
  data_categories: strings,
  fides_meta: fieldMeta,
  fidesops_meta: fieldMeta,
  get fields() {
    return z.array(fieldShape).nullish();
  },
});
const collectionShape = z.looseObject({
  name: z.string(),
  data_categories: strings,
  fides_meta: meta,
  fidesops_meta: meta,
  fields: z.array(fieldShape),
});
const datasetShape = z.looseObject({
  fides_key: z.string(),
  name: z.string().nullish(),
  data_categories: strings,
  fides_meta: meta,
  fidesops_meta: meta,
  collections: z.array(collectionShape),
});
const fileShape = z.looseObject({ dataset: z.union([datasetShape, z.array(datasetShape).min(1)]) });

/** What describes and decides nothing. */
const silent = new Set([
  'name',
  'description',
  'fields',
  'collections',
  'fides_key',
  'data_categories',
  'fides_meta',
  'fidesops_meta',
  'organization_fides_key',
  'title',
  'identity',
  'primary_key',
  'references',
  'data_type',
  'length',
]);

/** Reads a dataset file of Fides (`dataset:` with one or a list); what has not its shape is reported with its place. */
export function readFidesFile(file: string, text: string): FidesFile {
  const tree = parseYamlTree(file, text);
  if (tree.value === undefined || hasErrors(tree.diagnostics)) {
    return { datasets: [], diagnostics: sortDiagnostics(tree.diagnostics) };
  }
  const read = fileShape.safeParse(tree.value);
  if (read.success) {
    return { datasets: [read.data.dataset].flat().map(datasetOf), diagnostics: tree.diagnostics };
  }
  const issues = read.error.issues.flatMap((issue) =>
    issue.code === 'invalid_union'
      ? (issue.errors.toSorted((a, b) => depth(b) - depth(a))[0] ?? []).map((inner) => ({
          ...inner,
          path: [...issue.path, ...inner.path],
        }))
      : [issue],
  );
  const diagnostics = issues.map(
    ({ path, message }): Diagnostic => ({
      severity: 'error',
      code: 'not-a-fides-dataset',
      message: `${path.join('.') || 'the file'} is not what a dataset of Fides has there`,
      hint: message,
      place: tree.valuePlace(path.map((part) => (typeof part === 'symbol' ? String(part) : part))),
    }),
  );
  return { datasets: [], diagnostics: sortDiagnostics(diagnostics) };
}

// Of two readings that fail, the one that came furthest is the one that was meant.
function depth(issues: readonly { readonly path: readonly PropertyKey[] }[]): number {
  return Math.max(...issues.map(({ path }) => path.length));
}

function datasetOf(written: z.infer<typeof datasetShape>): FidesDataset {
  return {
    key: written.fides_key,
    name: written.name ?? null,
    unused: unusedIn(written),
    collections: written.collections.map((collection) => {
      // A category of the collection holds for each field that has none of its own.
      const inherited = collection.data_categories ?? written.data_categories ?? [];
      return {
        name: collection.name,
        fields: collection.fields.map((field) => fieldOf(field, inherited)),
        unused: unusedIn(collection),
      };
    }),
  };
}

function fieldOf(written: WrittenField, inherited: readonly string[]): FidesField {
  const about = { ...written.fidesops_meta, ...written.fides_meta };
  const own = written.data_categories ?? [];
  return {
    name: written.name,
    categories: own.length > 0 ? own : inherited,
    identity: about.identity ?? null,
    primaryKey: about.primary_key === true,
    references: (about.references ?? []).map(({ dataset, field, direction }) => {
      const dot = field.indexOf('.');
      return {
        dataset,
        collection: field.slice(0, dot),
        field: field.slice(dot + 1),
        direction: direction ?? null,
      };
    }),
    dataType: about.data_type ?? null,
    fields: (written.fields ?? []).map((field) => fieldOf(field, inherited)),
    unused: unusedIn(written),
  };
}

function unusedIn(written: Readonly<Record<string, unknown>>): readonly string[] {
  const says = (value: unknown) => value !== null && value !== undefined && value !== false;
  const metas = ['fidesops_meta', 'fides_meta'].flatMap((key) => {
    const value = written[key];
    return value !== null && typeof value === 'object' ? Object.entries(value) : [];
  });
  return [
    ...Object.entries(written).filter(([key]) => key !== 'meta' && key !== 'tags'),
    ...metas.filter(([key]) => key !== 'return_all_elements' && key !== 'resource_id'),
  ]
    .filter(([key, value]) => !silent.has(key) && says(value))
    .map(([key]) => key);
}
