import type { Terminal } from './terminal.ts';

/** Tells on the error output how far long work is: one line that changes for a person, a line a step for a log. */
export interface Progress {
  step(text: string): void;
  done(): void;
}

const clearLine = '\r\u001b[2K';

export function progressOn(terminal: Terminal): Progress {
  let last = '';
  let shown = false;
  return {
    step: (text) => {
      if (text === last) return;
      last = text;
      shown = true;
      terminal.err(terminal.interactive ? `${clearLine}${text}` : `${text}\n`);
    },
    done: () => {
      if (shown && terminal.interactive) terminal.err(clearLine);
      shown = false;
      last = '';
    },
  };
}
