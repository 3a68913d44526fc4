import type { Command } from 'commander';
import { policyName, proposeFiles } from '../../app/propose-files.ts';
import { proposeSources, type UnknownSource } from '../../app/propose-sources.ts';
import { GestandError } from '../../base/error.ts';
import { connectionName } from '../../catalog/proposal/write-policy.ts';
import { loadConfig } from '../../config.ts';
import { type Language, languages } from '../../domain/language.ts';
import { command, language } from '../common-options.ts';
import { changeLines } from '../init/change-lines.ts';
import { converse } from '../init/converse.ts';
import { textIn, writeChanges } from '../init/folder-files.ts';
import { policySources } from '../init/policy-sources.ts';
import { kindOfAddress, sourceName } from '../init/source-address.ts';
import { initWords } from '../init/words.ts';
import { proposalJson, proposalLines } from '../proposal-output.ts';
import { type OutputOptions, type Shell, show } from '../shell.ts';

interface InitOptions extends OutputOptions {
  readonly source?: readonly UnknownSource[];
  readonly sample: boolean;
  readonly yes?: boolean;
  readonly out?: string;
  readonly language?: Language;
}

export function initCommand(shell: Shell): Command {
  return command('init', {
    description:
      'Looks at your databases and proposes a policy: what every column holds, whose every row is, and what a person\nmust decide. Reads a sample of each table, in memory; with --no-sample no row. In a terminal it asks what it needs;\nwith --source it asks nothing, and writes nothing without --yes. Where a policy is already, what is new is added and\nwhat is written there stays.',
    examples: [
      ['init', 'a conversation, in a terminal'],
      ['init --source crm=postgres://user@host/crm', 'show what would be written'],
      [
        'init --source crm=postgres://user@host/crm --yes --out privacy',
        'write policy, statement and decisions',
      ],
      ['init --yes', 'in the folder of policy.yaml: add what is new in its databases'],
      ['init --source crm=postgres://user@host/crm --json', 'every proposal with its confidence and reasons'],
    ],
  })
    .option(
      '--source <name=url>',
      'a database: postgres://…, mariadb://… or sqlite:…; may be given more than once',
      (text: string, before: readonly UnknownSource[] | undefined) => addSource(text, before ?? []),
    )
    .option('--no-sample', 'look at the shape only: names, types, keys')
    .option('--yes', 'write the files')
    .option('--out <folder>', 'where to write them; without it, here')
    .option('--language <code>', 'nl or en; without it the statement is written in both', language)
    .option('--json', 'print the proposal as JSON')
    .action((options: InitOptions) => run(shell, options));
}

// What was typed holds a password: no message repeats it.
function addSource(text: string, before: readonly UnknownSource[]): readonly UnknownSource[] {
  const [, id = '', connectionString = ''] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (!sourceName.test(id))
    throw new GestandError(
      'bad-input',
      'Write --source NAME=URL, the name in small letters: crm=postgres://…',
    );
  if (before.some((source) => source.id === id))
    throw new GestandError('bad-input', `There are two sources called ${id}. Give each a name of its own.`);
  const kind = kindOfAddress(connectionString);
  if (kind === undefined)
    throw new GestandError(
      'bad-input',
      `The URL of source ${id} is of no known kind. Begin it with postgres://, mariadb:// or sqlite:.`,
    );
  return [...before, { id, kind, connectionString }];
}

async function run(shell: Shell, options: InitOptions): Promise<void> {
  const { source, yes, json, out, language: spoken, sample } = options;
  const asks = source === undefined && yes !== true && json !== true && shell.terminal.interactive;
  if (asks) await converse(shell, { out, language: spoken, sample });
  else await propose(shell, options);
}

async function propose(shell: Shell, options: InitOptions): Promise<void> {
  const folder = options.out ?? '.';
  const existing = (name: string) => textIn(folder, name);
  const sources = options.source ?? sourcesThere(existing(policyName));
  const looks = await proposeSources(sources, {
    sample: options.sample,
    onProgress: (id) => shell.progress.step(`Looking at ${id}`),
  });
  const files = proposeFiles({
    looks,
    existing,
    languages: options.language === undefined ? languages : [options.language],
    comments: options.language ?? commentLanguage(existing(policyName)),
    connections: new Map(sources.map(({ id, setting }) => [id, setting ?? connectionName(id)])),
    controller: {},
  });
  const written = options.yes === true ? writeChanges(folder, files.changes) : [];
  const proposals = looks.map(({ proposal }) => proposal);
  const shown = options.language ?? 'en';
  show(shell, options, {
    json: proposalJson(proposals, { language: shown, written, files }),
    lines: [
      ...(files.merged === null ? proposalLines(proposals, shown) : []),
      ...changeLines(files, initWords[shown]),
      ...lastLines(sources, { written, toWrite: files.changes.length }),
    ],
  });
}

/** @throws GestandError `bad-input` when there is no policy, and so nothing says what to look at. */
function sourcesThere(policy: string | null): readonly UnknownSource[] {
  if (policy !== null) return policySources(policy, loadConfig());
  throw new GestandError(
    'bad-input',
    'There is no policy here and nobody to ask. Name each database: --source crm=postgres://…, and --yes to write. In a terminal, "gestand init" without these asks.',
  );
}

/** Whoever wrote the comments reads the next ones too. */
function commentLanguage(policy: string | null): Language {
  return policy !== null && /# (.*: )?decide: /.test(policy) && !/# (.*: )?beslis: /.test(policy)
    ? 'en'
    : 'nl';
}

function lastLines(
  sources: readonly UnknownSource[],
  { written, toWrite }: { readonly written: readonly string[]; readonly toWrite: number },
): readonly string[] {
  if (toWrite === 0) return [];
  if (written.length === 0) return ['Nothing was written. Add --yes to write it.'];
  const settings = sources.map(({ id, setting }) => setting ?? connectionName(id)).join(', ');
  return [
    `Written: ${written.join(', ')}`,
    `Set ${settings} to the same URL${sources.length === 1 ? '' : 's'}, and run "gestand check" there.`,
  ];
}
