import type { Command } from 'commander';
import { countOverdueNotices } from '../../app/list-notices.ts';
import { type ListedRequest, listRequests } from '../../app/list-requests.ts';
import { projectCommand, wholeNumber } from '../common-options.ts';
import { officerOf, storeContext } from '../installation.ts';
import {
  type OutputOptions,
  type ProjectOptions,
  type Shell,
  show,
  table,
  withInstallation,
} from '../shell.ts';
import { answerCommand } from './requests/answer.ts';
import { approveManyCommand } from './requests/approve-many.ts';
import { classifyCommand } from './requests/classify.ts';
import { doubtCommand } from './requests/doubt.ts';
import { extendCommand } from './requests/extend.ts';
import { liftCommand } from './requests/lift.ts';
import { mandateCommand } from './requests/mandate.ts';
import { mergeCommand } from './requests/merge.ts';
import { openCommand } from './requests/open.ts';
import { proveCommand } from './requests/prove.ts';
import { refuseCommand } from './requests/refuse.ts';
import { replyCommand } from './requests/reply.ts';
import { showCommand } from './requests/show.ts';
import { splitCommand } from './requests/split.ts';
import { weighCommand } from './requests/weigh.ts';

interface RequestsOptions extends ProjectOptions, OutputOptions {
  readonly all?: boolean;
  readonly limit: number;
}

export function requestsCommand(shell: Shell): Command {
  return projectCommand('requests', {
    description:
      'Lists the requests that are open: what is late or soon will be first. With a word behind it: what an officer does with one.',
    examples: [
      ['requests', 'what waits, and until when the law lets it'],
      ['requests --all --json', 'also those that are done, for a program'],
      ['requests open --channel telephone', 'somebody calls: asks what it needs'],
    ],
  })
    .option('--all', 'also those that have ended')
    .option('--limit <number>', 'at most so many', wholeNumber(1, 1000), 100)
    .option('--json', 'print them as JSON')
    .addCommand(openCommand(shell))
    .addCommand(showCommand(shell))
    .addCommand(answerCommand(shell))
    .addCommand(proveCommand(shell))
    .addCommand(doubtCommand(shell))
    .addCommand(mandateCommand(shell))
    .addCommand(extendCommand(shell))
    .addCommand(refuseCommand(shell))
    .addCommand(approveManyCommand(shell))
    .addCommand(mergeCommand(shell))
    .addCommand(splitCommand(shell))
    .addCommand(weighCommand(shell))
    .addCommand(liftCommand(shell))
    .addCommand(classifyCommand(shell))
    .addCommand(replyCommand(shell))
    .action((options: RequestsOptions) => run(shell, options));
}

async function run(shell: Shell, options: RequestsOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const context = storeContext(installation, officerOf(installation));
    const { all = false, limit } = options;
    const listed = await listRequests(context, { all, limit });
    const late = await countOverdueNotices(context);
    const rows = [
      ['REFERENCE', 'ASKS FOR', 'STATE', 'RECEIVED', 'DUE', 'DAYS LEFT', 'CLOCK', ''],
      ...listed.map(rowOf),
    ];
    show(shell, options, {
      json: listed,
      lines: [
        ...(listed.length === 0 ? ['No requests.'] : table(rows)),
        ...(late === 0
          ? []
          : [
              '',
              `Recipients that did not confirm in time what they were told: ${late}. See gestand notices.`,
            ]),
      ],
    });
  });
}

function rowOf(request: ListedRequest): readonly string[] {
  return [
    request.reference,
    request.kind,
    request.state,
    request.receivedOn.toString(),
    request.dueOn.toString(),
    String(request.daysLeft),
    request.alarm ?? '',
    next(request),
  ];
}

/** What whoever reads the list must do, or know. */
function next({ reference, awaits, stoppedBy, unplannedBy }: ListedRequest): string {
  if (awaits === 'identification') return `who is it? gestand identify ${reference}`;
  if (awaits === 'proof') return `are you sure who asks? gestand requests prove ${reference}`;
  if (awaits === 'mandate') return `may they ask for somebody else? gestand requests mandate ${reference}`;
  if (awaits === 'columns') return `which fields? gestand rectify ${reference}`;
  if (awaits === 'decision') return `is it right? gestand rectify ${reference}`;
  if (awaits === 'answer') return `gestand requests answer ${reference}`;
  if (awaits === 'approval') return `gestand approve ${reference}`;
  if (awaits === 'task' && stoppedBy === null) return 'somebody works by hand: gestand tasks';
  if (unplannedBy !== null) return `no plan: ${unplannedBy}; gestand approve ${reference} says why`;
  if (stoppedBy === null) return '';
  const see = stoppedBy === 'drifted' ? 'a database changed, see gestand check' : 'a new plan is made';
  return `stopped: ${stoppedBy}; ${see}`;
}
