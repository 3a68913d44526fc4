import type { Command } from 'commander';
import { acceptFittingSources } from '../../app/accept-catalogs.ts';
import type { AppContext } from '../../app/context.ts';
import { beginInbox } from '../../app/inbox-reader.ts';
import { loadPolicy, mistakesText } from '../../app/load-policy.ts';
import { publishStatement } from '../../app/publish-statement.ts';
import {
  beginRounds,
  correctionRound,
  erasedRound,
  noticeRound,
  planningRound,
  promiseRound,
  standingRound,
  tidyRound,
  traceRound,
  witnessRound,
} from '../../app/rounds.ts';
import { GestandError } from '../../base/error.ts';
import { type Config, loadConfig } from '../../config.ts';
import { projectCommand, wholeNumber } from '../common-options.ts';
import { mailDestination, startEngine } from '../engine.ts';
import { createExampleData, fewestExamplePeople, mostExamplePeople } from '../example.ts';
import { inboxOf, inboxPlace } from '../inbox.ts';
import { type Installation, openInstallation, openSources, storeContext } from '../installation.ts';
import {
  findProject,
  type Project,
  readPolicyFile,
  readStatementFiles,
  rememberProject,
} from '../project.ts';
import type { ProjectOptions, Shell } from '../shell.ts';
import { listenForStop, type StopSignal } from '../stop-signal.ts';
import { freePort, startWeb } from '../web.ts';

interface ServeOptions extends ProjectOptions {
  readonly example?: boolean;
  readonly people: number;
  readonly port?: number;
  readonly host: string;
  readonly trustProxy?: boolean;
}

const defaultPeople = 2000;

export function serveCommand(shell: Shell): Command {
  return projectCommand('serve', {
    description:
      'Publishes the statement, takes requests and carries them out, until Ctrl-C.\nWithout DATABASE_URL it runs its own PostgreSQL in .gestand.',
    examples: [
      ['serve --example', 'an invented company with 2,000 customers, to look around in'],
      ['serve', 'in the folder of policy.yaml and statement.nl.md'],
      ['serve --port 9000 --policy /etc/privacy/policy.yaml', 'from elsewhere, on another port'],
    ],
  })
    .option('--example', 'the invented company CarConnect, with databases that are made for it')
    .option(
      '--people <number>',
      'how many customers the example has when it is made',
      wholeNumber(fewestExamplePeople, mostExamplePeople),
      defaultPeople,
    )
    .option('--port <number>', 'where to listen; else PORT, else 8080', wholeNumber(0, 65_535))
    .option('--host <address>', 'where to listen: 0.0.0.0 for the whole network', '127.0.0.1')
    .option('--trust-proxy', 'a proxy of yours writes X-Forwarded-For')
    .action((options: ServeOptions) => serve(shell, options));
}

async function serve(shell: Shell, options: ServeOptions): Promise<void> {
  const { progress } = shell;
  using stop = listenForStop();
  await using running = new AsyncDisposableStack();
  try {
    const config = await withPort(loadConfig(), options);
    const project = findProject(options, config);
    const installation = running.use(
      await openInstallation({ config, project, beside: false, onStep: progress.step }),
    );
    if (stop.asked) return;
    await prepare(shell, installation, { people: options.people, signal: stop.signal });
    if (stop.asked) return;
    const opened = running.use(openSources(installation));
    progress.step('Starting the worker');
    const engine = await startEngine(installation, opened, config.publicUrl);
    running.defer(() => engine.stop());
    const web = await startWeb(engine.context, webOptions(config, project, options));
    running.defer(() => web.stop());
    progress.step('Looking at the databases');
    await acceptFittingSources(engine.context);
    const notices = noticeRound(installation.secretValue);
    running.defer(
      beginRounds(engine.context, [
        planningRound,
        notices,
        standingRound,
        erasedRound,
        correctionRound,
        traceRound,
        promiseRound,
        tidyRound,
        witnessRound({ addresses: config.witnesses, key: config.witnessKey }),
      ]),
    );
    const inbox = inboxOf(config, engine.context);
    if (inbox !== undefined) running.defer(beginInbox(inbox));
    rememberProject(config.home, project);
    progress.done();
    shell.terminal.out(greeting(engine.context, config, project));
    await untilStopped(installation, stop);
    if (shell.terminal.interactive) progress.step('Stopping');
  } catch (error) {
    // Whoever stops it does not want to read that it was stopped.
    if (error !== stop.signal.reason) throw error;
  } finally {
    await running.disposeAsync();
    progress.done();
  }
}

// The port is looked at first, and is part of the address in letters: both are known before anything starts.
async function withPort(config: Config, options: ServeOptions): Promise<Config> {
  const port = await freePort(options.port ?? config.port, options.host);
  const isDefault = config.publicUrl === `http://localhost:${config.port}`;
  return { ...config, port, publicUrl: isDefault ? `http://localhost:${port}` : config.publicUrl };
}

async function prepare(
  shell: Shell,
  installation: Installation,
  { people, signal }: { readonly people: number; readonly signal: AbortSignal },
): Promise<void> {
  const { progress } = shell;
  const { config, project, database, clock } = installation;
  const { example } = project;
  if (example !== null) {
    await createExampleData(config, {
      storeUrl: database.url,
      example,
      people,
      clock,
      onProgress: (source, table) => progress.step(`Making the example: ${source}`, table),
      signal,
    });
  }
  progress.step('Publishing the statement');
  const context = storeContext(installation, { kind: 'system' });
  const { policy } = await loadPolicy(context, readPolicyFile(project));
  const { publicUrl } = config;
  const published = await publishStatement({ ...context, policy, publicUrl }, readStatementFiles(project));
  if (published.kind === 'mistakes')
    throw new GestandError('bad-configuration', mistakesText('The statement', published.diagnostics));
}

function webOptions(config: Config, { example }: Project, options: ServeOptions) {
  return {
    config,
    port: config.port,
    host: options.host,
    trustProxy: options.trustProxy ?? false,
    mailbox: example !== null && config.smtpUrl === undefined,
  };
}

function greeting({ policy, publicUrl }: AppContext, config: Config, project: Project): string {
  const mail = mailDestination(config, project);
  const kept = project.example !== null && config.smtpUrl === undefined;
  const inbox = inboxPlace(config);
  return [
    `Gestand serves the privacy statement of ${policy.controller.name}.`,
    '',
    `  Statement  ${publicUrl}/privacy`,
    `  Requests   ${publicUrl}/request`,
    `  Mail       ${kept ? `${publicUrl}/mailbox  (${mail})` : mail}`,
    ...(inbox === undefined ? [] : [`  Inbox      reads ${inbox}`]),
    '',
    'Requests wait for you: npx gestand requests. Ctrl-C stops everything.',
    '',
  ].join('\n');
}

async function untilStopped({ database }: Installation, stop: StopSignal): Promise<void> {
  const { cluster } = database;
  if (cluster === undefined) return stop.whenAsked;
  const ended = await Promise.race([cluster.whenEnded, stop.whenAsked]);
  if (ended !== undefined && !ended.stopped) {
    throw new GestandError(
      'store-unreachable',
      `The database server stopped by itself. Its reason is at the end of ${cluster.folder}/server.log. Start Gestand again: nothing that was kept is lost.`,
    );
  }
}
