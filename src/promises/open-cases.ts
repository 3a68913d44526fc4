import { GestandError } from '../base/error.ts';
import { type CaseFile, listCases } from '../store/case-file.ts';
import type { StoreScope } from '../store/store.ts';

const pageSize = 500;

/**
 * Every case that waits for an answer, the most urgent first.
 *
 * @throws GestandError limit-exceeded when there are more than `limit`.
 */
export async function readOpenCases(store: StoreScope, limit: number): Promise<readonly CaseFile[]> {
  const cases: CaseFile[] = [];
  for (let last: CaseFile | undefined; ; last = cases.at(-1)) {
    const page = await listCases(store, {
      states: ['received', 'identity', 'in-progress', 'extended'],
      limit: pageSize,
      ...(last === undefined ? {} : { after: last }),
    });
    cases.push(...page);
    if (cases.length > limit) throw new GestandError('limit-exceeded', `More than ${limit} cases are open.`);
    if (page.length < pageSize) return cases;
  }
}
