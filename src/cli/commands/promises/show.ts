import type { Command } from 'commander';
import { type PastRows, showPromise } from '../../../app/show-promise.ts';
import type { Language } from '../../../domain/language.ts';
import { promiseDetails } from '../../board-lines.ts';
import { command, language, wholeNumber } from '../../common-options.ts';
import { appContext, officerOf, openSources } from '../../installation.ts';
import { numberOf } from '../../number-of.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../../shell.ts';

interface ShowOptions extends ProjectOptions, OutputOptions {
  readonly rows: number;
  readonly language: Language;
}

export function showCommand(shell: Shell): Command {
  return command('show', {
    description:
      'Tells all of one promise: what breaks it, what was found and where, and what it takes to prove it. Of a promise about periods it asks the systems which rows are past theirs now, and names them by their key. Changes nothing.',
    examples: [
      ['promises show P25', 'which rows are past their period'],
      ['promises show P36 --json', 'with the ids of the requests that break it, for a program'],
    ],
  })
    .argument('<promise>', 'its id, such as P25')
    .option('--rows <number>', 'at most so many rows of each table', wholeNumber(1, 10_000), 20)
    .option('--language <nl|en>', 'in which it is said', language, 'nl')
    .option('--json', 'print it as JSON')
    .action((promiseId: string, _: ShowOptions, itself: Command) => {
      const options = itself.optsWithGlobals<ShowOptions>();
      return withInstallation(shell, options, async (installation) => {
        await using opened = openSources(installation);
        const context = appContext(installation, opened, officerOf(installation));
        const shown = await showPromise(context, { promiseId, limit: options.rows });
        const rows = shown.rows.map((each) => fitFor(each, shell.terminal.screen && options.json !== true));
        show(shell, options, {
          json: { ...shown.entry, requests: shown.requests, rows },
          lines: [
            ...promiseDetails(shown.entry, options),
            ...shown.requests.map(({ found, reference }) => `${found}: ${reference}`),
            ...rows.flatMap(rowLines),
          ],
        });
      });
    });
}

/** A key that says who somebody is, is for a screen and not for a file. */
function fitFor(rows: PastRows, screen: boolean): PastRows {
  return rows.personal && !screen ? { ...rows, oldest: null } : rows;
}

function rowLines({
  source,
  table,
  column,
  orColumn,
  before,
  mayStay,
  rows,
  oldest,
  personal,
}: PastRows): readonly string[] {
  const place = `${source}.${table}`;
  if (rows === null) return [`${place}: cannot be reached`];
  const head = `${place}: ${numberOf(rows, 'row')} with ${column}${orColumn === undefined ? '' : ` or ${orColumn}`} before ${before}${mayStay ? '; a law may still hold some of them' : ''}`;
  if (oldest === null)
    return [
      head,
      personal
        ? '  by a key that says who somebody is: shown on a screen only, not in a file'
        : '  the table has no key to name them by',
    ];
  const more = rows - oldest.keys.length;
  return [
    head,
    `  ${oldest.columns.join(', ')}: ${oldest.keys.map((key) => key.join(' ')).join(', ')}${more > 0 ? `, and ${more} more` : ''}`,
  ];
}
