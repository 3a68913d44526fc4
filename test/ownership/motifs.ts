import type { SourceKind } from '../../src/catalog/catalog.ts';
import type { LinkKind } from '../../src/domain/ownership.ts';
import { type Draft, deleteRules } from './draft-table.ts';
import type { Random } from './random.ts';

/**
 * Shapes that real databases have and chance alone seldom makes, planted among random tables in half of the worlds. How
 * often each is tried is counted by shapes.ts.
 */
export function plantMotif(
  random: Random,
  drafts: Draft[],
  { counts, kind }: { readonly counts: Map<string, number>; readonly kind: SourceKind },
): void {
  const subjects = drafts.filter((draft) => draft.subject && draft.key !== 'none');
  if (subjects.length === 0 || random.chance(0.5)) return;
  const soil: Soil = {
    random,
    kind,
    subject: () => random.pick(subjects),
    add: () => {
      const draft: Draft = {
        name: `t${drafts.length}`,
        use: 'personal',
        subject: false,
        key: random.pick(['single', 'composite'] as const),
        onErasure: random.chance(0.15) ? 'redact' : 'delete',
        hold: null,
        references: [],
        links: [],
        about: null,
      };
      drafts.push(draft);
      counts.set(draft.name, 2 + random.below(5));
      return draft;
    },
  };
  random.pick(motifs)(soil);
}

interface Soil {
  readonly random: Random;
  readonly kind: SourceKind;
  readonly subject: () => Draft;
  readonly add: () => Draft;
}

const motifs: readonly ((soil: Soil) => void)[] = [pair, group, tree, chain, invitation];

/** A row of two people, with a column about one of them. */
function pair(soil: Soil): void {
  const row = soil.add();
  const one = own(soil, row, soil.subject());
  own(soil, row, soil.subject());
  row.about = one;
}

/** A row that belongs to whoever an association names: the admins of a group. */
function group(soil: Soil): void {
  const members = soil.add();
  const row = soil.add();
  own(soil, members, soil.subject());
  const reference = refer(soil, members, row);
  row.links.push({
    name: `${members.name}.${reference}`,
    kind: soil.random.pick(['owned-by', 'co-owned'] as const),
    table: members.name,
    end: 'other',
    reference,
  });
}

/** Comments and what is said to them, each by somebody, some of it theirs too to whom it is said. */
function tree(soil: Soil): void {
  const comments = soil.add();
  comments.about = own(soil, comments, soil.subject());
  const parent = refer(soil, comments, comments, { nullable: true });
  if (soil.random.chance(0.7)) link(comments, { to: comments, reference: parent, kind: 'co-owned' });
}

/** A row of a row of a row of somebody. */
function chain(soil: Soil): void {
  let owner = soil.subject();
  for (let hops = 0; hops < 3 + soil.random.below(2); hops++) {
    const row = soil.add();
    own(soil, row, owner);
    owner = row;
  }
}

/** People who came through other people. */
function invitation(soil: Soil): void {
  const people = soil.subject();
  const inviter = refer(soil, people, people, { nullable: soil.random.chance(0.8) });
  if (soil.random.chance(0.5)) link(people, { to: people, reference: inviter, kind: 'accessed-by' });
}

function own(soil: Soil, row: Draft, owner: Draft): string {
  const reference = refer(soil, row, owner);
  const kind = soil.random.pick(['owned-by', 'co-owned'] as const);
  link(row, { to: owner, reference, kind });
  return reference;
}

function link(
  from: Draft,
  { to, reference, kind }: { readonly to: Draft; readonly reference: string; readonly kind: LinkKind },
): void {
  from.links.push({ name: reference, kind, table: to.name, end: 'row', reference });
}

function refer(
  { random, kind }: Soil,
  from: Draft,
  to: Draft,
  { nullable = random.chance(0.5) }: { readonly nullable?: boolean } = {},
): string {
  const name = `r${from.references.length}`;
  from.references.push({
    name,
    to: to.name,
    nullable,
    enforced: random.chance(0.85),
    onDelete: random.pick(deleteRules(kind, nullable)),
  });
  return name;
}
