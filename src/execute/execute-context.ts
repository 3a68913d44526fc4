import type { Log } from '../base/log.ts';
import type { DataMap } from '../catalog/data-map.ts';
import type { Language } from '../domain/language.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { Policy } from '../policy/policy.ts';
import type { Source } from '../sources/source.ts';
import type { SignHead } from '../store/ledger-entry.ts';
import type { StoreScope } from '../store/store.ts';
import type { OwnParty } from '../transfer/own-party.ts';
import type { FaultPoint } from './fault-points.ts';

/** Everything the execution of plans works with, for one organisation. Time is the store's clock. */
export interface ExecuteContext {
  /** Outside any transaction. */
  readonly store: StoreScope;
  readonly policy: Policy;
  /** By id, every source a plan may name. */
  readonly sources: ReadonlyMap<string, Source>;
  /** By source, as of the last introspection. */
  readonly maps: ReadonlyMap<string, DataMap>;
  readonly log: Log;
  readonly mailer: Mailer;
  /** Signs the head of the ledger. */
  readonly signHead: SignHead;
  /** For the encrypted, nameless files in which a large table waits for its place in a package. */
  readonly spoolFolder: string;
  /** The whole web address at which a person finds their package; `token` is its only key. */
  readonly packageLink: (place: PackagePlace) => string;
  /** Who we are to whom data are handed over. */
  readonly party: OwnParty;
  readonly faultPoint: FaultPoint;
  readonly limits?: Partial<ExecuteLimits>;
  readonly onProgress?: (progress: StepProgress) => void;
}

export interface PackagePlace {
  readonly reference: string;
  readonly token: string;
  readonly language: Language;
}

export interface ExecuteLimits {
  /** A node that is silent for so long may be taken for dead. */
  readonly leaseSeconds: number;
  /** An erasure of many people commits in parts of about so many rows, where the source can. */
  readonly batchRows: number;
  /** How long the link to a package works. */
  readonly packageDays: number;
  /** How often delivering to another party is tried before the person receives the link instead. */
  readonly pushAttempts: number;
}

export interface StepProgress {
  readonly runId: string;
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

const defaultLimits: ExecuteLimits = {
  leaseSeconds: 60,
  batchRows: 10_000,
  packageDays: 14,
  pushAttempts: 20,
};

export function limitsOf(context: ExecuteContext): ExecuteLimits {
  return { ...defaultLimits, ...context.limits };
}
