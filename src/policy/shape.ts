import { z } from 'zod';
import type { Diagnostic, Place } from '../base/diagnostic.ts';
import { nearestName, suggestName } from './nearest-name.ts';
import { type Path, valueAt, type YamlTree } from './yaml-tree.ts';

type Issue = z.core.$ZodIssue;

/** Where a tree departs from a shape: unknown and missing keys, wrong types, values outside their list or pattern. */
export function checkShape(shape: z.ZodType, tree: YamlTree): readonly Diagnostic[] {
  const result = shape.safeParse(tree.value);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => explain(issue, [], { shape, tree }));
}

interface Context {
  readonly shape: z.ZodType;
  readonly tree: YamlTree;
}

/** An issue inside a union or a record key counts its path from there; `base` leads to it. */
function explain(issue: Issue, base: Path, context: Context): readonly Diagnostic[] {
  const path = [...base, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))];
  const { tree, shape } = context;
  const value = valueAt(tree.value, path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysOf(shape, path, tree.value);
      return issue.keys.map((key) =>
        error('unknown-key', {
          message: `"${key}" is not a key here`,
          hint: suggestName(key, known, 'key'),
          place: tree.keyPlace([...path, key]),
        }),
      );
    }
    case 'invalid_union':
      return issue.discriminator === undefined
        ? explainUnion(issue.errors, path, context)
        : explainKind('options' in issue && Array.isArray(issue.options) ? issue.options : [], path, context);
    case 'invalid_key': {
      const hint = issue.issues[0]?.message ?? '';
      return [
        error('bad-name', {
          message: `"${String(path.at(-1))}" cannot be a name`,
          hint,
          place: tree.keyPlace(path),
        }),
      ];
    }
    case 'invalid_type':
      return value === undefined ? missing(path, context) : [wrongType(issue.expected, path, tree)];
    case 'invalid_value': {
      if (value === undefined) return missing(path, context);
      if (typeof value === 'object') return [wrongType('string', path, tree)];
      const options = issue.values.map(String);
      return [
        error('bad-value', {
          message: `"${String(value)}" is not known here`,
          hint: listHint(value, options),
          place: tree.valuePlace(path),
        }),
      ];
    }
    case 'too_small':
      if (typeof value === 'number') return [badValue(issue, path, tree)];
      return [
        error('empty', {
          message: `${describe(path)} is empty`,
          hint: 'write at least one',
          place: tree.valuePlace(path),
        }),
      ];
    default:
      return [badValue(issue, path, tree)];
  }
}

/** A pattern or a refinement; its message was written as a hint. The value is not repeated: it may be a secret. */
function badValue({ message }: Issue, path: Path, tree: YamlTree): Diagnostic {
  return error('bad-value', {
    message: `${describe(path)} is not written as it should be`,
    hint: message,
    place: tree.valuePlace(path),
  });
}

/** Of what is of no kind that is known, what all kinds have is still looked at. */
function explainKind(
  options: readonly unknown[],
  path: Path,
  { shape, tree }: Context,
): readonly Diagnostic[] {
  const parent = path.slice(0, -1);
  const kind = valueAt(tree.value, path);
  const kinds = options.map(String);
  const told =
    kind === undefined
      ? missing(path, { shape, tree })
      : typeof kind === 'string'
        ? [
            error('bad-value', {
              message: `"${kind}" is not known here`,
              hint: listHint(kind, kinds),
              place: tree.valuePlace(path),
            }),
          ]
        : [wrongType('string', path, tree)];
  const alternatives = shapeAt(shape, parent);
  const first = alternatives instanceof z.ZodUnion ? alternatives.options[0] : undefined;
  const others = first instanceof z.ZodType ? first.safeParse(valueAt(tree.value, parent)).error?.issues : [];
  return [
    ...told,
    ...(others ?? [])
      .filter(({ code, path: at }) => at.length > 1 && code !== 'unrecognized_keys')
      .flatMap((issue) => explain(issue, parent, { shape, tree })),
  ];
}

/** The alternative that was meant is the one whose kind of value (text, list, keys) was written. */
function explainUnion(
  alternatives: readonly (readonly Issue[])[],
  path: Path,
  context: Context,
): readonly Diagnostic[] {
  const meant = alternatives.find(
    (issues) => !issues.some((issue) => issue.path.length === 0 && isMisfit(issue)),
  );
  if (meant !== undefined) return meant.flatMap((issue) => explain(issue, path, context));
  const { tree } = context;
  const value = valueAt(tree.value, path);
  const words = alternatives.flatMap((issues) =>
    issues.flatMap((issue) => (issue.code === 'invalid_value' ? issue.values.map(String) : [])),
  );
  if (typeof value === 'string' && words.length > 0) {
    return [
      error('bad-value', {
        message: `"${value}" is not known here`,
        hint: listHint(value, words),
        place: tree.valuePlace(path),
      }),
    ];
  }
  const expected = alternatives.flatMap((issues) =>
    issues.flatMap((issue) => (issue.code === 'invalid_type' ? [issue.expected] : [])),
  );
  return [wrongType(expected[0] ?? 'string', path, tree, expected.slice(1))];
}

