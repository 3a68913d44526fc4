import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';

/** What the API of a recipient does with one call. */
export type Answer =
  | { readonly kind: 'receipt'; readonly id: string; readonly status?: number }
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'text'; readonly text: string }
  /** Never answers. */
  | { readonly kind: 'silence' }
  /** Closes the connection; `begun`: after the first bytes of an answer. */
  | { readonly kind: 'hang-up'; readonly begun: boolean };

/** A real HTTP server on this machine in the place of a recipient's API: `await using api = await new RecipientApi(…).open()`. */
export class RecipientApi implements AsyncDisposable {
  readonly received: {
    readonly method: string;
    readonly url: string;
    readonly headers: IncomingHttpHeaders;
    readonly body: string;
  }[] = [];
  readonly #server: Server;
  readonly #secure: boolean;
  port = 0;

  /**
   * One answer a call; what runs out gets a receipt.
   *
   * @param certificate with which it speaks HTTPS, as `localhost`.
   */
  constructor(answers: Answer[] = [], certificate?: { readonly key: string; readonly cert: string }) {
    const take = (incoming: IncomingMessage, response: ServerResponse) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const { method = '', url = '', headers } = incoming;
        this.received.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
        answer(response, answers.shift() ?? { kind: 'receipt', id: `receipt-${this.received.length}` });
      });
    };
    this.#secure = certificate !== undefined;
    this.#server = certificate === undefined ? createServer(take) : createSecureServer(certificate, take);
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(this.port, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    this.port = address.port;
    return this;
  }

  get url(): string {
    return `${this.#secure ? 'https://localhost' : 'http://127.0.0.1'}:${this.port}/notices`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}

function answer(response: ServerResponse, wanted: Answer): void {
  switch (wanted.kind) {
    case 'receipt':
      response.writeHead(wanted.status ?? 202, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: wanted.id }));
      return;
    case 'status':
      response.writeHead(wanted.status, wanted.headers);
      response.end('vera@voorbeeld.example is not known here');
      return;
    case 'text':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(wanted.text);
      return;
    case 'silence':
      return;
    case 'hang-up':
      if (!wanted.begun) {
        response.socket?.destroy();
        return;
      }
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"id":', () => response.socket?.destroy());
  }
}
