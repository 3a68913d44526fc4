import { Command } from 'commander';
import { approveCommand } from './commands/approve.ts';
import { attestCommand } from './commands/attest.ts';
import { checkCommand } from './commands/check.ts';
import { explainCommand } from './commands/explain.ts';
import { identifyCommand } from './commands/identify.ts';
import { importCommand } from './commands/import.ts';
import { initCommand } from './commands/init.ts';
import { lawCommand } from './commands/law.ts';
import { ledgerCommand } from './commands/ledger.ts';
import { mapCommand } from './commands/map.ts';
import { planCommand } from './commands/plan.ts';
import { promisesCommand } from './commands/promises.ts';
import { registerCommand } from './commands/register.ts';
import { requestsCommand } from './commands/requests.ts';
import { serveCommand } from './commands/serve.ts';
import { statementCommand } from './commands/statement.ts';
import { tasksCommand } from './commands/tasks.ts';
import { workerCommand } from './commands/worker.ts';
import type { Shell } from './shell.ts';

const about = `Makes a privacy statement keep its word.

A project is a folder with policy.yaml, statement.nl.md and statement.en.md. Commands look for it in this folder, elsewhere with --policy FILE, and else take what "gestand serve" serves from here.`;

const footer = `
Exit codes: 0 done, 1 the check found something, 2 wrong input or settings, 3 not found, 4 not allowed,
5 not now, 6 a database or port cannot be used, 70 a defect in Gestand.`;

/** Every command of Gestand. */
export function programOn(shell: Shell): Command {
  const program = new Command('gestand')
    .description(about)
    .addHelpText('after', footer)
    .showSuggestionAfterError()
    .showHelpAfterError('(add --help for what can be asked)');
  const commands = [
    serveCommand,
    workerCommand,
    initCommand,
    checkCommand,
    explainCommand,
    mapCommand,
    importCommand,
    planCommand,
    requestsCommand,
    identifyCommand,
    approveCommand,
    tasksCommand,
    attestCommand,
    promisesCommand,
    registerCommand,
    ledgerCommand,
    lawCommand,
    statementCommand,
  ];
  for (const make of commands) program.addCommand(make(shell));
  settle(program, shell);
  return program;
}

// Subcommands that were made elsewhere inherit nothing: each is told where to write and not to end the process.
function settle(command: Command, shell: Shell): void {
  const { terminal } = shell;
  command.exitOverride().configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  for (const child of command.commands) settle(child, shell);
}
