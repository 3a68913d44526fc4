import type { Command } from 'commander';
import { command } from '../common-options.ts';
import type { Shell } from '../shell.ts';
import { lawDeadlineCommand } from './law/deadline.ts';
import { lawDiffCommand } from './law/diff.ts';
import { lawRetainCommand } from './law/retain.ts';
import { lawShowCommand } from './law/show.ts';

export function lawCommand(shell: Shell): Command {
  return command('law', {
    description:
      'The figures of the law that Gestand counts with, each with its dates, source and status, and what follows from\nthem. Needs no project and no database. Not legal advice.',
    examples: [
      ['law show --on 2020-07-15', 'as the law stood on that day'],
      ['law deadline --received 2026-01-31T10:00', 'when the answer to a request is due'],
      ['law retain --rule invoice --from 2019-05-12', 'how long it is kept'],
    ],
  })
    .addCommand(lawShowCommand(shell))
    .addCommand(lawDiffCommand(shell))
    .addCommand(lawDeadlineCommand(shell))
    .addCommand(lawRetainCommand(shell));
}
