import type { ProposedLink, ProposedTable } from '../../src/catalog/proposal/map-proposal.ts';
import { proposeMap } from '../../src/catalog/proposal/propose-map.ts';
import { isOwning, type LinkKind } from '../../src/domain/ownership.ts';
import {
  catalogOfSchema,
  type LabelledLink,
  type LabelledSchema,
} from '../classification/labelled-schema.ts';

export interface EdgeScore {
  readonly labelled: number;
  readonly proposed: number;
  /** At the same place and of the same kind. */
  readonly exact: number;
  /** The same, where owned-by and co-owned are one kind. */
  readonly found: number;
  /** Tables labelled to hold people, and how many of them were proposed so. */
  readonly people: number;
  readonly peopleFound: number;
}

export interface SchemaEdges {
  readonly schema: LabelledSchema;
  readonly score: EdgeScore;
  /** Proposed and not labelled, as far as whose row it is goes. */
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

/** Of a proposal, what is compared with labels. */
export interface ScoredTables {
  readonly tables: readonly (Pick<ProposedTable, 'id' | 'use' | 'subject' | 'columns'> & {
    readonly links: readonly Pick<ProposedLink, 'kind' | 'table' | 'reference' | 'columns'>[];
  })[];
}

/** By default from the shape that the labels were written beside; from a live database where a proposal is given. */
export function scoreEdges(
  schema: LabelledSchema,
  proposal: ScoredTables = proposeMap(catalogOfSchema(schema)),
): SchemaEdges {
  const proposed = proposal.tables
    .flatMap(({ id, links }) => links.map((link) => ({ ...link, table: id, to: link.table })))
    .filter((link) => !isUnsure(link, schema.unsure));
  const [asLabelled, asProposed] = [schema.links, proposed].map((links) => new Set(links.map(exactly)));
  const [right, said] = [schema.links, proposed].map((links) => new Set(links.map(roughly)));
  const subjects = new Set(proposal.tables.filter(({ subject }) => subject !== null).map(({ id }) => id));
  return {
    schema,
    score: {
      labelled: schema.links.length,
      proposed: proposed.length,
      exact: shared(asLabelled, asProposed),
      found: shared(right, said),
      people: schema.people.size,
      peopleFound: shared(schema.people, subjects),
    },
    wrong: [...(said ?? [])].filter((edge) => right?.has(edge) !== true),
    missed: [...(right ?? [])].filter((edge) => said?.has(edge) !== true),
  };
}

type Edge = Pick<LabelledLink, 'kind' | 'table' | 'to' | 'reference' | 'columns'>;

function exactly(edge: Edge): string {
  return written(edge, edge.kind);
}

function roughly(edge: Edge): string {
  return written(edge, isOwning(edge.kind) ? 'own' : edge.kind);
}

function written({ table, to, reference, columns }: Edge, kind: LinkKind | 'own'): string {
  const sorted = [...columns].sort().join(',');
  return reference === 'row' ? `${kind} ${table}.${sorted} -> ${to}` : `${kind} ${table} <- ${to}.${sorted}`;
}

function isUnsure({ table, reference, columns }: Edge, unsure: ReadonlySet<string>): boolean {
  return reference === 'row' && columns.some((column) => unsure.has(`${table}.${column}`));
}

function shared(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): number {
  return a === undefined || b === undefined ? 0 : a.intersection(b).size;
}

export function addEdgeScores(scores: readonly EdgeScore[]): EdgeScore {
  const sum = (of: (score: EdgeScore) => number) => scores.reduce((total, score) => total + of(score), 0);
  return {
    labelled: sum((score) => score.labelled),
    proposed: sum((score) => score.proposed),
    exact: sum((score) => score.exact),
    found: sum((score) => score.found),
    people: sum((score) => score.people),
    peopleFound: sum((score) => score.peopleFound),
  };
}

/** 1 where nothing was asked for: freeradius has no table that another could lead to. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
