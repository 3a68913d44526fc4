import type { Command } from 'commander';
import { listEntriesOfCase } from '../../../app/list-entries.ts';
import { projectCommand } from '../../common-options.ts';
import { officerOf, storeContext } from '../../installation.ts';
import { minuteText } from '../../minute-text.ts';
import {
  type OutputOptions,
  type ProjectOptions,
  type Shell,
  show,
  table,
  withInstallation,
} from '../../shell.ts';

interface EntriesOptions extends ProjectOptions, OutputOptions {}

export function ledgerEntriesCommand(shell: Shell): Command {
  return projectCommand('entries', {
    description:
      'The entries about a request, with the numbers by which they are proven. Also says which request a case of a dossier is.',
    examples: [
      ['ledger entries GS-2026-7K3M9', 'what the ledger tells of it'],
      ['ledger prove --entry 12', 'and one of those, proven'],
    ],
  })
    .argument('<case>', 'the reference of a request, or the id of its case')
    .option('--json', 'print them as JSON')
    .action((named: string, options: EntriesOptions) => run(shell, named, options));
}

async function run(shell: Shell, named: string, options: EntriesOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const found = await listEntriesOfCase(storeContext(installation, officerOf(installation)), named);
    const rows = found.entries.map(({ index, at, kind, subjects, detail }) => [
      index === null ? 'waits' : String(index),
      minuteText(at),
      kind,
      [subjects.recipient, detail['state']].filter((word) => typeof word === 'string').join(' '),
    ]);
    const proven = found.entries.find(({ index }) => index !== null);
    show(shell, options, {
      json: found,
      lines: [
        `${found.reference} is ${found.caseId} in the ledger and in a dossier.`,
        '',
        ...table([['ENTRY', 'WHEN', 'WHAT', ''], ...rows]),
        ...(proven === undefined
          ? []
          : ['', `Prove one: gestand ledger prove --entry ${proven.index} --out entry.tlog-proof`]),
      ],
    });
  });
}
