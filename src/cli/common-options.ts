import { Command, InvalidArgumentError } from 'commander';
import type { MessageId, NoticeId, TaskId } from '../base/ids.ts';
import { isLanguage, type Language } from '../domain/language.ts';

/** A command that works on a project. `examples` are lines of "what it does: the command". */
export function projectCommand(
  name: string,
  about: { readonly description: string; readonly examples: readonly (readonly [string, string])[] },
): Command {
  return command(name, about).option('--policy <file>', 'the policy; its folder also holds the statement');
}

export function command(
  name: string,
  {
    description,
    examples,
  }: { readonly description: string; readonly examples: readonly (readonly [string, string])[] },
): Command {
  const lines = examples.map(([typed, why]) => `  $ gestand ${typed}\n      ${why}`);
  // A line break in it stands where the source is wide; a terminal has a width of its own.
  return new Command(name)
    .description(description.replaceAll('\n', ' '))
    .addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}

/** A whole number within bounds, as an argument of an option. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Write a whole number from ${least} to ${most}.`);
  };
}

/** An address as it may be known: whether it exists only a mail can tell, but a slip of the hand finds nobody. */
export function emailAddress(text: string): string {
  const address = text.trim();
  if (/^[^\s@]+@[^\s@]+$/.test(address)) return address;
  throw new InvalidArgumentError('Write a whole e-mail address, such as jan@example.nl.');
}

export function isoDate(text: string): Temporal.PlainDate {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    // No such day: the same answer as for what is no date at all.
  }
  throw new InvalidArgumentError('Write a date that exists as year-month-day: 2031-12-31.');
}

export function taskId(text: string): TaskId {
  const id = text.trim();
  if (/^task_[0-9a-z]{26}$/.test(id)) return id as TaskId;
  throw new InvalidArgumentError('Write the whole id of a task, as "gestand tasks" shows it.');
}

export function noticeId(text: string): NoticeId {
  const id = text.trim();
  if (/^notice_[0-9a-z]{26}$/.test(id)) return id as NoticeId;
  throw new InvalidArgumentError('Write the whole id of a notice, as "gestand notices" shows it.');
}

export function messageId(text: string): MessageId {
  const id = text.trim();
  if (/^msg_[0-9a-z]{26}$/.test(id)) return id as MessageId;
  throw new InvalidArgumentError('Write the whole id of a message, as "gestand messages" shows it.');
}

export function language(text: string): Language {
  if (isLanguage(text)) return text;
  throw new InvalidArgumentError('Write nl or en.');
}

/** Who acts, where several officers share an account: an id of the organisation's own, never a name or an address. */
export function officerId(text: string): string {
  const id = text.trim();
  if (/^[a-z0-9][a-z0-9-]{1,39}$/.test(id)) return id;
  throw new InvalidArgumentError('Write an id of small letters, digits and hyphens, such as desk-2.');
}

/** The option with which an officer says who they are. */
export const asOfficer = [
  '--as <id>',
  'who acts, where officers share this account: an id, no name',
  officerId,
] as const;

/** A day that exists, as an argument of an option. */
export function calendarDate(text: string): Temporal.PlainDate {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    // The same answer as for what has not even the form of a date.
  }
  throw new InvalidArgumentError('Write a day that exists as year-month-day: 2026-01-31.');
}

/** A day of every year: 29 February counts as the last of February. */
export function monthDay(text: string): Temporal.PlainMonthDay {
  try {
    if (/^\d{2}-\d{2}$/.test(text)) return Temporal.PlainMonthDay.from(text, { overflow: 'reject' });
  } catch {
    // As above.
  }
  throw new InvalidArgumentError('Write a day that exists as month-day: 12-31.');
}
