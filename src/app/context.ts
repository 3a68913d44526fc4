import type { RunId } from '../base/ids.ts';
import type { Log } from '../base/log.ts';
import type { NoteSigner } from '../ledger/signed-note.ts';
import type { Policy } from '../policy/policy.ts';
import type { Source } from '../sources/source.ts';
import type { StoreScope } from '../store/store.ts';
import type { OwnParty } from '../transfer/own-party.ts';
import type { Actor } from './permissions.ts';

/** What a use case that only needs our own store works on. Its clock is the store's. */
export interface StoreContext {
  readonly actor: Actor;
  readonly store: StoreScope;
  readonly log: Log;
}

/** Adds what the organisation does with personal data, and where people find it. */
export interface PolicyContext extends StoreContext {
  readonly policy: Policy;
  /** The address people see, without a slash at the end. */
  readonly publicUrl: string;
}

/** Adds the connected systems, by id. */
export interface SourcesContext {
  readonly policy: Policy;
  readonly sources: ReadonlyMap<string, Source>;
}

/** Adds who we are to other controllers, to whom people take their data along. */
export interface PartyContext {
  readonly party: OwnParty;
}

/** Tells the workers that a run waits. Losing the message loses time, not the run: workers also look themselves. */
export type Dispatch = (runId: RunId) => Promise<void>;

export interface AppContext extends PolicyContext, SourcesContext, PartyContext {
  readonly dispatch: Dispatch;
  /** Signs the head of the ledger. */
  readonly signer: NoteSigner;
}

/** The same context for somebody else. */
export function actingAs<Context extends StoreContext>(context: Context, actor: Actor): Context {
  return { ...context, actor };
}
