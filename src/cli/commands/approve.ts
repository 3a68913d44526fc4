import type { Command } from 'commander';
import { approvePlan } from '../../app/approve-plan.ts';
import type { ShownPlan } from '../../app/request-view.ts';
import { type ShownRequest, showRequest } from '../../app/show-request.ts';
import { GestandError } from '../../base/error.ts';
import type { Language } from '../../domain/language.ts';
import { language, projectCommand } from '../common-options.ts';
import { appContext, officerOf, openSources } from '../installation.ts';
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
      ['approve GS-2026-7K3M9 --yes --json', 'for a script that has read the plan itself'],
    ],
  })
    .argument('<case>', 'the reference of the request')
    .option('--yes', 'do not ask')
    .option('--language <nl|en>', 'in which the plan is shown', language, 'nl')
    .option('--json', 'print what was approved as JSON; needs --yes')
    .action((reference: string, options: ApproveOptions) => run(shell, reference, options));
}

async function run(shell: Shell, reference: string, options: ApproveOptions): Promise<void> {
  const { terminal } = shell;
  if (options.yes !== true && (options.json === true || !terminal.interactive))
    throw new GestandError('bad-input', 'There is nobody to ask. Add --yes when the plan may run.');
  await withInstallation(shell, options, async (installation) => {
    await using opened = openSources(installation);
    const context = appContext(installation, opened, officerOf(installation));
    shell.progress.step('Reading the plan');
    const request = await showRequest(context, { reference, language: options.language });
    const { plan, file } = request;
    if (plan === undefined || plan.record.state !== 'draft') throw notWaiting(request);
    shell.progress.done();
    if (options.json !== true) terminal.out(`${linesOf(request, plan).join('\n')}\n`);
    if (options.yes !== true && !(await confirmed(shell))) {
      terminal.out('Not approved. Nothing was changed.\n');
      shell.exitCode = 1;
      return;
    }
    const { id, sealedHash } = plan.record;
    const { runId } = await approvePlan(context, { caseId: file.id, planId: id, sealedHash });
    show(shell, options, {
      json: {
        reference: file.reference,
        planId: id,
        sealedHash,
        runId,
        foundBy: plan.found,
        sentences: plan.sentences,
      },
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

function notWaiting({ file, state, asked, wait }: ShownRequest): GestandError {
  if (asked)
    return new GestandError(
      'conflict',
      `${file.reference} has no plan: what was proven leads to several people. Say who asks: gestand identify ${file.reference}`,
    );
  if (wait !== undefined)
    return new GestandError(
      'conflict',
      wait.kind === 'choice'
        ? `${file.reference} has no plan: it cannot be carried out as it is asked. See why: gestand rectify ${file.reference}`
        : `${file.reference} has no plan: it is disputed. Decide that first: gestand rectify ${file.reference}`,
    );
  if (state === 'joined')
    return new GestandError(
      'conflict',
      `${file.reference} has no plan: an earlier request of the same person answers it. See which: gestand requests show ${file.reference}`,
    );
  const why =
    file.state === 'received' || file.state === 'identity'
      ? 'the code from the mail has not come back yet'
      : `it is "${state}"`;
  return new GestandError('conflict', `${file.reference} does not wait for approval: ${why}.`);
}
