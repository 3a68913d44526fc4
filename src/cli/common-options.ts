import { Command, InvalidArgumentError } from 'commander';
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
  return new Command(name).description(description).addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
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

export function language(text: string): Language {
  if (isLanguage(text)) return text;
  throw new InvalidArgumentError('Write nl or en.');
}
