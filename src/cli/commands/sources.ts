import type { Command } from 'commander';
import type { FoundReturn, SourceLook } from '../../app/find-erased.ts';
import { lookForErased } from '../../app/look-for-erased.ts';
import { erasureCounts, explainPlan } from '../../app/make-plan.ts';
import { findReturned, type ReturnedPeople, reErase } from '../../app/re-erase.ts';
import { legalDateOf } from '../../base/clock.ts';
import { GestandError } from '../../base/error.ts';
import type { Language } from '../../domain/language.ts';
import { explanationWords } from '../../plan/explanation-words.ts';
import { type CarriedOut, carryOut } from '../carry-out.ts';
import { command, language, projectCommand } from '../common-options.ts';
import { appContext, officerOf, openSources } from '../installation.ts';
import { numberOf } from '../number-of.ts';
import {
  type OutputOptions,
  type ProjectOptions,
  type Shell,
  show,
  table,
  withInstallation,
} from '../shell.ts';

interface ReEraseOptions extends ProjectOptions, OutputOptions {
  readonly preview?: boolean;
  readonly yes?: boolean;
  readonly names?: boolean;
  readonly again?: readonly string[];
  readonly new?: readonly string[];
  readonly language: Language;
}

export function sourcesCommand(shell: Shell): Command {
  const sources = projectCommand('sources', {
    description: 'What is done with a connected system as a whole.',
    examples: [['sources re-erase crm', 'after the backup of crm was restored']],
  });
  sources.addCommand(
    command('re-erase', {
      description:
        'Looks for people who were erased and are back, as after a backup was restored, shows what would be done, asks, and erases exactly them.\nWho signed up again after they were erased is left alone.',
      examples: [
        ['sources re-erase crm', 'read, then answer yes'],
        ['sources re-erase --preview', 'only look, in every system'],
        ['sources re-erase --yes --json', 'for the script that restores the backup'],
      ],
    })
      .argument('[source...]', 'systems by their id in the policy; all of them when none is named')
      .option('--preview', 'show it, and change nothing')
      .option('--yes', 'do not ask')
      .option('--names', 'say by what each is known: on a screen alone')
      .option('--again <code...>', 'rows of which it is not clear: these are of people who were erased')
      .option('--new <code...>', 'and these are of new people; not asked again')
      .option('--language <nl|en>', 'in which the plan is shown', language, 'nl')
      .option('--json', 'print it as JSON; needs --yes or --preview')
      .action((named: readonly string[], _: ReEraseOptions, itself: Command) =>
        run(shell, named, itself.optsWithGlobals<ReEraseOptions>()),
      ),
  );
  return sources;
}

async function run(shell: Shell, named: readonly string[], options: ReEraseOptions): Promise<void> {
  const { terminal, progress } = shell;
  const asks = options.yes !== true && options.preview !== true;
  if (asks && (options.json === true || !terminal.interactive))
    throw new GestandError(
      'bad-input',
      'There is nobody to ask. Add --preview to look, or --yes when they may be erased again.',
    );
  await withInstallation(shell, options, async (installation) => {
    await using opened = openSources(installation);
    const context = appContext(installation, opened, officerOf(installation));
    progress.step('Looking through the systems');
    const sources = named.length === 0 ? {} : { sources: named };
    const found = await findReturned(context, {
      ...sources,
      again: options.again ?? [],
      fresh: options.new ?? [],
    });
    progress.done();
    if (options.json !== true)
      terminal.out(`${linesOf(found, { shell, options, policy: context.policy }).join('\n')}\n`);
    const { made } = found;
    if (made === null || options.preview === true) {
      if (options.json === true) show(shell, options, { json: jsonOf(found), lines: [] });
      if (found.people.length + found.unclear.length > 0) shell.exitCode = 1;
      return;
    }
    if (asks && !(await confirmed(shell))) {
      terminal.out('Not erased. Nothing was changed.\n');
      shell.exitCode = 1;
      return;
    }
    progress.step('Erasing again');
    const { planId, runId } = await reErase(context, { made, people: found.people });
    const ended = await carryOut(installation, opened, runId);
    // What the promise says is what is so now.
    if (ended.kind === 'completed') await lookForErased(context);
    if (ended.kind !== 'completed' || found.unclear.length > 0) shell.exitCode = 1;
    show(shell, options, {
      json: { ...jsonOf(found), planId, runId, sealedHash: made.sealedHash, ...outcomeOf(ended) },
      lines: endLines(ended),
    });
  });
}

