import { nowOf, type StoreScope } from './store.ts';

/** Makes the organisation of this store known, or gives it its new name. */
export async function putOrganisation(scope: StoreScope, name: string): Promise<void> {
  await scope.db
    .insertInto('organisation')
    .values({ organisation_id: scope.organisationId, name, created_at: nowOf(scope) })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet({ name }))
    .execute();
}
