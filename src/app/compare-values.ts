import type { Catalog } from '../catalog/catalog.ts';
import { type CatalogSamples, classifyCatalog } from '../catalog/classification/classify-catalog.ts';
import {
  type JoinQuestion,
  joinOf,
  joinQuestions,
  type Proposed,
} from '../catalog/proposal/identity-joins.ts';
import type { IdentityJoin, MapWarning } from '../catalog/proposal/map-proposal.ts';
import { proposeMap } from '../catalog/proposal/propose-map.ts';
import {
  mostQuestions,
  namedQuestions,
  otherQuestions,
  referencesByValue,
  type ValueAnswer,
  type ValueQuestion,
} from '../catalog/proposal/value-references.ts';
import type { ColumnPlace } from '../sources/catalog-column.ts';
import type { Source } from '../sources/source.ts';

/** Proposes a map from a catalog and samples of its values, and asks the source where columns refer to each other by value. */
export async function proposeByValue(
  source: Source,
  catalog: Catalog,
  samples: CatalogSamples,
): Promise<Proposed> {
  const first = { catalog, classified: classifyCatalog(catalog, samples), samples };
  const named = await answersOf(source, catalog, namedQuestions(first));
  const { questions, left } = otherQuestions(first, named);
  const answers = [...named, ...(await answersOf(source, catalog, questions))];
  const byValue = referencesByValue(first, answers);
  const classified = byValue.size === 0 ? first.classified : classifyCatalog(catalog, samples, byValue);
  const proposal = proposeMap(catalog, classified);
  const warnings = left === 0 ? proposal.warnings : [...proposal.warnings, notCompared(left)];
  return { proposal: { ...proposal, warnings }, catalog, classified, samples };
}

async function answersOf(
  source: Source,
  catalog: Catalog,
  questions: readonly ValueQuestion[],
): Promise<readonly ValueAnswer[]> {
  const answers: ValueAnswer[] = [];
  for (const question of questions) {
    const place = placeIn(catalog, { table: question.to, column: question.toColumn });
    const matched = place === null ? null : await source.countPresent(place, question.values);
    if (matched !== null) answers.push({ ...question, matched });
  }
  return answers;
}

function placeIn(
  { tables }: Catalog,
  name: { readonly table: string; readonly column: string },
): ColumnPlace | null {
  const table = tables.find(({ id }) => id === name.table);
  const column = table?.columns.find((each) => each.name === name.column);
  return table === undefined || column === undefined ? null : { table, column };
}

function notCompared(left: number): MapWarning {
  return {
    code: 'not-compared',
    table: null,
    columns: [],
    text: {
      nl: `${mostQuestions} paren van kolommen zijn vergeleken op hun waarden; ${left} andere niet`,
      en: `${mostQuestions} pairs of columns were compared by their values; ${left} others were not`,
    },
  };
}

/** The identities that people of one source share with those of another, each pair told once. */
export async function identityJoins(
  proposed: readonly Proposed[],
  sources: ReadonlyMap<string, Source>,
): Promise<readonly IdentityJoin[]> {
  const joins: IdentityJoin[] = [];
  for (const question of joinQuestions(proposed)) {
    const join = joinOf(question, await matchedIn(question, proposed, sources));
    if (join !== null) joins.push(join);
  }
  return joins;
}

async function matchedIn(
  { to, values, indexed, inSample }: JoinQuestion,
  proposed: readonly Proposed[],
  sources: ReadonlyMap<string, Source>,
): Promise<number> {
  const catalog = proposed.find(({ proposal }) => proposal.source === to.source)?.catalog;
  const place = catalog === undefined ? null : placeIn(catalog, to);
  const asked =
    indexed && place !== null ? await sources.get(to.source)?.countPresent(place, values) : undefined;
  // An index keeps to the letter, and the sample was compared in normal form.
  return Math.max(asked ?? 0, inSample);
}
