import { Hono } from 'hono';
import { type AppContext, actingAs } from '../../src/app/context.ts';
import { loadPolicy } from '../../src/app/load-policy.ts';
import type { Actor } from '../../src/app/permissions.ts';
import { type ReceiveTransferInput, receiveTransfer } from '../../src/app/receive-transfer.ts';
import { type Clock, systemClock } from '../../src/base/clock.ts';
import { silentLog } from '../../src/base/log.ts';
import { createServerApp } from '../../src/http/app.ts';
import { startServer } from '../../src/http/server.ts';
import { partyRoutes, transferRoutes } from '../../src/http/transfer-routes.ts';
import { deliveryPath, type OwnParty } from '../../src/transfer/own-party.ts';
import { examplePolicy } from '../app/company.ts';
import { testParty } from '../support/test-party.ts';
import { type TestStore, testStore } from '../support/test-store.ts';

export type ReceivingContext = Pick<AppContext, 'actor' | 'store' | 'log' | 'policy' | 'publicUrl' | 'party'>;

/** Another controller: a Gestand with a store, a web server and keys of its own. */
export interface Neighbour extends AsyncDisposable {
  readonly test: TestStore;
  readonly party: OwnParty;
  /** Of an officer there. */
  readonly context: ReceivingContext;
  /** The ids of packages that came to its door. */
  readonly arrivals: string[];
  /** As often as this the next packages are answered with 500 instead of being received. */
  failing: number;
}

export const officerThere: Actor = { kind: 'officer', id: 'officer_2' };

/** @param secret from which its keys are made. @param port where it is; any free one when 0. */
export async function neighbour({
  secret = new Uint8Array(32).fill(21),
  maxBytes = 10_000_000,
  name = 'Garage Nieuwland B.V.',
  port = 0,
  now = '2026-11-23T09:00:00Z',
} = {}): Promise<Neighbour> {
  const stack = new AsyncDisposableStack();
  const test = stack.use(await testStore(now));
  const { store, clock } = test;
  const { file, text } = await examplePolicy();
  const { policy } = await loadPolicy(
    { actor: { kind: 'system' }, store, log: silentLog },
    { file, text: text.replace('legalName: CarConnect B.V.', `legalName: ${name}`) },
  );
  const url = `http://localhost:${port === 0 ? await freePort() : port}`;
  const party = testParty(url, { name, secret, maxBytes });
  const context: ReceivingContext = {
    actor: officerThere,
    store,
    log: silentLog,
    policy,
    publicUrl: url,
    party,
  };
  const there: Neighbour = {
    test,
    party,
    context,
    arrivals: [],
    failing: 0,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
  stack.use(
    await door(party, {
      clock,
      receive: (input) => {
        there.arrivals.push(input.transferId);
        if (there.failing-- > 0) throw new Error('this door fails, as the test wants');
        return receiveTransfer(actingAs(context, { kind: 'visitor' }), input);
      },
    }),
  );
  return there;
}

/** A web server that says who a party is, and receives for it. */
export async function door(
  party: OwnParty,
  {
    clock = systemClock,
    receive = async () => {
      throw new Error('nothing is received here');
    },
  }: {
    readonly clock?: Clock;
    readonly receive?: (input: ReceiveTransferInput) => ReturnType<typeof receiveTransfer>;
  } = {},
): Promise<AsyncDisposable> {
  const app = createServerApp({
    log: silentLog,
    clock,
    https: false,
    healthy: async () => true,
    routes: [
      { path: '/', app: partyRoutes(party) },
      { path: deliveryPath, app: transferRoutes({ receive, trustProxy: false }), streams: true },
    ],
    problemPage: (context, { status }) => context.text('problem', status as 500),
  });
  const server = await startServer({ app, port: Number(new URL(party.publicUrl).port), host: 'localhost' });
  return { [Symbol.asyncDispose]: () => server.stop() };
}

export async function freePort(): Promise<number> {
  const probe = await startServer({ app: new Hono(), port: 0, host: 'localhost' });
  await probe.stop();
  return probe.port;
}
