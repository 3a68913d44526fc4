import type { Command } from 'commander';
import { legalDateOf, systemClock } from '../../../base/clock.ts';
import { type RetentionDates, retentionDates } from '../../../law/retention-dates.ts';
import { calendarDate, command, monthDay } from '../../common-options.ts';
import { type OutputOptions, type Shell, show, table } from '../../shell.ts';

interface RetainOptions extends OutputOptions {
  readonly rule: string;
  readonly from: Temporal.PlainDate;
  readonly bookYearEnd?: Temporal.PlainMonthDay;
  readonly on?: Temporal.PlainDate;
}

export function lawRetainCommand(shell: Shell): Command {
  return command('retain', {
    description:
      'How long something is kept: by what the law says, by the norm of the authority, or by what Gestand proposes where\nno number exists. "gestand law show retain" lists the rules.',
    examples: [
      ['law retain --rule invoice --from 2019-05-12', 'an invoice of that day'],
      [
        'law retain --rule invoice --from 2019-05-12 --book-year-end 06-30 --json',
        'where the books close in June',
      ],
    ],
  })
    .requiredOption('--rule <name>', 'invoice, sepa-mandate, applicant, …')
    .requiredOption('--from <date>', 'the day it counts from, as 2019-05-12', calendarDate)
    .option('--book-year-end <mm-dd>', 'the last day of the book year; 12-31 without it', monthDay)
    .option('--on <date>', 'by the rules of that day; today without it', calendarDate)
    .option('--json', 'print the dates as JSON')
    .action((options: RetainOptions) => run(shell, options));
}

function run(shell: Shell, options: RetainOptions): void {
  const { rule, from, bookYearEnd, on = legalDateOf(systemClock.now()) } = options;
  const dates = retentionDates(rule, from, bookYearEnd === undefined ? { on } : { on, bookYearEnd });
  show(shell, options, { json: jsonOf(dates), lines: linesOf(dates) });
}

function jsonOf({ entry, term, ...dates }: RetentionDates): unknown {
  const { source, status, unverified } = entry;
  const { rule, kind } = entry.value;
  return {
    rule,
    kind,
    from: dates.from.toString(),
    period: term.period,
    countedFrom: term.from,
    keepUntil: dates.keepUntil?.toString() ?? null,
    eraseFrom: dates.eraseFrom?.toString() ?? null,
    eraseBy: dates.eraseBy?.toString() ?? null,
    source,
    status,
    verified: unverified !== true,
  };
}

function linesOf({ entry, term, keepUntil, eraseFrom, eraseBy, from }: RetentionDates): readonly string[] {
  const { kind, name, event } = entry.value;
  const rows: (readonly [string, string] | null)[] = [
    [name.en, `${kind}, ${term.period} from ${term.from} (${event.en})`],
    ['counted from', from.toString()],
    keepUntil === null ? null : ['keep until', `${keepUntil}, that day included`],
    eraseFrom === null ? null : ['erase from', eraseFrom.toString()],
    eraseBy === null ? null : ['erase by', `${eraseBy}, that day included`],
    ['because', `${entry.source}${entry.unverified === true ? ' (unverified)' : ''}`],
  ];
  return table(rows.filter((row) => row !== null));
}
