import { createInterface, type Interface } from 'node:readline';
import { type Readable, Writable } from 'node:stream';

/** Whoever was asked does not want to go on: Ctrl-C, or the end of what there is to read. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
  }
}

/**
 * Questions and answers, a line each: what a screen reader reads aloud and the plainest terminal shows. What was typed
 * ahead answers the next question.
 */
export interface Dialogue extends Disposable {
  /** @throws Stopped */
  ask(question: string): Promise<string>;
  /** What is typed is not shown. @throws Stopped */
  askSecret(question: string): Promise<string>;
}

export function dialogueOn(input: Readable & { readonly isTTY?: boolean }, output: Writable): Dialogue {
  let muted = false;
  const shown = new Writable({
    write: (chunk: Buffer, _, done) => {
      if (!muted) output.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input, output: shown, terminal: input.isTTY === true, historySize: 0 });
  const answers = answersOf(lines);
  const ask = async (question: string, secret: boolean): Promise<string> => {
    output.write(question);
    // The prompt is drawn again with every key: then the question would be.
    lines.setPrompt('');
    muted = secret;
    try {
      return (await answers.next()).trim();
    } finally {
      muted = false;
      if (secret) output.write('\n');
    }
  };
  return {
    ask: (question) => ask(question, false),
    askSecret: (question) => ask(question, true),
    [Symbol.dispose]: () => lines.close(),
  };
}

const interrupted = 130;

/** Lines as they come, each to the question that waits for it or that will be asked next. */
function answersOf(lines: Interface) {
  const ahead: string[] = [];
  let waiting: PromiseWithResolvers<string> | null = null;
  let ended = false;
  const stop = (): void => {
    ended = true;
    waiting?.reject(new Stopped());
    waiting = null;
  };
  lines.on('line', (line) => {
    if (waiting === null) ahead.push(line);
    else waiting.resolve(line);
    waiting = null;
  });
  lines.on('close', stop);
  lines.on('SIGINT', () => {
    const working = waiting === null;
    lines.close();
    // Nothing waits for an answer: a database is being looked at, and nothing was written.
    if (working) process.exit(interrupted);
  });
  return {
    next: async (): Promise<string> => {
      const line = ahead.shift();
      if (line !== undefined) return line;
      if (ended) throw new Stopped();
      waiting = Promise.withResolvers<string>();
      return waiting.promise;
    },
  };
}
