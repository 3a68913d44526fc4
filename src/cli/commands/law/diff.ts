import type { Command } from 'commander';
import { lawChanges } from '../../../law/law-overview.ts';
import { calendarDate, command } from '../../common-options.ts';
import { type OutputOptions, type Shell, show } from '../../shell.ts';
import { figureText, statusText } from './figure-text.ts';

export function lawDiffCommand(shell: Shell): Command {
  return command('diff', {
    description:
      'What changed in the law pack between two days: values, but also what they rest on and their status.',
    examples: [
      ['law diff 2020-07-15 2020-07-16', 'the day on which the Privacy Shield fell'],
      ['law diff 2025-01-01 2026-11-01 --json', 'for a program'],
    ],
  })
    .argument('<from>', 'the first day, as 2020-07-15', calendarDate)
    .argument('<to>', 'the other day', calendarDate)
    .option('--json', 'print the changes as JSON')
    .action((from: Temporal.PlainDate, to: Temporal.PlainDate, options: OutputOptions) => {
      const changes = lawChanges(from, to);
      show(shell, options, {
        json: { from: from.toString(), to: to.toString(), changes },
        lines:
          changes.length === 0
            ? [`Nothing changed between ${from} and ${to}.`]
            : changes.flatMap(({ key, before, after }) => [
                key,
                ...(before === null
                  ? []
                  : [`  - ${figureText(before)}  (${statusText(before)}; ${before.source})`]),
                ...(after === null
                  ? []
                  : [`  + ${figureText(after)}  (${statusText(after)}; ${after.source})`]),
              ]),
      });
    });
}
