import type { Command } from 'commander';
import { approvePlan } from '../../app/approve-plan.ts';
import { refusalIsProposed } from '../../app/proposed-refusal.ts';
import type { ShownPlan } from '../../app/request-view.ts';
import { type ShownRequest, showRequest } from '../../app/show-request.ts';
import type { Language } from '../../domain/language.ts';
import { language, projectCommand } from '../common-options.ts';
import { appContext, officerOf, openSources } from '../installation.ts';
import { refuseUnasked } from '../nobody-to-ask.ts';
import { notWaiting } from '../not-waiting.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../shell.ts';

interface ApproveOptions extends ProjectOptions, OutputOptions {
  readonly yes?: boolean;
  readonly language: Language;
}

export function approveCommand(shell: Shell): Command {
  return projectCommand('approve', {
    description: 'Shows the plan of a request, asks, and approves it. What was shown is what runs.',
    examples: [
      ['approve GS-2026-7K3M9', 'read, then answer yes'],
      ['approve GS-2026-7K3M9 > plan.txt', 'from a script: shows the plan, asks nobody and approves nothing'],
      ['approve GS-2026-7K3M9 --yes --json', 'for a script that has read the plan itself'],
    ],
  })
    .argument('<case>', 'the reference of the request')
    .option('--yes', 'do not ask')
    .option('--language <nl|en>', 'in which the plan is shown', language, 'nl')
    .option('--json', 'print what was approved as JSON; without --yes what would be, and nothing is')
    .action((reference: string, options: ApproveOptions) => run(shell, reference, options));
}

async function run(shell: Shell, reference: string, options: ApproveOptions): Promise<void> {
  const { terminal } = shell;
  await withInstallation(shell, options, async (installation) => {
    await using opened = openSources(installation);
    const context = appContext(installation, opened, officerOf(installation));
    shell.progress.step('Reading the plan');
    const request = await showRequest(context, { reference, language: options.language });
    const { plan, file, proposal } = request;
    if (plan === undefined || plan.record.state !== 'draft') throw notWaiting(request);
    if (proposal !== undefined) throw refusalIsProposed(file.reference, proposal);
    shell.progress.done();
    const shown = {
      reference: file.reference,
      planId: plan.record.id,
      sealedHash: plan.record.sealedHash,
      foundBy: plan.found,
      sentences: plan.sentences,
    };
    const lines = linesOf(request, plan);
    if (options.yes !== true || options.json !== true) show(shell, options, { json: shown, lines });
    if (options.yes !== true) refuseUnasked(shell, options);
    if (options.yes !== true && !(await confirmed(shell))) {
      terminal.out('Not approved. Nothing was changed.\n');
      shell.exitCode = 1;
      return;
    }
    const { id, sealedHash } = plan.record;
    const { runId } = await approvePlan(context, { caseId: file.id, planId: id, sealedHash });
    show(shell, options, {
      json: { ...shown, runId },
      lines: [
        `Approved: ${sealedHash}`,
        'A running "gestand serve" or "gestand worker" carries it out within seconds.',
      ],
    });
  });
}

function linesOf(
  { file }: ShownRequest,
  { record, found, sentences, statedNumberFound }: ShownPlan,
): readonly string[] {
  const doubt =
    statedNumberFound === false
      ? [
          '! The customer number this person gave does not go with the address they proved. Ask before you approve.',
          '',
        ]
      : [];
  return [
    `${file.reference}: ${file.kind}, answer due on ${file.legalDate}`,
    '',
    ...found,
    ...(found.length === 0 ? [] : ['']),
    ...sentences.map((sentence) => `- ${sentence}`),
    '',
    ...doubt,
    `Seal: ${record.sealedHash}`,
  ];
}

async function confirmed({ terminal }: Shell): Promise<boolean> {
  const answer = (await terminal.ask('Approve this plan? Type yes or ja: ')).trim().toLowerCase();
  return answer === 'yes' || answer === 'ja';
}
