import type { Command } from 'commander';
import { legalDateOf, systemClock } from '../../../base/clock.ts';
import { GestandError } from '../../../base/error.ts';
import { type LawFigure, lawOn } from '../../../law/law-overview.ts';
import { calendarDate, command } from '../../common-options.ts';
import { type OutputOptions, type Shell, show, table } from '../../shell.ts';
import { figureText, statusText } from './figure-text.ts';

interface ShowOptions extends OutputOptions {
  readonly on?: Temporal.PlainDate;
}

export function lawShowCommand(shell: Shell): Command {
  return command('show', {
    description: 'Every figure of the law pack as it stands on a day, and what was proposed by then.',
    examples: [
      ['law show', 'today'],
      ['law show breach --on 2026-06-01', 'what begins with "breach", on that day'],
      ['law show --json', 'for a program'],
    ],
  })
    .argument('[key]', 'what the key begins with: breach, rights.answer, adequacy.US, retain.invoice')
    .option('--on <date>', 'the day, as 2026-01-31; today without it', calendarDate)
    .option('--json', 'print them as JSON')
    .action((key: string | undefined, options: ShowOptions) => run(shell, key, options));
}

function run(shell: Shell, key: string | undefined, options: ShowOptions): void {
  const on = options.on ?? legalDateOf(systemClock.now());
  const law = lawOn(on);
  const asked = (figures: readonly LawFigure[]) => figures.filter((each) => each.key.startsWith(key ?? ''));
  const [applies, pending] = [asked(law.applies), asked(law.pending)];
  if (applies.length + pending.length === 0)
    throw new GestandError(
      'not-found',
      `The law pack holds nothing${key === undefined ? '' : ` that begins with ${key}`} on ${on}. Leave the key out to see everything.`,
    );
  show(shell, options, {
    json: { on: on.toString(), applies, pending },
    lines: [
      ...linesOf(applies),
      ...(pending.length === 0 ? [] : ['', 'Proposed, and not applied:', ...linesOf(pending)]),
    ],
  });
}

function linesOf(figures: readonly LawFigure[]): readonly string[] {
  return table(
    figures.map((figure) => [
      figure.key,
      figureText(figure),
      `${figure.validFrom} – ${figure.validTo ?? ''}`.trimEnd(),
      statusText(figure),
      figure.source,
    ]),
  );
}
