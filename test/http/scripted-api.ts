import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './self-signed.ts';

export interface ApiRequest {
  /** `GET /customers?email=a` */
  readonly line: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
  /** In milliseconds. */
  readonly at: number;
  /** How often this line came, this time included. */
  readonly time: number;
}

/** What a test lets its API say: JSON, or whatever it does to the bare answer. */
export type Reply =
  | { readonly status?: number; readonly json: unknown; readonly headers?: Readonly<Record<string, string>> }
  | { readonly bare: (response: ServerResponse) => void };

/** A real server that says what a test tells it to. */
export interface ScriptedApi extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly ApiRequest[];
  readonly lines: readonly string[];
}

export async function scriptedApi(
  script: (request: ApiRequest) => Reply,
  { tls = false }: { readonly tls?: boolean } = {},
): Promise<ScriptedApi> {
  const requests: ApiRequest[] = [];
  const listen = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    const url = new URL(incoming.url ?? '', 'http://api');
    const line = `${incoming.method} ${incoming.url}`;
    const request: ApiRequest = {
      line,
      method: incoming.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: incoming.headers,
      body: parts.length === 0 ? null : JSON.parse(Buffer.concat(parts).toString('utf8')),
      at: performance.now(),
      time: requests.filter((before) => before.line === line).length + 1,
    };
    requests.push(request);
    const reply = script(request);
    if ('bare' in reply) return reply.bare(response);
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
    response.end(JSON.stringify(reply.json));
  };
  const handle = (incoming: IncomingMessage, response: ServerResponse) => void listen(incoming, response);
  const server: Server = tls ? createTlsServer(selfSigned, handle) : createServer(handle);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: tls ? `https://localhost:${port}` : `http://127.0.0.1:${port}`,
    requests,
    get lines() {
      return requests.map(({ line }) => line);
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
