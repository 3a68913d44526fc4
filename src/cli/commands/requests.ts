import type { Command } from 'commander';
import { countOverdueNotices } from '../../app/list-notices.ts';
import { listRequests } from '../../app/list-requests.ts';
import type { ListedRequest } from '../../app/listed-request.ts';
import { projectCommand, wholeNumber } from '../common-options.ts';
import { officerOf, storeContext } from '../installation.ts';
import { nextStep } from '../next-step.ts';
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
      ['REFERENCE', 'ASKS FOR', 'STATE', 'RECEIVED', 'DUE', 'DAYS LEFT', 'CLOCK', 'NEXT'],
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
    request.clockStandsStill ? 'stands still' : (request.alarm ?? ''),
    nextStep(request),
  ];
}
