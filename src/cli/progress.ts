import type { Terminal } from './terminal.ts';

/** Tells on the error output how far long work is: one line that changes for a person, a line a step for a log. */
export interface Progress {
  /** `detail` only for a person: in a log it would be a line each. */
  step(text: string, detail?: string): void;
  done(): void;
}

const clearLine = '\r\u001b[2K';

export function progressOn(terminal: Terminal): Progress {
  let last = '';
  let shown = false;
  return {
    step: (text, detail) => {
      const line = terminal.interactive && detail !== undefined ? `${text}, ${detail}` : text;
      if (line === last) return;
      last = line;
      shown = true;
      terminal.err(terminal.interactive ? `${clearLine}${line}` : `${line}\n`);
    },
    done: () => {
      if (shown && terminal.interactive) terminal.err(clearLine);
      shown = false;
      last = '';
    },
  };
}
