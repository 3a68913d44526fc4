import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { proposeSources, type UnknownSource } from '../../app/propose-sources.ts';
import { GestandError } from '../../base/error.ts';
import { decisionsOf, decisionsText } from '../../catalog/proposal/decisions.ts';
import type { MapProposal } from '../../catalog/proposal/map-proposal.ts';
import { connectionName, writePolicy } from '../../catalog/proposal/write-policy.ts';
import { writeStatement } from '../../catalog/proposal/write-statement.ts';
import { type Language, languages } from '../../domain/language.ts';
import { command, language } from '../common-options.ts';
import { proposalJson, proposalLines } from '../proposal-output.ts';
import { type OutputOptions, type Shell, show } from '../shell.ts';

interface InitOptions extends OutputOptions {
  readonly source: readonly UnknownSource[];
  readonly sample: boolean;
  readonly yes?: boolean;
  readonly out: string;
  readonly language?: Language;
}

export function initCommand(shell: Shell): Command {
  return command('init', {
    description:
      'Looks at your databases and proposes a policy: what every column holds, whose every row is, and what a person\nmust decide. Reads a sample of each table, in memory; with --no-sample no row. Without --yes it shows the\nproposal and writes nothing.',
    examples: [
      ['init --source crm=postgres://user@host/crm', 'show what would be written'],
      [
        'init --source crm=postgres://user@host/crm --yes --out privacy',
        'write policy, statement and decisions',
      ],
      ['init --source crm=postgres://user@host/crm --json', 'every proposal with its confidence and reasons'],
    ],
  })
    .requiredOption(
      '--source <name=url>',
      'a database: postgres://…, mariadb://… or sqlite:…; may be given more than once',
      (text: string, before: readonly UnknownSource[] | undefined) => addSource(text, before ?? []),
    )
    .option('--no-sample', 'look at the shape only: names, types, keys')
    .option('--yes', 'write the files')
    .option('--out <folder>', 'where to write them', '.')
    .option('--language <code>', 'nl or en; without it the statement is written in both', language)
    .option('--json', 'print the proposal as JSON')
    .action((options: InitOptions) => run(shell, options));
}

const kinds: Readonly<Record<string, UnknownSource['kind']>> = {
  'postgres:': 'postgresql',
  'postgresql:': 'postgresql',
  'mariadb:': 'mariadb',
  'mysql:': 'mariadb',
  'sqlite:': 'sqlite',
  'file:': 'sqlite',
};

// What was typed holds a password: no message repeats it.
function addSource(text: string, before: readonly UnknownSource[]): readonly UnknownSource[] {
  const [, id, connectionString = ''] = /^([a-z][a-z0-9-]{0,40})=(.+)$/s.exec(text) ?? [];
  if (id === undefined)
    throw new GestandError(
      'bad-input',
      'Write --source NAME=URL, the name in small letters: crm=postgres://…',
    );
  if (before.some((source) => source.id === id))
    throw new GestandError('bad-input', `There are two sources called ${id}. Give each a name of its own.`);
  const kind = kinds[/^[a-z]+:/.exec(connectionString)?.[0] ?? ''];
  if (kind === undefined)
    throw new GestandError(
      'bad-input',
      `The URL of source ${id} is of no known kind. Begin it with postgres://, mariadb:// or sqlite:.`,
    );
  return [...before, { id, kind, connectionString }];
}

async function run(shell: Shell, options: InitOptions): Promise<void> {
  const statementLanguages = options.language === undefined ? languages : [options.language];
  const names = ['policy.yaml', 'DECISIONS.md', ...statementLanguages.map((code) => `statement.${code}.md`)];
  if (options.yes === true) refuseToOverwrite(options.out, names);
  const proposals = await proposeSources(options.source, {
    sample: options.sample,
    onProgress: (id) => shell.progress.step(`Looking at ${id}`),
  });
  const spoken = options.language ?? 'nl';
  const files = options.yes === true ? filesOf(proposals, statementLanguages, spoken) : [];
  writeFiles(options.out, files);
  const written = files.map(({ name }) => join(options.out, name));
  show(shell, options, {
    json: proposalJson(proposals, { language: options.language ?? 'en', written }),
    lines: [
      ...proposalLines(proposals, options.language ?? 'en'),
      ...(written.length === 0
        ? ['Nothing was written. Add --yes to write it.']
        : [`Written: ${written.join(', ')}`, nextStep(proposals)]),
    ],
  });
}

function nextStep(proposals: readonly MapProposal[]): string {
  const settings = proposals.map(({ source }) => connectionName(source)).join(', ');
  return `Set ${settings} to the same URL${proposals.length === 1 ? '' : 's'}, and run "gestand check" there.`;
}

interface NewFile {
  readonly name: string;
  readonly text: string;
}

function filesOf(
  proposals: readonly MapProposal[],
  statementLanguages: readonly Language[],
  comments: Language,
): readonly NewFile[] {
  return [
    { name: 'policy.yaml', text: writePolicy({ proposals, languages: statementLanguages, comments }) },
    ...statementLanguages.map((code) => ({ name: `statement.${code}.md`, text: writeStatement(code) })),
    { name: 'DECISIONS.md', text: decisionsText(decisionsOf(proposals), comments) },
  ];
}

/** What a person wrote is worth more than what is proposed. */
function refuseToOverwrite(folder: string, names: readonly string[]): void {
  const there = names.filter((name) => existsSync(join(folder, name)));
  if (there.length === 0) return;
  throw new GestandError(
    'conflict',
    `${there.join(', ')} ${there.length === 1 ? 'is' : 'are'} there already in ${folder}, and nothing was written. Name another folder with --out.`,
  );
}

function writeFiles(folder: string, files: readonly NewFile[]): void {
  if (files.length === 0) return;
  try {
    mkdirSync(folder, { recursive: true });
    // `wx`: a file that came in between is not overwritten either.
    for (const { name, text } of files) writeFileSync(join(folder, name), text, { flag: 'wx' });
  } catch (cause) {
    throw new GestandError(
      'bad-input',
      `Nothing can be written in ${folder}. Name another folder with --out.`,
      {
        cause,
      },
    );
  }
}
