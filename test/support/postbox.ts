import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** Answers with these SMTP codes to RCPT TO, then to DATA, one a try; what runs out is accepted. */
export interface Answers {
  readonly recipient?: number[];
  readonly data?: number[];
  readonly authentication?: number[];
}

/** A real SMTP server on this machine, and what it received: `await using postbox = await new Postbox().open()`. */
export class Postbox implements AsyncDisposable {
  readonly received: {
    readonly parsed: ParsedMail;
    readonly recipients: readonly string[];
    readonly raw: string;
  }[] = [];
  readonly #server: SMTPServer;
  port = 0;

  constructor({ recipient = [], data = [], authentication = [] }: Answers = {}) {
    const answer = (codes: number[]): Error | null => {
      const code = codes.shift();
      return code === undefined
        ? null
        : Object.assign(new Error('zoe.van-t-hof@example.org is not welcome'), { responseCode: code });
    };
    this.#server = new SMTPServer({
      authOptional: true,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      onAuth: (_auth, _session, callback) => callback(answer(authentication), { user: 'gestand' }),
      onRcptTo: (_address, _session, callback) => callback(answer(recipient)),
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', async () => {
          const refusal = answer(data);
          if (refusal !== null) return callback(refusal);
          const raw = Buffer.concat(chunks);
          this.received.push({
            parsed: await simpleParser(raw),
            recipients: session.envelope.rcptTo.map(({ address }) => address),
            raw: raw.toString('latin1'),
          });
          callback();
        });
      },
    });
    // A client that hangs up is one of the tests.
    this.#server.on('error', () => undefined);
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    this.port = address.port;
    return this;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
