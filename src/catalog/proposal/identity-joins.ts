import { type IdentityKind, normaliseIdentity } from '../../domain/identity.ts';
import type { Catalog, TableId } from '../catalog.ts';
import type { CatalogSamples, ClassifiedTable } from '../classification/classify-catalog.ts';
import { isLedBy } from '../column-list.ts';
import type { IdentityJoin, MapProposal } from './map-proposal.ts';
import { identityKindOf } from './people-tables.ts';

/** A source with what was found out about it. */
export interface Proposed {
  readonly proposal: MapProposal;
  readonly catalog: Catalog;
  readonly classified: ReadonlyMap<TableId, ClassifiedTable>;
  readonly samples: CatalogSamples;
}

/** Do these identities of one table belong to the people of another? */
export interface JoinQuestion {
  readonly kind: IdentityKind;
  readonly from: IdentityPlace;
  readonly to: IdentityPlace;
  readonly values: readonly string[];
  /** An index finds the values; without one only the sample of the other can be compared. */
  readonly indexed: boolean;
  readonly inSample: number;
}

export type IdentityPlace = IdentityJoin['from'];

/** Pairs of columns over all sources: what is beyond is not compared. */
const mostPairs = 200;
const valuesAsked = 60;
const fewest = 3;
const leastShare = 0.1;

/**
 * The identities that stand in two sources, or in two tables of people: pairs of which the second is what people of a source are
 * recognised by. A telephone is shared too easily to ask about.
 */
export function joinQuestions(sources: readonly Proposed[]): readonly JoinQuestion[] {
  const carriers = sources.flatMap(carriersOf).filter(({ values }) => values.length >= fewest);
  const people = carriers.filter(({ subject }) => subject);
  const pairs = carriers.flatMap((from) =>
    people
      .filter((to) => to.kind === from.kind && isOther(from.place, to.place) && !isMirrored(from, to))
      .map((to) => ({ from, to })),
  );
  return pairs.slice(0, mostPairs).map(({ from, to }): JoinQuestion => {
    const values = from.values.slice(0, valuesAsked);
    const known = new Set(to.values);
    return {
      kind: from.kind,
      from: from.place,
      to: to.place,
      values,
      indexed: to.indexed,
      inSample: values.filter((value) => known.has(value)).length,
    };
  });
}

/** @param matched how many of its values stand in the other. */
export function joinOf(question: JoinQuestion, matched: number): IdentityJoin | null {
  const { kind, from, to, values } = question;
  const of = values.length;
  return matched >= fewest && matched >= of * leastShare ? { kind, from, to, matched, of } : null;
}

interface Carrier {
  readonly kind: IdentityKind;
  readonly place: IdentityPlace;
  readonly values: readonly string[];
  readonly indexed: boolean;
  /** What the people of its table are recognised by. */
  readonly subject: boolean;
}

const asked: ReadonlySet<IdentityKind> = new Set(['email', 'customer-number', 'account-id']);

function carriersOf({ proposal, catalog, classified, samples }: Proposed): readonly Carrier[] {
  return proposal.tables
    .filter(({ use }) => use === 'personal')
    .flatMap(({ id, columns, subject, links }) => {
      const table = catalog.tables.find((each) => each.id === id);
      const references = classified.get(id)?.subject.references;
      const owned = links.some(({ kind, reference }) => kind === 'owned-by' && reference === 'row');
      return [...columns].flatMap(([column, { category }]): readonly Carrier[] => {
        const kind = identityKindOf(category);
        const identifies = subject?.identities.some((each) => each.column === column) ?? false;
        // Whose row it is, is known already where the row has an owner here.
        if (kind === null || !asked.has(kind) || references?.has(column) || (owned && !identifies)) return [];
        return [
          {
            kind,
            place: { source: proposal.source, table: id, column },
            values: normalised(kind, samples.get(id)?.get(column)?.values ?? []),
            indexed: table?.indexes.some((index) => isLedBy(index, [column])) ?? false,
            subject: identifies,
          },
        ];
      });
    });
}

function normalised(kind: IdentityKind, values: readonly string[]): readonly string[] {
  return [
    ...new Set(values.map((value) => normaliseIdentity(kind, value).value).filter((value) => value !== '')),
  ];
}

function isOther(a: IdentityPlace, b: IdentityPlace): boolean {
  return a.source !== b.source || a.table !== b.table;
}

/** Of two tables of people one is asked about the other: where an index can tell, else in the order of their names. */
function isMirrored(from: Carrier, to: Carrier): boolean {
  if (!from.subject) return false;
  if (from.indexed !== to.indexed) return from.indexed;
  return nameOf(from.place) > nameOf(to.place);
}

function nameOf({ source, table, column }: IdentityPlace): string {
  return JSON.stringify([source, table, column]);
}
