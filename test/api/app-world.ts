import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { liveAppServices } from '../../src/app/app-services-live.ts';
import { sessionReader } from '../../src/app/session-token.ts';
import { present } from '../../src/base/assert.ts';
import {
  type RequestClient,
  type RequestClientOptions,
  requestClient,
} from '../../src/client/request-client.ts';
import { apiPath, requestApi } from '../../src/http/api/request-api.ts';
import { createServerApp } from '../../src/http/app.ts';
import { startServer } from '../../src/http/server.ts';
import { listMails } from '../../src/store/outbox-mail.ts';
import { type Company, exampleCompany, publicUrl } from '../app/company.ts';

/** The example company with the API of its own app on a real port, and the key with which that app signs. */
export interface AppWorld extends AsyncDisposable {
  readonly company: Company;
  readonly url: string;
  client(options?: Partial<RequestClientOptions>): RequestClient;
  /** What the app says of who is signed in. */
  session(claims: Readonly<Record<string, unknown>>): Promise<string>;
  /** The code in the newest letter with one to this address. */
  codeTo(email: string): Promise<string>;
  /** The kinds of letters are told by their subjects: what went to this address, the newest first. */
  lettersTo(email: string): Promise<readonly { readonly subject: string; readonly text: string }[]>;
}

export async function appWorld({
  origins = [],
  amended,
}: {
  readonly origins?: readonly string[];
  readonly amended?: (text: string) => string;
} = {}): Promise<AppWorld> {
  const stack = new AsyncDisposableStack();
  const company = stack.use(await exampleCompany(amended === undefined ? {} : { amended }));
  const { app, test } = company;
  const pair = await generateKeyPair('EdDSA', { extractable: true });
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'app-1' }] });
  const services = liveAppServices(app, { readSession: sessionReader(keys, publicUrl) });
  const server = await startServer({
    app: createServerApp({
      log: app.log,
      clock: test.clock,
      https: false,
      healthy: async () => true,
      routes: [{ path: apiPath, app: requestApi({ services, publicUrl, trustProxy: true, origins }) }],
      problemPage: (context) => context.text('a page', 404),
    }),
    port: 0,
    host: '127.0.0.1',
  });
  stack.defer(() => server.stop());
  const url = `http://127.0.0.1:${server.port}`;
  let tokens = 0;
  const lettersTo = async (email: string) =>
    (await listMails(test.store, { limit: 1000 })).filter(({ to }) => to === email);
  return {
    company,
    url,
    client: (options = {}) => requestClient({ url, ...options }),
    session: (claims) => {
      const iat = Math.floor(test.clock.now().epochMilliseconds / 1000);
      return new SignJWT({ iat, exp: iat + 60, jti: `token-${tokens++}`, aud: publicUrl, ...claims })
        .setProtectedHeader({ alg: 'EdDSA', kid: 'app-1' })
        .sign(pair.privateKey);
    },
    codeTo: async (email) => {
      const letter = (await lettersTo(email)).find(({ subject }) => /code/i.test(subject));
      const [, first, second] =
        /\b(\d{3}) (\d{3})\b/.exec(present(letter, 'a letter with a code').text) ?? [];
      return `${first}${second}`;
    },
    lettersTo,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
