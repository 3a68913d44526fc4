import { runProgram } from './cli/run-program.ts';
import { terminalOf } from './cli/terminal.ts';

// A reader that stops reading, as `head` does, is no defect.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runProgram(
  process.argv.slice(2),
  terminalOf({ input: process.stdin, output: process.stdout, errors: process.stderr }),
);
