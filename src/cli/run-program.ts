import { CommanderError } from 'commander';
import { systemClock } from '../base/clock.ts';
import { errorTable, GestandError } from '../base/error.ts';
import { loadConfig } from '../config.ts';
import { frameOf, problemOf } from '../http/problem.ts';
import { isUnreachable } from '../store/database-error.ts';
import { fileLog } from './installation.ts';
import { programOn } from './program.ts';
import { shellOn } from './shell.ts';
import type { Terminal } from './terminal.ts';

const usageError = errorTable['bad-input'].exit;

/**
 * Runs a command line, without the name of the program.
 *
 * @returns the exit code: 0 when all went well, 1 when a check found something, else by the table of errors.
 */
export async function runProgram(words: readonly string[], terminal: Terminal): Promise<number> {
  const shell = shellOn(terminal);
  try {
    const program = await programOn(shell, words);
    await program.parseAsync(words, { from: 'user' });
    return shell.exitCode;
  } catch (error) {
    shell.progress.done();
    // Commander has said what it had to say.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usageError;
    return tell(error, { terminal, json: words.includes('--json') });
  }
}

interface Telling {
  readonly terminal: Terminal;
  readonly json: boolean;
}

function tell(error: unknown, { terminal, json }: Telling): number {
  const known = knownError(error);
  const code = known?.code ?? 'internal';
  const reference = code === 'internal' ? keepDefect(error) : null;
  const message = messageOf(known, reference);
  terminal.err(json ? `${JSON.stringify({ error: { code, message, reference } })}\n` : `${message}\n`);
  return errorTable[code].exit;
}

function knownError(error: unknown): GestandError | undefined {
  if (error instanceof GestandError) return error;
  // Cleaning up failed as well; what went wrong first is what matters.
  if (error instanceof SuppressedError) return knownError(error.suppressed) ?? knownError(error.error);
  if (!isUnreachable(error)) return undefined;
  return new GestandError(
    'store-unreachable',
    'The database of Gestand went away. Check that it runs, and try again.',
    { cause: error },
  );
}

function messageOf(known: GestandError | undefined, reference: string | null): string {
  if (reference === null) return known?.message ?? '';
  return `internal error, reference ${reference}${known === undefined ? '' : `: ${known.message}`}`;
}

// What a defect says may quote a row; its place in our code does not.
function keepDefect(error: unknown): string {
  const { reference } = problemOf(error);
  const frame = frameOf(error);
  const code = error instanceof Error ? error.name : typeof error;
  try {
    fileLog(loadConfig(), systemClock)('error', 'command failed', {
      code,
      ...(reference === null ? {} : { reference }),
      ...(frame === null ? {} : { frame }),
    });
  } catch {
    // Without settings there is no log; the reference is told all the same.
  }
  return reference ?? 'none';
}