function isMisfit(issue: Issue): boolean {
  return issue.code === 'invalid_type' || issue.code === 'invalid_value';
}

function missing(path: Path, { tree, shape }: Context): readonly Diagnostic[] {
  const name = String(path.at(-1));
  const parent = path.slice(0, -1);
  const known = keysOf(shape, parent, tree.value);
  const written = Object.keys(valueAt(tree.value, parent) ?? {});
  // It is there, misspelt, and that is said of the word itself.
  if (written.some((key) => !known.includes(key) && nearestName(key, known) === name)) return [];
  return [
    error('missing-key', {
      message: `"${name}" is missing${path.length > 1 ? ` in ${describe(parent)}` : ''}`,
      hint: `add "${name}:"`,
      place: tree.keyPlace(parent),
    }),
  ];
}

const kindNames: Readonly<Record<string, string>> = {
  string: 'a text',
  object: 'keys with values under it',
  record: 'keys with values under it',
  array: 'a list',
  boolean: 'true or false',
  number: 'a number',
};

function wrongType(expected: string, path: Path, tree: YamlTree, others: readonly string[] = []): Diagnostic {
  const value = valueAt(tree.value, path);
  const wanted = [...new Set([expected, ...others].map((kind) => kindNames[kind] ?? kind))].join(' or ');
  return error('wrong-type', {
    message: `${describe(path)} must be ${wanted}, and is ${kindOf(value)}`,
    hint: expected === 'string' ? quoteHint(value, path) : `write ${wanted}`,
    place: tree.valuePlace(path),
  });
}

function quoteHint(value: unknown, path: Path): string {
  // YAML reads the bare word as nothing at all.
  if (value === null && path.at(-1) === 'onErasure') return "write 'null' between quotes";
  return typeof value === 'number' || typeof value === 'boolean'
    ? `put it between quotes: "${String(value)}"`
    : 'write a text';
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return kindNames[typeof value] ?? typeof value;
}

function listHint(value: unknown, options: readonly string[]): string {
  return options.length === 1 ? `write ${options[0]}` : suggestName(String(value), options, 'value');
}

function describe(path: Path): string {
  return path.length === 0 ? 'the file' : path.join('.');
}

/** The keys the shape knows at a path of a value: what an unknown key may have been meant for. */
function keysOf(shape: z.core.$ZodType, path: Path, value: unknown): readonly string[] {
  if (shape instanceof z.ZodOptional) return keysOf(shape.unwrap(), path, value);
  if (shape instanceof z.ZodUnion)
    return optionsFor(shape, value).flatMap((option) => keysOf(option, path, value));
  const [first, ...rest] = path;
  const inside = first === undefined ? undefined : valueAt(value, [first]);
  if (shape instanceof z.ZodObject) {
    if (first === undefined) return Object.keys(shape.shape);
    const inner: unknown = shape.shape[first];
    return inner instanceof z.ZodType ? keysOf(inner, rest, inside) : [];
  }
  if (shape instanceof z.ZodRecord) {
    if (first !== undefined) return keysOf(shape.valueType, rest, inside);
    return shape.keyType instanceof z.ZodEnum ? shape.keyType.options.map(String) : [];
  }
  return shape instanceof z.ZodArray && first !== undefined ? keysOf(shape.element, rest, inside) : [];
}

/** The alternatives that a value may be; of those that are told apart by a kind, the one of its kind. */
function optionsFor(union: z.ZodUnion, value: unknown): readonly z.core.$ZodType[] {
  if (!(union instanceof z.ZodDiscriminatedUnion)) return union.options;
  const { discriminator } = union.def;
  return union.options.filter((option) => {
    const kind: unknown = option instanceof z.ZodObject ? option.shape[discriminator] : undefined;
    return kind instanceof z.ZodType && kind.safeParse(valueAt(value, [discriminator])).success;
  });
}

function shapeAt(shape: z.core.$ZodType, path: Path): z.core.$ZodType | undefined {
  if (shape instanceof z.ZodOptional) return shapeAt(shape.unwrap(), path);
  const [first, ...rest] = path;
  if (first === undefined) return shape;
  if (shape instanceof z.ZodUnion)
    return shape.options.map((option) => shapeAt(option, path)).find((found) => found !== undefined);
  if (shape instanceof z.ZodObject) {
    const inner: unknown = shape.shape[first];
    return inner instanceof z.ZodType ? shapeAt(inner, rest) : undefined;
  }
  if (shape instanceof z.ZodRecord) return shapeAt(shape.valueType, rest);
  return shape instanceof z.ZodArray ? shapeAt(shape.element, rest) : undefined;
}

function error(
  code: string,
  { message, hint, place }: { readonly message: string; readonly hint: string; readonly place: Place },
): Diagnostic {
  return { severity: 'error', code, message, hint, place };
}
