import type { z } from 'zod';
import type { Diagnostic, Place } from '../base/diagnostic.ts';
import type { PolicyColumn, PolicyHold, PolicyLink, PolicySubject, PolicyTable } from './policy.ts';
import { columnShape, linkShape, tableHeadShape } from './policy-file.ts';
import { keysAt, type Path, valueAt, type YamlTree } from './yaml-tree.ts';

type TableHead = z.infer<typeof tableHeadShape>;
type ColumnUse = Exclude<z.infer<typeof columnShape>, string>;

interface Reader {
  readonly tree: YamlTree;
  readonly say: (code: string, place: Place, message: string, hint: string) => void;
}

/**
 * The tables of a source that have their shape, with the columns and links that have theirs. What goes wrong in
 * putting them together (a link with two ends or none, a personal table without a name) is added to `diagnostics`.
 */
export function readTables(
  source: string,
  tree: YamlTree,
  diagnostics: Diagnostic[],
): readonly PolicyTable[] {
  const path = ['sources', source, 'tables'];
  const reader: Reader = {
    tree,
    say: (code, place, message, hint) => {
      diagnostics.push({ severity: 'error', code, message, hint, place });
    },
  };
  const ids = keysAt(tree, path);
  return ids.flatMap((id) => readTable(id, ids, [...path, id], reader) ?? []);
}

function readTable(id: string, ids: readonly string[], path: Path, reader: Reader): PolicyTable | null {
  const { tree } = reader;
  const raw = valueAt(tree.value, path);
  const place = tree.keyPlace(path);
  if (raw === 'not-personal') return { ...emptyTable(id, place), use: 'not-personal' };
  const read = tableHeadShape.safeParse(raw);
  if (!read.success) return null;
  const head = read.data;
  const context = head.context === true;
  if (!context) requireKeys(path, reader);
  return {
    ...emptyTable(id, place),
    use: context ? 'context' : 'personal',
    name: head.name ?? { nl: id, en: id },
    purposes: head.purposes ?? [],
    subject: subjectOf(head),
    columns: keysAt(tree, [...path, 'columns']).flatMap((name) => readColumn(name, path, tree) ?? []),
    links: readLinks(path, ids, reader),
    retention: retentionOf(head),
    hold: holdOf(head, path, reader),
    onErasure: head.onErasure ?? 'delete',
  };
}

function retentionOf({ retention }: TableHead): PolicyTable['retention'] {
  if (retention === undefined) return null;
  const { rule, from, orFrom } = retention;
  return { rule, from, ...(orFrom === undefined ? {} : { orFrom }) };
}

function emptyTable(id: string, place: Place): Omit<PolicyTable, 'use'> {
  return {
    id,
    name: { nl: id, en: id },
    purposes: [],
    subject: null,
    columns: [],
    links: [],
    retention: null,
    hold: null,
    onErasure: 'delete',
    place,
  };
}

function requireKeys(path: Path, { tree, say }: Reader): void {
  for (const key of ['name', 'purposes', 'columns']) {
    if (valueAt(tree.value, [...path, key]) !== undefined) continue;
    const hint = `add "${key}:", or write "context: true" for a table about nobody, or "not-personal" for the whole table`;
    say('missing-key', tree.keyPlace(path), `"${key}" is missing in ${path.join('.')}`, hint);
  }
}

function subjectOf({ subject }: TableHead): PolicySubject | null {
  if (subject === undefined) return null;
  const identities = Object.entries(subject.identities).flatMap(([kind, columns]) =>
    listOf(columns).map((column) => ({ kind: kind as keyof typeof subject.identities, column })),
  );
  const { group, created } = subject;
  return { group, identities, ...(created === undefined ? {} : { created }) };
}

function holdOf({ hold }: TableHead, path: Path, { tree, say }: Reader): PolicyHold | null {
  if (hold === undefined) return null;
  if (hold.from !== undefined && hold.with === undefined)
    return { kind: 'from', rule: hold.rule, column: hold.from };
  if (hold.with !== undefined && hold.from === undefined)
    return { kind: 'with', rule: hold.rule, link: hold.with };
  const hint =
    'write "from:" with the column the period counts from, or "with:" with the link to the row it stays with';
  say('hold-ends', tree.keyPlace([...path, 'hold']), 'a hold has either "from" or "with"', hint);
  return null;
}

function readColumn(name: string, table: Path, tree: YamlTree): PolicyColumn | null {
  const path = [...table, 'columns', name];
  const place = tree.keyPlace(path);
  const read = columnShape.safeParse(valueAt(tree.value, path));
  if (!read.success) return null;
  if (read.data === 'not-personal') return { kind: 'not-personal', name, place };
  const use: ColumnUse = typeof read.data === 'string' ? { category: read.data } : read.data;
  return {
    kind: 'personal',
    name,
    category: use.category,
    purposes: use.purposes ?? [],
    about: use.about ?? null,
    origin: use.origin ?? 'provided',
    onAccess: use.onAccess ?? 'show',
    onErasure: use.onErasure ?? 'null',
    ...(use.paths === undefined
      ? {}
      : { paths: Object.entries(use.paths).map(([where, category]) => ({ path: where, category })) }),
    place,
  };
}

function readLinks(table: Path, tables: readonly string[], reader: Reader): readonly PolicyLink[] {
  const path = [...table, 'links'];
  const raw = valueAt(reader.tree.value, path);
  const items: readonly unknown[] = Array.isArray(raw) ? raw : [];
  return items.flatMap((_, index) => readLink([...path, index], tables, reader) ?? []);
}

function readLink(path: Path, tables: readonly string[], { tree, say }: Reader): PolicyLink | null {
  const read = linkShape.safeParse(valueAt(tree.value, path));
  if (!read.success) return null;
  const { kind, column, to, from, key } = read.data;
  const place = tree.keyPlace(path);
  if (column !== undefined && to !== undefined && from === undefined) {
    const rowColumns = listOf(column);
    const name = rowColumns.join(',');
    return { name, kind, table: to, reference: 'row', rowColumns, otherColumns: key ?? [], place };
  }
  const other =
    from === undefined || column !== undefined || to !== undefined ? null : splitFrom(listOf(from), tables);
  if (other === null) {
    const hint =
      'write "column:" and "to:" when this table refers, or only "from: table.column" when the other table refers to this one';
    say('link-ends', place, 'a link has either "column" and "to", or "from"', hint);
    return null;
  }
  const name = `${other.table}.${other.columns.join(',')}`;
  return {
    name,
    kind,
    table: other.table,
    reference: 'other',
    rowColumns: key ?? [],
    otherColumns: other.columns,
    place,
  };
}

/** `sales.orders.customer_id` names a column of `sales.orders`; of `sales` only where no such table is declared. */
function splitFrom(
  from: readonly string[],
  tables: readonly string[],
): { readonly table: string; readonly columns: readonly string[] } | null {
  const ends = from.map((text) => {
    const table =
      tables.filter((id) => text.startsWith(`${id}.`)).sort((a, b) => b.length - a.length)[0] ??
      text.slice(0, Math.max(text.lastIndexOf('.'), 0));
    return { table, column: text.slice(table.length + 1) };
  });
  const table = ends[0]?.table ?? '';
  const whole = ends.every((end) => end.table === table && end.column !== '');
  return table !== '' && whole ? { table, columns: ends.map((end) => end.column) } : null;
}

function listOf(columns: string | readonly string[]): readonly string[] {
  return typeof columns === 'string' ? [columns] : columns;
}
