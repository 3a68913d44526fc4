import { expect, it } from 'vitest';
import { categoryTerms } from '../../policy/dpv/terms.ts';
import { categories, policyCategories } from './category.ts';

it('names every category with a term that the Data Privacy Vocabulary has', () => {
  const terms = [...Object.values(categories), ...Object.values(policyCategories)].map(({ dpv }) => dpv);
  expect(terms.filter((term) => !categoryTerms.has(term))).toEqual([]);
});
