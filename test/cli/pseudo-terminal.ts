import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Place } from './gestand.ts';

const main = join(import.meta.dirname, '../../src/main.ts');

/** The real program in a real pseudo-terminal (`script` of util-linux makes it), and somebody who reads and types. */
export class PseudoTerminal {
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;
  #screen = '';
  #read = 0;

  constructor(words: readonly string[], { folder, environment = {} }: Place) {
    const { PATH = '' } = process.env;
    const line = [process.execPath, '--disable-warning=ExperimentalWarning', main, ...words];
    const quoted = line.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
    this.#child = spawn('script', ['-qefc', quoted, '/dev/null'], {
      cwd: folder,
      env: { PATH, TERM: 'xterm', ...environment },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#child.stdout?.on('data', (chunk) => {
      this.#screen += String(chunk);
    });
    this.#ended = new Promise((resolve) => this.#child.once('close', resolve));
  }

  /** All that was shown, without the codes that move the cursor. */
  get screen(): string {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal is sent
    return this.#screen.replaceAll(/\u001b\[[0-9;?]*[A-Za-z]/g, '').replaceAll('\r', '');
  }

  /** Waits until something is shown after what was read before, and types a line. */
  async answer(question: string, line: string): Promise<void> {
    await this.read(question);
    this.#child.stdin?.write(`${line}\r`);
  }

  /** @throws Error with the whole screen when the program ended, or said nothing for minutes. */
  async read(text: string): Promise<void> {
    for (let tries = 0; tries < 2400; tries++) {
      const at = this.screen.indexOf(text, this.#read);
      if (at !== -1) {
        this.#read = at + text.length;
        return;
      }
      if (this.#child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    this.#child.kill();
    throw new Error(`“${text}” was not shown after:\n${this.screen}`);
  }

  press(keys: string): void {
    this.#child.stdin?.write(keys);
  }

  ended(): Promise<number | null> {
    return this.#ended;
  }
}

export const controlC = '\u0003';
export const endOfInput = '\u0004';
