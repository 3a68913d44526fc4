import { Command } from 'commander';
import type { Shell } from './shell.ts';

const about = `Makes a privacy statement keep its word.

A project is a folder with policy.yaml, statement.nl.md and statement.en.md. Commands look for it in this folder, elsewhere with --policy FILE, and else take what "gestand serve" serves from here.`;

const footer = `
Exit codes: 0 done, 1 the check found something, 2 wrong input or settings, 3 not found, 4 not allowed,
5 not now, 6 a database or port cannot be used, 70 a defect in Gestand.`;

/**
 * Every command, in the order in which help lists them. One is loaded when it is asked for: what all of them need together (the
 * web server, mail, the job engine) takes longer to load than most commands take to run.
 */
const commands: Readonly<Record<string, () => Promise<(shell: Shell) => Command>>> = {
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  worker: async () => (await import('./commands/worker.ts')).workerCommand,
  init: async () => (await import('./commands/init.ts')).initCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  map: async () => (await import('./commands/map.ts')).mapCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  plan: async () => (await import('./commands/plan.ts')).planCommand,
  requests: async () => (await import('./commands/requests.ts')).requestsCommand,
  messages: async () => (await import('./commands/messages.ts')).messagesCommand,
  identify: async () => (await import('./commands/identify.ts')).identifyCommand,
  rectify: async () => (await import('./commands/rectify.ts')).rectifyCommand,
  approve: async () => (await import('./commands/approve.ts')).approveCommand,
  'may-use': async () => (await import('./commands/may-use.ts')).mayUseCommand,
  tasks: async () => (await import('./commands/tasks.ts')).tasksCommand,
  transfers: async () => (await import('./commands/transfers.ts')).transfersCommand,
  attest: async () => (await import('./commands/attest.ts')).attestCommand,
  notices: async () => (await import('./commands/notices.ts')).noticesCommand,
  disclosures: async () => (await import('./commands/disclosures.ts')).disclosuresCommand,
  promises: async () => (await import('./commands/promises.ts')).promisesCommand,
  sources: async () => (await import('./commands/sources.ts')).sourcesCommand,
  register: async () => (await import('./commands/register.ts')).registerCommand,
  ledger: async () => (await import('./commands/ledger.ts')).ledgerCommand,
  dossier: async () => (await import('./commands/dossier.ts')).dossierCommand,
  law: async () => (await import('./commands/law.ts')).lawCommand,
  statement: async () => (await import('./commands/statement.ts')).statementCommand,
};

/** The command that these words ask for; all of them when they ask for none of them, so for help. */
export async function programOn(shell: Shell, [first = '']: readonly string[]): Promise<Command> {
  const program = new Command('gestand')
    .description(about)
    .addHelpText('after', footer)
    .showSuggestionAfterError()
    .showHelpAfterError('(add --help for what can be asked)');
  const asked = Object.hasOwn(commands, first) ? commands[first] : undefined;
  for (const load of asked === undefined ? Object.values(commands) : [asked])
    program.addCommand((await load())(shell));
  settle(program, shell);
  return program;
}

// Subcommands that were made elsewhere inherit nothing: each is told where to write and not to end the process.
function settle(command: Command, shell: Shell): void {
  const { terminal } = shell;
  command.exitOverride().configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  for (const child of command.commands) settle(child, shell);
}
