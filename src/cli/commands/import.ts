import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { type ImportedFides, importFides } from '../../app/import-fides.ts';
import { GestandError } from '../../base/error.ts';
import { command } from '../common-options.ts';
import { type OutputOptions, type Shell, show, table } from '../shell.ts';

interface FidesOptions extends OutputOptions {
  readonly source?: string;
  readonly out?: string;
}

export function importCommand(shell: Shell): Command {
  return command('import', {
    description: 'Makes a policy of what was written for another tool.',
    examples: [['import fides dataset.yml', 'a dataset file of Fides, as a policy with questions']],
  }).addCommand(fidesCommand(shell));
}

function fidesCommand(shell: Shell): Command {
  return command('fides', {
    description:
      'Turns a dataset file of Fides into a policy.yaml with questions, and says every difference.\nWithout --out the policy is printed, and the differences beside it.',
    examples: [
      ['import fides dataset.yml --out privacy', 'writes privacy/policy.yaml'],
      ['import fides dataset.yml --source crm > policy.yaml', 'under an id of your own'],
      ['import fides dataset.yml --json', 'everything for a program'],
    ],
  })
    .argument('<file>', 'the dataset file')
    .option('--source <id>', 'the id of the source in the policy')
    .option('--out <folder>', 'where policy.yaml is written; what is there stays')
    .option('--json', 'print the policy, what was read and the differences as JSON')
    .action((file: string, options: FidesOptions) => run(shell, file, options));
}

function run(shell: Shell, file: string, options: FidesOptions): void {
  const imported = importFides({ file: basename(file), text: readDataset(file) }, options.source);
  const written = options.out === undefined ? null : writePolicy(options.out, imported.policy);
  const { imports, policy, open } = imported;
  if (options.json === true || written !== null) {
    const lines = [`${written}: ${openText(open)}`, ...differenceLines(imported)];
    show(shell, options, { json: { written, open, sources: imports, policy }, lines });
    return;
  }
  shell.terminal.out(policy);
  shell.terminal.err(`${[openText(open), ...differenceLines(imported)].join('\n')}\n`);
}

function openText(open: number): string {
  return open === 0
    ? 'every question is answered'
    : `${open} ${open === 1 ? 'place says' : 'places say'} DECIDE; "gestand check --no-sources" names them`;
}

function differenceLines({ imports }: ImportedFides): readonly string[] {
  return imports.flatMap(({ source, differences }) => [
    '',
    `${source}: ${differences.length} ${differences.length === 1 ? 'difference' : 'differences'}`,
    ...table(differences.map(({ kind, at, text }) => [`  ${kind}`, at, text])),
  ]);
}

function readDataset(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new GestandError('bad-input', `${file} cannot be read. Check that it is there and yours.`, {
      cause,
    });
  }
}

function writePolicy(folder: string, policy: string): string {
  const file = join(folder, 'policy.yaml');
  if (existsSync(file)) {
    throw new GestandError(
      'conflict',
      `${file} is there already, and stays. Name another folder with --out.`,
    );
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, policy, { flag: 'wx' });
  return file;
}