function linesOf(
  found: ReturnedPeople,
  {
    shell,
    options,
    policy,
  }: {
    readonly shell: Shell;
    readonly options: ReEraseOptions;
    readonly policy: Parameters<typeof explainPlan>[2]['policy'];
  },
): readonly string[] {
  const { looks, people, unclear, made } = found;
  const named = options.names === true && shell.terminal.screen;
  return [
    ...looks.map(lookLine),
    '',
    ...(people.length === 0 && unclear.length === 0 ? ['Nobody who was erased is back.'] : []),
    ...(people.length === 0 ? [] : [backLine(people.length)]),
    ...tableLines(people.flat()),
    ...(options.names === true && !shell.terminal.screen
      ? ['By what they are known is shown on a screen only, not in a file.']
      : []),
    ...(named ? people.flatMap((rows, i) => [`  ${i + 1}: ${knownBy(rows, options.language)}`]) : []),
    ...(made === null
      ? []
      : [
          '',
          ...explainPlan(made.plan, erasureCounts(made.counts), { policy, language: options.language }).map(
            (sentence) => `- ${sentence}`,
          ),
          '',
          `Seal: ${made.sealedHash}`,
        ]),
    ...(unclear.length === 0 ? [] : ['', ...unclearLines(unclear, named ? options.language : null)]),
  ];
}

function backLine(people: number): string {
  return people === 1 ? '1 person who was erased is back:' : `${people} people who were erased are back:`;
}

function lookLine({ source, outcome, rows, notListed, fresh, more }: SourceLook): string {
  const beside = fresh === 0 ? '' : `, ${fresh} of new people with an address of somebody who was erased`;
  const rest = more ? '; there is more than one plan takes: run this again afterwards' : '';
  switch (outcome) {
    case 'looked':
      return `${source}: ${numberOf(rows, 'row')} looked through${beside}${rest}`;
    case 'partly':
      return `${source}: ${numberOf(rows, 'row')} looked through${beside}${rest}; not ${notListed.join(', ')}, which cannot be listed`;
    case 'not-listed':
      return `${source}: cannot be looked through, because nothing in it can be listed`;
    case 'by-hand':
      return `${source}: goes by hand and cannot be looked through; whoever is erased again becomes a task there`;
    case 'away':
      return `${source}: cannot be reached, and was not looked through`;
  }
}

function tableLines(rows: readonly FoundReturn[]): readonly string[] {
  const counts = Map.groupBy(rows, (row) => `${row.source}.${row.table}`);
  return [...counts].map(([place, its]) => `  ${place}: ${numberOf(its.length, 'row')}`);
}

function unclearLines(rows: readonly FoundReturn[], spoken: Language | null): readonly string[] {
  return [
    'Of these it cannot be told whether somebody who was erased is back, or somebody else has their address now:',
    ...table(
      rows.map((row) => [
        `  ${row.code}`,
        `${row.source}.${row.table}`,
        row.created === null ? 'made at a time nobody wrote down' : `made ${row.created}`,
        `erased on ${legalDateOf(Temporal.Instant.from(row.erasedAt))}`,
        spoken === null ? '' : knownBy([row], spoken),
      ]),
    ),
    'Say which: --again CODE to erase it, --new CODE to leave it alone for good.',
  ];
}

function knownBy(rows: readonly FoundReturn[], spoken: Language): string {
  const known = rows.flatMap(({ identities }) => identities);
  return [
    ...new Set(known.map(({ kind, value }) => `${explanationWords[spoken].identity[kind]} ${value}`)),
  ].join(', ');
}

// By what they are known stays out: this may end in a file.
function jsonOf({ looks, people, unclear, made }: ReturnedPeople): object {
  return {
    looks: looks.map(({ back, unclear: asked, ...look }) => ({
      ...look,
      back: back.length,
      unclear: asked.length,
    })),
    people: people.length,
    counts: made?.counts ?? [],
    unclear: unclear.map(({ code, source, table: place, created, erasedAt, runId }) => ({
      ...{ code, source, table: place, created, erasedAt, runId },
    })),
  };
}

async function confirmed({ terminal }: Shell): Promise<boolean> {
  const answer = (await terminal.ask('Erase them again? Type yes or ja: ')).trim().toLowerCase();
  return answer === 'yes' || answer === 'ja';
}

function outcomeOf(ended: CarriedOut): object {
  return ended.kind === 'completed'
    ? { state: ended.kind, receipt: ended.receipt }
    : ended.kind === 'failed'
      ? { state: ended.kind, code: ended.code }
      : { state: ended.kind };
}

function endLines(ended: CarriedOut): readonly string[] {
  switch (ended.kind) {
    case 'completed':
      return ['Erased again, searched again, and the receipt is in the ledger.'];
    case 'failed':
      return [`It was not carried out: ${ended.code}. Look again, and see "gestand check".`];
    case 'open':
      return [
        'It goes on: a system is away, or somebody works by hand. See "gestand tasks" and "gestand sources re-erase --preview".',
      ];
  }
}
