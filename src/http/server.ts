import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { GestandError } from '../base/error.ts';

export interface ServerOptions {
  readonly app: Hono;
  /** Nought lets the system choose a free one. */
  readonly port: number;
  /** `127.0.0.1` for this machine alone, `0.0.0.0` for the network. */
  readonly host: string;
}

export interface RunningServer {
  readonly port: number;
  /** Takes no new requests, lets those under way finish for ten seconds, then ends them. */
  stop(): Promise<void>;
}

const graceMilliseconds = 10_000;

/**
 * Listens.
 *
 * @throws GestandError `port-in-use` when another program has the port; `bad-configuration` when this user may
 * not open it or the address is not one of this machine.
 */
export async function startServer({ app, port, host }: ServerOptions): Promise<RunningServer> {
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, port, host)));
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise<void>((resolve) => {
        const end = setTimeout(() => {
          if ('closeAllConnections' in server) server.closeAllConnections();
        }, graceMilliseconds);
        server.close(() => {
          clearTimeout(end);
          resolve();
        });
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}

function listenError(error: Error, port: number, host: string): Error {
  switch ('code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return new GestandError(
        'port-in-use',
        `Port ${port} is in use by another program. Stop that program, or start Gestand on another port.`,
        { cause: error },
      );
    case 'EACCES':
      return new GestandError(
        'bad-configuration',
        `This user may not open port ${port}. Choose a port above 1023.`,
        { cause: error },
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new GestandError('bad-configuration', `${host} is not an address of this machine.`, {
        cause: error,
      });
    default:
      return error;
  }
}
