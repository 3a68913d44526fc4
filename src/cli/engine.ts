import { join } from 'node:path';
import { statusLink } from '../app/case-letter.ts';
import type { OpenedSources } from '../app/connect-sources.ts';
import type { AppContext } from '../app/context.ts';
import { headSigner } from '../app/ledger-signer.ts';
import type { Config } from '../config.ts';
import { startWorker } from '../execute/dispatch.ts';
import type { ExecuteContext } from '../execute/execute-context.ts';
import { faultAt } from '../execute/fault-points.ts';
import { keptMailer, type Mailer } from '../mail/mailer.ts';
import type { Sender } from '../mail/message.ts';
import { missingMailer } from '../mail/missing-mailer.ts';
import { smtpMailer } from '../mail/smtp-mailer.ts';
import { parseSmtpUrl } from '../mail/smtp-url.ts';
import type { Controller } from '../policy/policy.ts';
import { appContext, type Installation, partyOf } from './installation.ts';
import type { Project } from './project.ts';

/** What carries out plans, sends mail and keeps the ledger in order; until it is stopped. */
export interface Engine {
  /** The context of the system, whose approvals are carried out at once. */
  readonly context: AppContext;
  stop(): Promise<void>;
}

/**
 * Starts a worker on an installation.
 *
 * @throws GestandError `store-unreachable`; `bad-configuration` when mail cannot be sent as it is set up.
 */
export async function startEngine(
  installation: Installation,
  opened: OpenedSources,
  publicUrl: string,
): Promise<Engine> {
  const execution = executeContext(installation, opened, publicUrl);
  const { mailer } = execution;
  const worker = await startWorker(execution, { databaseUrl: installation.database.url });
  const context: AppContext = {
    ...appContext(installation, opened, { kind: 'system' }),
    publicUrl,
    dispatch: (runId) => worker.dispatch(runId),
  };
  return {
    context,
    stop: async () => {
      await worker.stop();
      await mailer.close();
    },
  };
}

/**
 * What a run is carried out with; whoever asks for it closes its mailer.
 *
 * @throws GestandError `bad-configuration` when mail cannot be sent as it is set up.
 */
export function executeContext(
  installation: Installation,
  opened: OpenedSources,
  publicUrl: string,
): ExecuteContext {
  const { store, log, policy, config, signer, project } = installation;
  return {
    store,
    policy,
    sources: opened.sources,
    maps: opened.maps,
    log,
    mailer: mailerOf(config, { controller: policy.controller, example: project.example }),
    signHead: headSigner(signer),
    spoolFolder: join(config.home, 'spool'),
    party: partyOf(installation),
    packageLink: (place) => statusLink(publicUrl, place),
    faultPoint: faultAt(config.fault),
  };
}

/** Where mail ends up, in words for whoever started this. */
export function mailDestination(config: Config, { example }: Project): string {
  if (config.smtpUrl !== undefined) {
    const { host, port } = parseSmtpUrl(config.smtpUrl);
    return `leaves through ${host}:${port}`;
  }
  return example !== null ? 'kept, to be read here' : 'waits: set SMTP_URL to send it';
}

/** The sender of mail: as the settings say, else the controller. */
export function senderOf({ mailFrom }: Config, { name, email }: Controller): Sender {
  if (mailFrom === undefined) return { name, address: email };
  const [, given, address] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(mailFrom) ?? [];
  return address === undefined
    ? { name, address: mailFrom.trim() }
    : { name: given === undefined || given === '' ? name : given.replace(/^"(.*)"$/, '$1'), address };
}

function mailerOf(
  config: Config,
  { controller, example }: { readonly controller: Controller; readonly example: Project['example'] },
): Mailer {
  if (config.smtpUrl !== undefined) return smtpMailer(config.smtpUrl, senderOf(config, controller));
  return example !== null ? keptMailer : missingMailer;
}
