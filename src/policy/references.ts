import type { Diagnostic, Place } from '../base/diagnostic.ts';
import { grounds } from '../law/grounds.ts';
import { suggestName } from './nearest-name.ts';
import type { ManualSource, PolicySource, PolicyTable } from './policy.ts';
import type { PolicyDraft } from './policy-draft.ts';
import { otherSourceWith } from './rule.ts';

/** A name that stands for something declared elsewhere in the policy. `known` null: nothing can be said of it. */
interface Reference {
  readonly to: 'category' | 'purpose' | 'subject' | 'retention-rule' | 'ground' | 'table' | 'column' | 'link';
  readonly name: string;
  readonly known: ReadonlySet<string> | null;
  readonly place: Place;
  readonly hint?: string;
}

const nouns: Readonly<Record<Reference['to'], string>> = {
  category: 'category',
  purpose: 'purpose',
  subject: 'group of people',
  'retention-rule': 'retention rule',
  ground: 'ground',
  table: 'table',
  column: 'column',
  link: 'link',
};

/** Every name that leads nowhere: `unknown-category`, `unknown-table`, … */
export function checkReferences(draft: PolicyDraft): readonly Diagnostic[] {
  const references = [
    ...recipientReferences(draft),
    ...groundReferences(draft),
    ...draft.sources.flatMap((source) => (source.kind === 'manual' ? manualReferences(draft, source) : [])),
    ...draft.sources.flatMap((source) =>
      source.tables.flatMap((table) => tableReferences(draft, source, table)),
    ),
  ];
  return references
    .filter(({ known, name }) => known !== null && !known.has(name))
    .map(({ to, name, known, place, hint }) => ({
      severity: 'error',
      code: `unknown-${to}`,
      message: `there is no ${nouns[to]} "${name}"`,
      hint: hint ?? suggestName(name, known ?? [], nouns[to]),
      place,
    }));
}

function recipientReferences(draft: PolicyDraft): readonly Reference[] {
  const known = draft.names('purposes');
  return [...draft.recipients.values()].flatMap((recipient) =>
    recipient.purposes.map(
      (name, index): Reference => ({
        to: 'purpose',
        name,
        known,
        place: draft.place('recipients', recipient.id, 'purposes', index),
      }),
    ),
  );
}

function groundReferences(draft: PolicyDraft): readonly Reference[] {
  const known = new Set<string>(
    grounds.filter((ground) => ground.effect === 'keep').map((ground) => ground.id),
  );
  return [...draft.retention.values()].flatMap((rule): readonly Reference[] =>
    rule.ground === null
      ? []
      : [{ to: 'ground', name: rule.ground, known, place: draft.place('retention', rule.id, 'ground') }],
  );
}

function manualReferences(draft: PolicyDraft, source: ManualSource): readonly Reference[] {
  const lists: readonly (readonly [Reference['to'], 'categories' | 'purposes' | 'subjects' | 'retention'])[] =
    [
      ['category', 'categories'],
      ['purpose', 'purposes'],
      ['subject', 'subjects'],
      ['retention-rule', 'retention'],
    ];
  return lists.flatMap(([to, section]) =>
    source[section].map(
      (name, index): Reference => ({
        to,
        name,
        known: draft.names(section),
        place: draft.place('sources', source.id, section, index),
      }),
    ),
  );
}

function tableReferences(draft: PolicyDraft, source: PolicySource, table: PolicyTable): readonly Reference[] {
  const path = ['sources', source.id, 'tables', table.id] as const;
  const place = (...rest: (string | number)[]) => draft.place(...path, ...rest);
  const columns = draft.names(...path, 'columns');
  const column = (name: string, at: Place): Reference => ({ to: 'column', name, known: columns, place: at });
  const rule = (name: string, at: Place): Reference => ({
    to: 'retention-rule',
    name,
    known: draft.names('retention'),
    place: at,
  });
  const references: Reference[] = table.purposes.map((name, index) => ({
    to: 'purpose',
    name,
    known: draft.names('purposes'),
    place: place('purposes', index),
  }));
  if (table.subject !== null) {
    references.push({
      to: 'subject',
      name: table.subject.group,
      known: draft.names('subjects'),
      place: place('subject', 'group'),
    });
    for (const identity of table.subject.identities) {
      references.push(column(identity.column, place('subject', 'identities', identity.kind)));
    }
    if (table.subject.created !== undefined)
      references.push(column(table.subject.created, place('subject', 'created')));
  }
  if (table.retention !== null) {
    references.push(rule(table.retention.rule, place('retention', 'rule')));
    references.push(column(table.retention.from, place('retention', 'from')));
    if (table.retention.orFrom !== undefined)
      references.push(column(table.retention.orFrom, place('retention', 'orFrom')));
  }
  if (table.hold !== null) {
    references.push(rule(table.hold.rule, place('hold', 'rule')));
    references.push(
      table.hold.kind === 'from'
        ? column(table.hold.column, place('hold', 'from'))
        : {
            to: 'link',
            name: table.hold.link,
            known: linkNames(draft, path, table),
            place: place('hold', 'with'),
          },
    );
  }
  return [...references, ...columnReferences(draft, path, table), ...linkReferences(draft, source, table)];
}

function columnReferences(
  draft: PolicyDraft,
  path: readonly string[],
  table: PolicyTable,
): readonly Reference[] {
  return table.columns.flatMap((column) => {
    if (column.kind === 'not-personal') return [];
    const place = (...rest: (string | number)[]) => draft.place(...path, 'columns', column.name, ...rest);
    const references: Reference[] = [
      { to: 'category', name: column.category, known: draft.names('categories'), place: place('category') },
      ...(column.paths ?? []).map(
        ({ path: where, category }): Reference => ({
          to: 'category',
          name: category,
          known: draft.names('categories'),
          place: place('paths', where),
        }),
      ),
      ...column.purposes.map(
        (name, index): Reference => ({
          to: 'purpose',
          name,
          known: draft.names('purposes'),
          place: place('purposes', index),
        }),
      ),
    ];
    if (column.about !== null) {
      references.push({
        to: 'link',
        name: column.about,
        known: linkNames(draft, path, table),
        place: place('about'),
      });
    }
    return references;
  });
}

/** Null when a link of the table could not be read: the name may be its. */
function linkNames(
  draft: PolicyDraft,
  path: readonly string[],
  table: PolicyTable,
): ReadonlySet<string> | null {
  if (draft.count(...path, 'links') !== table.links.length) return null;
  return new Set(table.links.map((link) => link.name));
}

function linkReferences(draft: PolicyDraft, source: PolicySource, table: PolicyTable): readonly Reference[] {
  const tables = draft.names('sources', source.id, 'tables');
  const columnsOf = (id: string) => draft.names('sources', source.id, 'tables', id, 'columns');
  return table.links.flatMap((link) => {
    const own = link.rowColumns.map(
      (name): Reference => ({ to: 'column', name, known: columnsOf(table.id), place: link.place }),
    );
    const elsewhere = tables?.has(link.table) ? null : otherSourceWith(draft, source, link.table);
    const target: Reference = {
      to: 'table',
      name: link.table,
      known: tables,
      place: link.place,
      ...(elsewhere === null
        ? {}
        : {
            hint: `"${link.table}" is in source "${elsewhere}"; links stay within a source, identities join people across sources`,
          }),
    };
    const others = link.otherColumns.map(
      (name): Reference => ({ to: 'column', name, known: columnsOf(link.table), place: link.place }),
    );
    return [...own, target, ...others];
  });
}
