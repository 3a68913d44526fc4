import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type Dialogue, dialogueOn } from './dialogue.ts';

/** Where a command reads and writes. Results go to `out`, everything about the work itself to `err`. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Somebody sits there: progress may overwrite its line, and questions can be answered. */
  readonly interactive: boolean;
  /** What goes to `out` is read from a screen and ends in no file: only there are a person's identities shown. */
  readonly screen: boolean;
  /** @param question ends without a line break. */
  ask(question: string): Promise<string>;
  /** All that comes in, to its end: a text that another program hands over. */
  readToEnd(): Promise<string>;
  /** For more than one question. */
  converse(): Dialogue;
}

type Stream = Writable & { readonly isTTY?: boolean };

export function terminalOf(streams: {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Stream;
  readonly errors: Stream;
}): Terminal {
  const { input, output, errors } = streams;
  return {
    out: (text) => void output.write(text),
    err: (text) => void errors.write(text),
    interactive: input.isTTY === true && errors.isTTY === true,
    screen: output.isTTY === true,
    ask: async (question) => {
      const lines = createInterface({ input, output: errors });
      try {
        return await lines.question(question);
      } finally {
        lines.close();
      }
    },
    readToEnd: () => text(input),
    converse: () => dialogueOn(input, errors),
  };
}
