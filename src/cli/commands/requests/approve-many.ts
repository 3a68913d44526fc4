import { type Command, Option } from 'commander';
import { approveMany } from '../../../app/approve-many.ts';
import { explainPlan } from '../../../app/make-plan.ts';
import { type MergedPlans, mergePlans, mostInPlan, type NotMerged } from '../../../app/merge-plans.ts';
import { GestandError } from '../../../base/error.ts';
import type { Language } from '../../../domain/language.ts';
import type { Policy } from '../../../policy/policy.ts';
import { command, language, wholeNumber } from '../../common-options.ts';
import { appContext, officerOf, openSources } from '../../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../../shell.ts';

interface ApproveManyOptions extends ProjectOptions, OutputOptions {
  readonly allPlanned: true;
  readonly atMost: number;
  readonly yes?: boolean;
  readonly language: Language;
}

/** `gestand requests approve`: one plan for all erasures that wait. */
export function approveManyCommand(shell: Shell): Command {
  return command('approve', {
    description:
      'Makes one plan of all erasures that wait for approval, shows it in totals, asks, and approves it. Each request keeps its own letter and its own entries.',
    examples: [
      ['requests approve --all-planned --kind erasure', 'read the totals, then answer yes'],
      ['requests approve --all-planned --kind erasure --yes --json', 'for a script'],
    ],
  })
    .addOption(new Option('--all-planned', 'every request that has a plan').makeOptionMandatory())
    .addOption(new Option('--kind <kind>', 'what they ask for').choices(['erasure']).makeOptionMandatory())
    .option('--at-most <number>', 'take no more than so many', wholeNumber(1, mostInPlan), mostInPlan)
    .option('--yes', 'do not ask')
    .option('--language <nl|en>', 'in which the plan is shown', language, 'nl')
    .option('--json', 'print what was approved as JSON; needs --yes')
    .action((_: ApproveManyOptions, itself: Command) =>
      run(shell, itself.optsWithGlobals<ApproveManyOptions>()),
    );
}

async function run(shell: Shell, options: ApproveManyOptions): Promise<void> {
  const { terminal, progress } = shell;
  if (options.yes !== true && (options.json === true || !terminal.interactive))
    throw new GestandError('bad-input', 'There is nobody to ask. Add --yes when the plan may run.');
  await withInstallation(shell, options, async (installation) => {
    await using opened = openSources(installation);
    const context = appContext(installation, opened, officerOf(installation));
    progress.step('Putting the plans together');
    const merged = await mergePlans(context, { limit: options.atMost });
    progress.done();
    const { made, cases } = merged;
    if (options.json !== true)
      terminal.out(`${linesOf(merged, { policy: context.policy, language: options.language }).join('\n')}\n`);
    if (made === null) {
      if (options.json === true) show(shell, options, { json: jsonOf(merged), lines: [] });
      return;
    }
    if (options.yes !== true && !(await confirmed(shell, cases.length))) {
      terminal.out('Not approved. Nothing was changed.\n');
      shell.exitCode = 1;
      return;
    }
    progress.step('Approving');
    const { planId, runId, approved } = await approveMany(context, { cases, made });
    show(shell, options, {
      json: { ...jsonOf(merged), planId, runId, approved, sealedHash: made.sealedHash },
      lines: [
        `Approved for ${approved} requests: ${made.sealedHash}`,
        'A running "gestand serve" or "gestand worker" carries it out within seconds.',
      ],
    });
  });
}

const reasons: Readonly<Record<NotMerged, string>> = {
  identification: 'say who asks: gestand identify',
  'no-plan': 'its plan could not be made; see the log',
  'number-doubt': 'the customer number it states does not go with the address; look at it by itself',
  'same-rows': 'asks for rows of another request in this list; approve it after that one is answered',
  'shares-rows': 'shares a row with another request in this list; approve it by itself',
};

function linesOf(
  { cases, leftOut, made, more }: MergedPlans,
  reader: { readonly policy: Policy; readonly language: Language },
): readonly string[] {
  return [
    made === null
      ? 'No erasure waits that can be approved with others.'
      : `${cases.length} requests, as one plan. All of them together:`,
    ...(made === null
      ? []
      : [
          '',
          ...explainPlan(made.plan, made.counts, reader).map((sentence) => `- ${sentence}`),
          '',
          `Seal: ${made.sealedHash}`,
        ]),
    ...(more ? ['', 'There are more than one plan takes: do this again afterwards.'] : []),
    ...(leftOut.length === 0
      ? []
      : ['', 'Not among them:', ...leftOut.map(({ reference, why }) => `  ${reference}: ${reasons[why]}`)]),
    '',
  ];
}

function jsonOf({ cases, leftOut, made, more }: MergedPlans): object {
  return {
    requests: cases.map(({ reference }) => reference),
    leftOut,
    more,
    counts: made?.counts ?? [],
  };
}

async function confirmed({ terminal }: Shell, count: number): Promise<boolean> {
  const answer = (await terminal.ask(`Approve this plan for ${count} requests? Type yes or ja: `))
    .trim()
    .toLowerCase();
  return answer === 'yes' || answer === 'ja';
}
