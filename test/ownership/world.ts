import type { SourceKind } from '../../src/catalog/catalog.ts';
import type { LinkKind } from '../../src/domain/ownership.ts';
import { type Draft, deleteRules, draftTables } from './draft-table.ts';
import { plantMotif } from './motifs.ts';
import { generator, type Random } from './random.ts';

/** A small database made up from a seed: its shape, its rows, and what its policy says of them. */
export interface World {
  readonly tables: readonly WorldTable[];
  /** Rows by table, in the order of their number. */
  readonly rows: ReadonlyMap<string, readonly WorldRow[]>;
}

export interface WorldTable {
  readonly name: string;
  readonly use: 'personal' | 'context' | 'not-personal';
  readonly subject: boolean;
  /** `none`: no key at all; then nothing refers to it. */
  readonly key: 'single' | 'composite' | 'none';
  readonly onErasure: 'delete' | 'redact';
  readonly hold: { readonly kind: 'from' } | { readonly kind: 'with'; readonly link: string } | null;
  readonly references: readonly WorldReference[];
  readonly links: readonly WorldLink[];
  /** The link that the column `about_value` is about; null: all owners. */
  readonly about: string | null;
}

/** Columns of this table that hold the key of a row of another. */
export interface WorldReference {
  readonly name: string;
  readonly to: string;
  readonly nullable: boolean;
  readonly enforced: boolean;
  readonly onDelete: 'no action' | 'cascade' | 'set null' | 'restrict';
}

/** `row`: this table's own reference leads to the other; `other`: the other table's reference leads here. */
export interface WorldLink {
  readonly name: string;
  readonly kind: LinkKind;
  readonly table: string;
  readonly end: 'row' | 'other';
  readonly reference: string;
}

export interface WorldRow {
  readonly number: number;
  /** The number of the row referred to; null; or a number no row has. */
  readonly refers: Readonly<Record<string, number | null>>;
  readonly soft: string | null;
  readonly hard: string;
  readonly aboutValue: string | null;
  readonly since: string | null;
}

/** Rows whose term starts on this date or later are still held. */
export const holdBound = '2019-01-01';

export function makeWorld(seed: number, kind: SourceKind): World {
  const random = generator(seed);
  const drafts = draftTables(random, kind);
  const counts = new Map(
    drafts.map((draft) => [draft.name, draft.subject ? 1 + random.below(4) : random.below(9)]),
  );
  addReferences(random, drafts, { counts, kind });
  plantMotif(random, drafts, { counts, kind });
  for (const draft of drafts) decide(random, draft);
  const rows = new Map(
    drafts.map((draft) => [
      draft.name,
      Array.from({ length: counts.get(draft.name) ?? 0 }, (_, i) =>
        makeRow(random, draft, { number: i + 1, counts }),
      ),
    ]),
  );
  return { tables: drafts, rows };
}

function addReferences(
  random: Random,
  drafts: readonly Draft[],
  { counts, kind }: { counts: ReadonlyMap<string, number>; kind: SourceKind },
): void {
  const keyed = drafts.filter((draft) => draft.key !== 'none');
  if (keyed.length === 0) return;
  for (const draft of drafts) {
    const wanted = 1 + random.below(3);
    for (let i = 0; i < wanted; i++) {
      const to = random.pick(keyed);
      const populated = (counts.get(to.name) ?? 0) > 0 || (counts.get(draft.name) ?? 0) === 0;
      const nullable = !populated || random.chance(0.5);
      const enforced = random.chance(0.8);
      const reference: WorldReference = {
        name: `r${draft.references.length}`,
        to: to.name,
        nullable,
        enforced,
        onDelete: random.pick(deleteRules(kind, nullable)),
      };
      draft.references.push(reference);
      addLink(random, { draft, to, reference });
    }
  }
}

function addLink(
  random: Random,
  { draft, to, reference }: { draft: Draft; to: Draft; reference: WorldReference },
): void {
  const roll = random.below(10);
  if (roll < 6 && draft.use === 'personal' && !draft.subject && to.use === 'personal') {
    draft.links.push({
      name: reference.name,
      kind: random.pick(['owned-by', 'owned-by', 'co-owned'] as const),
      table: to.name,
      end: 'row',
      reference: reference.name,
    });
  } else if (roll < 8 && to.use === 'personal' && !to.subject && draft.use === 'personal') {
    to.links.push({
      name: `${draft.name}.${reference.name}`,
      kind: random.pick(['owned-by', 'co-owned'] as const),
      table: draft.name,
      end: 'other',
      reference: reference.name,
    });
  } else if (roll < 9 && draft.use === 'personal' && to.use === 'personal') {
    draft.links.push({
      name: reference.name,
      kind: 'accessed-by',
      table: to.name,
      end: 'row',
      reference: reference.name,
    });
  } else if (draft.use === 'personal' && to.use === 'context') {
    draft.links.push({
      name: reference.name,
      kind: 'context',
      table: to.name,
      end: 'row',
      reference: reference.name,
    });
  }
}

function decide(random: Random, draft: Draft): void {
  if (draft.use !== 'personal') return;
  const owning = draft.links.filter((link) => link.kind === 'owned-by' || link.kind === 'co-owned');
  draft.hold = draftHold(random, draft, owning);
  if (owning.length > 1 && random.chance(0.5)) draft.about = random.pick(owning).name;
}

function draftHold(random: Random, draft: Draft, owning: readonly WorldLink[]): WorldTable['hold'] {
  const roll = random.below(20);
  if (roll < 3) return { kind: 'from' };
  // Together with a table before it, so that no table waits for itself.
  const leaders = owning.filter((link) => link.table < draft.name);
  return roll > 5 || leaders.length === 0 ? null : { kind: 'with', link: random.pick(leaders).name };
}

function makeRow(
  random: Random,
  draft: Draft,
  { number, counts }: { number: number; counts: ReadonlyMap<string, number> },
): WorldRow {
  const refers: Record<string, number | null> = {};
  for (const reference of draft.references) {
    const targets = counts.get(reference.to) ?? 0;
    if (targets === 0 || (reference.nullable && random.chance(0.3)))
      refers[reference.name] = reference.nullable ? null : 1;
    else refers[reference.name] = !reference.enforced && random.chance(0.1) ? 99 : 1 + random.below(targets);
  }
  return {
    number,
    refers,
    soft: random.chance(0.2) ? null : `soft ${draft.name} ${number}`,
    hard: `hard ${draft.name} ${number}`,
    aboutValue: random.chance(0.2) ? null : `about ${draft.name} ${number}`,
    since: random.chance(0.15) ? null : random.pick(['2015-06-01', '2018-12-31', holdBound, '2024-03-01']),
  };
}
