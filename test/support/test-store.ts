import { fixedClock } from '../../src/base/clock.ts';
import type { OrganisationId } from '../../src/base/ids.ts';
import { putOrganisation } from '../../src/store/organisation.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { storeDatabase } from './test-database.ts';

/** A store on a database of the test's own, with a clock that the test moves. */
export interface TestStore extends AsyncDisposable {
  readonly store: Store;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly url: string;
  /** Another process's view of the same organisation, or of another one. Closed with this one. */
  another(organisationId?: OrganisationId): Promise<Store>;
}

export const testSecret: Uint8Array = new Uint8Array(32).fill(7);
export const testOrganisation: OrganisationId = 'org_test';

/** `await using test = await testStore()`: the organisation is known, everything else is empty. */
export async function testStore(now = '2026-11-02T09:00:00Z'): Promise<TestStore> {
  const database = await storeDatabase();
  const clock = fixedClock(now);
  const opened: Store[] = [];
  const another = async (organisationId: OrganisationId = testOrganisation): Promise<Store> => {
    const store = await openStore({ url: database.url, organisationId, clock, secret: testSecret });
    opened.push(store);
    await putOrganisation(store, 'Testbedrijf');
    return store;
  };
  const store = await another();
  return {
    store,
    clock,
    url: database.url,
    another,
    [Symbol.asyncDispose]: async () => {
      for (const each of opened) await each.close();
      await database[Symbol.asyncDispose]();
    },
  };
}
