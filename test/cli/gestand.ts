import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const main = join(import.meta.dirname, '../../src/main.ts');

/** What a command said, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** What a command that went well printed as JSON. @throws Error with what it said when it did not go well. */
export function jsonOf<T = Record<string, unknown>>({ code, out, err }: Ended): T {
  if (code !== 0) throw new Error(`ended with ${code}: ${err}`);
  return JSON.parse(out) as T;
}

export interface Place {
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts the real program in a folder, with nothing of this process's own settings. */
export function startGestand(words: readonly string[], { folder, environment = {} }: Place): ChildProcess {
  const { PATH = '' } = process.env;
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...words], {
    cwd: folder,
    env: { PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a command to its end. */
export async function gestand(words: readonly string[], place: Place): Promise<Ended> {
  return ended(startGestand(words, place));
}

export async function ended(child: ChildProcess): Promise<Ended> {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('no output to read');
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err, code] = await Promise.all([text(stdout), text(stderr), closed]);
  return { code, out, err };
}
