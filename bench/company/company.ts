import type { SourceBindings } from '../../src/plan/plan.ts';
import type { Sizes } from '../bench.ts';
import type { CopiedDatabase, Workplace } from '../workplace.ts';
import { loadCompany } from './load.ts';
import { companyPolicy, type Plans, plansFor } from './policy.ts';

/** The company's database, opened by product and yardstick. */
export interface Company extends AsyncDisposable {
  readonly database: CopiedDatabase;
  /** Made of policy and catalog once. */
  readonly plans: Plans;
  readonly bindings: (ids: readonly number[]) => SourceBindings;
}

const templates = new WeakMap<Workplace, Promise<void>>();

/** A copy of its own for each comparison: nobody has been erased yet. */
export async function openCompany(workplace: Workplace, { people }: Pick<Sizes, 'people'>): Promise<Company> {
  const filled =
    templates.get(workplace) ?? workplace.template('company', (client) => loadCompany(client, people));
  templates.set(workplace, filled);
  await filled;
  const database = await workplace.copyOf('company');
  const plans = plansFor(await database.source.introspect(), companyPolicy(), 1);
  return {
    database,
    plans,
    bindings: (ids) => ({ people: ids.map((id, person) => ({ person, key: [String(id)] })) }),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}
