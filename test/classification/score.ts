import { type ClassifiedCategory, categories } from '../../src/catalog/classification/category.ts';
import type { Proposal } from '../../src/catalog/classification/proposal.ts';
import type { ProposedTable } from '../../src/catalog/proposal/map-proposal.ts';
import { proposeMap } from '../../src/catalog/proposal/propose-map.ts';
import { catalogOfSchema, type Label, type LabelledSchema } from './labelled-schema.ts';

export interface Score {
  readonly columns: number;
  /** Labelled personal. */
  readonly personal: number;
  readonly proposed: number;
  readonly found: number;
  /** Found, and put under the policy category of the label. */
  readonly rightPolicy: number;
  /** Found, and exactly the category of the label. */
  readonly rightCategory: number;
}

export interface Mistake {
  readonly schema: string;
  readonly column: string;
  readonly label: Label;
  readonly proposal: Proposal;
}

export interface SchemaScore {
  readonly schema: LabelledSchema;
  readonly score: Score;
  readonly mistakes: readonly Mistake[];
}

type ScoredTable = Pick<ProposedTable, 'id' | 'use' | 'columns'>;

/**
 * Of the map that is proposed: a column counts as personal where its table is written as somebody's, or left for a person to
 * decide. By default from names, types and keys only: the packages hold no rows, and no rows were made up for them. From a
 * live database where what was proposed for it is given.
 */
export function scoreSchema(
  schema: LabelledSchema,
  { tables }: { readonly tables: readonly ScoredTable[] } = proposeMap(catalogOfSchema(schema)),
): SchemaScore {
  const mistakes: Mistake[] = [];
  const score = { columns: 0, personal: 0, proposed: 0, found: 0, rightPolicy: 0, rightCategory: 0 };
  for (const table of tables)
    for (const [column, proposal] of table.columns) {
      const at = `${table.id}.${column}`;
      const label = schema.labels.get(at);
      if (label === undefined) throw new Error(`${schema.name}: ${at} has no label`);
      if (schema.unsure.has(at)) continue;
      const category = writtenCategory(table, proposal);
      const isPersonal = label !== 'not-personal';
      const isProposed = category !== 'not-personal';
      score.columns += 1;
      score.personal += isPersonal ? 1 : 0;
      score.proposed += isProposed ? 1 : 0;
      score.found += isPersonal && isProposed ? 1 : 0;
      if (isPersonal && isProposed && policyOf(label) === policyOf(category)) score.rightPolicy += 1;
      if (isPersonal && label === category) score.rightCategory += 1;
      if (policyOf(label) !== policyOf(category))
        mistakes.push({ schema: schema.name, column: at, label, proposal: { ...proposal, category } });
    }
  return { schema, score, mistakes };
}

/** What is in a table about nobody is written as not personal with it. */
function writtenCategory({ use }: ScoredTable, { category, suggestion }: Proposal): Proposal['category'] {
  return suggestion !== null && (use === 'personal' || use === 'undecided') ? category : 'not-personal';
}

export function addScores(scores: readonly Score[]): Score {
  const sum = (of: (score: Score) => number) => scores.reduce((total, score) => total + of(score), 0);
  return {
    columns: sum((score) => score.columns),
    personal: sum((score) => score.personal),
    proposed: sum((score) => score.proposed),
    found: sum((score) => score.found),
    rightPolicy: sum((score) => score.rightPolicy),
    rightCategory: sum((score) => score.rightCategory),
  };
}

export function precision({ found, proposed }: Score): number {
  return proposed === 0 ? 1 : found / proposed;
}

export function recall({ found, personal }: Score): number {
  return personal === 0 ? 1 : found / personal;
}

export function policyRight({ rightPolicy, found }: Score): number {
  return found === 0 ? 1 : rightPolicy / found;
}

export function categoryRight({ rightCategory, found }: Score): number {
  return found === 0 ? 1 : rightCategory / found;
}

function policyOf(category: ClassifiedCategory | 'not-personal'): string {
  return category === 'not-personal' ? category : categories[category].policy;
}
