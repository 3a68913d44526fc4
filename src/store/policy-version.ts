import { nowOf, type StoreScope } from './store.ts';

export interface PolicyVersion {
  readonly policyHash: string;
  readonly yaml: string;
  /** When it was first loaded. */
  readonly loadedAt: string;
}

/** Keeps the text of a policy that is in force from now on; the same policy is kept once. */
export async function keepPolicyVersion(
  scope: StoreScope,
  { policyHash, yaml }: Pick<PolicyVersion, 'policyHash' | 'yaml'>,
): Promise<void> {
  await scope.db
    .insertInto('policy_version')
    .values({
      organisation_id: scope.organisationId,
      policy_hash: policyHash,
      yaml,
      loaded_at: nowOf(scope),
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'policy_hash']).doNothing())
    .execute();
}

/** The policy with this hash, as a plan or statement of an earlier day refers to it. */
export async function readPolicyVersion(
  scope: StoreScope,
  policyHash: string,
): Promise<PolicyVersion | undefined> {
  const row = await scope.db
    .selectFrom('policy_version')
    .selectAll()
    .where('organisation_id', '=', scope.organisationId)
    .where('policy_hash', '=', policyHash)
    .executeTakeFirst();
  return row && { policyHash: row.policy_hash, yaml: row.yaml, loadedAt: row.loaded_at };
}
