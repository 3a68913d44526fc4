import { userInfo } from 'node:os';
import { join } from 'node:path';
import { connectSources, type OpenedSources, type SecretValue } from '../app/connect-sources.ts';
import type { AppContext, PolicyContext, StoreContext } from '../app/context.ts';
import { installedParty } from '../app/installed-party.ts';
import { installedSigner } from '../app/ledger-signer.ts';
import { compileOrRefuse } from '../app/load-policy.ts';
import type { Actor } from '../app/permissions.ts';
import { type Clock, systemClock } from '../base/clock.ts';
import { keyedHash } from '../base/hash.ts';
import type { OrganisationId } from '../base/ids.ts';
import { jsonLog, type Log } from '../base/log.ts';
import type { Config } from '../config.ts';
import type { NoteSigner } from '../ledger/signed-note.ts';
import type { Policy } from '../policy/policy.ts';
import { migrate } from '../store/migrate.ts';
import { putOrganisation } from '../store/organisation.ts';
import { openStore, type Store } from '../store/store.ts';
import type { OwnParty } from '../transfer/own-party.ts';
import { type OwnDatabase, openDatabase } from './database.ts';
import { exampleSecrets } from './example.ts';
import { logFile } from './log-file.ts';
import { type Project, readPolicyFile } from './project.ts';

/** One installation serves one organisation. */
export const organisationId: OrganisationId = 'org_own';

/** An installation of Gestand, opened: its store, its project and the connections to its sources. */
export interface Installation extends AsyncDisposable {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly database: OwnDatabase;
  readonly store: Store;
  readonly signer: NoteSigner;
  readonly project: Project;
  readonly policy: Policy;
  readonly secretValue: SecretValue;
}

export interface InstallationOptions {
  readonly config: Config;
  readonly project: Project;
  /** A command beside a server that may be running. */
  readonly beside: boolean;
  readonly onStep: (text: string) => void;
}

/**
 * Opens the store and brings its tables up to date.
 *
 * @throws GestandError `store-unreachable`; `bad-configuration` with the mistakes of the policy; `conflict`.
 */
export async function openInstallation(options: InstallationOptions): Promise<Installation> {
  const { config, project, beside, onStep } = options;
  const { policy } = compileOrRefuse(readPolicyFile(project));
  const database = await openDatabase(config, { beside, onStart: () => onStep('Starting PostgreSQL') });
  try {
    await migrate(database.url);
    const clock = systemClock;
    const { secret } = config;
    const store = await openStore({ url: database.url, organisationId, clock, secret });
    await putOrganisation(store, policy.controller.name);
    return {
      config,
      clock,
      log: fileLog(config, clock),
      database,
      store,
      signer: await installedSigner(store, secret),
      project,
      policy,
      secretValue:
        project.example === null
          ? config.secretValue
          : exampleSecrets(config, { storeUrl: database.url, example: project.example }),
      [Symbol.asyncDispose]: async () => {
        await store.close();
        await database[Symbol.asyncDispose]();
      },
    };
  } catch (error) {
    await database[Symbol.asyncDispose]();
    throw error;
  }
}

/** What the use cases that need only the store work on. */
export function storeContext({ store, log }: Installation, actor: Actor): StoreContext {
  return { actor, store, log };
}

/** What the use cases work on that write to people. */
export function policyContext({ store, log, policy, config }: Installation, actor: Actor): PolicyContext {
  return { actor, store, log, policy, publicUrl: config.publicUrl };
}

/** What all use cases work on. A run that is approved here is found by the worker within seconds. */
export function appContext(installation: Installation, { sources }: OpenedSources, actor: Actor): AppContext {
  const { store, log, policy, signer, config } = installation;
  const dispatch = async (): Promise<void> => undefined;
  const party = partyOf(installation);
  return { actor, store, log, policy, sources, signer, publicUrl: config.publicUrl, party, dispatch };
}

/** Who this installation is to other controllers. */
export function partyOf({ config, policy }: Pick<Installation, 'config' | 'policy'>): OwnParty {
  const { secret, publicUrl, transferMegabytes, transferNetworks } = config;
  return installedParty(secret, organisationId, {
    name: policy.controller.legalName,
    publicUrl,
    maxBytes: transferMegabytes * 1024 * 1024,
    networks: { private: transferNetworks !== 'public', plainLoopback: transferNetworks === 'loopback' },
  });
}

export function openSources({ config, policy, secretValue }: Installation): OpenedSources {
  return connectSources(policy, secretValue, config.erasureShare);
}

/**
 * Who sits at this machine: told apart by a keyed hash of the account, because timeline and ledger take no names. Where
 * several officers share an account, each says by an id who they are.
 */
export function officerOf({ store }: Pick<Installation, 'store'>, id?: string): Actor {
  if (id !== undefined) return { kind: 'officer', id: `officer_${id}` };
  const account = keyedHash(store.keys.hashing, `account:${userInfo().username}`);
  return { kind: 'officer', id: `officer_${account.slice(0, 12)}` };
}

/** The log goes to a file: a terminal is for results. */
export function fileLog({ home }: Config, clock: Clock): Log {
  return jsonLog(logFile(join(home, 'gestand.log')), () => clock.now());
}
