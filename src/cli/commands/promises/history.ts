import type { Command } from 'commander';
import { missingCheck, type PromiseSpell, promiseHistory } from '../../../app/promise-history.ts';
import type { Language } from '../../../domain/language.ts';
import { command, language, wholeNumber } from '../../common-options.ts';
import { officerOf, storeContext } from '../../installation.ts';
import { minuteText } from '../../minute-text.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../../shell.ts';

interface HistoryOptions extends ProjectOptions, OutputOptions {
  readonly limit: number;
  readonly language: Language;
}

export function historyCommand(shell: Shell): Command {
  return command('history', {
    description: 'Tells how one promise stood: when it broke, for how long, and who mended it.',
    examples: [
      ['promises history P25', 'the newest first'],
      ['promises history P25 --limit 1000 --json', 'all of it, for a program'],
    ],
  })
    .argument('<promise>', 'its id, such as P25')
    .option('--limit <number>', 'at most so many changes', wholeNumber(1, 10_000), 20)
    .option('--language <nl|en>', 'in which what was found is said', language, 'nl')
    .option('--json', 'print it as JSON')
    .action((promiseId: string, _: HistoryOptions, itself: Command) => {
      const options = itself.optsWithGlobals<HistoryOptions>();
      return withInstallation(shell, options, async (installation) => {
        const context = storeContext(installation, officerOf(installation));
        const spells = await promiseHistory(context, { promiseId, limit: options.limit });
        const now = installation.store.clock.now();
        show(shell, options, {
          json: spells.map((spell) => ({ ...spell, seconds: secondsOf(spell, now) })),
          lines:
            spells.length === 0
              ? [neverLooked(promiseId, options.language)]
              : spells.flatMap((spell) => linesOf(spell, { now, spoken: options.language })),
        });
      });
    });
}

/** Why there is no history: nothing looks at it, or nothing did so far. */
function neverLooked(promiseId: string, spoken: Language): string {
  const needs = missingCheck(promiseId);
  return needs === null
    ? 'Nothing looked at it yet. "gestand promises --check" looks now.'
    : `There is no check for it, so it is unproven. ${needs[spoken]}`;
}

function secondsOf({ from, until }: PromiseSpell, now: Temporal.Instant): number {
  return Math.floor((until ?? now).since(from).total('seconds'));
}

function linesOf(
  spell: PromiseSpell,
  { now, spoken }: { readonly now: Temporal.Instant; readonly spoken: Language },
): readonly string[] {
  const { state, from, until, reason, care } = spell;
  const end = until === null ? 'until now' : `to ${minuteText(until)}`;
  const head = `${minuteText(from)}  ${state.padEnd(8)}  ${end}, ${spanOf(secondsOf(spell, now))}`;
  const found = reason === null ? [] : [`     ${reason[spoken]}`];
  const seen =
    care === null
      ? []
      : [
          `     ${until === null ? 'taken up' : 'seen to'} by ${care.by} on ${minuteText(care.at)}: ${care.note}`,
        ];
  return [head, ...found, ...seen];
}

function spanOf(seconds: number): string {
  const { days, hours, minutes } = Temporal.Duration.from({ seconds }).round({ largestUnit: 'days' });
  if (days > 0) return `${days} d ${hours} h`;
  return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min`;
}
