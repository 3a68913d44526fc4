import { present } from '../../src/base/assert.ts';
import type { Verdict } from '../../src/promises/check.ts';
import { promiseChecks } from '../../src/promises/checks.ts';
import type { PromiseContext } from '../../src/promises/promise-context.ts';
import { checkRound } from '../../src/promises/round.ts';

/** What the check of one promise says now, in a round of its own. */
export function verdictOf(id: string, context: PromiseContext): Promise<Verdict> {
  const check = present(
    promiseChecks.find((each) => each.id === id),
    id,
  );
  return check.check(checkRound(context));
}
