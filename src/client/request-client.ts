import type {
  Choices,
  CodeResult,
  NewRequest,
  OpenedRequest,
  ProblemAnswer,
  RequestList,
  RequestStatusAnswer,
} from '../contract/request-api.ts';

/*
 * The client of /api/v1, for browsers and Node alike: fetch and nothing else. Its types are those of the schemas by which the server
 * checks what it gets. It imports types alone, so that it is one module wherever it runs.
 */

export interface RequestClientOptions {
  /** Where Gestand is: `https://privacy.example.nl`. */
  readonly url: string;
  /** Asked before each call that may have one: a token your app signed for who is signed in, for this call alone. */
  readonly sessionToken?: () => string | null | Promise<string | null>;
  readonly fetch?: typeof fetch;
}

/** What opens a request that was made. Keep the token like a password. */
export interface RequestKey {
  readonly reference: string;
  readonly token: string;
}

/** Why a call was refused, in the words of the server. */
export class RequestError extends Error {
  readonly status: number;
  readonly problem: ProblemAnswer;
  /** After how many seconds to try again; null when that would not help. */
  readonly retryAfterSeconds: number | null;

  constructor(problem: ProblemAnswer, retryAfterSeconds: number | null) {
    super(problem.detail ?? problem.title);
    this.name = 'RequestError';
    this.status = problem.status;
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export interface RequestClient {
  choices(language?: 'nl' | 'en'): Promise<Choices>;
  /** Trying again with the same key opens no second request; without one a new key is taken. */
  open(request: NewRequest, options?: { readonly idempotencyKey?: string }): Promise<OpenedRequest>;
  /** The code from the mail; then the token opens the request. */
  confirm(reference: string, code: string): Promise<CodeResult>;
  resend(reference: string): Promise<void>;
  list(): Promise<RequestList>;
  status(key: RequestKey, language?: 'nl' | 'en'): Promise<RequestStatusAnswer>;
  withdraw(key: RequestKey): Promise<void>;
  /** The ZIP file, as it comes in. */
  download(key: RequestKey): Promise<Response>;
}

interface Call {
  readonly method: 'GET' | 'POST';
  readonly body?: unknown;
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** @throws RequestError from every call, when the server refuses it. */
export function requestClient(options: RequestClientOptions): RequestClient {
  const call = callerOf(options);
  const session = async () => (await options.sessionToken?.()) ?? null;
  const at = (reference: string) => `/requests/${encodeURIComponent(reference)}`;
  const read = async <T>(answer: Promise<Response>): Promise<T> => (await (await answer).json()) as T;
  return {
    choices: (language = 'nl') => read(call(`/choices?language=${language}`, { method: 'GET' })),
    open: async (request, { idempotencyKey = crypto.randomUUID() } = {}) =>
      read(
        call('/requests', {
          method: 'POST',
          body: request,
          token: await session(),
          headers: { 'Idempotency-Key': idempotencyKey },
        }),
      ),
    confirm: (reference, code) => read(call(`${at(reference)}/code`, { method: 'POST', body: { code } })),
    resend: async (reference) => {
      await call(`${at(reference)}/resend`, { method: 'POST' });
    },
    list: async () => read(call('/requests', { method: 'GET', token: await session() })),
    status: ({ reference, token }, language = 'nl') =>
      read(call(`${at(reference)}?language=${language}`, { method: 'GET', token })),
    withdraw: async ({ reference, token }) => {
      await call(`${at(reference)}/withdraw`, { method: 'POST', token });
    },
    download: ({ reference, token }) => call(`${at(reference)}/package`, { method: 'GET', token }),
  };
}

function callerOf({ url, fetch: send = fetch }: RequestClientOptions) {
  const base = `${url.replace(/\/+$/, '')}/api/v1`;
  return async (path: string, { method, body, token, headers }: Call): Promise<Response> => {
    const response = await send(`${base}${path}`, {
      method,
      headers: {
        ...headers,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token == null ? {} : { Authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.ok) return response;
    const wait = Number(response.headers.get('retry-after'));
    throw new RequestError(await problemOf(response), wait > 0 ? wait : null);
  };
}

async function problemOf(response: Response): Promise<ProblemAnswer> {
  try {
    return (await response.json()) as ProblemAnswer;
  } catch {
    // What stands between, such as a proxy, answers in its own way.
    return { type: 'about:blank', title: response.statusText, status: response.status };
  }
}
