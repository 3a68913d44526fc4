import { setTimeout as sleep } from 'node:timers/promises';
import { Agent } from 'undici';
import type { HttpLimits } from '../../policy/http-source.ts';
import { type Endpoint, httpFailure, networkCode, networkFailure } from './failure.ts';
import { retryAfterSeconds } from './retry-after.ts';
import { Turns } from './turns.ts';

/** Where an API is, and what each request carries. */
export interface HttpPlace {
  readonly source: string;
  readonly base: URL;
  /** Names in lower case. Holds a secret: never told. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly limits: HttpLimits;
}

export interface HttpCall {
  readonly endpoint: Endpoint;
  readonly method: string;
  readonly url: URL;
  readonly body: { readonly text: string; readonly contentType: string } | null;
  /** Making it twice does what making it once does. */
  readonly repeatable: boolean;
}

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly link: string;
  readonly bytes: Uint8Array;
  /** The whole address that answered. */
  readonly url: URL;
}

/** Waits and tries again where that may help; what it returns may still be a refusal. */
export interface HttpClient {
  /** @throws GestandError `source-unreachable`, `source-failed`, `limit-exceeded` */
  call(call: HttpCall): Promise<HttpAnswer>;
  close(): Promise<void>;
}

const mostRedirects = 3;
const firstPauseSeconds = 0.25;
const longestPauseSeconds = 20;
/** Beyond it the caller is told; a run then tries again later. */
const longestAskedSeconds = 60;
const connections = 4;
/** Too many requests; a gateway that has no answer, or an API that is being mended. */
const passingStatuses: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export function httpClient(place: HttpPlace): HttpClient {
  const { limits } = place;
  const turns = new Turns(limits.requestsPerSecond);
  const closing = new AbortController();
  const agent = new Agent({
    connections,
    connectTimeout: limits.timeoutSeconds * 1000,
    headersTimeout: limits.timeoutSeconds * 1000,
    bodyTimeout: limits.timeoutSeconds * 1000,
    maxResponseSize: limits.megabytes * 1024 * 1024,
  });
  const once = (call: HttpCall): Promise<Outcome> => tryOnce({ agent, place, closing: closing.signal }, call);
  return {
    call: async (call) => {
      for (let attempt = 1; ; attempt++) {
        await turns.take(closing.signal);
        const outcome = await once(call);
        const again = whenAgain(outcome, { call, attempt });
        if (again === null) {
          if (outcome.kind === 'none') throw outcome.failure(call.endpoint);
          return outcome.answer;
        }
        if (attempt >= limits.attempts || again.seconds > longestAskedSeconds)
          throw givenUp(call, outcome, again);
        // Who is asked to wait does not send others ahead.
        if (again.asked) turns.pause(again.seconds);
        else await sleep(again.seconds * 1000, undefined, { signal: closing.signal });
      }
    },
    close: async () => {
      closing.abort();
      await agent.destroy();
    },
  };
}

type Outcome =
  | { readonly kind: 'answer'; readonly answer: HttpAnswer; readonly asked: number | null }
  | {
      readonly kind: 'none';
      readonly passing: boolean;
      readonly unsent: boolean;
      readonly failure: (endpoint: Endpoint) => Error;
    };

interface Again {
  readonly seconds: number;
  /** By the API itself. */
  readonly asked: boolean;
}

/** Null: never. */
function whenAgain(
  outcome: Outcome,
  { call, attempt }: { readonly call: HttpCall; readonly attempt: number },
): Again | null {
  const pause = Math.min(firstPauseSeconds * 2 ** (attempt - 1), longestPauseSeconds);
  // Half of it at random: callers that failed together do not come back together.
  const backoff = { seconds: pause * (0.5 + Math.random() / 2), asked: false };
  if (outcome.kind === 'none') return outcome.passing && (call.repeatable || outcome.unsent) ? backoff : null;
  const { status } = outcome.answer;
  // A 429 says that nothing was done; after a 503 nobody knows.
  if (!passingStatuses.has(status) || !(call.repeatable || status === 429)) return null;
  return outcome.asked === null ? backoff : { seconds: outcome.asked, asked: true };
}

function givenUp({ endpoint }: HttpCall, outcome: Outcome, { seconds, asked }: Again): Error {
  if (outcome.kind === 'none') return outcome.failure(endpoint);
  const { status } = outcome.answer;
  const wait = asked ? ` and asks to wait ${Math.ceil(seconds)} seconds` : '';
  return httpFailure(endpoint, 'source-unreachable', `is answered with ${status}${wait}; try again later`);
}

interface Connection {
  readonly agent: Agent;
  readonly place: HttpPlace;
  readonly closing: AbortSignal;
}

/** With the redirects that stay where the credentials may go. */
async function tryOnce(connection: Connection, call: HttpCall): Promise<Outcome> {
  const { base } = connection.place;
  let { url } = call;
  for (let hop = 0; ; hop++) {
    const outcome = await send(connection, call, url);
    if (outcome.kind === 'none' || !redirects.has(outcome.answer.status)) return outcome;
    const to = outcome.location === undefined ? null : URL.parse(outcome.location, url);
    const refused = refusalOf({ call, to, base, hop });
    if (to === null || refused !== null) {
      return {
        kind: 'none',
        passing: false,
        unsent: false,
        failure: (endpoint) => httpFailure(endpoint, 'source-failed', refused ?? 'is sent on to nowhere'),
      };
    }
    url = to;
  }
}

function refusalOf({
  call,
  to,
  base,
  hop,
}: {
  readonly call: HttpCall;
  readonly to: URL | null;
  readonly base: URL;
  readonly hop: number;
}): string | null {
  if (to !== null && to.origin !== base.origin)
    return 'is sent on to another server, where its credentials must not go; put the right address in the setting';
  if (call.method !== 'GET')
    return 'is sent on to another address, where a change is not made; correct the path';
  return hop >= mostRedirects ? 'is sent on and on' : null;
}

type Sent = Outcome & { readonly location?: string | undefined };

async function send({ agent, place, closing }: Connection, call: HttpCall, url: URL): Promise<Sent> {
  const { timeoutSeconds, megabytes } = place.limits;
  try {
    const { statusCode, headers, body } = await agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: call.method as 'GET',
      headers: {
        accept: 'application/json',
        'user-agent': 'gestand',
        ...place.credentials,
        ...(call.body === null ? {} : { 'content-type': call.body.contentType }),
      },
      body: call.body?.text ?? null,
      signal: AbortSignal.any([closing, AbortSignal.timeout(timeoutSeconds * 1000)]),
    });
    const bytes = await body.bytes();
    const one = (name: string) => [headers[name]].flat().join(', ');
    return {
      kind: 'answer',
      answer: { status: statusCode, contentType: one('content-type'), link: one('link'), bytes, url },
      asked: retryAfterSeconds({
        'retry-after': headers['retry-after'] as string,
        date: headers['date'] as string,
      }),
      location: headers['location'] === undefined ? undefined : one('location'),
    };
  } catch (error) {
    const code = networkCode(error);
    if (code === null || closing.aborted) throw error;
    if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') {
      const what = `is answered with more than ${megabytes} megabytes; ask for smaller pages, or raise "megabytes" in its limits`;
      const failure = (endpoint: Endpoint) => httpFailure(endpoint, 'limit-exceeded', what);
      return { kind: 'none', passing: false, unsent: false, failure };
    }
    const { advice, passing, unsent } = networkFailure(code);
    return { kind: 'none', passing, unsent, failure: (at) => httpFailure(at, 'source-unreachable', advice) };
  }
}
