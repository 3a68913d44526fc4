import type { Log } from '../base/log.ts';
import type { Policy } from '../policy/policy.ts';
import type { Source } from '../sources/source.ts';
import type { StoreScope } from '../store/store.ts';

/** What the checks of promises look at. Time is the store's clock. */
export interface PromiseContext {
  /** Outside any transaction. */
  readonly store: StoreScope;
  /** The one in force. */
  readonly policy: Policy;
  /** By id, every source of the policy that is connected. */
  readonly sources: ReadonlyMap<string, Source>;
  /** The address at which people read the statement, without a slash at the end; null: it is not fetched. */
  readonly publicUrl: string | null;
  readonly log: Log;
}
