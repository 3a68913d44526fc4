import type { z } from 'zod';
import type { Diagnostic, Place } from '../base/diagnostic.ts';
import { readHttpApi } from './http-draft.ts';
import type {
  Category,
  PolicySource,
  Purpose,
  Recipient,
  RecipientAddress,
  RetentionRule,
  SubjectGroup,
} from './policy.ts';
import {
  categoryShape,
  purposeShape,
  recipientShape,
  retentionShape,
  sourceHeadShape,
  subjectShape,
} from './policy-file.ts';
import { readTables } from './table-draft.ts';
import { type Path, valueAt, type YamlTree } from './yaml-tree.ts';

/**
 * What could be read of a policy, however much of it is wrong: every entry that has its shape. References and
 * rules are checked on it, so that one typing error does not hide twenty others. It never leaves the compiler.
 */
export interface PolicyDraft {
  readonly categories: ReadonlyMap<string, Category>;
  readonly purposes: ReadonlyMap<string, Purpose>;
  readonly recipients: ReadonlyMap<string, Recipient>;
  readonly retention: ReadonlyMap<string, RetentionRule>;
  readonly subjects: ReadonlyMap<string, SubjectGroup>;
  readonly sources: readonly PolicySource[];
  /** The keys written at a path, also of entries too wrong to read; null when there are no keys to speak of. */
  readonly names: (...path: Path) => ReadonlySet<string> | null;
  /** How many items a list holds in the file. */
  readonly count: (...path: Path) => number;
  readonly place: (...path: Path) => Place;
  readonly keyPlace: (...path: Path) => Place;
  readonly texts: YamlTree['texts'];
}

/** Reads every entry that has its shape; what has not is reported by the shape check. */
export function draftPolicy(tree: YamlTree): {
  readonly draft: PolicyDraft;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const section = <T>(name: string, shape: z.ZodType<T>) => readSection(tree, name, shape);
  const categories = section('categories', categoryShape).map(
    ({ value, ...head }): Category => ({
      ...head,
      name: value.name,
      dpv: value.dpv,
      special: value.special ?? false,
    }),
  );
  const purposes = section('purposes', purposeShape).map(
    ({ value, ...head }): Purpose => ({
      ...head,
      name: value.name,
      basis: value.basis,
      ground: value.ground,
      marketing: value.marketing ?? false,
    }),
  );
  const recipients = section('recipients', recipientShape).map(
    ({ value, ...head }): Recipient => ({
      ...head,
      ...value,
      transfer: value.transfer ?? null,
      agreement:
        value.agreement === undefined
          ? null
          : { signedOn: value.agreement.signedOn, validUntil: value.agreement.validUntil ?? null },
      notify: value.notify === undefined ? null : addressOf(value.notify),
    }),
  );
  const retention = section('retention', retentionShape).map(
    ({ value, ...head }): RetentionRule => ({
      ...head,
      ...value,
      from: value.from ?? 'event',
      ground: value.ground ?? null,
    }),
  );
  const subjects = section('subjects', subjectShape).map(
    ({ value, ...head }): SubjectGroup => ({
      ...head,
      ...value,
    }),
  );
  const sources = section('sources', sourceHeadShape).map(({ value, ...head }): PolicySource => {
    const tables = readTables(head.id, tree, diagnostics);
    if (value.kind === 'http')
      return { ...head, ...value, ...readHttpApi(value, { tree, id: head.id, tables }), tables };
    if (value.kind !== 'manual') return { ...head, ...value, tables };
    const { owner, retention = [] } = value;
    return { ...head, ...value, owner: { ...owner, email: owner.email ?? null }, retention, tables: [] };
  });
  const draft: PolicyDraft = {
    categories: byId(categories),
    purposes: byId(purposes),
    recipients: byId(recipients),
    retention: byId(retention),
    subjects: byId(subjects),
    sources,
    names: namesIn(tree),
    count: (...path) => itemsAt(tree, path),
    place: (...path) => tree.valuePlace(path),
    keyPlace: (...path) => tree.keyPlace(path),
    texts: tree.texts,
  };
  return { draft, diagnostics };
}

function addressOf(notify: NonNullable<z.infer<typeof recipientShape>['notify']>): RecipientAddress {
  return 'email' in notify ? { kind: 'email', ...notify } : { kind: 'api', ...notify.api };
}

interface Entry<T> {
  readonly id: string;
  readonly place: Place;
  readonly value: T;
}

function readSection<T>(tree: YamlTree, name: string, shape: z.ZodType<T>): readonly Entry<T>[] {
  const section = valueAt(tree.value, [name]);
  if (!isRecord(section)) return [];
  return Object.entries(section).flatMap(([id, raw]) => {
    const read = shape.safeParse(withoutUnknown(raw, shape));
    return read.success ? [{ id, place: tree.keyPlace([name, id]), value: read.data }] : [];
  });
}

/** An unknown key is reported, and is no reason to know nothing about the rest of the entry. */
function withoutUnknown(raw: unknown, shape: z.ZodType): unknown {
  if (!isRecord(raw)) return raw;
  const unknown = new Set(
    (shape.safeParse(raw).error?.issues ?? []).flatMap((issue) =>
      issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [],
    ),
  );
  return Object.fromEntries(Object.entries(raw).filter(([key]) => !unknown.has(key)));
}

/** Asked for once a column and once a link: of a thousand tables the same thousand names. */
function namesIn(tree: YamlTree): PolicyDraft['names'] {
  const known = new WeakMap<object, ReadonlySet<string>>();
  return (...path) => {
    const value = valueAt(tree.value, path);
    if (!isRecord(value)) return null;
    const names = known.get(value) ?? new Set(Object.keys(value));
    known.set(value, names);
    return names;
  };
}

function itemsAt(tree: YamlTree, path: Path): number {
  const value = valueAt(tree.value, path);
  return Array.isArray(value) ? value.length : 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
