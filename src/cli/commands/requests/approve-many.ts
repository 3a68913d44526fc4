import { type Command, Option } from 'commander';
import { approveMany } from '../../../app/approve-many.ts';
import { erasureCounts, explainPlan } from '../../../app/make-plan.ts';
import { type MergedPlans, mergePlans, mostInPlan, type NotMerged } from '../../../app/merge-plans.ts';
import type { Language } from '../../../domain/language.ts';
import { keptRows } from '../../../plan/explain.ts';
import type { Policy } from '../../../policy/policy.ts';
import { command, language, wholeNumber } from '../../common-options.ts';
import { appContext, officerOf, openSources } from '../../installation.ts';
import { refuseUnasked } from '../../nobody-to-ask.ts';
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
      [
        'requests approve --all-planned --kind erasure --json',
        'from a script: shows it, asks nobody and approves nothing',
      ],
      ['requests approve --all-planned --kind erasure --yes --json', 'for a script that has read it'],
    ],
  })
    .addOption(new Option('--all-planned', 'every request that has a plan').makeOptionMandatory())
    .addOption(new Option('--kind <kind>', 'what they ask for').choices(['erasure']).makeOptionMandatory())
    .option('--at-most <number>', 'take no more than so many', wholeNumber(1, mostInPlan), mostInPlan)
    .option('--yes', 'do not ask')
    .option('--language <nl|en>', 'in which the plan is shown', language, 'nl')
    .option('--json', 'print what was approved as JSON; without --yes what would be, and nothing is')
    .action((_: ApproveManyOptions, itself: Command) =>
      run(shell, itself.optsWithGlobals<ApproveManyOptions>()),
    );
}

async function run(shell: Shell, options: ApproveManyOptions): Promise<void> {
  const { terminal, progress } = shell;
  await withInstallation(shell, options, async (installation) => {
    await using opened = openSources(installation);
    const context = appContext(installation, opened, officerOf(installation));
    progress.step('Putting the plans together');
    const merged = await mergePlans(context, { limit: options.atMost });
    progress.done();
    const { made, cases } = merged;
    const reader = { policy: context.policy, language: options.language };
    const json = jsonOf(merged, reader);
    if (made === null || options.yes !== true || options.json !== true)
      show(shell, options, { json, lines: linesOf(merged, reader) });
    if (made === null) return;
    if (options.yes !== true) refuseUnasked(shell, options);
    if (options.yes !== true && !(await confirmed(shell, cases.length))) {
      terminal.out('Not approved. Nothing was changed.\n');
      shell.exitCode = 1;
      return;
    }
    progress.step('Approving');
    const { planId, runId, approved } = await approveMany(context, { cases, made });
    show(shell, options, {
      json: { ...json, planId, runId, approved },
      lines: [
        `Approved for ${countOf(approved)}: ${made.sealedHash}`,
        ...(approved === cases.length
          ? []
          : [`Left out, because they are not as they were shown any more: ${cases.length - approved}.`]),
        'A running "gestand serve" or "gestand worker" carries it out within seconds.',
      ],
    });
  });
}

const reasons: Readonly<Record<NotMerged, (reference: string) => string>> = {
  unproven: (reference) => `nobody showed yet who asks; sure who it is? gestand requests prove ${reference}`,
  mandate: (reference) => `may they ask for somebody else? gestand requests mandate ${reference}`,
  identification: (reference) => `say who asks: gestand identify ${reference}`,
  'refusal-proposed': (reference) =>
    `a refusal is proposed; another officer confirms it: gestand requests refuse ${reference} --confirm`,
  'no-plan': (reference) => `its plan could not be made; see why: gestand approve ${reference}`,
  'number-doubt': (reference) =>
    `the customer number it states does not go with the address; look at it by itself: gestand approve ${reference}`,
  'same-rows': () =>
    'asks for rows of another request in this list; do this again after that one is answered',
  'shares-rows': (reference) =>
    `shares a row with another request in this list; approve it by itself: gestand approve ${reference}`,
  'by-itself': (reference) =>
    `what becomes of its rows cannot be told together with others; approve it by itself: gestand approve ${reference}`,
};

interface Reader {
  readonly policy: Policy;
  readonly language: Language;
}

function linesOf({ cases, leftOut, made, more }: MergedPlans, reader: Reader): readonly string[] {
  return [
    made === null
      ? 'No erasure waits that can be approved with others.'
      : `${countOf(cases.length)}, as one plan. All of them together:`,
    ...(made === null
      ? []
      : [
          '',
          ...explainPlan(made.plan, made.counts, reader).map((sentence) => `- ${sentence}`),
          '',
          `Requests: ${cases.map(({ reference }) => reference).join(', ')}`,
          `Seal: ${made.sealedHash}`,
        ]),
    ...(more ? ['', 'There are more than one plan takes: do this again afterwards.'] : []),
    ...(leftOut.length === 0
      ? []
      : [
          '',
          'Not among them:',
          ...leftOut.map(({ reference, why }) => `  ${reference}: ${reasons[why](reference)}`),
        ]),
  ];
}

function jsonOf({ cases, leftOut, made, more }: MergedPlans, reader: Reader): object {
  return {
    requests: cases.map(({ reference }) => reference),
    leftOut,
    more,
    counts: made?.counts ?? [],
    sentences: made === null ? [] : explainPlan(made.plan, made.counts, reader),
    kept:
      made?.plan.kind === 'erase'
        ? keptRows(made.plan, erasureCounts(made.counts), reader).map(({ what, groundText, until }) => ({
            what,
            ground: groundText,
            until,
          }))
        : [],
    sealedHash: made?.sealedHash ?? null,
  };
}

function countOf(requests: number): string {
  return requests === 1 ? '1 request' : `${requests} requests`;
}

async function confirmed({ terminal }: Shell, count: number): Promise<boolean> {
  const answer = (await terminal.ask(`Approve this plan for ${countOf(count)}? Type yes or ja: `))
    .trim()
    .toLowerCase();
  return answer === 'yes' || answer === 'ja';
}
