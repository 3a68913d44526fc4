import type { LinkKind } from '../../src/domain/ownership.ts';
import type { World, WorldLink, WorldReference, WorldRow, WorldTable } from './world.ts';

/** A small world in few words. */
export type Sketch = Readonly<Record<string, TableSketch>>;

export interface TableSketch {
  readonly people?: true;
  /** The table each column refers to; with `!` after it where it may not be NULL. */
  readonly refers?: Readonly<Record<string, string>>;
  /** By a column of this table; or by one of another (`customer.address`), whose rows own these. */
  readonly links?: Readonly<Record<string, LinkKind>>;
  /** The link that the column `about_value` is about. */
  readonly about?: string;
  readonly onErasure?: 'redact';
  /** From `since`; a row's own is 2015, free, or 2024, held. */
  readonly hold?: true;
  /** What each row refers to, by number; `since` where it matters. */
  readonly rows: readonly Readonly<Record<string, number | string>>[];
}

export function worldOf(sketch: Sketch): World {
  const tables = Object.entries(sketch).map(([name, table]) => tableOf(name, table));
  const rows = Object.entries(sketch).map(
    ([name, table]) =>
      [name, table.rows.map((row, i) => rowOf({ name, table, number: i + 1 }, row))] as const,
  );
  return { tables, rows: new Map(rows) };
}

function tableOf(name: string, table: TableSketch): WorldTable {
  return {
    name,
    use: 'personal',
    subject: table.people ?? false,
    key: 'single',
    onErasure: table.onErasure ?? 'delete',
    hold: table.hold ? { kind: 'from' } : null,
    references: Object.entries(table.refers ?? {}).map(
      ([reference, to]): WorldReference => ({
        name: reference,
        to: to.replace('!', ''),
        nullable: !to.endsWith('!'),
        enforced: true,
        onDelete: 'no action',
      }),
    ),
    links: Object.entries(table.links ?? {}).map(([link, kind]) => linkOf({ name, table }, link, kind)),
    about: table.about ?? null,
  };
}

function linkOf(
  { name, table }: { readonly name: string; readonly table: TableSketch },
  link: string,
  kind: LinkKind,
): WorldLink {
  const [holder = '', reference] = link.split('.');
  if (reference !== undefined) return { name: link, kind, table: holder, end: 'other', reference };
  const to = table.refers?.[link];
  if (to === undefined) throw new Error(`${name} has no column ${link}`);
  return { name: link, kind, table: to.replace('!', ''), end: 'row', reference: link };
}

function rowOf(
  { name, table, number }: { readonly name: string; readonly table: TableSketch; readonly number: number },
  row: Readonly<Record<string, number | string>>,
): WorldRow {
  const refers = Object.keys(table.refers ?? {}).map((reference) => {
    const to = row[reference];
    return [reference, typeof to === 'number' ? to : null] as const;
  });
  return {
    number,
    refers: Object.fromEntries(refers),
    soft: `soft ${name} ${number}`,
    hard: `hard ${name} ${number}`,
    aboutValue: `about ${name} ${number}`,
    since: typeof row['since'] === 'string' ? row['since'] : '2024-03-01',
  };
}
