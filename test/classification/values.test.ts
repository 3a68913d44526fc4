import { expect, test } from 'vitest';
import { present } from '../../src/base/assert.ts';
import { classifyCatalog } from '../../src/catalog/classification/classify-catalog.ts';
import { proposeMap } from '../../src/catalog/proposal/propose-map.ts';
import { sampleLimitsFor } from '../../src/sources/sample.ts';
import { exampleCompany } from '../support/example-company.ts';
import { labelledSchemas } from './labelled-schema.ts';
import { addScores, policyRight, precision, recall, type Score, scoreSchema } from './score.ts';

const labelled = labelledSchemas();

test('values of the example bear its names out, and spoil none', async () => {
  await using company = await exampleCompany({ people: 150, today: Temporal.PlainDate.from('2026-11-23') });
  const scores: { readonly byName: Score; readonly byValue: Score }[] = [];
  for (const [id, source] of company.sources) {
    const catalog = await source.introspect();
    const { tables } = catalog;
    const schema = present(
      labelled.find(({ name }) => name === `carconnect-${id}.en`),
      id,
    );
    const samples = await source.sample(tables, sampleLimitsFor(tables));
    const byName = scoreSchema({ ...schema, tables });
    const byValue = scoreSchema(
      { ...schema, tables },
      proposeMap(catalog, classifyCatalog({ tables }, samples)),
    );
    scores.push({ byName: byName.score, byValue: byValue.score });
  }
  const sum = (of: 'byName' | 'byValue') => addScores(scores.map((score) => score[of]));
  const [before, after] = [sum('byName'), sum('byValue')];
  expect(precision(after)).toBeGreaterThanOrEqual(precision(before));
  expect(recall(after)).toBeGreaterThanOrEqual(recall(before));
  expect(policyRight(after)).toBeGreaterThanOrEqual(policyRight(before));
}, 120_000);
