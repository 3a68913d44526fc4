import type { Command } from 'commander';
import { beginInbox } from '../../app/inbox-reader.ts';
import { loadPolicy } from '../../app/load-policy.ts';
import { beginRounds, noticeRound, planningRound, tidyRound, witnessRound } from '../../app/rounds.ts';
import { projectCommand } from '../common-options.ts';
import { startEngine } from '../engine.ts';
import { inboxOf } from '../inbox.ts';
import { openInstallation, openSources, storeContext } from '../installation.ts';
import { readPolicyFile } from '../project.ts';
import { openProject, type ProjectOptions, type Shell } from '../shell.ts';
import { listenForStop } from '../stop-signal.ts';

export function workerCommand(shell: Shell): Command {
  return projectCommand('worker', {
    description: 'Carries out approved plans beside a server, until Ctrl-C. Start as many as you need.',
    examples: [['worker', 'with the same DATABASE_URL, secret and policy as the server']],
  }).action((options: ProjectOptions) => work(shell, options));
}

async function work(shell: Shell, options: ProjectOptions): Promise<void> {
  const { progress, terminal } = shell;
  using stop = listenForStop();
  await using running = new AsyncDisposableStack();
  const opened = openProject(options);
  const installation = running.use(
    await openInstallation({ ...opened, beside: true, onStep: progress.step }),
  );
  await loadPolicy(storeContext(installation, { kind: 'system' }), readPolicyFile(installation.project));
  const sources = running.use(openSources(installation));
  const engine = await startEngine(installation, sources, opened.config.publicUrl);
  running.defer(() => engine.stop());
  const { witnesses: addresses, witnessKey: key } = opened.config;
  const witnesses = witnessRound({ addresses, key });
  const notices = noticeRound(installation.secretValue);
  running.defer(beginRounds(engine.context, [planningRound, notices, tidyRound, witnesses]));
  const inbox = inboxOf(opened.config, engine.context);
  if (inbox !== undefined) running.defer(beginInbox(inbox));
  progress.done();
  terminal.out(`A worker for ${installation.policy.controller.name} runs. Ctrl-C stops it.\n`);
  await stop.whenAsked;
}
