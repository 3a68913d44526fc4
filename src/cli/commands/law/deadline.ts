import { type Command, Option } from 'commander';
import { legalDateOf, legalTimeZone } from '../../../base/clock.ts';
import { GestandError } from '../../../base/error.ts';
import { hourDeadline, type MonthDeadline, monthDeadline } from '../../../law/deadlines.ts';
import type { HolidayCalendar } from '../../../law/holiday-rule.ts';
import { lookup } from '../../../law/law-pack.ts';
import { parseLocalTime } from '../../../law/local-time.ts';
import { command, wholeNumber } from '../../common-options.ts';
import { type OutputOptions, type Shell, show, table } from '../../shell.ts';

interface DeadlineOptions extends OutputOptions {
  readonly received: string;
  readonly months?: number;
  readonly hours?: number;
  readonly calendar?: HolidayCalendar;
}

export function lawDeadlineCommand(shell: Shell): Command {
  return command('deadline', {
    description:
      'When a term ends that began at a moment. In months by Regulation 1182/71: the day of receipt does not count, and a\nterm that ends on a day off ends on the next working day. In hours: elapsed hours, weekends and holidays included.',
    examples: [
      [
        'law deadline --received 2026-01-31T10:00',
        'the answer to a request for access, by the law of that day',
      ],
      ['law deadline --received 2026-01-31T10:00+01:00 --months 3 --json', 'with the extension'],
      ['law deadline --received 2026-10-23T10:00 --hours 72', 'over the end of summer time'],
    ],
  })
    .requiredOption(
      '--received <time>',
      'when it began: 2026-01-31T10:00, in the Netherlands; or with an offset, as +01:00 or Z',
    )
    .addOption(
      new Option('--months <n>', 'how many months; without it and --hours, what the law gives for an answer')
        .argParser(wholeNumber(1, 120))
        .conflicts('hours'),
    )
    .option('--hours <n>', 'how many hours', wholeNumber(1, 100_000))
    .addOption(
      new Option(
        '--calendar <A|B|C>',
        'which days are off: A the Algemene termijnenwet art. 3(1), B also Good Friday, C also days by decree',
      ).choices(['A', 'B', 'C']),
    )
    .option('--json', 'print the dates as JSON')
    .action((options: DeadlineOptions) => run(shell, options));
}

function run(shell: Shell, options: DeadlineOptions): void {
  const received = parseLocalTime(options.received);
  if (options.hours === undefined) inMonths(shell, received, options);
  else inHours(shell, received, { ...options, hours: options.hours });
}

function inHours(
  shell: Shell,
  received: Temporal.Instant,
  options: DeadlineOptions & { readonly hours: number },
): void {
  const { hours, calendar } = options;
  if (calendar !== undefined)
    throw new GestandError('bad-input', 'A term in hours knows no days off. Leave --calendar out.');
  const { endsAt, outerAt } = hourDeadline(received, hours);
  const json = {
    received: zoned(received),
    hours,
    endsAt: zoned(endsAt),
    outerAt: zoned(outerAt),
  };
  show(shell, options, {
    json: { ...json, instant: endsAt.toString() },
    lines: table([
      ['received', json.received],
      ['ends', `${json.endsAt}  after ${hours} elapsed hours: what is planned on`],
      ['outer', `${json.outerAt}  the latest reading of the regulation, which nothing is planned on`],
    ]),
  });
}

function inMonths(shell: Shell, received: Temporal.Instant, options: DeadlineOptions): void {
  const day = legalDateOf(received);
  const months = options.months ?? lookup('rights.answer.months', day);
  const calendar = options.calendar ?? lookup('rights.calendar', day);
  const deadline = monthDeadline(received, months, calendar);
  show(shell, options, { json: monthJson(deadline, calendar), lines: monthLines(deadline, calendar) });
}

function monthJson({ received, months, ...dates }: MonthDeadline, calendar: HolidayCalendar): unknown {
  const { safeDate, planningDate, legalDate, dueAt } = dates;
  return {
    received: received.toString(),
    months,
    nominal: safeDate.toString(),
    safeDate: safeDate.toString(),
    planningDate: planningDate.toString(),
    legalDate: legalDate.toString(),
    dueAt: zoned(dueAt),
    calendar,
  };
}

function monthLines(deadline: MonthDeadline, calendar: HolidayCalendar): readonly string[] {
  const { received, months, safeDate, planningDate, legalDate } = deadline;
  return table([
    ['received', dayText(received)],
    [
      'safe date',
      `${dayText(safeDate)}  ${months === 1 ? 'a month' : `${months} months`} later: never wrong`,
    ],
    ['plan on', `${dayText(planningDate)}  the last working day not after it`],
    ['legal date', `${dayText(legalDate)}  late from the day after (calendar ${calendar})`],
  ]);
}

function dayText(date: Temporal.PlainDate): string {
  return `${date} ${date.toLocaleString('en-GB', { weekday: 'short' })}`;
}

function zoned(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(legalTimeZone).toString({ timeZoneName: 'never' });
}
