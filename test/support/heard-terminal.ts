import type { Terminal } from '../../src/cli/terminal.ts';

/** A terminal that keeps what was said on it. Nobody sits there, unless an answer to every question is given. */
export interface HeardTerminal extends Terminal {
  readonly heard: { out: string; err: string };
}

export function heardTerminal({
  screen = false,
  answer,
  input = '',
}: {
  readonly screen?: boolean;
  readonly answer?: string | undefined;
  /** What another program hands over. */
  readonly input?: string;
} = {}): HeardTerminal {
  const heard = { out: '', err: '' };
  return {
    heard,
    out: (text) => {
      heard.out += text;
    },
    err: (text) => {
      heard.err += text;
    },
    interactive: answer !== undefined,
    screen,
    readToEnd: async () => input,
    ask: async () => answer ?? '',
    converse: () => {
      throw new Error('nobody is here for a conversation');
    },
  };
}
