import { Hono } from 'hono';
import { liveAppServices } from '../app/app-services-live.ts';
import { type AppContext, actingAs } from '../app/context.ts';
import { mayUse } from '../app/may-use.ts';
import { livePortalServices } from '../app/portal-services-live.ts';
import { receiveTransfer } from '../app/receive-transfer.ts';
import { type SessionReader, sessionReader } from '../app/session-token.ts';
import type { Config } from '../config.ts';
import { accessEvaluationApi } from '../http/access-evaluation.ts';
import { apiPath, requestApi } from '../http/api/request-api.ts';
import { createServerApp } from '../http/app.ts';
import { type RunningServer, startServer } from '../http/server.ts';
import { partyRoutes, transferRoutes } from '../http/transfer-routes.ts';
import { createPortal, createProblemPage } from '../portal/portal.ts';
import { countUnsequenced } from '../store/ledger-entry.ts';
import { deliveryPath } from '../transfer/own-party.ts';
import { senderOf } from './engine.ts';

export interface WebOptions {
  readonly config: Config;
  readonly port: number;
  readonly host: string;
  /** Whether a proxy of ours writes `X-Forwarded-For`. */
  readonly trustProxy: boolean;
  /** Whether anybody may read all mail: where everybody in it is invented. */
  readonly mailbox: boolean;
}

/**
 * The port that will be listened on, found free; a free one when 0 is asked for. Asked before anything else is
 * started: a port in use should cost nobody a minute.
 *
 * @throws GestandError `port-in-use`; `bad-configuration`.
 */
export async function freePort(port: number, host: string): Promise<number> {
  const probe = await startServer({ app: new Hono(), port, host });
  await probe.stop();
  return probe.port;
}

/** @throws GestandError `port-in-use`; `bad-configuration`. */
export async function startWeb(context: AppContext, options: WebOptions): Promise<RunningServer> {
  const { config, port, host, trustProxy, mailbox } = options;
  const { publicUrl, policy, store, log, party } = context;
  const visitor = actingAs(context, { kind: 'visitor' });
  const sender = senderOf(config, policy.controller);
  const mailboxFrom = mailbox ? `${sender.name} <${sender.address}>` : null;
  const services = livePortalServices(context, { mailboxFrom });
  const app = createServerApp({
    log,
    clock: store.clock,
    https: publicUrl.startsWith('https:'),
    healthy: async () => (await countUnsequenced(store)) >= 0,
    routes: [
      { path: '/', app: partyRoutes(party) },
      {
        path: deliveryPath,
        app: transferRoutes({ receive: (input) => receiveTransfer(visitor, input), trustProxy }),
        streams: true,
      },
      {
        path: '/',
        app: accessEvaluationApi({
          token: config.accessToken,
          publicUrl,
          mayUse: (asked) => mayUse(actingAs(context, { kind: 'program' }), asked),
        }),
      },
      {
        path: apiPath,
        app: requestApi({
          services: liveAppServices(context, { readSession: readSessionOf(config, publicUrl) }),
          publicUrl,
          trustProxy,
          origins: config.appOrigins,
        }),
      },
      {
        path: '/',
        app: createPortal({ services, publicOrigin: new URL(publicUrl).origin, trustProxy }),
      },
    ],
    problemPage: createProblemPage(services),
  });
  return startServer({ app, port, host });
}

function readSessionOf({ appKeys }: Config, publicUrl: string): SessionReader | null {
  return appKeys === undefined ? null : sessionReader(appKeys, publicUrl);
}
